"""A day or a rhythm set by hand: be in touch with somebody, for the reason written down then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("next-touch",)
OPEN_FOR = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Planned days that no contact has met or passed, and days that a rhythm of their own brings round."""
    for row in desk.due:
        if not is_planned(row):
            continue
        day, last = row["next_due"], row["last_contact"]
        facts = {"name": row["name"], "on": day, "why": row["next_touch_why"], "last": last}
        if day == row["next_touch_on"]:
            codes = ["next-touch.planned", *(["next-touch.why"] if row["next_touch_why"] else [])]
        else:
            facts["count"] = row["rhythm_days"]
            codes = ["next-touch.rhythm", *(["next-touch.last"] if last else [])]
        yield Found(
            Suggestion(
                id=f"next-touch:{row['key']}",
                kind="next-touch",
                person=Named(row["key"], row["name"]),
                headline=Reason("next-touch", facts),
                reasons=tuple(Reason(code, facts) for code in codes),
                due=due(day, day, day + OPEN_FOR),
                draft="reconnect",
                about="",
                owed=False,
            ),
            who=row["id"],
            mere=True,
            timed=day == row["next_touch_on"],
        )


def is_planned(row: Row) -> bool:
    """Whether the day that is due was set by hand, or comes of a rhythm that was."""
    planned = row["next_touch_on"] is not None and row["next_touch_on"] == row["next_due"]
    return planned or row["rhythm_days"] is not None
