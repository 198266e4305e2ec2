"""A talk tomorrow (or today) that is not confirmed yet: confirm it and print the brief."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk

KINDS = ("confirm",)


def find(desk: Desk) -> Iterator[Found]:
    """From the last working day before the talk until it begins."""
    for row in desk.booked:
        if row["confirmed_on"] or row["at_utc"] <= desk.scope.now or row["mode"] == "written":
            continue
        at = desk.my_clock(row["at_utc"])
        eve = at.date() - timedelta(days=1)
        facts = {"name": row["person__name"], "at": at, "minutes": row["minutes"]}
        yield Found(
            Suggestion(
                id=f"confirm:{row['key']}",
                kind="confirm",
                person=Named(row["person__key"], row["person__name"]),
                headline=Reason("confirm", facts),
                reasons=(Reason("confirm.when", facts),),
                due=due(desk.business(at.date(), -1), eve, eve),
                draft="confirm",
                about=row["key"],
                owed=True,
            ),
            who=row["person_id"],
            rank=10,
        )
