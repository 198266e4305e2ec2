"""How many terminal columns a text takes: wide characters take two, marks take none (Unicode TR 11)."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Return the number of columns that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_one(mark) for mark in text)


def _one(mark: str) -> int:
    if combining(mark) or mark in "\u200b\u200c\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(mark) in "WF" else 1


def pad(text: str, size: int) -> str:
    """Return `text` filled with spaces up to `size` columns."""
    return text + " " * (size - width(text))


def clip(text: str, size: int) -> str:
    """Return `text` cut to `size` columns, ending in an ellipsis where something was cut."""
    if width(text) <= size:
        return text
    taken = 0
    for at, mark in enumerate(text):
        taken += _one(mark)
        if taken >= size:
            return text[:at] + "…"
    return text
