"""What has been read of one card so far, and the order in which it is told: the preferred first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from acquaint.formats.particulars import Address, Dated, Handle, Picture, Relation
from acquaint.formats.records import Point
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.heads import Head
from acquaint.formats.vcard.labels import apple, of_types
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.values import text_of

_UNRANKED: Final = 101

Ranked = list[tuple[int, Point]]


@dataclass(slots=True)
class Gathering:
    """Lists fill in the order of the card; whatever may be preferred is held with its rank (1 to 101)."""

    card: Card
    labels: dict[str, str] = field(default_factory=dict)
    uid: str = ""
    names: list[tuple[int, str]] = field(default_factory=list)
    structured: list[tuple[Head, list[str]]] = field(default_factory=list)
    phonetic: dict[str, str] = field(default_factory=dict)
    sort_as: str = ""
    aliases: list[str] = field(default_factory=list)
    emails: Ranked = field(default_factory=list)
    phones: Ranked = field(default_factory=list)
    pages: Ranked = field(default_factory=list)
    addresses: list[tuple[int, Head, Address]] = field(default_factory=list)
    envelopes: list[tuple[Head, str]] = field(default_factory=list)
    handles: list[Handle] = field(default_factory=list)
    organizations: list[tuple[Head, list[str]]] = field(default_factory=list)
    titles: list[tuple[Head, str]] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    birthday: str = ""
    dates: list[Dated] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)  # facts that are one text each
    languages: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def text(self, line: Line) -> str:
        """The value of a line as one text."""
        return text_of(self.card, line)

    def label(self, head: Head) -> str:
        """What somebody called this line, else what its types say."""
        if head.group and (label := self.labels.get(head.group)):
            return label
        return of_types(head.types) if head.types else ""


def collect_labels(card: Card) -> dict[str, str]:
    """What the lines of each group are called, by X-ABLABEL."""
    found = [line for line in card.lines if line.head.name == "X-ABLABEL"]
    labels = ((line.head.group, apple(text_of(card, line))) for line in found)
    return {group: label for group, label in labels if label} if found else {}


def rank(head: Head) -> int:
    """1 for the most preferred, 101 where nothing is said."""
    return head.pref or _UNRANKED


def ordered(ranked: Ranked) -> list[Point]:
    """The points, the preferred first, else as they stood."""
    if len(ranked) > 1:
        ranked = sorted(ranked, key=lambda one: one[0])
    return [point for _rank, point in ranked]
