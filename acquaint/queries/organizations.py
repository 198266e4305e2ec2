"""Organizations as a reader wants them: in which field, who is there, who was, and what was heard of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from acquaint.models import Opening, Organization, Position
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.cards import Named, named
from acquaint.queries.facts import OpeningRow

CURRENT = Q(ended="", ended_seen_on=None)


@dataclass(frozen=True, slots=True)
class OrganizationCard:
    """One organization in a list; `people` counts those who are there now."""

    id: str
    name: str
    field: Named | None
    people: int
    notes: str
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds or held a position there."""

    id: str
    name: str
    title: str
    stage: str
    last_contact: date | None
    started: str
    ended: str


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """One organization whole."""

    id: str
    name: str
    field: Named | None
    notes: str
    closed_on: date | None
    people: tuple[Holder, ...]
    former: tuple[Holder, ...]
    openings: tuple[OpeningRow, ...]


def listed(
    scope: Scope, *, field: str = "", closed: bool = False, limit: int = 0
) -> tuple[OrganizationCard, ...]:
    """Organizations by name; `field` as typed, those set aside on demand, `limit` 0 for all."""
    rows = _rows(scope).order_by("normal")
    if field:
        rows = rows.filter(field__key=finding.field(scope, field))
    if not closed:
        rows = rows.filter(closed_on=None)
    found = list(rows[: limit or None])
    there = Position.objects.of(scope).filter(CURRENT, kind="work", person__me_since=None)
    if limit:
        there = there.filter(organization__in=[row.pk for row in found])
    counted = there.values_list("organization_id").annotate(people=Count("person_id", distinct=True))
    counts = dict(counted.order_by().values_list("organization_id", "people"))
    return tuple(
        OrganizationCard(row.key, row.name, _field(row), counts.get(row.pk, 0), row.notes, row.closed_on)
        for row in found
    )


def show(scope: Scope, which: str) -> OrganizationPage:
    """One organization whole, by key or name; NotFound, or Ambiguous with candidates."""
    row = _rows(scope).get(key=finding.organization(scope, which))
    held = Position.objects.of(scope).filter(organization=row, person__me_since=None)
    held = held.select_related("person").order_by("person__sort_name", "id")
    here = {position.person_id for position in held if _current(position)}
    openings = Opening.objects.of(scope).filter(organization=row).order_by("-heard_on", "-id")
    return OrganizationPage(
        id=row.key,
        name=row.name,
        field=_field(row),
        notes=row.notes,
        closed_on=row.closed_on,
        people=_holders(position for position in held if _current(position)),
        former=_holders(position for position in held if position.person_id not in here),
        openings=tuple(
            OpeningRow(
                one.key, one.role, row.name, one.state, one.heard_on, one.confidential_since is not None
            )
            for one in openings
        ),
    )


def _rows(scope: Scope) -> QuerySet[Organization]:
    return Organization.objects.of(scope).select_related("field")


def _field(row: Organization) -> Named | None:
    return named(row.field.key, row.field.name) if row.field else None


def _current(position: Position) -> bool:
    return not position.ended and position.ended_seen_on is None


def _holders(positions: Iterable[Position]) -> tuple[Holder, ...]:
    return tuple(
        Holder(
            id=one.person.key,
            name=one.person.name,
            title=one.title,
            stage=one.person.stage,
            last_contact=one.person.last_contact,
            started=one.started,
            ended=one.ended or (one.ended_seen_on.isoformat() if one.ended_seen_on else ""),
        )
        for one in positions
    )
