"""From a change in the knowledge to a post in a channel."""
