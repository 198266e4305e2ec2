"""Everybody as a card: whose card came from elsewhere gets that very card back, with what was changed since.

A card that nobody here touched goes out byte for byte as it came (docs/decisions/export.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from acquaint.formats import pictures
from acquaint.formats.particulars import NOBODY
from acquaint.formats.people_table import Listed
from acquaint.formats.records import Origin, PersonRecord
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.reading import gather, kind, record
from acquaint.formats.vcard.updating import Here, brought_up, closed
from acquaint.formats.vcard.writing import Version, write
from acquaint.models import Change, Organization, Person, SourceRecord, Tie
from acquaint.models.scope import Scope
from acquaint.queries.exports.people import LOT, listed
from acquaint.text.match_keys import match_key

KIND = "vcard"


def cards(scope: Scope, version: Version, *, person: str = "") -> Iterator[bytes]:
    """A card for each person (or the one of that key), photos included.

    Then those of organizations that are still here, of groups and of things, as they came.
    """
    everybody = listed(scope, person=person, photos=True)
    changes = Change.objects.of(scope).filter(what="import.apply")
    imports = frozenset(changes.values_list("number", flat=True))
    others = () if person else _nobody(scope)
    groups = frozenset(match_key(one.name) for one in others if one.is_group)
    while lot := list(islice(everybody, LOT)):
        found = _Lot(scope, lot, imports, groups)
        for one in lot:
            yield found.card(one.record, version)
    if not person:
        yield from (closed(told.card) for told in _nobody(scope))


class _Lot:
    """What else is known of some people: in which cards they came, and what to hold those against."""

    def __init__(
        self, scope: Scope, people: Sequence[Listed], imports: frozenset[int], groups: frozenset[str]
    ) -> None:
        self._groups = groups
        keys = [one.record.origin.file for one in people]
        self._came = _came(scope, keys)
        self._elsewhere = _elsewhere(scope, keys, imports) if self._came else {}
        photos = Person.objects.of(scope).filter(key__in=list(self._came), photo__isnull=False)
        self._drawn = {
            key: change in imports for key, change in photos.values_list("key", "photo__last_change")
        }

    def card(self, person: PersonRecord, version: Version) -> bytes:
        """Their card: the one in which they came, or one of our own."""
        key = person.origin.file
        card = self._came.get(key)
        was = _read(card, person.name) if card is not None else None
        if card is None or was is None:
            return write(person, version)
        return brought_up(card, was, self._here(key, person, was), version=version)

    def _here(self, key: str, person: PersonRecord, was: PersonRecord) -> Here:
        others = self._elsewhere.get(key, frozenset())
        more = person.more
        keeps = self._keeps_picture(key, was)
        if more is None or not others:
            return Here(person, (), self._groups, keeps)
        mine = tuple(one for one in more.relations if one.party.key not in others)
        theirs = tuple(one for one in more.relations if one.party.key in others)
        return Here(replace(person, more=replace(more, relations=mine)), theirs, self._groups, keeps)

    def _keeps_picture(self, key: str, was: PersonRecord) -> bool:
        """Whether the picture of the card is theirs: it was taken over, or never could be."""
        data = next((one.data for one in was.more.pictures if one.data), b"") if was.more else b""
        if key in self._drawn:
            return bool(data) and self._drawn[key]
        return not data or not _usable(data)


def _read(card: Card, name: str) -> PersonRecord | None:
    """The record of a card; one without a name was called as its file is, and says nothing else."""
    g = gather(card)
    told = record(g, Origin(""))
    if told is None:
        g.names.append((1, name))
        told = record(g, Origin(""))
    return told


def _came(scope: Scope, keys: Sequence[str]) -> dict[str, Card]:
    """By person: the card that was read last."""
    rows = SourceRecord.objects.of(scope).filter(person__key__in=keys, kind=KIND).exclude(raw="")
    found: dict[str, Card] = {}
    for key, raw, said in rows.order_by("seen_on", "id").values_list("person__key", "raw", "record"):
        if (card := _parsed(raw, said)) is not None:
            found[key] = card
    return found


def _parsed(raw: str, said: dict[str, Any]) -> Card | None:
    codec = said.get("beside", {}).get("codec") or "utf-8"
    try:
        return Card.parse(raw.encode(codec))
    except ValueError:  # what stands here was read once; a card that no longer is one is written anew
        return None


def _elsewhere(scope: Scope, keys: Sequence[str], imports: frozenset[int]) -> dict[str, frozenset[str]]:
    """By person: those of whom a card told that the two know each other."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (("a", "b"), ("b", "a")):
        rows = Tie.objects.of(scope).filter(**{f"{one}__key__in": keys})
        for key, uid, change in rows.values_list(f"{one}__key", f"{other}__uid", "last_change"):
            if change in imports:
                found[key].add(f"uid:{uid}")
    return {key: frozenset(others) for key, others in found.items()}


def _usable(data: bytes) -> bool:
    try:
        pictures.small(data)
    except pictures.UnusablePictureError:
        return False
    return True


class _Nobody(NamedTuple):
    """A card that is of no person."""

    name: str
    card: Card
    is_group: bool


def _nobody(scope: Scope) -> Iterator[_Nobody]:
    here = frozenset(Organization.objects.of(scope).values_list("normal", flat=True))
    rows = SourceRecord.objects.of(scope).filter(person=None, kind=KIND).exclude(raw="").order_by("id")
    for raw, said in rows.values_list("raw", "record").iterator(chunk_size=LOT):
        name = str(said.get("name", ""))
        about = kind(gather(card)) if (card := _parsed(raw, said)) is not None else ""
        if card is not None and about in NOBODY and (about != "org" or match_key(name)[:300] in here):
            yield _Nobody(name, card, about == "group")
