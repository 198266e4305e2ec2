"""A card of somebody without every mention of somebody else, however the line is folded or encoded."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.editing import replaced
from acquaint.formats.vcard.heads import colon_of, head_of
from acquaint.formats.vcard.lexing import Line

_FOLD: Final = re.compile(r"\r?\n[ \t]")
_ENCODED: Final = re.compile("QUOTED-PRINTABLE", re.IGNORECASE)

Scrub = Callable[[str], str]


def scrubbed(raw: str, codec: str, scrub: Scrub) -> str:
    """The card as it is kept, each line in the words that `scrub` leaves of it; `raw` if it leaves all.

    A card inside a card that mentions them is left out whole.
    """
    plain = _FOLD.sub("", raw)
    if scrub(plain) == plain and not _ENCODED.search(raw):
        return raw
    try:
        card = Card.parse(raw.encode(codec))
    except ValueError:
        return scrub(plain)
    lines = [left for line in card.lines if (left := _left(card, line, scrub)) is not None]
    if list(map(id, lines)) == list(map(id, card.lines)):
        return raw
    return Card(tuple(lines), whole=card.whole).raw.decode(codec)


def _left(card: Card, line: Line, scrub: Scrub) -> Line | None:
    if isinstance(line.inner, Card):
        inside = line.raw.decode("latin-1")
        return line if scrubbed(inside, "latin-1", scrub) == inside else None
    text = card.text(line)
    left = scrub(text)
    if left == text:
        return line
    if card.old or line.head.encoding:  # there a backslash and the end of a line are just that
        left = left.replace("\\", "\\\\").replace("\r\n", "\n").replace("\n", "\\n")
    raw = replaced(card, line, left)
    at = colon_of(raw)
    return Line(raw, head_of(raw[:at]), raw[at + 1 :].rstrip(b"\r\n"), line.number)
