"""Statements made an answer: how many are shown, in which order, and what stands first."""
