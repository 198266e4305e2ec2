"""Asks that were put off until a day they named, or that never arrived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row

KINDS = ("ask-again", "address", "ask-answered")
LATER = timedelta(days=90)  # where they named no day


def find(desk: Desk) -> Iterator[Found]:
    """Deferred asks from their day on, bounced ones at once, and answers that nobody wrote down."""
    for row in desk.asks:
        if row["outcome"] == "deferred":
            yield _again(desk, row)
        elif row["outcome"] == "bounced":
            yield _simple(desk, row, "address", "address.bounced", None)
        elif not row["outcome"] and row["sent_on"] and _was_answered(row):
            yield _simple(desk, row, "ask-answered", "ask-answered.heard", None)


def _was_answered(row: Row) -> bool:
    heard = row["person__answered_on"]
    return heard is not None and heard >= row["sent_on"]


def _again(desk: Desk, row: Row) -> Found:
    start = row["until"] or (row["answered_on"] or row["made_on"]) + LATER
    facts = {
        "name": row["person__name"],
        "until": start,
        "answered": row["answered_on"] or row["made_on"],
        "words": row["words"],
    }
    codes = ["ask-again.deferred", *(["ask-again.words"] if row["words"] else [])]
    return Found(
        Suggestion(
            id=f"ask-again:{row['key']}",
            kind="ask-again",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("ask-again", facts),
            reasons=tuple(Reason(code, facts) for code in codes),
            due=due(start, start, desk.business(start, 5)),
            draft="request",
            about=row["key"],
            owed=False,
        ),
        who=row["person_id"],
        fresh=True,
        timed=True,
    )


def _simple(desk: Desk, row: Row, kind: str, code: str, draft: str | None) -> Found:
    sent = row["sent_on"] or row["made_on"]
    facts = {"name": row["person__name"], "sent": sent, "heard": row["person__answered_on"]}
    return Found(
        Suggestion(
            id=f"{kind}:{row['key']}",
            kind=kind,
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason(kind, facts),
            reasons=(Reason(code, facts),),
            due=due(sent, desk.business(sent, 1), desk.business(sent, 5)),
            draft=draft,
            about=row["key"],
            owed=False,
        ),
        who=row["person_id"],
        fresh=True,
        timed=True,
    )
