"""One person in a few facts, without reading all of them: the name, the last talk, what happened lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from acquaint.models import Debrief, DebriefLine, Interview, Person
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries import timelines
from acquaint.queries.cards import Named
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
    held = Interview.objects.of(scope).filter(person__key=person, held_on__isnull=False, unsafe_on=None)
    last = held.order_by("on", "id").last()
    if last is None:
        return None
    lines = (
        DebriefLine.objects.of(scope).filter(interview=last, kind__in=("learned", "advice")).order_by("id")
    )
    told = list(lines.values_list("kind", "text"))
    liked = Debrief.objects.of(scope).filter(interview=last).order_by("-id").values_list("liked", flat=True)
    return Recap(
        interview=last.key,
        on=last.held_on or last.on,
        minutes=last.minutes_actual,
        liked=liked.first() or "",
        learned=tuple(text for kind, text in told if kind == "learned" and text),
        advice=tuple(text for kind, text in told if kind == "advice" and text),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """A person as a form names them: who they are and who brought them."""

    id: str
    name: str
    introduced_by: Named | None


def who(scope: Scope, key: str) -> Known:
    """Return the person of that key, in one query; NotFound if it is nobody's here."""
    row = Person.objects.of(scope).select_related("introduced_by").filter(key=key).first()
    if row is None:
        raise NotFound(_("There is nobody here with the id {key}.").format(key=key))
    by = row.introduced_by
    return Known(row.key, row.name, Named(by.key, by.name) if by else None)


def lately(scope: Scope, key: str, *, limit: int) -> tuple[Entry, ...]:
    """Return the last things that happened with the person of that key, newest first."""
    pk = Person.objects.of(scope).filter(key=key).values_list("id", flat=True).first()
    return timelines.of_person(scope, pk, limit=limit) if pk else ()
