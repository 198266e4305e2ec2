"""The owner's own record of contacts, as the test of the forecast reads it."""

from __future__ import annotations

from acquaint.maths.trials.predicting import Event
from acquaint.models import InteractionPerson
from acquaint.models.scope import Scope

ME = "me"


def events(scope: Scope) -> tuple[Event, ...]:
    """Every contact until today as (day, sender, receiver); the owner is `ME`, a talk goes both ways."""
    rows = InteractionPerson.objects.of(scope).filter(interaction__on__lte=scope.today, person__me_since=None)
    found: list[Event] = []
    for person, on, direction in rows.values_list("person_id", "interaction__on", "interaction__direction"):
        if direction != "out":
            found.append((on.toordinal(), str(person), ME))
        if direction != "in":
            found.append((on.toordinal(), ME, str(person)))
    return tuple(found)
