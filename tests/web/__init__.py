"""The pages through Django's client: right data, right refusals, and a wall around each."""
