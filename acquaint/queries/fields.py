"""Fields as a reader wants them: how each stands, and which organizations and people belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from acquaint.models import Field, Organization, Position
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class FieldCard:
    """One field in a list, with how many organizations and people it holds, and how many of them were met."""

    id: str
    name: str
    state: str
    state_on: date | None
    organizations: int
    people: int
    met: int
    notes: str


@dataclass(frozen=True, slots=True)
class FieldPage:
    """One field whole."""

    id: str
    name: str
    state: str
    state_on: date | None
    notes: str
    organizations: tuple[Named, ...]
    people: tuple[Named, ...]


def listed(scope: Scope, *, state: str = "") -> tuple[FieldCard, ...]:
    """Fields by name, all of them or those in one state."""
    rows = Field.objects.of(scope).order_by("normal")
    if state:
        rows = rows.filter(state=state)
    places = Organization.objects.of(scope).filter(field__isnull=False).order_by()
    counts = dict(places.values_list("field_id").annotate(count=Count("id")))
    held = _held(scope).filter(organization__field__isnull=False).order_by()
    people = {
        field: (everybody, met)
        for field, everybody, met in held.values_list("organization__field_id").annotate(
            everybody=Count("person_id", distinct=True),
            met=Count("person_id", distinct=True, filter=~Q(person__stage__in=("known", "asked"))),
        )
    }
    return tuple(
        FieldCard(
            id=row.key,
            name=row.name,
            state=row.state,
            state_on=row.state_on,
            organizations=counts.get(row.pk, 0),
            people=people.get(row.pk, (0, 0))[0],
            met=people.get(row.pk, (0, 0))[1],
            notes=row.notes,
        )
        for row in rows
    )


def show(scope: Scope, which: str) -> FieldPage:
    """One field whole, by key or name; NotFound, or Ambiguous with candidates."""
    row = Field.objects.of(scope).get(key=finding.field(scope, which))
    places = Organization.objects.of(scope).filter(field=row).order_by("normal")
    held = _held(scope).filter(organization__field=row).order_by("person__sort_name", "person_id")
    people = dict.fromkeys(held.values_list("person__key", "person__name"))
    return FieldPage(
        id=row.key,
        name=row.name,
        state=row.state,
        state_on=row.state_on,
        notes=row.notes,
        organizations=tuple(Named(key, name) for key, name in places.values_list("key", "name")),
        people=tuple(Named(key, name) for key, name in people),
    )


def _held(scope: Scope) -> QuerySet[Position]:
    """The positions that people hold now."""
    return Position.objects.of(scope).filter(kind="work", ended="", ended_seen_on=None, person__me_since=None)
