"""Guided fuzzing of what reads foreign bytes: `make fuzz` searches, a test replays what was found."""
