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
    """What fills in the order of the card; whatever may be preferred is held with its rank (1 to 101).

    Written out by hand, since one is made for each card; what few cards say is a tuple, which costs nothing.
    """

    __slots__ = (
        "_labels",
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
        self._labels = labels  # looked for when the first group asks
        self.uid = ""
        self.names: list[tuple[int, str]] = []
        self.structured: list[tuple[Head, list[str]]] = []
        self.phonetic: dict[str, str] = {}
        self.sort_as = ""
        self.aliases: tuple[str, ...] = ()
        self.emails: Ranked = []
        self.phones: Ranked = []
        self.pages: Ranked = []
        self.addresses: list[tuple[int, Head, Address]] = []
        self.envelopes: tuple[tuple[Head, str], ...] = ()
        self.handles: tuple[Handle, ...] = ()
        self.organizations: list[tuple[Head, list[str]]] = []
        self.titles: list[tuple[Head, str]] = []
        self.roles: tuple[str, ...] = ()
        self.birthday = ""
        self.dates: tuple[Dated, ...] = ()
        self.notes: list[str] = []
        self.interests: tuple[str, ...] = ()
        self.categories: tuple[str, ...] = ()
        self.relations: tuple[Relation, ...] = ()
        self.pictures: tuple[Picture, ...] = ()
        self.said: dict[str, str] = {}  # facts that are one text each
        self.languages: tuple[str, ...] = ()
        self.strays: tuple[str, ...] = ()
        self.kept: tuple[str, ...] = ()

    def text(self, line: Line) -> str:
        """The value of a line as one text."""
        if not line.head.coded:
            try:
                text = line.value.decode()
            except UnicodeDecodeError:
                return text_of(self.card, line)
            if not ("\\" in text or "\r" in text or "\0" in text):
                return text.strip()
        return text_of(self.card, line)

    def named(self, head: Head) -> str:
        """What somebody called the group of this line, "" if nothing."""
        if not head.group:
            return ""
        if self._labels is None:
            self._labels = collect_labels(self.card)
        return self._labels.get(head.group, "")

    def label(self, head: Head) -> str:
        """What somebody called this line, else what its types say."""
        if head.group and (label := self.named(head)):
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
    """The points, each once, the preferred first, else as they stood."""
    ranked = sorted(ranked, key=lambda one: one[0])
    return list(dict.fromkeys([point for _rank, point in ranked]))
