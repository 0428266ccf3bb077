"""Questions that a query answers, complete by construction: lists, states, what was said."""
