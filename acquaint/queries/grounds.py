"""Common ground: interests, skills, places, employers and schools that two people share, as recorded."""

from __future__ import annotations

from collections.abc import Iterable

from acquaint.models import Interest, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.facts import Shared


def shared(scope: Scope, person: int) -> tuple[Shared, ...]:
    """What the owner and this person (primary keys) have in common."""
    me = Person.objects.me(scope).values_list("id", flat=True).first()
    return () if me is None else between(scope, me, person)


def between(scope: Scope, one: int, two: int) -> tuple[Shared, ...]:
    """What two people (primary keys) have in common: employers and schools first, then interests."""
    places = {pk: _places(scope, pk) for pk in (one, two)}
    topics = {pk: _topics(scope, pk) for pk in (one, two)}
    return tuple(
        Shared(kind, text)
        for mine, theirs in ((places[one], places[two]), (topics[one], topics[two]))
        for (kind, normal), text in mine.items()
        if (kind, normal) in theirs
    )


def _places(scope: Scope, person: int) -> dict[tuple[str, str], str]:
    rows = Position.objects.of(scope).filter(person_id=person, organization__isnull=False).order_by("id")
    return _keyed(rows.values_list("kind", "organization__normal", "organization__name"))


def _topics(scope: Scope, person: int) -> dict[tuple[str, str], str]:
    rows = Interest.objects.of(scope).filter(person_id=person).order_by("id")
    return _keyed(rows.values_list("kind", "normal", "text"))


def _keyed(rows: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    return {(kind, normal): text for kind, normal, text in rows}
