"""Everybody as a card: whose card came from elsewhere gets that very card back, with what was changed since.

A card that nobody here touched goes out byte for byte as it came (docs/decisions/export.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from acquaint.formats import pictures
from acquaint.formats.people_table import Listed
from acquaint.formats.records import Origin, PersonRecord
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.reading import gather, kind, read
from acquaint.formats.vcard.updating import Here, brought_up, closed
from acquaint.formats.vcard.writing import Version, write
from acquaint.models import Change, Organization, Person, SourceRecord, Tie
from acquaint.models.scope import Scope
from acquaint.queries.exports.people import LOT, listed
from acquaint.text.match_keys import match_key

KIND = "vcard"


def cards(scope: Scope, version: Version, *, person: str = "") -> Iterator[bytes]:
    """A card for each person (or the one of that key), photos included; then those of organizations."""
    everybody = listed(scope, person=person, photos=True)
    changes = Change.objects.of(scope).filter(what="import.apply")
    imports = frozenset(changes.values_list("number", flat=True))
    while lot := list(islice(everybody, LOT)):
        found = _Lot(scope, lot, imports)
        for one in lot:
            yield found.card(one.record, version)
    if not person:
        yield from _organizations(scope)


class _Lot:
    """What else is known of some people: in which cards they came, and what to hold those against."""

    def __init__(self, scope: Scope, people: Sequence[Listed], imports: frozenset[int]) -> None:
        keys = [one.record.origin.file for one in people]
        self._came = _came(scope, keys)
        self._elsewhere = _elsewhere(scope, keys, imports) if self._came else {}
        photos = Person.objects.of(scope).filter(key__in=list(self._came), photo__isnull=False)
        self._drawn = {
            key: change in imports for key, change in photos.values_list("key", "photo__last_change")
        }

    def card(self, record: PersonRecord, version: Version) -> bytes:
        """Their card: the one in which they came, or one of our own."""
        key = record.origin.file
        card = self._came.get(key)
        was = read(card, Origin("")) if card is not None else None
        if card is None or was is None:
            return write(record, version)
        return brought_up(card, was, self._here(key, record, was), version=version)

    def _here(self, key: str, record: PersonRecord, was: PersonRecord) -> Here:
        others = self._elsewhere.get(key, frozenset())
        more = record.more
        keeps = self._keeps_picture(key, was)
        if more is None or not others:
            return Here(record, (), keeps)
        mine = tuple(one for one in more.relations if one.party.key not in others)
        theirs = tuple(one for one in more.relations if one.party.key in others)
        return Here(replace(record, more=replace(more, relations=mine)), theirs, keeps)

    def _keeps_picture(self, key: str, was: PersonRecord) -> bool:
        """Whether the picture of the card is theirs: it was taken over, or never could be."""
        data = next((one.data for one in was.more.pictures if one.data), b"") if was.more else b""
        if key in self._drawn:
            return bool(data) and self._drawn[key]
        return not data or not _usable(data)


def _came(scope: Scope, keys: Sequence[str]) -> dict[str, Card]:
    """By person: the card that was read last."""
    rows = SourceRecord.objects.of(scope).filter(person__key__in=keys, kind=KIND).exclude(raw="")
    found: dict[str, Card] = {}
    for key, raw, record in rows.order_by("seen_on", "id").values_list("person__key", "raw", "record"):
        if (card := _parsed(raw, record)) is not None:
            found[key] = card
    return found


def _parsed(raw: str, record: dict[str, Any]) -> Card | None:
    codec = record.get("beside", {}).get("codec") or "utf-8"
    try:
        return Card.parse(raw.encode(codec))
    except ValueError:  # what stands here was read once; a card that no longer is one is written anew
        return None


def _elsewhere(scope: Scope, keys: Sequence[str], imports: frozenset[int]) -> dict[str, frozenset[str]]:
    """By person: the cards on which an import found that those know them."""
    rows = Tie.objects.of(scope).filter(b__key__in=keys)
    found: dict[str, set[str]] = defaultdict(set)
    for key, other, change in rows.values_list("b__key", "a__uid", "last_change"):
        if change in imports:
            found[key].add(f"uid:{other}")
    return {key: frozenset(others) for key, others in found.items()}


def _usable(data: bytes) -> bool:
    try:
        pictures.small(data)
    except pictures.UnusablePictureError:
        return False
    return True


def _organizations(scope: Scope) -> Iterator[bytes]:
    """The cards of organizations that are still here, as they came."""
    here = frozenset(Organization.objects.of(scope).values_list("normal", flat=True))
    rows = SourceRecord.objects.of(scope).filter(person=None, kind=KIND).exclude(raw="").order_by("id")
    for raw, record in rows.values_list("raw", "record").iterator(chunk_size=LOT):
        card = _parsed(raw, record)
        if match_key(str(record.get("name", "")))[:300] not in here:
            continue
        if card is not None and kind(gather(card)) == "org":
            yield closed(card)
