"""The statements of a base, taken apart and laid out for ranking."""
