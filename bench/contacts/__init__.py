"""Invented address books with known truth: who is the same person under which kind of trouble."""
