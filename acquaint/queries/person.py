"""One person whole: how they are reached, where they work, and everything that lies between us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from acquaint.models import Alias, ContactPoint, Detail, Interest, Person, Position, SourceRecord
from acquaint.models.scope import Scope
from acquaint.queries import between, finding, grounds, people, timelines
from acquaint.queries.cards import Named, named
from acquaint.queries.facts import (
    DetailRow,
    InterestRow,
    IntroductionRow,
    OpeningRow,
    PointRow,
    PositionRow,
    Promises,
    Shared,
    SourceRow,
)
from acquaint.queries.prepared import prepared
from acquaint.queries.timelines import Entry


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person whole."""

    id: str
    name: str
    credentials: str
    aliases: tuple[str, ...]
    pronouns: str
    pronunciation: str
    notes: str
    how_met: str
    met_on: str
    stage: str
    organization: str | None
    position: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: tuple[str, ...]
    points: tuple[PointRow, ...]
    positions: tuple[PositionRow, ...]
    interests: tuple[InterestRow, ...]
    common_ground: tuple[Shared, ...]
    knows: tuple[Named, ...]
    introduced_by: Named | None
    first_contact: date | None
    last_contact: date | None
    last_two_way: date | None
    next: date | None
    next_why: str
    rhythm_days: int | None
    gladly: str
    chosen_on: date | None
    closed_on: date | None
    closed_why: str
    rested_on: date | None
    rest_until: date | None
    rest_why: str
    promises: Promises
    introductions: tuple[IntroductionRow, ...]
    openings: tuple[OpeningRow, ...]
    sources: tuple[SourceRow, ...]
    timeline: tuple[Entry, ...]
    birthday: str
    details: tuple[DetailRow, ...]
    photo: str | None


AS_HELD: tuple[str, ...] = (
    "name",
    "credentials",
    "pronouns",
    "pronunciation",
    "notes",
    "how_met",
    "met_on",
    "stage",
    "first_contact",
    "last_contact",
    "last_two_way",
    "rhythm_days",
    "gladly",
    "chosen_on",
    "closed_on",
    "closed_why",
    "rested_on",
    "rest_until",
    "rest_why",
)  # columns that the page shows as they stand


def show(scope: Scope, who: str, *, limit: int = 0) -> PersonPage:
    """One person whole, by whatever `who` means; `limit` cuts the timeline (0: all of it)."""
    pk = finding.person_id(scope, who)
    row = _row(scope, person=pk)[0]
    points = [PointRow(*told) for told in _points(scope, person=pk)]
    by_kind = {
        kind: tuple(p.value for p in points if p.kind == kind) for kind in ("email", "phone", "profile")
    }
    place, title = people.places_of(scope, [pk]).get(pk, (None, None))
    ours = between.of_person(scope, pk)
    details = tuple(DetailRow(*told) for told in _details(scope, person=pk))
    return PersonPage(
        **{name: getattr(row, name) for name in AS_HELD},
        id=row.key,
        aliases=tuple(_aliases(scope, person=pk)),
        organization=place,
        position=title,
        emails=by_kind["email"],
        phones=by_kind["phone"],
        profiles=by_kind["profile"],
        points=tuple(points),
        positions=_positions(scope, pk),
        interests=tuple(InterestRow(*told) for told in _interests(scope, person=pk)),
        common_ground=grounds.shared(scope, pk),
        knows=ours.knows,
        introduced_by=named(row.introduced_by.key, row.introduced_by.name) if row.introduced_by else None,
        next=row.next_due,
        next_why=row.next_touch_why,
        promises=ours.promises,
        introductions=ours.introductions,
        openings=ours.openings,
        sources=tuple(SourceRow(kind, on) for kind, on in dict(_sources(scope, person=pk)).items()),
        timeline=timelines.of_person(scope, pk, limit=limit),
        birthday=next((one.on for one in details if one.kind == "birthday" and one.on), ""),
        details=details,
        photo=row.photo.key if row.photo else None,
    )


@prepared
def _row(told: Any) -> Any:
    return (
        Person.objects.of(told)
        .select_related("introduced_by", "photo")
        .defer("photo__data")
        .filter(pk=told.person)
    )


@prepared
def _points(told: Any) -> Any:
    points = ContactPoint.objects.of(told).filter(person_id=told.person, ended_on=None).order_by("id")
    return points.values_list("key", "kind", "value", "label")


@prepared
def _aliases(told: Any) -> Any:
    return Alias.objects.of(told).filter(person_id=told.person).values_list("text", flat=True)


@prepared
def _interests(told: Any) -> Any:
    rows = Interest.objects.of(told).filter(person_id=told.person).order_by("id")
    return rows.values_list("key", "kind", "text")


@prepared
def _details(told: Any) -> Any:
    rows = Detail.objects.of(told).filter(person_id=told.person).order_by("kind", "lower", "id")
    return rows.values_list("key", "kind", "label", "text", "on")


@prepared
def _sources(told: Any) -> Any:
    rows = SourceRecord.objects.of(told).filter(person_id=told.person).order_by("kind", "-seen_on")
    return rows.values_list("kind", "seen_on")


@prepared
def _held(told: Any) -> Any:
    rows = Position.objects.of(told).filter(person_id=told.person)
    return rows.select_related("organization").order_by("-id")


def _positions(scope: Scope, pk: int) -> tuple[PositionRow, ...]:
    return tuple(
        PositionRow(
            id=row.key,
            kind=row.kind,
            title=row.title,
            organization=row.organization.name if row.organization else None,
            started=row.started,
            ended=row.ended,
            current=not row.ended and row.ended_seen_on is None,
            seen_on=row.seen_on,
        )
        for row in _held(scope, person=pk)
    )
