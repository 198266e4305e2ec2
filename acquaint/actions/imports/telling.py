"""What a card or row of an address book says of a person, as it is kept for the next comparison."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import lru_cache
from typing import Any, Final

from acquaint.actions.imports.known import kept
from acquaint.formats.particulars import Dated, PersonMore
from acquaint.formats.records import Party, PersonRecord
from acquaint.models.details import DAY
from acquaint.text.match_keys import fact_key, match_key, point_key
from acquaint.text.partial_dates import PartialDate

Said = dict[str, Any]
Id = tuple[str, ...]

NOTHING: Final = PersonMore()
BIRTHDAY: Final = ("birthday", DAY)  # the one birthday that is a date
_DAYS: Final = {"birthday": "birthday", "anniversary": "anniversary", "death": "death"}
_BESIDE: Final = ("parts", "gender", "languages", "zone", "created", "revised", "kept", "codec")


def told_of(record: PersonRecord) -> Said:
    """All that a record tells; what is empty is left out, lists stay in the source's order."""
    more = record.more or NOTHING
    first = record.positions[0] if record.positions else None
    found: Said = {
        "name": record.name,
        "credentials": record.credentials,
        "connected_on": record.connected_on,
        "pronouns": record.pronouns,
        "birthday": _partial(record.birthday),
        "notes": record.notes,
        "organization": first.organization if first else "",
        "title": first.title if first else "",
        "points": [*_points(record, more)],
        "positions": [*_positions(record, more)],
        "aliases": list(record.aliases),
        "interests": list(record.interests),
        "details": [*_details(record, more)],
        "relations": [[one.kind, one.label, *_party(one.party)] for one in more.relations],
        "introducer": _party(record.introduced_by) if record.introduced_by else [],
        "photo": next((digest(one.data) for one in more.pictures if one.data), ""),
        "beside": _beside(more),
        "card": digest(record.raw.encode("utf-8", "surrogatepass")) if record.raw else "",
    }
    return {name: _clean(value) for name, value in found.items() if value}


def digest(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.sha256(data).hexdigest()[:20]


def party_of(told: list[str]) -> Party:
    """The party that a relation or an introducer was kept as."""
    return Party(*told)


# ── Identities: what makes a value the same value ────────────────────────────────────────────────


def points(said: Mapping[str, Any]) -> dict[Id, tuple[str, str]]:
    """(kind, match key) → (value, label) of the ways to reach somebody, whatever kind of source told them.

    What is none of its kind is known by its text.
    """
    found: dict[Id, tuple[str, str]] = {}
    for kind, value, label in said.get("points", ()):
        if normal := point_key(kind, value) or match_key(value)[:400] or value.strip()[:400]:
            found.setdefault((kind, normal), (value, label))
    for kind in ("profile", "email"):
        if (value := said.get(kind)) and (normal := point_key(kind, value)):
            found.setdefault((kind, normal), (value, ""))
    return found


def aliases(said: Mapping[str, Any]) -> dict[Id, str]:
    """(match key) → a further name."""
    return {(normal,): text for text in said.get("aliases", ()) if (normal := match_key(text)[:400])}


def interests(said: Mapping[str, Any]) -> dict[Id, str]:
    """(match key) → what somebody cares about."""
    return {(normal,): text for text in said.get("interests", ()) if (normal := match_key(text)[:300])}


def details(said: Mapping[str, Any]) -> dict[Id, list[str]]:
    """(kind, match key) → [label, text, on, ref]."""
    return {detail_id(kind, *told): list(told) for kind, *told in said.get("details", ())}


def relations(said: Mapping[str, Any]) -> dict[Id, list[str]]:
    """(kind, match key) of the detail that a relation is while nobody here is certainly meant → as told."""
    return {relation_id(told): told for told in said.get("relations", ())}


def relation_id(told: list[str]) -> Id:
    """The identity of a relation."""
    return detail_id("relation", told[1] or told[0], shown(party_of(told[2:])), "", "")


def detail_id(kind: str, label: str, text: str, on: str, _ref: str) -> Id:
    """What makes a detail the same: its sense and its words, else its day."""
    return kind, fact_key(label, text, on)


def position_id(organization: str, title: str) -> Id:
    """What makes a position the same."""
    return match_key(organization)[:300], match_key(title)[:400]


def shown(party: Party) -> str:
    """How somebody else is called in words."""
    return party.name or party.email or party.phone or party.profile or party.key


# ── Parts of a record ────────────────────────────────────────────────────────────────────────────


def _points(record: PersonRecord, more: PersonMore) -> Iterator[list[str]]:
    for point in record.points:
        if point.value.strip():
            yield [point.kind, point.value, point.label[:60]]
    for handle in more.handles:
        yield ["profile", f"{handle.service}:{handle.value}", handle.label[:60]]


def _positions(record: PersonRecord, more: PersonMore) -> Iterator[list[str]]:
    for at, place in enumerate(record.positions):
        department = more.departments[at] if at < len(more.departments) else ""
        if place.organization or place.title:
            yield [
                place.organization, place.title, department[:200], place.kind,
                _partial(place.started), _partial(place.ended),
            ]  # fmt: skip


def _details(record: PersonRecord, more: PersonMore) -> Iterator[list[str]]:
    if record.birthday and not _partial(record.birthday):
        yield ["birthday", "", record.birthday, "", ""]
    for dated in more.dates:
        yield _day(dated)
    for kind, texts in (
        ("title", more.titles),
        ("role", more.roles),
        ("category", more.categories),
        ("other", more.strays),
    ):
        yield from ([kind, "", text, "", ""] for text in texts if text.strip())


def _day(dated: Dated) -> list[str]:
    on = _partial(dated.on)
    return [_DAYS.get(dated.kind, "day"), dated.label[:60], dated.text or ("" if on else dated.on), on, ""]


def _party(party: Party) -> list[str]:
    return [party.name, party.profile, party.email, party.phone, party.key]


def _beside(more: PersonMore) -> Said:
    """What stays with the source: the parts of name and addresses, and what only its own program reads."""
    found: Said = {name: getattr(more, name) for name in _BESIDE}
    found["parts"] = list(astuple(more.parts)) if more.parts else []
    found["addresses"] = [list(astuple(one)) for one in more.addresses]
    found["pictures"] = [one.uri for one in more.pictures if one.uri]
    found["languages"], found["kept"] = list(more.languages), list(more.kept)
    found["codec"] = more.codec if more.codec != NOTHING.codec else ""
    return {name: value for name, value in found.items() if value}


@lru_cache(maxsize=4096)
def _partial(text: str) -> str:
    """A partial date as it is stored, "" for what is none."""
    try:
        return PartialDate.parse(text).text if text else ""
    except ValueError:
        return ""


def _clean(value: Any) -> Any:
    """What every database can hold."""
    if isinstance(value, str):
        return kept(value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return value


def lower(on: str) -> str | None:
    """The day by which a partial date is sorted, as the column takes it."""
    return PartialDate.parse(on).lower.isoformat() if on else None
