"""Telling the introducer: that we are in touch, how it went, or that the new person never answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from acquaint.messages.reasons import Reason
from acquaint.models import Introduction
from acquaint.queries import introductions
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk
from acquaint.queries.suggestions.introduction import pending

KINDS = ("loop-connected", "loop-met", "loop-silent")
SILENT = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Introductions received of which the introducer does not know the latest yet."""
    for row in pending(desk):
        if row.direction != "received" or row.introducer is None or row.introducer.closed_on:
            continue
        if told := _due(desk, row):
            yield _found(row, *told)


def _due(desk: Desk, row: Introduction) -> tuple[str, Due] | None:
    """What to tell and when; a joint mail that found no answer in a week is told as silence."""
    step = introductions.next_step(row)
    made = row.made_on
    if row.mode == "joint" and made and not row.met_on and not row.loop_outcome_on and row.introduced:
        heard = row.introduced.answered_on
        if (heard is None or heard < made) and desk.today >= made + SILENT:
            return "silent", due(made + SILENT, made + SILENT, made + SILENT + timedelta(days=2))
    if step.step != "tell-introducer" or step.due is None:
        return None
    if row.met_on:
        return "met", step.due
    return ("silent" if row.silent_on else "connected", step.due) if not row.declined_on else None


def _found(row: Introduction, stage: str, when: Due) -> Found:
    introducer = row.introducer
    assert introducer is not None
    target = row.introduced or row.organization
    facts = {
        "name": introducer.name,
        "other": target.name if target else "",
        "on": row.named_on or when.from_,
    }
    return Found(
        Suggestion(
            id=f"loop-{stage}:{row.key}",
            kind=f"loop-{stage}",
            person=Named(introducer.key, introducer.name),
            headline=Reason(f"loop-{stage}", facts),
            reasons=(Reason("loop.named", facts),),
            due=when,
            draft="loop",
            about=row.key,
            owed=True,
        ),
        who=introducer.pk,
        rank=60,
        alone=False,
    )
