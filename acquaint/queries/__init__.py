"""What a reader wants to know; frozen dataclasses, never a write."""
