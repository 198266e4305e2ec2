"""What was written about a talk: the person's own words, the lines, the liking; and what it made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from acquaint.models import Debrief, DebriefLine, Introduction, Person, Promise
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class DebriefLineCard:
    """One thing learned, advised, wanted or noted."""

    id: str
    kind: str
    text: str
    will: str
    done_on: date | None
    told_on: date | None


@dataclass(frozen=True, slots=True)
class DebriefCard:
    """One debrief whole."""

    id: str
    interview: str
    person: Named
    on: date
    liked: str
    ease: str
    energy_before: int | None
    energy_after: int | None
    heard_want: str
    repeat: str
    change: str
    raw: str
    lines: tuple[DebriefLineCard, ...]


def of_interview(scope: Scope, interview: str) -> tuple[DebriefCard, ...]:
    """Return what was written about an interview, one card for each person it is about."""
    rows = Debrief.objects.of(scope).filter(interview__key=interview).select_related("person", "interview")
    lines = list(DebriefLine.objects.of(scope).filter(debrief__in=[row.pk for row in rows]).order_by("id"))
    return tuple(
        _card(row, [line for line in lines if line.debrief_id == row.pk]) for row in rows.order_by("id")
    )


def _card(row: Debrief, lines: list[DebriefLine]) -> DebriefCard:
    return DebriefCard(
        id=row.key,
        interview=row.interview.key,
        person=Named(row.person.key, row.person.name),
        on=row.on,
        liked=row.liked,
        ease=row.ease,
        energy_before=row.energy_before,
        energy_after=row.energy_after,
        heard_want=row.heard_want,
        repeat=row.repeat,
        change=row.change,
        raw=row.raw,
        lines=tuple(
            DebriefLineCard(one.key, one.kind, one.text, one.will, one.done_on, one.told_on) for one in lines
        ),
    )


def touched(scope: Scope, items: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the keys of the people that a debrief was about or led to, from what it made."""
    made: dict[str, list[str]] = {}
    for noun, key in items:
        made.setdefault(noun, []).append(key)
    people = set(made.get("person", ()))
    ends = Introduction.objects.of(scope).filter(key__in=made.get("introduction", ()))
    for pair in ends.values_list("introducer__key", "introduced__key"):
        people.update(key for key in pair if key)
    owed = Promise.objects.of(scope).filter(key__in=made.get("promise", ()))
    people.update(owed.values_list("person__key", flat=True))
    about = Debrief.objects.of(scope).filter(key__in=made.get("debrief", ()))
    people.update(about.values_list("person__key", flat=True))
    return frozenset(
        people & set(Person.objects.of(scope).filter(key__in=people).values_list("key", flat=True))
    )
