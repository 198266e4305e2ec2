"""A person's record as single facts, each of which a line can say: what is written, what an edit compares.

A fact is a property of version 4.0, its value and its label. Two addresses with the same parts are one fact,
however the envelope is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from acquaint.formats.particulars import Address, Dated, NameParts, PersonMore, Relation
from acquaint.formats.records import PersonRecord
from acquaint.formats.vcard.gathering import Gathering
from acquaint.formats.vcard.labels import INTRODUCED, INTRODUCED_LABEL
from acquaint.formats.vcard.points import addresses

_EMPTY: Final = PersonMore()
_POINTS: Final = {"email": "EMAIL", "phone": "TEL", "profile": "URL"}
_NAME_PARTS: Final = 5


class Fact(NamedTuple):
    """One thing a card says; `value` is what the property holds, `label` what it is called there."""

    name: str
    value: object
    label: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two facts the same."""
        value = self.value
        if isinstance(value, Address):
            parts = (value.box, value.extended, value.street, value.locality, value.region, value.code)
            value = (*parts, value.country) if any((*parts, value.country)) else value.formatted
        elif isinstance(value, Dated):
            value = (value.kind, value.on or value.text)
        elif isinstance(value, Relation):
            value = ("introduced by" if value.kind in INTRODUCED else value.kind, value.party)
            return self.name, value
        elif isinstance(value, NameParts):
            value = (value.family, value.given, value.additional, value.prefix, value.suffix)
        return self.name, value, self.label


def full_name(record: PersonRecord) -> str:
    """The name with the letters behind it, as FN has it."""
    return f"{record.name}, {record.credentials}" if record.credentials else record.name


def facts(record: PersonRecord) -> Iterator[Fact]:
    """Everything that the record says, in the order in which a card says it."""
    more = record.more or _EMPTY
    yield Fact("FN", full_name(record))
    if more.parts is not None:
        yield Fact("N", more.parts)
    yield from (Fact("NICKNAME", alias) for alias in record.aliases)
    yield from _places(record, more)
    yield from (Fact(_POINTS[one.kind], one.value, one.label) for one in record.points if one.kind in _POINTS)
    yield from (Fact("ADR", address, address.label) for address in _addresses(record, more))
    yield from (Fact("IMPP", (one.service, one.value), one.label) for one in more.handles)
    if record.birthday:
        yield Fact("BDAY", Dated("birthday", record.birthday))
    for one in more.dates:
        yield Fact("BDAY" if one.kind == "birthday" else "ANNIVERSARY", one)
    if record.introduced_by is not None:
        yield Fact("RELATED", Relation("introduced by", record.introduced_by, INTRODUCED_LABEL))
    yield from (Fact("RELATED", relation) for relation in more.relations)
    yield from (Fact("INTEREST", interest) for interest in record.interests)
    yield from (Fact("CATEGORIES", category) for category in more.categories)
    yield from (Fact("LANG", language) for language in more.languages)
    for name, text in (("PRONOUNS", record.pronouns), ("GENDER", more.gender), ("TZ", more.zone)):
        if text:
            yield Fact(name, text)
    if record.notes:
        yield Fact("NOTE", record.notes)
    yield from (Fact("PHOTO", picture) for picture in more.pictures)


def _places(record: PersonRecord, more: PersonMore) -> Iterator[Fact]:
    for at, place in enumerate(record.positions):
        department = more.departments[at] if at < len(more.departments) else ""
        yield Fact("ORG", (place.organization, department))
        if place.title:
            yield Fact("TITLE", place.title)
    yield from (Fact("TITLE", title) for title in more.titles)
    yield from (Fact("ROLE", role) for role in more.roles)


def _addresses(record: PersonRecord, more: PersonMore) -> Iterator[Address]:
    postal = [point for point in record.points if point.kind == "postal"]
    if len(postal) == len(more.addresses):
        yield from more.addresses
        return
    yield from (Address(point.label, formatted=point.value) for point in postal)


def said_by(g: Gathering) -> Iterator[Fact]:
    """The facts that a few lines of a card say, taken by themselves."""
    yield from (Fact("FN", name) for _rank, name in g.names)
    for _head, parts in g.structured:
        yield Fact("N", NameParts(*(*parts, "", "", "", "", "")[:_NAME_PARTS]))
    yield from (Fact("NICKNAME", alias) for alias in g.aliases)
    for _head, parts in g.organizations:
        told = [part for part in parts if part]
        yield Fact("ORG", (told[0], ", ".join(told[1:])))
    yield from (Fact("TITLE", title) for _head, title in g.titles)
    yield from (Fact("ROLE", role) for role in g.roles)
    for _rank, point in (*g.emails, *g.phones, *g.pages):
        yield Fact(_POINTS[point.kind], point.value, point.label)
    yield from (Fact("ADR", address, address.label) for address in addresses(g))
    yield from (Fact("IMPP", (one.service, one.value), one.label) for one in g.handles)
    if g.birthday:
        yield Fact("BDAY", Dated("birthday", g.birthday))
    for one in g.dates:
        yield Fact("BDAY" if one.kind == "birthday" else "ANNIVERSARY", one)
    yield from (Fact("RELATED", relation) for relation in g.relations)
    yield from (Fact("INTEREST", interest) for interest in g.interests)
    yield from (Fact("CATEGORIES", category) for category in g.categories)
    yield from (Fact("LANG", language) for language in g.languages)
    for name in ("PRONOUNS", "GENDER", "TZ"):
        if text := g.said.get(name) or g.said.get(f"X-{name}", ""):
            yield Fact(name, text)
    yield from (Fact("NOTE", note) for note in g.notes)
    yield from (Fact("PHOTO", picture) for picture in g.pictures)
