"""Numbers only: what contacts say about recall, when a next contact is due, and how a week is planned."""
