"""How much a touch is worth, in three steps: as the owner answered, else inferred from the record.

It orders a plan and is never shown beside a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from acquaint.maths import cadence
from acquaint.maths.cadence import Phase, Stage
from acquaint.maths.planner import GLADLY, REASON, SURE
from acquaint.models import Debrief, Introduction, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.queries.settings import Settings

ANSWERS = {"gladly": GLADLY, "sure": SURE, "reason": REASON}
RELEVANCE = {"preferred": 1.5, "exploring": 1.5, "parked": 0.5, "ruled_out": 0.5}
CLOSE = ("ally", "friend")


@dataclass(frozen=True, slots=True)
class Worth:
    """What the planner needs to know of a person."""

    value: float
    since: date | None  # the last two-way contact
    old_tie: bool  # weak or dormant, and was two-way


def of(scope: Scope, people: Iterable[int], settings: Settings) -> dict[int, Worth]:
    """The worth of a touch for each of these people (primary keys); four queries."""
    wanted = set(people)
    liked = dict(_liked(scope, people=wanted))
    acted = set(_acted(scope, people=wanted))
    fields = dict(_fields(scope, people=wanted))
    found = {}
    for row in _people(scope, people=wanted):
        person = row["id"]
        told = ANSWERS.get(row["gladly"]) or _inferred(row, liked.get(person, ""), acted=person in acted)
        value = told * RELEVANCE.get(fields.get(person, ""), 1.0)
        old = row["last_two_way"] is not None and (told == REASON or _is_dormant(scope, row, settings))
        found[person] = Worth(value, row["last_two_way"], old)
    return found


def _inferred(row: dict[str, object], liked: str, *, acted: bool) -> float:
    """Gladly for those who acted for me or are close; only with a reason where nothing speaks for more."""
    if row["stage"] in CLOSE or acted:
        return GLADLY
    if liked == "no" or row["stage"] in ("known", "asked") or row["answered_on"] is None:
        return REASON
    return SURE


def _is_dormant(scope: Scope, row: dict[str, object], settings: Settings) -> bool:
    last = cast("date | None", row["last_contact"])
    return cadence.is_dormant(
        cast("Stage", row["stage"]),
        cast("Phase", settings.phase),
        last_contact=last.toordinal() if last else None,
        unanswered=cast("int", row["unanswered"]),
        on=scope.today.toordinal(),
        custom=settings.rhythms,
    )


@prepared
def _people(told: Any) -> Any:
    columns = ("id", "gladly", "stage", "last_contact", "last_two_way", "answered_on", "unanswered")
    return Person.objects.of(told).filter(id__in=told.people).values(*columns)


@prepared
def _liked(told: Any) -> Any:
    rows = Debrief.objects.of(told).filter(person_id__in=told.people).exclude(liked="")
    return rows.order_by("on", "id").values_list("person_id", "liked")


@prepared
def _acted(told: Any) -> Any:
    introduced = Introduction.objects.of(told).filter(introducer_id__in=told.people)
    return introduced.values_list("introducer_id", flat=True)


@prepared
def _fields(told: Any) -> Any:
    """The state of the field that each person works in now."""
    rows = Position.objects.of(told).filter(
        person_id__in=told.people, ended="", ended_seen_on=None, organization__field__isnull=False
    )
    return rows.order_by(BY_ID).values_list("person_id", "organization__field__state")
