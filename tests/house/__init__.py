"""The rules of the house that no linter knows: sizes, names, walls, locks and what may not be in a commit."""
