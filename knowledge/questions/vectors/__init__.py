"""Words and sentences as numbers, and how those are kept."""
