"""A day set by hand: be in touch with somebody, for the reason written down then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import F, Q

from acquaint.messages.reasons import Reason
from acquaint.models import Person
from acquaint.queries.cards import Named
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk

KINDS = ("next-touch",)
OPEN_FOR = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Planned days that no contact has met or passed."""
    waiting = Q(last_contact=None) | Q(last_contact__lt=F("next_touch_on"))
    rows = Person.objects.of(desk.scope).filter(
        desk.reachable(""), waiting, next_due=F("next_touch_on"), next_due__isnull=False
    )
    columns = ("id", "key", "name", "next_touch_on", "next_touch_why")
    for row in rows.order_by("next_due", "id").values(*columns)[: desk.limit]:
        day = row["next_touch_on"]
        facts = {"name": row["name"], "on": day, "why": row["next_touch_why"]}
        codes = ["next-touch.planned", *(["next-touch.why"] if row["next_touch_why"] else [])]
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
            timed=True,
        )
