"""Footnote on Discord and in the terminal: asks `knowledge` and says what it replies."""
