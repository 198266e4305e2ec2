"""The models put to the test: on records of contacts, in simulated worlds, against exact sums."""
