"""A yes that has no day yet, and a talk that fell through: agree on a time.

After the third slip the initiative is theirs; a talk that they missed is offered once more, then it rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from acquaint.messages.reasons import Reason
from acquaint.models import Interview
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import WHO, Desk, Row

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


def _fallen(desk: Desk) -> list[Row]:
    """Interviews called off or missed that nothing has followed: no later talk, no contact since."""
    every = Interview.objects.of(desk.scope)
    later = every.filter(person_id=OuterRef("person_id"), id__gt=OuterRef("id"))
    fell = Q(cancelled_on__isnull=False) | Q(no_show_on__isnull=False)
    rows = every.filter(desk.reachable(), fell, ~Exists(later), held_on=None, unsafe_on=None)
    columns = (*WHO, "key", "moves", "cancelled_on", "cancelled_by", "no_show_on", "no_show_by")
    return list(rows.order_by("-id").values(*columns)[: desk.limit])


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
