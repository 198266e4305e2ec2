"""Verbs: what changes the world; one transaction, one Change each."""
