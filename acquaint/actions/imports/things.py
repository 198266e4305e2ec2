"""What a chunk's dated things meet and make: rows that are here, what sources said of them, what is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import models
from django.db.models import Q

from acquaint.actions import images
from acquaint.actions.imports.known import Who
from acquaint.models import (
    Detail,
    Interaction,
    InteractionPerson,
    Interview,
    JournalEntry,
    Offer,
    Promise,
    SourceRecord,
    Tie,
)
from acquaint.models.scope import Scope

PREFIX: Final = "dated:"  # source records of things with a date; they lead to nobody
MODELS: Final[Mapping[str, type[models.Model]]] = {
    "interaction": Interaction,
    "journal_entry": JournalEntry,
    "promise": Promise,
    "tie": Tie,
}
_DIGEST: Final = 12
_AT_ONCE: Final = 200  # series looked for in one statement
_KEY: Final = 80

Values = Mapping[str, Any]


def external_key(key: str) -> str:
    """A source's key as long as the columns hold."""
    return key if len(key) <= _KEY else hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:36]


def digest(value: Any) -> str:
    """A value as it is remembered: enough to see a change, and no second copy of anybody's words."""
    said = "" if value is None else str(images.pack(value))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:_DIGEST] if said else ""


@dataclass(slots=True)
class Said:
    """What a source said last of a thing: `record` has the key of its row (`made`) and digests (`as`)."""

    kind: str
    key: str
    record: dict[str, Any]
    pk: int | None = None
    seen_on: date | None = None
    last_change: int = 0
    before: Said | None = None


@dataclass(slots=True)
class Row:
    """A row that is here; `party` are the ids of the people in it."""

    pk: int
    key: str
    values: dict[str, Any]
    last_change: int
    party: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Put:
    """A row to make; a contact has everybody in it as `people`, a tie its two, all else one or nobody."""

    model: type[models.Model]
    key: str
    values: dict[str, Any]
    people: tuple[Who, ...] = ()


@dataclass(slots=True)
class Offered:
    """A question for the owner; `sign` is the same each time, `who` and `other` are here already."""

    kind: str
    sign: str
    facts: dict[str, Any]
    on: str | None = None
    who: Who | None = None
    other: Who | None = None
    interview: int | None = None
    pk: int | None = None
    held: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Dated:
    """All writes of a chunk that concern dated things."""

    said: list[Said] = field(default_factory=list)
    puts: list[Put] = field(default_factory=list)
    edits: list[tuple[type[models.Model], Row, Values]] = field(default_factory=list)
    joined: list[tuple[Row, Who]] = field(default_factory=list)  # into a contact that is here
    gone: list[Row] = field(default_factory=list)  # contacts that were called off
    left: list[tuple[Row, Who]] = field(default_factory=list)  # who was not in it after all
    offers: dict[tuple[str, str], Offered] = field(default_factory=dict)
    heard: dict[tuple[str, str], dict[str, Any] | None] = field(default_factory=dict)  # None: to be forgotten
    unheard: list[Said] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is to be written."""
        return any(
            (self.said, self.puts, self.edits, self.joined, self.gone, self.left, self.offers, self.unheard)
        )


@dataclass(slots=True)
class Here:
    """What a chunk's dated things meet; read by the `load_…` functions below."""

    said: dict[tuple[str, str], Said] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)  # by public key
    contacts: dict[tuple[str, str], Row] = field(default_factory=dict)  # by source and external key
    offers: dict[tuple[str, str], Offer] = field(default_factory=dict)
    talks: dict[int, list[Interview]] = field(default_factory=dict)  # by person
    ties: dict[frozenset[int], Row] = field(default_factory=dict)
    tied: set[frozenset[Who]] = field(default_factory=set)  # pairs of which this import told
    names: dict[str, set[int]] = field(default_factory=dict)  # match key → who bears that name
    born: set[int] = field(default_factory=set)  # of whom a birthday is known


def load_said(here: Here, scope: Scope, kind: str, keys: Iterable[str]) -> None:
    """What a source of this kind said of these things, and their rows."""
    _take_note(here, scope, load_records(scope, kind, (PREFIX + external_key(key) for key in keys)))


def load_series(here: Here, scope: Scope, kind: str, keys: Iterable[str]) -> None:
    """What was said of each one of these series, and their rows."""
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _AT_ONCE):
        among = Q(pk=None)
        for key in wanted[start : start + _AT_ONCE]:
            among |= Q(external_key__startswith=f"{PREFIX}{external_key(key)}:")
        rows = SourceRecord.objects.of(scope).filter(among, kind=kind)
        _take_note(here, scope, _records(kind, rows))


def load_records(scope: Scope, kind: str, names: Iterable[str]) -> dict[tuple[str, str], Said]:
    """What a source of this kind said, by the names under which it is kept."""
    wanted = sorted(set(names))
    rows = SourceRecord.objects.of(scope).filter(kind=kind, external_key__among=wanted)
    return _records(kind, rows) if wanted else {}


def _records(kind: str, rows: Any) -> dict[tuple[str, str], Said]:
    columns = ("id", "external_key", "record", "seen_on", "last_change")
    found = (Said(kind, key, record, pk, *rest) for pk, key, record, *rest in rows.values_list(*columns))
    return {(kind, one.key): one for one in found}


def _take_note(here: Here, scope: Scope, found: Mapping[tuple[str, str], Said]) -> None:
    here.said.update(found)
    made: dict[str, list[str]] = {}
    for one in found.values():
        if one.record.get("made"):
            made.setdefault(one.record.get("model", "interaction"), []).append(one.record["made"])
    for name, keys in made.items():
        _load_rows(here, scope, MODELS[name], keys)


def _load_rows(here: Here, scope: Scope, model: type[models.Model], keys: Sequence[str]) -> None:
    names = [column.attname for column in images.columns(model)]
    rows = model._default_manager.filter(owner_id=scope.owner_id, key__among=list(keys)).values(*names)
    found = {row["id"]: Row(row["id"], row["key"], row, row["last_change"]) for row in rows}
    here.rows.update((row.key, row) for row in found.values())
    if model is Interaction:
        _load_party(scope, found)


def _load_party(scope: Scope, rows: Mapping[int, Row]) -> None:
    party = InteractionPerson.objects.of(scope).filter(interaction_id__among=list(rows))
    for contact, person in party.values_list("interaction_id", "person_id"):
        rows[contact].party.add(person)


def load_contacts(here: Here, scope: Scope, source: str, keys: Iterable[str]) -> None:
    """Contacts of this source that are here by their external keys, also where nothing is said of them."""
    names = [column.attname for column in images.columns(Interaction)]
    wanted = sorted({external_key(key) for key in keys})
    if not wanted:
        return
    found = Interaction.objects.of(scope).filter(source=source, external_key__among=wanted)
    rows = {row["id"]: Row(row["id"], row["key"], row, row["last_change"]) for row in found.values(*names)}
    here.contacts.update(((source, row.values["external_key"]), row) for row in rows.values())
    _load_party(scope, rows)


def load_talks(here: Here, scope: Scope, people: Iterable[int]) -> None:
    """Interviews with these people."""
    for row in Interview.objects.of(scope).filter(person_id__among=sorted(set(people))).order_by("id"):
        here.talks.setdefault(row.person_id, []).append(row)


def load_ties(here: Here, scope: Scope, people: Iterable[int]) -> None:
    """Ties between any two of these people."""
    wanted = sorted(set(people))
    names = [column.attname for column in images.columns(Tie)]
    for row in Tie.objects.of(scope).filter(a_id__among=wanted, b_id__among=wanted).values(*names):
        pair = frozenset((row["a_id"], row["b_id"]))
        here.ties[pair] = Row(row["id"], row["key"], row, row["last_change"])


def load_born(here: Here, scope: Scope) -> None:
    """Of whom among those of the names a birthday is known."""
    people = sorted({pk for found in here.names.values() for pk in found})
    known = Detail.objects.of(scope).filter(kind="birthday", person_id__among=people)
    here.born.update(known.values_list("person_id", flat=True))


def load_offers(here: Here, scope: Scope, signs: Iterable[tuple[str, str]]) -> None:
    """What was asked under these signs already."""
    new = [one for one in signs if one not in here.offers]
    rows = Offer.objects.of(scope).filter(sign__among=sorted({sign for _kind, sign in new})) if new else ()
    here.offers.update(((row.kind, row.sign), row) for row in rows)


def packed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as history holds them."""
    return {name: images.pack(value) for name, value in values.items()}


def day_of(value: Any) -> date | None:
    """A day as a column's value or as text."""
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None
