"""A request that was begun and not sent."""

from __future__ import annotations

from collections.abc import Iterator

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk

KINDS = ("request",)


def find(desk: Desk) -> Iterator[Found]:
    """Open asks without a day on which they went out."""
    for row in desk.asks:
        if row["outcome"] or row["sent_on"]:
            continue
        facts = {"name": row["person__name"], "on": row["made_on"]}
        yield Found(
            Suggestion(
                id=f"request:{row['key']}",
                kind="request",
                person=Named(row["person__key"], row["person__name"]),
                headline=Reason("request", facts),
                reasons=(Reason("request.drafted", facts),),
                due=due(row["made_on"], desk.business(row["made_on"], 1), desk.business(row["made_on"], 2)),
                draft="request",
                about=row["key"],
                owed=False,
            ),
            who=row["person_id"],
            fresh=True,
            timed=True,
        )
