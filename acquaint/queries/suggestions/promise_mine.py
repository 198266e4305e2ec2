"""What I promised: a hard date, and once it has passed it comes before everything else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("promise-mine",)
AHEAD = timedelta(days=14)  # a promise for a far day is not held up every morning until then
UNDATED = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Open promises of mine to people who may be contacted."""
    for row in desk.promises:
        if row["by"] == "mine":
            yield _found(desk, row)


def _found(desk: Desk, row: Row) -> Found:
    facts = {
        "name": row["person__name"],
        "text": row["text"],
        "made": row["made_on"],
        "due": row["due_on"],
    }
    missed = row["interview__no_show_by"] == "me"
    code = "promise-mine.due" if row["due_on"] else "promise-mine.undated"
    return Found(
        Suggestion(
            id=f"promise-mine:{row['key']}",
            kind="promise-mine",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("promise-mine", facts),
            reasons=(Reason(code, facts),),
            due=_range(row["made_on"], row["due_on"]),
            draft="reschedule" if missed else None,
            about=row["key"],
            owed=True,
        ),
        who=row["person_id"],
        rank=0 if row["due_on"] and row["due_on"] <= desk.today else 45,
        alone=False,
    )


def _range(made: date, by: date | None) -> Due:
    if by is None:
        return due(made, made + UNDATED, made + 2 * UNDATED)
    return due(min(by, max(made, by - AHEAD)), by - timedelta(days=1), by)
