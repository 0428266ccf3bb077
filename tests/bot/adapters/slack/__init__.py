"""Slack's adapter, against a Slack of our own on this machine."""
