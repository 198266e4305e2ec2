"""Thanks for a talk held: by the end of the next day, and welcome at any time after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from acquaint.messages.reasons import Reason
from acquaint.models import DebriefLine
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.debrief import LONG_AGO
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("thank-you",)
SOON = timedelta(days=2)


def find(desk: Desk) -> Iterator[Found]:
    """Talks held and not thanked for, with what was learned and offered as the reason."""
    rows = [row for row in desk.unfinished if row["thanked_on"] is None]
    learned = dict(_learned(desk.scope, talks=[row["id"] for row in rows]))
    offered = {one["interview__key"]: one["text"] for one in reversed(desk.promises) if one["by"] == "theirs"}
    for row in rows:
        yield _found(desk, row, learned.get(row["id"], ""), offered.get(row["key"], ""))


@prepared
def _learned(told: Any) -> Any:
    lines = DebriefLine.objects.of(told).filter(interview_id__in=told.talks, kind="learned")
    return lines.order_by("-id").values_list("interview_id", "text")


def _found(desk: Desk, row: Row, learned: str, offered: str) -> Found:
    name, held = row["person__name"], row["held_on"]
    facts = {"name": name, "held": held, "learned": learned, "offered": offered}
    codes = ["thank-you.learned"] if learned else []
    codes += ["thank-you.offered"] if offered else []
    if not codes:
        codes = ["thank-you.talk" if desk.today - held <= SOON else "thank-you.late"]
    return Found(
        Suggestion(
            id=f"thank-you:{row['key']}",
            kind="thank-you",
            person=Named(row["person__key"], name),
            headline=Reason("thank-you", facts),
            reasons=tuple(Reason(code, facts) for code in codes),
            due=due(held, held, held + timedelta(days=1)),
            draft="thank-you",
            about=row["key"],
            owed=desk.today - held <= LONG_AGO,
        ),
        who=row["person_id"],
        rank=40,
    )
