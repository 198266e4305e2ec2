"""Whom it is easiest to go back to: whoever has answered once opens the door again, years later too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nsmallest
from typing import Any, NamedTuple

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from acquaint.maths import recall
from acquaint.models import DebriefLine, Person, Promise
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared

DAYS = ("answered_on", "first_contact", "last_contact", "last_two_way", "sums_on")


class _Row(NamedTuple):
    """One person as the table holds them; days as text, for a day that many share is read once."""

    pk: int
    key: str
    name: str
    in_sum: float
    out_sum: float
    answered: str | None
    first: str | None
    last: str | None
    two_way: str | None
    sums_on: str | None


@dataclass(frozen=True, slots=True)
class WayBack:
    """One person with what to take up again: the last topic, their advice, what I did, what I promised."""

    person: Named
    door_open: bool
    last: date | None
    topic: str
    advice: str
    did: str
    promised: tuple[str, ...]


def people(scope: Scope, *, limit: int = 0) -> tuple[WayBack, ...]:
    """Everybody I have talked with or heard from and may contact, the easiest first; three queries."""
    day, ease = cache(date.fromisoformat), _ease(scope.today)
    ordered = ((row[5] is None, -ease(row), row[2], row) for row in (_Row(*told) for told in _met(scope)))
    easiest = nsmallest(limit, ordered) if limit else sorted(ordered)
    lines, promised = _lines(scope), _promised(scope)
    return tuple(_way(row, day, lines.get(row.pk, {}), promised.get(row.pk, [])) for *_order, row in easiest)


@prepared
def _met(told: Any) -> Any:
    met = Q(last_two_way__isnull=False) | Q(answered_on__isnull=False)
    days = (Cast(name, TextField()) for name in DAYS)
    people = Person.objects.of(told).active().filter(met)
    return people.values_list("id", "key", "name", "in_sum", "out_sum", *days)


def _ease(today: date) -> Callable[[_Row], float]:
    """The chance that somebody is in touch, as the order of the list and nothing else."""
    on = today.toordinal()

    @cache
    def ordinal(day: str | None) -> int | None:
        return date.fromisoformat(day).toordinal() if day else None

    def ease(row: _Row) -> float:
        sums_on = ordinal(row.sums_on)
        return recall.chance(row.in_sum, row.out_sum, sums_on, ordinal(row.first), on=max(on, sums_on or on))

    return ease


def _lines(scope: Scope) -> dict[int, dict[str, str]]:
    """By person, the last thing learned, the last advice, and the last deed that followed advice."""
    rows = DebriefLine.objects.of(scope).filter(kind__in=("learned", "advice"), person__closed_on=None)
    found: dict[int, dict[str, str]] = {}
    for person, kind, text, will, done in rows.order_by("id").values_list(
        "person_id", "kind", "text", "will", "done_on"
    ):
        said = found.setdefault(person, {})
        said[kind] = text or said.get(kind, "")
        if done:
            said["did"] = will or text
    return found


def _promised(scope: Scope) -> dict[int, list[str]]:
    rows = Promise.objects.of(scope).filter(by="mine", kept_on=None, released_on=None)
    found: dict[int, list[str]] = {}
    for person, text in rows.order_by("due_on", "id").values_list("person_id", "text"):
        found.setdefault(person, []).append(text)
    return found


def _way(row: _Row, day: Callable[[str], date], said: dict[str, str], promised: list[str]) -> WayBack:
    last = row.two_way or row.last
    return WayBack(
        person=Named(row.key, row.name),
        door_open=row.answered is not None,
        last=day(last) if last else None,
        topic=said.get("learned", ""),
        advice=said.get("advice", ""),
        did=said.get("did", ""),
        promised=tuple(promised),
    )
