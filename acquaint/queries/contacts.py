"""The owner's own record of contacts, person by person: what forecasts are learned from and tested on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, cast

from acquaint.maths.recall import Direction
from acquaint.models import InteractionPerson
from acquaint.models.scope import Scope

if TYPE_CHECKING:
    from acquaint.maths.trials.predicting import Event

ME = "me"

Days = list[tuple[int, Direction]]


def days(scope: Scope, *, among: Collection[int] | None = None) -> dict[int, Days]:
    """By person (primary key) the days of contact until today, in order, each direction once a day.

    Of everybody, or `among` these people alone.
    """
    rows = InteractionPerson.objects.of(scope).filter(interaction__on__lte=scope.today, person__me_since=None)
    if among is not None:
        rows = rows.filter(person_id__among=list(among))
    found: dict[int, set[tuple[int, Direction]]] = defaultdict(set)
    for person, on, direction in rows.values_list("person_id", "interaction__on", "interaction__direction"):
        found[person].add((on.toordinal(), cast("Direction", direction)))
    return {person: sorted(told) for person, told in found.items()}


def events(scope: Scope) -> tuple[Event, ...]:
    """Every contact until today as (day, sender, receiver); the owner is `ME`, a talk goes both ways."""
    found: list[Event] = []
    for person, told in days(scope).items():
        for day, direction in told:
            if direction != "out":
                found.append((day, str(person), ME))
            if direction != "in":
                found.append((day, ME, str(person)))
    return tuple(found)
