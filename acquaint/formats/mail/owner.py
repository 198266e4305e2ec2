"""Whose mailbox it is, where nobody says: the address to which most of its first letters were delivered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from acquaint.formats.mail.addresses import listed, same_box
from acquaint.formats.mail.heads import fields
from acquaint.formats.mail.splitting import Letter

_LOOKED_AT: Final = 300
_DELIVERED: Final = ("delivered-to", "x-delivered-to", "x-original-to", "envelope-to")
_MOST: Final = 2 / 3
_AT_LEAST: Final = 2


def find_owner(letters: Iterable[Letter]) -> frozenset[str]:
    """The keys (as of `same_box`) of the owner's addresses; empty if it cannot be told."""
    count: Counter[str] = Counter()
    told = 0
    for letter in islice(letters, _LOOKED_AT):
        found = fields(letter.head)
        boxes = {
            same_box(party.email) for name in _DELIVERED for party in listed(found.get(name, "")).parties
        }
        told += bool(boxes)
        count.update(boxes)
    if told < _AT_LEAST:
        return frozenset()
    return frozenset(box for box, times in count.items() if times >= told * _MOST)
