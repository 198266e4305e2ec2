"""What has been read of one card so far, and the order in which it is told: the preferred first."""

from __future__ import annotations

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


class Gathering:
    """Lists fill in the order of the card; whatever may be preferred is held with its rank (1 to 101).

    Written out by hand, since one is made for each card of an address book.
    """

    __slots__ = (
        "addresses",
        "aliases",
        "birthday",
        "card",
        "categories",
        "dates",
        "emails",
        "envelopes",
        "handles",
        "interests",
        "kept",
        "labels",
        "languages",
        "names",
        "notes",
        "organizations",
        "pages",
        "phones",
        "phonetic",
        "pictures",
        "relations",
        "roles",
        "said",
        "sort_as",
        "strays",
        "structured",
        "titles",
        "uid",
    )

    def __init__(self, card: Card, labels: dict[str, str] | None = None) -> None:
        self.card = card
        self.labels = labels or {}
        self.uid = ""
        self.names: list[tuple[int, str]] = []
        self.structured: list[tuple[Head, list[str]]] = []
        self.phonetic: dict[str, str] = {}
        self.sort_as = ""
        self.aliases: list[str] = []
        self.emails: Ranked = []
        self.phones: Ranked = []
        self.pages: Ranked = []
        self.addresses: list[tuple[int, Head, Address]] = []
        self.envelopes: list[tuple[Head, str]] = []
        self.handles: list[Handle] = []
        self.organizations: list[tuple[Head, list[str]]] = []
        self.titles: list[tuple[Head, str]] = []
        self.roles: list[str] = []
        self.birthday = ""
        self.dates: list[Dated] = []
        self.notes: list[str] = []
        self.interests: list[str] = []
        self.categories: list[str] = []
        self.relations: list[Relation] = []
        self.pictures: list[Picture] = []
        self.said: dict[str, str] = {}  # facts that are one text each
        self.languages: list[str] = []
        self.strays: list[str] = []
        self.kept: list[str] = []

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
