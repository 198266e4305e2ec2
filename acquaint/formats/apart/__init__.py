"""Reading of files in a process of its own, under limits; docs/decisions/limits.md says why and how much."""
