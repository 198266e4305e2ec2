"""Steps of a relationship that follow from what happened: asked, acquainted, in touch.

Ally and friend are the owner's to say; nothing here takes a step back.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from acquaint.actions.changes import Writer
from acquaint.models import InteractionPerson, Person, StageStep
from acquaint.models.people import STAGES
from acquaint.queries.prepared import prepared


def reach(w: Writer, person: Person, stage: str, on: date, why: str) -> None:
    """Record that the relationship reached `stage`, unless it stands there or further already.

    Life is entered late: a step is never dated before the one it follows.
    """
    latest = _latest(w, person)
    if latest and STAGES.index(latest.stage) >= STAGES.index(stage):
        return
    w.add(StageStep, person=person, stage=stage, on=max(on, latest.on) if latest else on, why=why)


def after_contact(w: Writer, person: Person, on: date) -> None:
    """Record "in touch" where both sides have spoken since the two became acquainted."""
    latest = _latest(w, person)
    if latest is None or latest.stage != "acquainted" or on <= latest.on:
        return
    directions = set(
        InteractionPerson.objects.of(w.scope)
        .filter(person=person, interaction__on__gt=latest.on)
        .values_list("interaction__direction", flat=True)
    )
    if "both" in directions or directions >= {"in", "out"}:
        reach(w, person, "in_touch", on, "exchange")


def _latest(w: Writer, person: Person) -> StageStep | None:
    return next(iter(_steps(w.scope, person=person.pk)), None)


@prepared
def _steps(told: Any) -> Any:
    return StageStep.objects.of(told).filter(person_id=told.person).order_by("-on", "-id")[:1]
