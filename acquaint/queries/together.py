"""Who was at one employer, school or club at one time, as far as dates are known: said by nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from acquaint.maths import paths
from acquaint.models import Position
from acquaint.models.scope import Scope
from acquaint.queries.prepared import prepared
from acquaint.queries.ties import Known, Way
from acquaint.text.partial_dates import PartialDate

PLACES = {"work": "worked", "study": "studied", "member": "belonged"}
COLUMNS = ("person_id", "organization_id", "kind", "started", "ended", "ended_seen_on")

Row = Sequence[Any]  # of COLUMNS


@dataclass(frozen=True, slots=True)
class _Stay:
    """Somebody's time at a place, and whether they are still there."""

    person: int
    first: date
    last: date
    still: bool


def ways(scope: Scope, people: Collection[int]) -> Iterator[Way]:
    """To these people (primary keys) from everybody who was there with them; three queries."""
    return _beside(scope, _of_people(scope, people=people))


def with_me(scope: Scope) -> dict[int, Known]:
    """Everybody who was at one place with me, the latest place last; one query, or three."""
    mine = _of_me(scope)
    return {
        by: Known(known.strength, known.code.replace("way.", "way.my-"), known.facts, inferred=True)
        for _me, by, known in _beside(scope, mine)
    }


def _beside(scope: Scope, theirs: Iterable[Row]) -> Iterator[Way]:
    rows, today = list(theirs), scope.today
    small = {(place, kind) for place, kind in _small(scope, paths.CROWD, places={row[1] for row in rows})}
    names: dict[int, str] = {}
    staff: dict[tuple[int, str], list[_Stay]] = defaultdict(list)
    for row in _at(scope, places={row[1] for row in rows if (row[1], row[2]) in small}):
        names[row[1]] = row[-1]
        if (row[1], row[2]) in small and (stay := _stay(row, today)):
            staff[row[1], row[2]].append(stay)
    for row in rows:
        to, place, kind = row[:3]
        beside, stay = staff.get((place, kind)), _stay(row, today)
        if not beside or not stay:
            continue
        for other in beside:
            if other.person != to and other.first <= stay.last and stay.first <= other.last:
                code = "colleagues" if kind == "work" and stay.still and other.still else PLACES[kind]
                facts = {"organization": names[place]}
                yield to, other.person, Known(paths.SAME_PLACE, f"way.{code}", facts, inferred=True)


@prepared
def _of_people(told: Any) -> Any:
    rows = Position.objects.of(told).filter(organization__isnull=False, person__among=told.people)
    return rows.values_list(*COLUMNS)


@prepared
def _of_me(told: Any) -> Any:
    rows = Position.objects.of(told).filter(organization__isnull=False, person__me_since__isnull=False)
    return rows.order_by("started", "id").values_list(*COLUMNS)


@prepared
def _small(told: Any, most: int) -> Any:
    """At which of these places, and as what, so few were that they will have noticed each other."""
    rows = _askable(told).values("organization_id", "kind").annotate(number=Count("id"))
    return rows.filter(number__lte=most).order_by().values_list("organization_id", "kind")


@prepared
def _at(told: Any) -> Any:
    """Everybody who may be asked at these places."""
    return _askable(told).values_list(*COLUMNS, "organization__name")


def _askable(told: Any) -> QuerySet[Position]:
    return Position.objects.of(told).filter(
        organization__among=told.places, person__me_since=None, person__closed_on=None
    )


def _stay(row: Row, today: date) -> _Stay | None:
    """From when to when somebody was surely there: a missing end of a school is its beginning."""
    person, _place, kind, started, ended, gone = row[: len(COLUMNS)]
    begin, end = _part(started), _part(ended)
    first = begin.lower if begin else None
    last = end.upper if end else gone
    if kind == "study" and first is None and last is None:
        return None
    if last is None:
        last = first if kind == "study" else max(today, first or today) + timedelta(1)
    if first is None:
        first = end.lower if end else min(gone or today, today)
    return _Stay(person, first, last, not (ended or gone)) if last and first <= last else None


def _part(text: str) -> PartialDate | None:
    if not text:
        return None
    read = PartialDate.parse(text)
    return None if read.year is None else read
