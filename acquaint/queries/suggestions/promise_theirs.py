"""What they offered: a soft check-back, twice at most, then it goes without a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("promise-theirs",)
CHECKS = 2
PATIENCE = timedelta(days=14)
AGAIN = timedelta(days=10)


def find(desk: Desk) -> Iterator[Found]:
    """Open promises of theirs that were not asked about twice."""
    for row in desk.promises:
        if row["by"] == "theirs" and row["checks"] < CHECKS and desk.is_awake(row):
            yield _found(row)


def asked_next(row: Row) -> date:
    """The day from which a gentle question is fine."""
    if row["checked_on"]:
        checked: date = row["checked_on"]
        return checked + AGAIN
    day: date = row["due_on"] or row["made_on"] + PATIENCE
    return day


def _found(row: Row) -> Found:
    facts = {
        "name": row["person__name"],
        "text": row["text"],
        "made": row["made_on"],
        "checked": row["checked_on"],
    }
    start = asked_next(row)
    code = "promise-theirs.again" if row["checks"] else "promise-theirs.made"
    return Found(
        Suggestion(
            id=f"promise-theirs:{row['key']}",
            kind="promise-theirs",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("promise-theirs", facts),
            reasons=(Reason(code, facts),),
            due=due(start, start + timedelta(days=2), start + timedelta(days=7)),
            draft=None,
            about=row["key"],
            owed=True,
        ),
        who=row["person_id"],
        rank=70,
    )
