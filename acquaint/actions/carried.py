"""Keep the carried columns true: recomputed from stage steps and interactions for the people touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db import models

from acquaint.actions import images
from acquaint.maths import cadence, recall
from acquaint.models import InteractionPerson, Person, Setting, StageStep

SETTINGS = ("phase", "rhythms")  # what the owner may set that moves everybody's next due
READ = (
    "id",
    "closed_on",
    "chosen_on",
    "rested_on",
    "rest_until",
    "next_touch_on",
    "rhythm_days",
    "rhythm_on",
)


def refresh(owner_id: int, people: Iterable[int]) -> None:
    """Recompute and store the carried columns of these people."""
    for batch in images.batches(people):
        rows = [(*values, pk) for pk, values in computed(owner_id, batch).items()]
        images.update_many(Person, Person.CARRIED, rows)


def refresh_all(owner_id: int) -> None:
    """Recompute everybody's (after a change of rhythm or phase, a restore, or a doctor's finding)."""
    refresh(owner_id, Person.objects.filter(owner_id=owner_id).values_list("id", flat=True))


def computed(owner_id: int, people: list[int]) -> dict[int, tuple[Any, ...]]:
    """What the carried columns must hold, by person, in the order of `Person.CARRIED`."""
    days, met = _days(owner_id, people)
    stages = _stages(owner_id, people)
    phase, custom = _rhythm(owner_id)
    found: dict[int, tuple[Any, ...]] = {}
    for row in Person.objects.filter(owner_id=owner_id, id__among=people).values(*READ):
        pk = row["id"]
        state = recall.carry(days[pk])
        stage: Any = stages.get(pk, "known")
        bent = {"warm": cadence.is_warm(days[pk]), "met_on": met.get(pk), "custom": custom}
        last_or_said = state.last_contact
        if row["rhythm_days"]:  # a rhythm of their own goes by what was said, from the day it was said
            bent = {"custom": {stage: cadence.own_rhythm(row["rhythm_days"])}}
            last_or_said = max(state.last_contact or 0, row["rhythm_on"].toordinal())
        due = cadence.next_due(stage, phase, last_contact=last_or_said, unanswered=state.unanswered, **bent)
        last = _day(state.last_contact)
        found[pk] = (
            stage,
            _day(state.first_contact),
            last,
            _day(state.last_two_way),
            _day(state.answered_on),
            state.in_sum,
            state.out_sum,
            _day(state.sums_on),
            state.unanswered,
            _next(row, stage, last, _day(due.ideal) if due else None),
        )
    return found


def _next(row: dict[str, Any], stage: str, last: date | None, rhythm: date | None) -> date | None:
    """When the next touch is due: a date set by hand, else the rhythm; never before a rest ends."""
    if row["closed_on"] or (stage == "known" and row["chosen_on"] is None):
        return None
    planned: date | None = row["next_touch_on"]
    due = planned if planned and (last is None or last < planned) else rhythm
    rested: date | None = row["rested_on"]
    if rested and (last is None or last <= rested):
        until: date | None = row["rest_until"]
        if until is None:
            return None
        return max(until, due) if due else until
    return due


def _days(
    owner_id: int, people: list[int]
) -> tuple[dict[int, set[tuple[int, recall.Direction]]], dict[int, int]]:
    days: dict[int, set[tuple[int, recall.Direction]]] = defaultdict(set)
    met: dict[int, int] = {}
    rows = InteractionPerson.objects.filter(owner_id=owner_id, person_id__among=people).values_list(
        "person_id", "interaction__on", "interaction__direction", "interaction__kind"
    )
    for person, on, direction, kind in rows:
        day = on.toordinal()
        days[person].add((day, cast("recall.Direction", direction)))
        if kind == "interview":
            met[person] = max(day, met.get(person, day))
    return days, met


def _stages(owner_id: int, people: list[int]) -> dict[int, str]:
    steps = StageStep.objects.filter(owner_id=owner_id, person_id__among=people).order_by("on", "id")
    return dict(steps.values_list("person_id", "stage"))


def _rhythm(owner_id: int) -> tuple[Any, Any]:
    """The phase of the search and the owner's own rhythms, as set."""
    chosen = dict(Setting.objects.filter(owner_id=owner_id, name__in=SETTINGS).values_list("name", "value"))
    custom = {stage: tuple(days) for stage, days in (chosen.get("rhythms") or {}).items()}
    return chosen.get("phase", "searching"), custom


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def differences(owner_id: int, batch: list[int]) -> list[tuple[int, str]]:
    """(person, column) pairs whose stored value is not what the interactions say; sums within 1e-9."""
    wanted = computed(owner_id, batch)
    stored: models.QuerySet[Any, Any] = Person.objects.filter(owner_id=owner_id, id__among=batch).values_list(
        "id", *Person.CARRIED
    )
    return [
        (pk, name)
        for pk, *values in stored
        for name, held, true in zip(Person.CARRIED, values, wanted[pk], strict=True)
        if not _same(held, true)
    ]


def _same(held: Any, true: Any) -> bool:
    if isinstance(true, float):
        return abs(float(held) - true) <= 1e-9 * max(1.0, abs(true))
    return bool(held == true)
