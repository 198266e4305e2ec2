"""A text as one line that every database can hold."""

from __future__ import annotations

from acquaint.text.names import storable


def one_line(text: str) -> str:
    """The same words on one line, without doubled spaces and signs that cannot be stored."""
    return " ".join(storable(text).split())
