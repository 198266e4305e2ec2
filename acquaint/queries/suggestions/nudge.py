"""An ask that found no answer for seven business days: one gentle word, once; then it rests by itself."""

from __future__ import annotations

from collections.abc import Iterator

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import NUDGE_AFTER, Desk

KINDS = ("nudge",)


def find(desk: Desk) -> Iterator[Found]:
    """Silent asks that were not nudged."""
    for row in desk.silent:
        if row["nudged_on"]:
            continue
        start = desk.business(row["sent_on"], NUDGE_AFTER)
        facts = {"name": row["person__name"], "sent": row["sent_on"]}
        yield Found(
            Suggestion(
                id=f"nudge:{row['key']}",
                kind="nudge",
                person=Named(row["person__key"], row["person__name"]),
                headline=Reason("nudge", facts),
                reasons=(Reason("nudge.silent", facts),),
                due=due(start, start, desk.business(start, 2)),
                draft="nudge",
                about=row["key"],
                owed=False,
            ),
            who=row["person_id"],
            timed=True,
        )
