"""The last talk with one person in a few facts: what a page opens with, and what is worth taking up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquaint.models import Debrief, DebriefLine, Interview
from acquaint.models.scope import Scope


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
