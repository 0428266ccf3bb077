"""A question read beside the base, the conversation and the day."""
