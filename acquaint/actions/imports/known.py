"""What is here already of all that a chunk speaks of, read with a few queries a chunk, whatever its size.

A preview writes nothing, so it remembers beyond the chunk whom the import would make and what they said.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from acquaint.actions import tombstones
from acquaint.formats.records import (
    InvitationRecord,
    MessageRecord,
    Outcome,
    Party,
    PersonRecord,
    VouchRecord,
)
from acquaint.models import ContactPoint, Interaction, Person, Position, SourceRecord
from acquaint.models.scope import Scope
from acquaint.text import contact_points
from acquaint.text.names import normalise

LINKEDIN = "linkedin.com/"
KEY_LIMIT = 300


@dataclass(slots=True, eq=False)
class Holding:
    """A position that stands open."""

    pk: int
    organization: str  # its match key
    title: str
    last_change: int


@dataclass(slots=True, eq=False)
class Who:
    """Somebody who is here, or whom this chunk makes (`pk` is None until they are written)."""

    name: str
    pk: int | None = None
    credentials: str = ""
    met_on: str = ""
    how_met: str = ""
    is_me: bool = False
    last_change: int = 0
    points: set[tuple[str, str]] = field(default_factory=set)
    holdings: list[Holding] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Told:
    """What the source said last under a key, and of whom."""

    key: str
    record: dict[str, Any]
    who: Who | None
    pk: int | None = None
    seen_on: date | None = None
    last_change: int = 0


@lru_cache(maxsize=65_536)
def profile_key(url: str) -> str:
    """The match key of a profile address."""
    return contact_points.profile(url)[:400]


def email_key(address: str) -> str:
    """The match key of an e-mail address."""
    return contact_points.email(address)[:400]


def contact_key(record: MessageRecord | InvitationRecord) -> str:
    """The key under which a message or an invitation stands as a contact."""
    if isinstance(record, MessageRecord):
        return record.key
    return f"inv:{hashlib.sha256(record.key.encode()).hexdigest()[:32]}"


class Known:
    """Who and what is here already, by the keys that the chunk in hand names."""

    def __init__(self, scope: Scope, kind: str, *, remember: bool) -> None:
        self.scope = scope
        self.kind = kind
        self.me: Who | None = None
        self.by_pk: dict[int, Who] = {}
        self.told: dict[str, Told] = {}
        self.of_person: dict[int, Told] = {}
        self.by_profile: dict[str, list[Who]] = {}
        self.by_email: dict[str, list[Who]] = {}
        self.by_name: dict[str, list[Who]] = {}
        self.contacts: dict[str, tuple[int, bool, int]] = {}  # external key → (id, body is kept, last change)
        self._remember = remember
        self._made: list[Who] = []
        self._said: dict[str, Told] = {}
        self._graves = tombstones.digests(scope)

    def load(self, outcomes: Sequence[Outcome], more: Iterable[str] = ()) -> None:
        """Read all that these rows may meet; `more` are further keys of source records."""
        people = [one for one in outcomes if isinstance(one, PersonRecord)]
        parties = [party for one in outcomes for party in _parties(one)]
        self._forget()
        self._load_told({*(one.key for one in people), *(party.key for party in parties), *more} - {""})
        profiles = {point.value for one in people for point in one.points if point.kind == "profile"}
        emails = {point.value for one in people for point in one.points if point.kind == "email"}
        profiles |= {party.profile for party in parties if party.profile}
        emails |= {party.email for party in parties if party.email}
        by_profile = self._pks("profile", {profile_key(url) for url in profiles})
        by_email = self._pks("email", {email_key(address) for address in emails})
        by_name = self._pks_by_name(people)
        self._load_people(by_profile, by_email, by_name)
        self._load_contacts(
            [contact_key(one) for one in outcomes if isinstance(one, (MessageRecord, InvitationRecord))]
        )

    def is_erased(self, points: Iterable[tuple[str, str]]) -> bool:
        """Whether somebody who could be reached in one of these ways was erased."""
        return bool(self._graves) and any(
            tombstones.digest(self.scope, kind, normal) in self._graves for kind, normal in points
        )

    def learn(self, who: Who) -> None:
        """Take note of somebody whom this import makes."""
        for kind, normal in who.points:
            table = self.by_profile if kind == "profile" else self.by_email
            table.setdefault(normal, []).append(who)
        if self._remember:
            self._made.append(who)

    def say(self, told: Told) -> None:
        """Take note of what the source says now."""
        self.told[told.key] = told
        if self._remember:
            self._said[told.key] = told

    def _forget(self) -> None:
        """Before the next chunk: what the database says is asked anew, what a preview would make stays."""
        self.by_pk, self.told, self.of_person = {}, dict(self._said), {}
        self.by_profile, self.by_email, self.by_name, self.contacts = {}, {}, {}, {}
        if not self._remember:
            self.me = None
        made, self._made = self._made, []
        for who in made:
            self.learn(who)

    def _load_told(self, keys: set[str]) -> None:
        rows = SourceRecord.objects.of(self.scope).filter(kind=self.kind, external_key__in=keys)
        self._found = list(
            rows.values_list("external_key", "id", "person_id", "record", "seen_on", "last_change")
        )

    def _pks(self, kind: str, normals: set[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        if normals:
            rows = ContactPoint.objects.of(self.scope).filter(kind=kind, normal__in=normals)
            for normal, person in rows.values_list("normal", "person_id"):
                found[normal].append(person)
        return found

    def _pks_by_name(self, people: Sequence[PersonRecord]) -> dict[str, list[int]]:
        """Namesakes of people whom no certain key was found for: the day of connecting may tell."""
        keys = {row[0] for row in self._found}
        normals = {normalise(one.name)[:400] for one in people if one.connected_on and one.key not in keys}
        found: dict[str, list[int]] = defaultdict(list)
        if normals:
            rows = Person.objects.of(self.scope).filter(normal__in=normals)
            for normal, person in rows.values_list("normal", "id"):
                found[normal].append(person)
        return found

    def _load_people(self, *tables: dict[str, list[int]]) -> None:
        pks = {pk for table in tables for found in table.values() for pk in found}
        pks |= {row[2] for row in self._found if row[2] is not None}
        if not pks and self.me is not None and not self._found:
            return
        rows = Person.objects.with_me(self.scope).filter(id__in=pks) | Person.objects.me(self.scope)
        for row in rows.values("id", "name", "credentials", "met_on", "how_met", "me_since", "last_change"):
            who = Who(
                row["name"],
                row["id"],
                row["credentials"],
                row["met_on"],
                row["how_met"],
                is_me=row["me_since"] is not None,
                last_change=row["last_change"],
            )
            self.by_pk[row["id"]] = who
            if who.is_me:
                self.me = who
        self._load_details()
        for target, table in zip((self.by_profile, self.by_email, self.by_name), tables, strict=True):
            for normal, found in table.items():
                target.setdefault(normal, []).extend(self.by_pk[pk] for pk in found if pk in self.by_pk)
        self._load_said()

    def _load_details(self) -> None:
        points = ContactPoint.objects.of(self.scope).filter(person_id__in=self.by_pk)
        for person, kind, normal in points.values_list("person_id", "kind", "normal"):
            self.by_pk[person].points.add((kind, normal))
        open_ones = Position.objects.of(self.scope).filter(
            person_id__in=self.by_pk, ended="", ended_seen_on=None, kind="work"
        )
        for row in open_ones.values_list("person_id", "id", "organization__normal", "title", "last_change"):
            person, pk, organization, title, last_change = row
            self.by_pk[person].holdings.append(Holding(pk, organization or "", title, last_change))

    def _load_said(self) -> None:
        """The source records by key, and those of the people found in other ways."""
        unkeyed = set(self.by_pk) - {row[2] for row in self._found}
        rows = self._found
        if unkeyed:
            others = SourceRecord.objects.of(self.scope).filter(kind=self.kind, person_id__in=unkeyed)
            rows = [
                *rows,
                *others.values_list("external_key", "id", "person_id", "record", "seen_on", "last_change"),
            ]
        for key, pk, person, record, seen_on, last_change in rows:
            who = self.by_pk.get(person)
            told = Told(key, record, who, pk, seen_on, last_change)
            self.told.setdefault(key, told)
            if who is not None and not key.startswith(("vouch:", "own:")):
                self.of_person[person] = told

    def _load_contacts(self, keys: Sequence[str]) -> None:
        if keys:
            rows = Interaction.objects.of(self.scope).filter(source=self.kind, external_key__in=keys)
            for key, pk, body, last_change in rows.values_list("external_key", "id", "body", "last_change"):
                self.contacts[key] = (pk, bool(body), last_change)


def _parties(outcome: Outcome) -> Sequence[Party]:
    if isinstance(outcome, MessageRecord):
        return outcome.people
    if isinstance(outcome, (InvitationRecord, VouchRecord)):
        return (outcome.party,)
    return ()
