"""One person in a few facts, without reading all of them: the name, the last talk, what happened lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from acquaint.models import Debrief, DebriefLine, Interview, Person
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries import timelines
from acquaint.queries.cards import Named, named
from acquaint.queries.prepared import prepared
from acquaint.queries.timelines import Entry


@dataclass(frozen=True, slots=True)
class Recap:
    """When and how long it was, if it was enjoyed (yes, mixed, no or ''), what was learned and advised."""

    interview: str
    on: date
    minutes: int | None
    liked: str
    learned: tuple[str, ...]
    advice: tuple[str, ...]


def of(scope: Scope, person: str) -> Recap | None:
    """Return the last talk held with the person of that key; None if there was none. Three queries."""
    held = _last(scope, person=person)
    if not held:
        return None
    talk, key, on, minutes = held[0]
    told = _lines(scope, talk=talk)
    return Recap(
        interview=key,
        on=on,
        minutes=minutes,
        liked=next(iter(_liked(scope, talk=talk)), ""),
        learned=tuple(text for kind, text in told if kind == "learned" and text),
        advice=tuple(text for kind, text in told if kind == "advice" and text),
    )


@prepared
def _last(told: Any) -> Any:
    held = Interview.objects.of(told).filter(person__key=told.person, held_on__isnull=False, unsafe_on=None)
    return held.order_by("-on", "-id").values_list("id", "key", "held_on", "minutes_actual")[:1]


@prepared
def _lines(told: Any) -> Any:
    lines = DebriefLine.objects.of(told).filter(interview_id=told.talk, kind__in=("learned", "advice"))
    return lines.order_by("id").values_list("kind", "text")


@prepared
def _liked(told: Any) -> Any:
    debriefs = Debrief.objects.of(told).filter(interview_id=told.talk)
    return debriefs.order_by("-id").values_list("liked", flat=True)[:1]


@dataclass(frozen=True, slots=True)
class Known:
    """A person as a form names them: who they are and who brought them."""

    id: str
    name: str
    introduced_by: Named | None


def who(scope: Scope, key: str) -> Known:
    """Return the person of that key, in one query; NotFound if it is nobody's here."""
    rows = _named(scope, key=key)
    if not rows:
        raise NotFound(_("There is nobody here with the id {key}.").format(key=key))
    name, through, by = rows[0]
    return Known(key, name, named(through, by))


@prepared
def _named(told: Any) -> Any:
    rows = Person.objects.of(told).filter(key=told.key)
    return rows.values_list("name", "introduced_by__key", "introduced_by__name")


def lately(scope: Scope, key: str, *, limit: int) -> tuple[Entry, ...]:
    """Return the last things that happened with the person of that key, newest first."""
    pk = Person.objects.of(scope).filter(key=key).values_list("id", flat=True).first()
    return timelines.of_person(scope, pk, limit=limit) if pk else ()
