"""Tests, laid out like the floors they test; stories run through the whole house."""
