"""What an import left for the owner to decide: whom it is about, what stands here, what the source says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from acquaint.formats import reasons
from acquaint.formats.records import Reason
from acquaint.models import ContactPoint, Detail, ImportBatch, ImportVerdict, Person, Position, SourceRecord
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named

OWN = "own:profile"  # under which key a source describes the owner
BESIDE = ("vouch:", "own:")  # source records that do not describe the person they lead to


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact on which the record and a source differ; `settled` is empty, "mine" or "theirs"."""

    fact: str
    label: str
    mine: str
    theirs: str
    settled: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that was not taken over; without a person there is nothing to take, only something to know."""

    person: Named | None
    path: str
    line: int
    reason: str
    differences: tuple[Difference, ...]

    @property
    def is_open(self) -> bool:
        """Whether something of it waits for a decision."""
        return any(not one.settled for one in self.differences)


def find(scope: Scope, batch: str) -> ImportBatch:
    """The batch of that id. NotFound otherwise."""
    row = ImportBatch.objects.of(scope).filter(key=batch).select_related("change").first()
    if row is None:
        raise NotFound(_("There is no import {batch}; `imports` lists them.").format(batch=batch))
    return row


def of_batch(scope: Scope, *, batch: str, limit: int = 0) -> tuple[Conflict, ...]:
    """The conflicts of an import in the order of its rows (`limit` 0: all). NotFound for an unknown batch."""
    job = find(scope, batch)
    rows = ImportVerdict.objects.of(scope).filter(batch=job, verdict="conflict").order_by("id")
    found = list(rows[:limit] if limit else rows)
    sides = Sides(scope, job, {pk for row in found if (pk := about(row)) is not None})
    return tuple(_conflict(row, sides) for row in found)


def about(row: ImportVerdict) -> int | None:
    """The primary key of the person whom a conflict is about, as far as it is known."""
    said = str(row.facts.get("who", ""))
    return int(said) if said.isdecimal() else None


def facts_of(row: ImportVerdict) -> tuple[str, ...]:
    """The facts on which it differs."""
    return tuple(str(row.facts.get("what", "")).split(", "))


def settled(row: ImportVerdict) -> Mapping[str, str]:
    """By fact, what was decided."""
    found: dict[str, str] = row.facts.get("settled", {})
    return found


class Sides:
    """What stands here of some people, and what the source of an import says of them."""

    def __init__(self, scope: Scope, job: ImportBatch, people: Iterable[int]) -> None:
        wanted = list(people)
        self.people = {row.pk: row for row in Person.objects.with_me(scope).filter(pk__in=wanted)}
        self._theirs = _said(scope, job, wanted)
        self._points: dict[tuple[int, str], list[str]] = defaultdict(list)
        points = ContactPoint.objects.of(scope).filter(person_id__in=wanted).order_by("id")
        for pk, kind, value in points.values_list("person_id", "kind", "value"):
            self._points[pk, kind].append(value)
        held = Position.objects.of(scope).filter(
            person_id__in=wanted, kind="work", ended="", ended_seen_on=None
        )
        places = held.order_by("id").values_list("person_id", "title", "organization__name")
        born = Detail.objects.of(scope).filter(person_id__in=wanted, kind="birthday", normal="day")
        self._born: dict[int, str] = dict(born.values_list("person_id", "on"))
        self._places = {pk: _place(title, organization) for pk, title, organization in places}

    def theirs(self, pk: int) -> Mapping[str, Any]:
        """What the source last said of this person."""
        return self._theirs.get(pk, {})

    def mine(self, pk: int, fact: str) -> str:
        """What stands here of a fact."""
        row = self.people[pk]
        if fact in ("profile", "email"):
            return ", ".join(self._points[pk, fact])
        if fact == "position":
            return self._places.get(pk, "")
        if fact == "birthday":
            return self._born.get(pk, "")
        return str(getattr(row, "met_on" if fact == "connected_on" else fact, ""))

    def said(self, pk: int, fact: str) -> str:
        """What the source says of a fact."""
        told = self.theirs(pk)
        if fact == "position":
            return _place(told.get("title", ""), told.get("organization", ""))
        return str(told.get(fact, ""))


def _said(scope: Scope, job: ImportBatch, people: list[int]) -> dict[int, dict[str, Any]]:
    """By person, the source's latest words on them."""
    rows = SourceRecord.objects.of(scope).filter(person_id__in=people, kind__in=job.kind.split(","))
    found: dict[int, dict[str, Any]] = {}
    for pk, key, record in rows.order_by("seen_on", "last_change", "id").values_list(
        "person_id", "external_key", "record"
    ):
        if key == OWN or not key.startswith(BESIDE):
            found[pk] = {**record}
    return found


def _place(title: str, organization: str | None) -> str:
    return ", ".join(filter(None, (title, organization)))


def _conflict(row: ImportVerdict, sides: Sides) -> Conflict:
    reason = reasons.word(Reason(row.reason, row.facts), _)
    person = sides.people.get(about(row) or 0)
    if person is None:
        return Conflict(None, row.path, row.line, reason, ())
    differences = tuple(
        Difference(
            fact,
            reasons.fact(fact, _),
            sides.mine(person.pk, fact),
            sides.said(person.pk, fact),
            settled(row).get(fact, ""),
        )
        for fact in facts_of(row)
    )
    return Conflict(Named(person.key, person.name), row.path, row.line, reason, differences)
