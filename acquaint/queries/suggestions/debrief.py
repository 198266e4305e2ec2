"""A talk that has taken place, or was to, and is not written down yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("debrief",)
AFTER = timedelta(minutes=10)  # the first words are best written down within minutes
FRESH = timedelta(days=1)
LONG_AGO = timedelta(days=60)  # a talk from before: welcome, and owed to nobody


def find(desk: Desk) -> Iterator[Found]:
    """Talks held and not debriefed; booked ones whose end has passed."""
    for row in desk.unfinished:
        if row["debriefed_on"] is None:
            fresh = desk.today - row["held_on"] <= FRESH
            yield _found(desk, row, "debrief.fresh" if fresh else "debrief.later")
    for row in desk.booked:
        if row["at_utc"] + timedelta(minutes=row["minutes"]) + AFTER <= desk.scope.now:
            yield _found(desk, row, "debrief.happened")


def _found(desk: Desk, row: Row, code: str) -> Found:
    name, held = row["person__name"], row["held_on"] or row["on"]
    facts = {"name": name, "held": held, "at": desk.my_clock(row["at_utc"])}
    return Found(
        Suggestion(
            id=f"debrief:{row['key']}",
            kind="debrief",
            person=Named(row["person__key"], name),
            headline=Reason("debrief", facts),
            reasons=(Reason(code, facts),),
            due=due(held, held, held + timedelta(days=1)),
            draft=None,
            about=row["key"],
            owed=desk.today - held <= LONG_AGO,
        ),
        who=row["person_id"],
        rank=30,
        alone=False,
    )
