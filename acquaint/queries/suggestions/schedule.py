"""A yes that has no day yet, and a talk that fell through: agree on a time.

After the third slip the initiative is theirs; a talk that they missed is offered once more, then it rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("schedule",)
THIRD = 3
STILL = timedelta(days=60)  # after that a new ask is better than an old date


def find(desk: Desk) -> Iterator[Found]:
    """Asks accepted without an interview, and the last talk with a person if it fell through lately."""
    for ask in desk.asks:
        if ask["outcome"] == "accepted":
            day = ask["answered_on"] or ask["made_on"]
            yield _found(desk, ask, day, code="schedule.accepted", draft="schedule", owed=True)
    for row in _fallen(desk):
        day = row["cancelled_on"] or row["no_show_on"]
        mine = "me" in (row["cancelled_by"], row["no_show_by"])
        if row["moves"] + (not mine) < THIRD and desk.today - day <= STILL:
            yield _found(desk, row, day, code="schedule.unheld", draft="reschedule", owed=False)


def _fallen(desk: Desk) -> Iterator[Row]:
    """The last talk with each person, if it was called off or missed and nothing has followed."""
    seen: set[int] = set()
    for row in sorted(desk.talks, key=lambda one: -one["id"]):
        fell = row["cancelled_on"] or row["no_show_on"]
        if row["held_on"] is None and fell and row["person_id"] not in seen and desk.is_awake(row):
            last = row["person__last_contact"]
            if last is None or last <= fell:
                yield row
        seen.add(row["person_id"])


def _found(desk: Desk, row: Row, day: date, *, code: str, draft: str, owed: bool) -> Found:
    facts = {"name": row["person__name"], "on": day}
    return Found(
        Suggestion(
            id=f"schedule:{row['key']}",
            kind="schedule",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("schedule", facts),
            reasons=(Reason(code, facts),),
            due=due(day, day, desk.business(day, 1)),
            draft=draft,
            about=row["key"],
            owed=owed,
        ),
        who=row["person_id"],
        rank=50,
        timed=True,
    )
