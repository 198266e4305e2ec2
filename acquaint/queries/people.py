"""Everybody, by name: who they are, where they work, how to reach them, when we were last in touch."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from acquaint.models import ContactPoint, Field, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.cards import Named, named
from acquaint.queries.prepared import prepared
from acquaint.text.names import normalise

_MANY = 2000  # beyond this it is cheaper to read everybody's than to name each


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: str
    name: str
    credentials: str
    organization: str | None
    position: str | None
    stage: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: tuple[str, ...]
    last_contact: date | None
    introduced_by: Named | None
    next: date | None
    closed_on: date | None


def list_(
    scope: Scope,
    *,
    field: str = "",
    stage: str = "",
    search: str = "",
    active: bool = False,
    limit: int = 0,
    offset: int = 0,
) -> tuple[PersonRow, ...]:
    """People by name; `field` and `search` as typed, `stage` a stage, `limit` 0 for all."""
    found = _chosen(scope, field=field, stage=stage, search=search, active=active)
    rows = found.order_by("sort_name", "id")[offset : offset + limit if limit else None]
    return _rows(scope, rows)


def count(scope: Scope, *, field: str = "", stage: str = "", search: str = "", active: bool = False) -> int:
    """How many people `list_` would show."""
    return int(_chosen(scope, field=field, stage=stage, search=search, active=active).count())


def _chosen(scope: Scope, *, field: str, stage: str, search: str, active: bool) -> Any:
    found = Person.objects.of(scope)
    if active:
        found = found.active()
    if stage:
        found = found.filter(stage=stage)
    if field:
        key = finding.field(scope, field)
        places = Position.objects.of(scope).filter(
            organization__field__in=Field.objects.of(scope).filter(key=key), ended="", ended_seen_on=None
        )
        found = found.filter(id__in=places.values("person_id"))
    for word in normalise(search).split():
        at = Position.objects.of(scope).filter(organization__normal__contains=word)
        found = found.filter(
            Q(normal__startswith=word) | Q(normal__contains=f" {word}") | Q(id__in=at.values("person_id"))
        )
    return found


def _rows(scope: Scope, people: Any) -> tuple[PersonRow, ...]:
    columns = ("id", "key", "name", "credentials", "stage", "last_contact", "next_due", "closed_on")
    rows = list(people.values(*columns, "introduced_by__key", "introduced_by__name"))
    ids = [row["id"] for row in rows]
    whole = len(ids) > _MANY
    points, places = points_of(scope, None if whole else ids), places_of(scope, None if whole else ids)
    return tuple(
        PersonRow(
            id=row["key"],
            name=row["name"],
            credentials=row["credentials"],
            organization=places.get(row["id"], (None, None))[0],
            position=places.get(row["id"], (None, None))[1],
            stage=row["stage"],
            emails=tuple(points[row["id"], "email"]),
            phones=tuple(points[row["id"], "phone"]),
            profiles=tuple(points[row["id"], "profile"]),
            last_contact=row["last_contact"],
            introduced_by=named(row["introduced_by__key"], row["introduced_by__name"]),
            next=row["next_due"],
            closed_on=row["closed_on"],
        )
        for row in rows
    )


def points_of(scope: Scope, ids: list[int] | None) -> dict[tuple[int, str], list[str]]:
    """Ways to reach these people (None: everybody) by person and kind."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for person, kind, value in _points(scope, ids is None, ids=ids):
        found[person, kind].append(value)
    return found


@prepared
def _points(told: Any, whole: bool) -> Any:  # noqa: FBT001 (which of two wordings, not a switch)
    rows = ContactPoint.objects.of(told).filter(ended_on=None).order_by("id")
    rows = rows if whole else rows.filter(person_id__in=told.ids)
    return rows.values_list("person_id", "kind", "value")


def places_of(scope: Scope, ids: list[int] | None) -> dict[int, tuple[str | None, str | None]]:
    """Current organization and title by person; the latest told wins."""
    values = _places(scope, ids is None, ids=ids)
    return {person: (place, title or None) for person, place, title in values}


@prepared
def _places(told: Any, whole: bool) -> Any:  # noqa: FBT001 (which of two wordings, not a switch)
    rows = Position.objects.of(told).filter(kind="work", ended="", ended_seen_on=None).order_by("id")
    rows = rows if whole else rows.filter(person_id__in=told.ids)
    return rows.values_list("person_id", "organization__name", "title")
