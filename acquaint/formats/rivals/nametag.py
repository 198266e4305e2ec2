"""Nametag's JSON (1.0 to 1.2): people with groups and relations, and a journal.

Its field names are those of the program's own export; whatever it adds later is passed over and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from acquaint.formats import records
from acquaint.formats.archives import Entry, Source
from acquaint.formats.contacts.people import written
from acquaint.formats.happenings import NoteRecord, TieRecord
from acquaint.formats.particulars import Address, Dated, Handle, NameParts, PersonMore, Picture
from acquaint.formats.records import (
    Employment,
    Origin,
    Party,
    PersonRecord,
    Point,
    Reason,
    Warned,
)
from acquaint.formats.rivals.documents import (
    Counter,
    Node,
    day,
    head,
    load,
    node,
    nodes,
    rejected,
    text,
    texts,
    through,
    truth,
)
from acquaint.formats.rivals.outcomes import Heard, Told
from acquaint.text.names import normalise, split_credentials

_MARK: Final = re.compile(r'\{"version":"1\.\d+","exportDate":')
_READ: Final = frozenset({"version", "exportDate", "user", "groups", "people", "relationshipTypes"})
_KNOWN: Final = _READ | {"journalEntries", "customFieldTemplates"}


class Nametag:
    """The importer of that document."""

    kind = "nametag"

    def sniff(self, source: Source) -> bool:
        """Whether a file begins as the program's export does."""
        return bool(self.chosen(source))

    def exported_on(self, source: Source) -> date | None:
        """The day that the document names."""
        for entry in self.chosen(source):
            found = re.search(r'"exportDate":"(\d{4}-\d\d-\d\d)', head(entry))
            if found and (on := day(found[1])):
                return date.fromisoformat(on)
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(
            entry for entry in source.entries if entry.suffix == ".json" and _MARK.match(head(entry))
        )

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Heard]:  # noqa: ARG002
        """Yield one outcome an entry and a word on other files. Errors: RefusedError, before any entry."""
        return through(source, self.chosen(source), load, _told)


def _told(shown: str, document: Node) -> Iterator[Heard]:
    counter = Counter(shown)
    people = nodes(document, "people")
    for origin, person in counter.each("people", people):
        yield _person(origin, person)
    seen: set[frozenset[str]] = set()
    for person in people:
        for origin, relation in counter.each("relationships", nodes(person, "relationships")):
            yield _tie(origin, person, relation, seen)
    for origin, entry in counter.each("journalEntries", nodes(document, "journalEntries")):
        yield _entry(origin, entry)
    if left := sorted(set(document) - _KNOWN):
        yield Warned(Origin(shown), Reason("left_out", {"what": ", ".join(left)}))


def _person(origin: Origin, said: Node) -> Told:
    given, middle = text(said, "name"), text(said, "middleName")
    family = " ".join(filter(None, (text(said, "surname"), text(said, "secondLastName"))))
    prefix, suffix = text(said, "prefix"), text(said, "suffix")
    spoken = " ".join(filter(None, (prefix, given, middle, family)))
    name = text(said, "displayNameOverride") or spoken or text(said, "nickname")
    if not name:
        return rejected(origin, said, "nameless")
    shown, credentials = split_credentials(f"{name}, {suffix}" if suffix else name)
    addresses = tuple(_address(one) for one in nodes(said, "addresses"))
    points = [
        *(Point("email", text(one, "email"), text(one, "type").lower()) for one in nodes(said, "emails")),
        *(
            Point("phone", text(one, "number"), text(one, "type").lower())
            for one in nodes(said, "phoneNumbers")
        ),
        *(Point("profile", text(one, "url"), text(one, "type").lower()) for one in nodes(said, "urls")),
        *(Point("postal", written(one), one.label) for one in addresses),
    ]
    organization, title = text(said, "organization"), text(said, "jobTitle")
    events = nodes(said, "importantDates")
    nickname, photo = text(said, "nickname"), text(said, "photo")
    more = PersonMore(
        parts=NameParts(family, given, middle, prefix, suffix),
        titles=(title,) if title and not organization else (),
        addresses=addresses,
        dates=tuple(_dates(said, events)),
        handles=tuple(
            Handle(text(one, "protocol").lower() or "im", text(one, "handle"))
            for one in nodes(said, "imHandles")
        ),
        categories=tuple(texts(said, "groups")),
        pictures=(Picture(uri=photo),) if photo.startswith(("http://", "https://")) else (),
        gender=text(said, "gender"),
    )
    aliases = [one for one in (nickname, spoken) if one and normalise(one) != normalise(shown)]
    return PersonRecord(
        origin,
        f"nametag:{text(said, 'id')}" if text(said, "id") else "",
        shown,
        credentials,
        tuple(point for point in points if point.value),
        (Employment(organization, title),) if organization else (),
        aliases=tuple(dict.fromkeys(aliases)),
        birthday=next((day(text(one, "date")) for one in events if _is_birthday(one)), ""),
        notes=_notes(said),
        more=more,
    )


def _is_birthday(event: Node) -> bool:
    return "birth" in text(event, "title").casefold()


def _dates(said: Node, events: list[Node]) -> Iterator[Dated]:
    if anniversary := text(said, "anniversary"):
        on = day(anniversary)
        yield Dated("anniversary", on, text="" if on else anniversary)
    for event in events:
        written = text(event, "date")
        on = day(written)
        if not _is_birthday(event):
            yield Dated("other", on, text(event, "title"), "" if on else written)


def _address(said: Node) -> Address:
    return Address(
        text(said, "type").lower(),
        extended=text(said, "streetLine2"),
        street=text(said, "streetLine1"),
        locality=text(said, "locality"),
        region=text(said, "region"),
        code=text(said, "postalCode"),
        country=text(said, "country"),
    )


def _notes(said: Node) -> str:
    """The notes, then what has no place of its own."""
    lines = [text(said, "notes")]
    if relation := node(said, "relationshipToUser"):
        lines.append(f"Related to me: {text(relation, 'label', 'name')}")
    if truth(said, "contactReminderEnabled"):
        every = f"{text(said, 'contactReminderInterval')} {text(said, 'contactReminderIntervalUnit').lower()}"
        lines.append(f"Keep in touch every: {every}")
    if last := text(said, "lastContact"):
        lines.append(f"Last contact: {day(last) or last}")
    lines += [f"Place: {place}" for one in nodes(said, "locations") if (place := _place(one))]
    lines += [f"{text(one, 'key')}: {text(one, 'value')}" for one in nodes(said, "customFields")]
    lines += [f"{text(one, 'slug')}: {text(one, 'value')}" for one in nodes(said, "customFieldValues")]
    return "\n".join(filter(None, lines))


def _place(said: Node) -> str:
    """A place by its label, else by where it lies."""
    lies = ", ".join(filter(None, (text(said, "latitude"), text(said, "longitude"))))
    return text(said, "label") or lies


def _tie(origin: Origin, person: Node, said: Node, seen: set[frozenset[str]]) -> Told:
    """Each relation stands on both people: the second telling of one is the same."""
    mine, theirs = text(person, "id"), text(said, "relatedPersonId")
    if not (mine and theirs):
        return rejected(origin, said, "nobody_related")
    pair = frozenset((mine, theirs))
    if pair in seen:
        return records.Ignored(origin, Reason("said_twice"))
    seen.add(pair)
    name = " ".join(filter(None, (text(person, "name"), text(person, "surname"))))
    kind = text(node(said, "relationshipType"), "label", "name").lower()
    return TieRecord(
        origin,
        f"tie:{':'.join(sorted(pair))}",
        Party(text(said, "relatedPersonName"), key=f"nametag:{theirs}"),
        Party(name, key=f"nametag:{mine}"),
        kind or "related",
        text(said, "notes"),
    )


def _entry(origin: Origin, said: Node) -> Told:
    body, title = text(said, "body"), text(said, "title")
    if not (body or title):
        return records.Ignored(origin, Reason("empty"))
    names, keys = texts(said, "people"), texts(said, "peopleIds")
    names += [""] * (len(keys) - len(names))
    people = tuple(
        Party(name, key=f"nametag:{keys[at]}" if at < len(keys) else "") for at, name in enumerate(names)
    )
    return NoteRecord(
        origin, f"entry:{text(said, 'id')}", day(text(said, "date")), body or title, people, title
    )
