"""Suggestions: one file per rule, each looking for one thing worth doing; the plan chooses among them."""
