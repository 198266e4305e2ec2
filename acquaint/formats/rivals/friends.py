"""The `friends` program: one Markdown file of activities, notes, friends and places, written by hand.

Its shape is that of the file which the program itself describes and keeps; a tag may hold a colon.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from acquaint.formats import records
from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.contacts import dates
from acquaint.formats.happenings import ContactRecord, NoteRecord
from acquaint.formats.lines import Lines
from acquaint.formats.particulars import PersonMore
from acquaint.formats.records import (
    Ignored,
    Origin,
    Party,
    PersonRecord,
    Point,
    Reason,
    Reject,
)
from acquaint.formats.rivals.documents import through
from acquaint.formats.rivals.outcomes import Heard, Told
from acquaint.text.names import normalise

_SECTION: Final = re.compile(r"###\s+(Activities|Notes|Friends|Locations):\s*", re.IGNORECASE)
_ITEM: Final = re.compile(r"[-*]\s+(.*)")
_EVENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2}):\s*(.*)", re.DOTALL)
_FRIEND: Final = re.compile(r"([^(\[@]+?)\s*(?:\((a\.k\.a\..*?)\))?\s*(?:\[(.*?)\])?\s*((?:@\S+\s*)*)")
_ALIAS: Final = re.compile(r"\s*a\.k\.a\.\s*")
_PERSON: Final = re.compile(r"\*\*(.+?)\*\*")
_PLACE: Final = re.compile(r"(?<![\w_])_([^_]+)_(?![\w_])")
_TAG: Final = re.compile(r"(?<!\S)@([\w:.\-]+)")
_SUFFIXES: Final = frozenset({".md", ".markdown", ".txt"})
_HEAD: Final = 8192


class _Line(NamedTuple):
    number: int
    section: str
    text: str
    raw: str


class Friends:
    """The importer of that file."""

    kind = "friends"

    def sniff(self, source: Source) -> bool:
        """Whether a file has the program's headings."""
        return any(_is_book(entry) for entry in source.entries)

    def exported_on(self, source: Source) -> date | None:  # noqa: ARG002 - one shape for every importer
        """The file is the book itself, as of no day."""
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _is_book(entry))

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Heard]:  # noqa: ARG002
        """Yield one outcome an item and a word on every other file. Errors: RefusedError, before any item."""
        return through(source, self.chosen(source), lambda entry: list(_items(entry)), _told)


def _is_book(entry: Entry) -> bool:
    if entry.suffix not in _SUFFIXES:
        return False
    try:
        with entry.open() as stream:
            found = stream.read(_HEAD).decode(errors="replace")
    except DamagedError:
        return False
    return any(_SECTION.fullmatch(line) for line in found.splitlines()) and "- " in found


def _items(entry: Entry) -> Iterator[_Line]:
    section = ""
    with entry.open() as stream:
        for number, raw in enumerate(Lines(stream), start=1):
            line = raw.strip()
            if found := _SECTION.fullmatch(line):
                section = found[1].lower()
            elif line and section:
                item = _ITEM.fullmatch(line)
                yield _Line(number, section if item else "", item[1].strip() if item else line, raw)


def _told(shown: str, lines: list[_Line]) -> Iterator[Heard]:
    """People first, so that what follows finds them."""
    seen: Counter[str] = Counter()
    order = ("friends", "activities", "notes", "locations", "")
    for line in sorted(lines, key=lambda one: order.index(one.section)):
        origin = Origin(shown, line.number)
        if line.section == "friends":
            yield _friend(origin, line)
        elif line.section in {"activities", "notes"}:
            yield _event(origin, line, seen)
        elif line.section == "locations":
            yield Ignored(origin, Reason("a_place"))
        else:
            yield Reject(origin, Reason("no_item"), line.raw)


def _friend(origin: Origin, line: _Line) -> Told:
    found = _FRIEND.fullmatch(line.text)
    if not found:
        return Reject(origin, Reason("nameless"), line.raw)
    name, aliases, place, tags = found.groups()
    points = (Point("postal", place.strip(), "home"),) if place and place.strip() else ()
    categories = tuple(_TAG.findall(tags or ""))
    return PersonRecord(
        origin,
        key_of(name),
        name.strip(),
        points=points,
        aliases=tuple(filter(None, _ALIAS.split(aliases or ""))),
        more=PersonMore(categories=categories) if categories else None,
    )


def _event(origin: Origin, line: _Line, seen: Counter[str]) -> Told:
    found = _EVENT.fullmatch(line.text)
    on = dates.read(found[1]) if found else None
    if not found or not on:
        return Reject(origin, Reason("bad_date", {"value": line.text[:40]}), line.raw)
    told = found[2].strip()
    people = tuple(Party(name, key=key_of(name)) for name in dict.fromkeys(_PERSON.findall(told)))
    bare = _TAG.sub("", _PLACE.sub(r"\1", _PERSON.sub(r"\1", told))).strip()
    digest = hashlib.sha256(line.text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    seen[digest] += 1
    key = f"{line.section}:{digest}" + (f":{seen[digest]}" if seen[digest] > 1 else "")
    tags = tuple(_TAG.findall(told))
    if line.section == "notes" or not people:
        return NoteRecord(origin, key, on, bare, people, tags=tags)
    place = ", ".join(_PLACE.findall(told))
    return ContactRecord(origin, key, on, people, text=bare, place=place, tags=tags)


def key_of(name: str) -> str:
    """A friend's key: names are how this program itself knows people."""
    return f"friend:{hashlib.sha256(normalise(name).encode()).hexdigest()[:20]}"
