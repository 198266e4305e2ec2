"""Verbs: what changes the world; one function, one transaction, one Change a deed."""
