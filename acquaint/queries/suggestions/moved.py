"""Somebody is at a new place, seen by an import or told by hand: a reason to write, with no wish attached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q

from acquaint.messages.reasons import Reason
from acquaint.models import Position
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import REST, WHO, Desk, Row

KINDS = ("moved",)
NEWS_FOR = timedelta(days=60)
WITHIN = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Positions that were seen to end lately, of people not in touch since, who hold another one now."""
    latest = _ended(desk.scope, desk.limit, since=desk.today - NEWS_FOR)
    ended = {row["person_id"]: row for row in reversed(latest) if desk.is_awake(row)}
    places = desk.places(ended)
    for person, row in ended.items():
        if person in places and places[person][0] != row["organization_id"]:
            yield _found(row, places[person][1])


@prepared
def _ended(told: Any, limit: int | None) -> Any:
    quiet = Q(person__last_contact=None) | Q(person__last_contact__lte=F("ended_seen_on"))
    rows = Position.objects.of(told).filter(
        quiet, kind="work", ended_seen_on__gte=told.since, person__closed_on=None, person__me_since=None
    )
    columns = (*WHO, *REST, "organization_id", "organization__name", "ended_seen_on")
    return rows.order_by("-ended_seen_on", "-id").values(*columns)[:limit]


def _found(row: Row, now_at: str) -> Found:
    seen: date = row["ended_seen_on"]
    old = row["organization__name"] or ""
    facts = {"name": row["person__name"], "organization": now_at, "old": old}
    return Found(
        Suggestion(
            id=f"moved:{row['person__key']}",
            kind="moved",
            person=Named(row["person__key"], row["person__name"]),
            headline=Reason("moved", facts),
            reasons=(Reason("moved.from" if old else "moved.to", facts),),
            due=due(seen, seen + timedelta(days=2), seen + WITHIN),
            draft="congratulate",
            about="",
            owed=False,
        ),
        who=row["person_id"],
        mere=True,
    )
