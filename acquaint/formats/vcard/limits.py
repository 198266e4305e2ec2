"""How much one file of cards may ask of us; sizes are counted in bytes of what was read.

The figures answer known ways to bring a reader down: 1,200 nested cards, 200,000 telephone lines in one
card, one line of ten megabytes. A group may have many members, so those lines have a limit of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """What a card and a file may hold; each refusal names the limit that was passed."""

    line_bytes: int = MIB  # one line as it stands in the file
    card_bytes: int = 10 * MIB
    properties: int = 500  # of one card, its members not counted
    lines: int = 20_000  # of one card, all told
    depth: int = 8  # cards within cards
    cards: int = 50_000


DEFAULT: Final = Limits()
