"""Discord, through SimCord and through a server of ours on this machine."""
