"""People whose rhythm says that a word is due: the longest silent of each kind, with something to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast

from acquaint.maths import cadence
from acquaint.maths.cadence import Phase
from acquaint.messages.reasons import Reason
from acquaint.models import DebriefLine, Interest
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk, Row
from acquaint.queries.suggestions.next_touch import is_planned

KINDS = ("drifted",)
WORTH_SAYING = 7  # days past the latest


def find(desk: Desk) -> Iterator[Found]:
    """The people most in need of a word whose next contact is due or soon will be."""
    busy = {row["person_id"] for row in (*desk.booked, *desk.silent)}
    rows = [row for row in desk.due if row["last_contact"] and not is_planned(row) and row["id"] not in busy]
    people = [row["id"] for row in rows]
    said = (*_lines(desk, people), dict(_interests(desk.scope, people=people)))
    for row in rows:
        yield _found(desk, row, said)


def _lines(desk: Desk, people: list[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The last advice of each of these people, and the last thing they told."""
    found: dict[str, dict[int, str]] = {"advice": {}, "learned": {}}
    for person, kind, text in _told(desk.scope, people=people):
        found[kind][person] = text
    return found["advice"], found["learned"]


@prepared
def _told(told: Any) -> Any:
    rows = DebriefLine.objects.of(told).filter(person_id__in=told.people, kind__in=("advice", "learned"))
    return rows.order_by(BY_ID).values_list("person_id", "kind", "text")


@prepared
def _interests(told: Any) -> Any:
    rows = Interest.objects.of(told).filter(person_id__in=told.people, kind="interest")
    return rows.order_by(BY_ID).values_list("person_id", "text")


def _found(desk: Desk, row: Row, said: tuple[dict[int, str], ...]) -> Found:
    advice, learned, interests = (texts.get(row["id"], "") for texts in said)
    when = _range(desk, row)
    late = (desk.today - when.latest).days
    facts = {
        "name": row["name"],
        "last": row["last_contact"],
        "silence": max(0, late),
        "advice": advice,
        "learned": learned,
        "interest": interests,
    }
    codes = ["drifted.last", *(["drifted.for"] if late >= WORTH_SAYING else [])]
    if row["unanswered"] > 1:
        codes.append("drifted.unanswered")
    elif advice or learned or interests:
        codes.append(f"drifted.{'advice' if advice else 'learned' if learned else 'interest'}")
    else:
        codes.append("drifted.thought")
    return Found(
        Suggestion(
            id=f"drifted:{row['key']}",
            kind="drifted",
            person=Named(row["key"], row["name"]),
            headline=Reason("drifted", facts),
            reasons=tuple(Reason(code, facts) for code in codes),
            due=when,
            draft="reconnect",
            about="",
            owed=False,
        ),
        who=row["id"],
        mere=True,
    )


def _range(desk: Desk, row: Row) -> Due:
    """The rhythm's own range where it gave the date; around the carried date otherwise."""
    settings, day = desk.settings, cast("date", row["next_due"])
    for warm in (False, True):
        usual = cadence.next_due(
            cast("Any", row["stage"]),
            cast("Phase", settings.phase),
            last_contact=row["last_contact"].toordinal(),
            unanswered=row["unanswered"],
            warm=warm,
            custom=settings.rhythms,
        )
        if usual is not None and usual.ideal == day.toordinal():
            return due(date.fromordinal(usual.start), day, date.fromordinal(usual.latest))
    return due(day, day, day + timedelta(days=7))
