"""Whom it is easiest to go back to: whoever has answered once opens the door again, years later too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from acquaint.maths import recall
from acquaint.models import DebriefLine, Person, Promise
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named

COLUMNS = (
    *("id", "key", "name", "first_contact", "last_contact", "last_two_way", "answered_on"),
    *("in_sum", "out_sum", "sums_on"),
)


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
    met = Q(last_two_way__isnull=False) | Q(answered_on__isnull=False)
    rows = list(Person.objects.of(scope).active().filter(met).values(*COLUMNS))
    on = scope.today.toordinal()
    rows.sort(key=lambda row: (-(row["answered_on"] is not None), -_ease(row, on), row["name"]))
    rows = rows[: limit or None]
    lines, promised = _lines(scope), _promised(scope)
    return tuple(_way(row, lines.get(row["id"], {}), promised.get(row["id"], [])) for row in rows)


def _ease(row: dict[str, Any], on: int) -> float:
    """The chance that they are in touch, as the order of the list and nothing else."""
    state = recall.Carried(
        first_contact=_ordinal(row["first_contact"]),
        sums_on=_ordinal(row["sums_on"]),
        in_sum=row["in_sum"],
        out_sum=row["out_sum"],
    )
    return recall.p30(state, max(on, state.sums_on or on))


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


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


def _way(row: dict[str, Any], said: dict[str, str], promised: list[str]) -> WayBack:
    return WayBack(
        person=Named(row["key"], row["name"]),
        door_open=row["answered_on"] is not None,
        last=row["last_two_way"] or row["last_contact"],
        topic=said.get("learned", ""),
        advice=said.get("advice", ""),
        did=said.get("did", ""),
        promised=tuple(promised),
    )
