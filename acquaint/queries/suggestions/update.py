"""Advice that was followed, and the one who gave it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from acquaint.messages.reasons import Reason
from acquaint.models import DebriefLine
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import REST, WHO, Desk, Row

KINDS = ("update",)
SETTLED = timedelta(days=14)  # two or three weeks after the talk
OPEN_FOR = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """The last deed for each person whose advice was followed and who was not told."""
    last = {row["person_id"]: row for row in _followed(desk.scope, desk.limit)}
    for row in last.values():
        if desk.is_awake(row):
            yield _found(row)


@prepared
def _followed(told: Any, limit: int | None) -> Any:
    rows = DebriefLine.objects.of(told).filter(
        kind="advice", done_on__isnull=False, told_on=None, interview__unsafe_on=None, person__closed_on=None
    )
    columns = (*WHO, *REST, "key", "text", "will", "done_on", "interview__on")
    return rows.order_by("done_on", "id").values(*columns)[:limit]


def _found(row: Row) -> Found:
    facts = {
        "name": row["person__name"],
        "advice": row["text"],
        "will": row["will"] or row["text"],
        "done": row["done_on"],
    }
    codes = ["update.done", *(["update.advice"] if row["will"] and row["text"] else [])]
    ideal = max(row["done_on"], row["interview__on"] + SETTLED)
    return Found(
        Suggestion(
            id=f"update:{row['key']}",
            kind="update",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("update", facts),
            reasons=tuple(Reason(code, facts) for code in codes),
            due=due(row["done_on"], ideal, ideal + OPEN_FOR),
            draft="update",
            about=row["key"],
            owed=False,
        ),
        who=row["person_id"],
        timed=True,
    )
