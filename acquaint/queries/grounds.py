"""Common ground: interests, skills, places, employers and schools that two people share, as recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from acquaint.models import Interest, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.facts import Shared
from acquaint.queries.prepared import prepared


def shared(scope: Scope, person: int) -> tuple[Shared, ...]:
    """What the owner and this person (primary keys) have in common."""
    me = _me(scope)
    return between(scope, me[0], person) if me else ()


def between(scope: Scope, one: int, two: int) -> tuple[Shared, ...]:
    """What two people (primary keys) have in common: employers and schools first, then interests."""
    places = _keyed(row for row in _places(scope, people=(one, two)) if row[2])
    topics = _keyed(_topics(scope, people=(one, two)))
    return tuple(
        Shared(kind, text)
        for mine, theirs in ((places[one], places[two]), (topics[one], topics[two]))
        for (kind, normal), text in mine.items()
        if (kind, normal) in theirs
    )


@prepared
def _me(told: Any) -> Any:
    return Person.objects.me(told).values_list("id", flat=True)[:1]


@prepared
def _places(told: Any) -> Any:
    rows = Position.objects.of(told).filter(person_id__in=told.people)
    return rows.order_by("id").values_list("person_id", "kind", "organization__normal", "organization__name")


@prepared
def _topics(told: Any) -> Any:
    rows = Interest.objects.of(told).filter(person_id__in=told.people)
    return rows.order_by("id").values_list("person_id", "kind", "normal", "text")


def _keyed(rows: Iterable[tuple[int, str, str, str]]) -> dict[int, dict[tuple[str, str], str]]:
    found: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
    for person, kind, normal, text in rows:
        found[person][kind, normal] = text
    return found
