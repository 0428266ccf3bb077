"""Discord: slash commands, mentions, direct messages, buttons and alerts."""
