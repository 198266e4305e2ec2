"""Every active person has one next step with a day and an owner, or an explicit "nothing until".

Active means asked, met or chosen; whoever was only imported owes nothing and is owed nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from acquaint.messages.reasons import Reason
from acquaint.models import Ask, Person, Snooze
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.suggestions import registry
from acquaint.queries.suggestions.contract import Found
from acquaint.queries.suggestions.desk import NUDGE_AFTER, Desk, Row

Owner = Literal["me", "them", ""]
THEIRS = ("promise-theirs", "intro-check-back")
REST = timedelta(days=90)
COLUMNS = (
    *("id", "key", "name", "stage", "chosen_on", "last_contact", "next_due"),
    *("rested_on", "rest_until"),
)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next with a person: whose turn (nobody's: nothing until), when, and in which words."""

    person: Named
    owner: Owner
    on: date | None
    what: Reason
    suggestion: str | None = None


def everybody(scope: Scope) -> dict[str, NextStep]:
    """The next step of every active person, by key."""
    desk = Desk(scope, limit=None)
    rows = {row["id"]: row for row in Person.objects.of(scope).active().values(*COLUMNS)}
    suggested = _suggested(desk)
    talks = {row["person_id"]: row for row in reversed(desk.booked) if row["at_utc"] > scope.now}
    silent = {row["person_id"]: row for row in desk.silent}
    ended = _ended(scope, desk)
    steps = {}
    for pk, row in rows.items():
        steps[row["key"]] = (
            _resting(row, scope.today)
            or _suggestion(row, suggested.get(pk), by=scope.today)
            or _talk(desk, row, talks.get(pk))
            or _waiting(desk, row, silent.get(pk))
            or _suggestion(row, suggested.get(pk))
            or _over(row, ended.get(pk), scope.today)
            or _rhythm(row)
            or _nothing(row, scope.today)
        )
    return steps


def of(scope: Scope, person: str) -> NextStep | None:
    """The next step of one person by key; None for somebody who is not active."""
    return everybody(scope).get(person)


def _suggested(desk: Desk) -> dict[int, tuple[Found, date]]:
    """For each person the suggestion that comes first, with its day (later if it was put off)."""
    snoozes = dict(Snooze.objects.of(desk.scope).values_list("suggestion", "until"))
    found: dict[int, tuple[Found, date]] = {}
    for one in registry.gather(desk):
        if one.who is None:
            continue
        day = max(one.suggestion.due.from_, snoozes.get(one.suggestion.id, one.suggestion.due.from_))
        held = found.get(one.who)
        if held is None or _order(one, day, desk.today) < _order(*held, desk.today):
            found[one.who] = (one, day)
    return found


def _order(one: Found, day: date, today: date) -> tuple[date, bool, int, date]:
    """Due ones first, what is owed before the rest, then by rank and day."""
    return max(day, today), not one.suggestion.owed, one.rank, one.suggestion.due.latest


def _named(row: Row) -> Named:
    return Named(row["key"], row["name"])


def _resting(row: Row, today: date) -> NextStep | None:
    since, until = row["rested_on"], row["rest_until"]
    if since is None or (until and until <= today) or (row["last_contact"] and row["last_contact"] > since):
        return None
    reason = Reason("resting.until", {"until": until}) if until else Reason("resting")
    return NextStep(_named(row), "", until, reason)


def _suggestion(row: Row, found: tuple[Found, date] | None, by: date = date.max) -> NextStep | None:
    """The suggestion that comes first, if its day is no later than that."""
    if found is None or found[1] > by:
        return None
    one, day = found
    owner: Owner = "them" if one.suggestion.kind in THEIRS else "me"
    return NextStep(_named(row), owner, day, one.suggestion.headline, one.suggestion.id)


def _talk(desk: Desk, row: Row, talk: Row | None) -> NextStep | None:
    if talk is None:
        return None
    at = desk.my_clock(talk["at_utc"])
    return NextStep(_named(row), "me", at.date(), Reason("waiting.talk", {"at": at}))


def _waiting(desk: Desk, row: Row, ask: Row | None) -> NextStep | None:
    if ask is None:
        return None
    day = desk.expires(ask) if ask["nudged_on"] else desk.business(ask["sent_on"], NUDGE_AFTER)
    facts = {"name": row["name"], "sent": ask["sent_on"]}
    return NextStep(_named(row), "them", day, Reason("waiting", facts))


def _over(row: Row, until: date | None, today: date) -> NextStep | None:
    """An ask that came to rest: nothing until its rest is over."""
    if until is None or until <= today or row["stage"] != "asked":
        return None
    return NextStep(_named(row), "", until, Reason("nothing-until", {"until": until}))


def _rhythm(row: Row) -> NextStep | None:
    day = row["next_due"]
    return NextStep(_named(row), "me", day, Reason("waiting.rhythm", {"due": day})) if day else None


def _nothing(row: Row, today: date) -> NextStep:
    """What is left: friends, the list of those to ask, and ties asleep."""
    if row["stage"] == "friend":
        return NextStep(_named(row), "", None, Reason("waiting.friend"))
    if row["stage"] == "known":
        return NextStep(_named(row), "me", today, Reason("waiting.list"))
    return NextStep(_named(row), "", None, Reason("waiting.dormant"))


def _ended(scope: Scope, desk: Desk) -> dict[int, date]:
    """By person, until when a last ask rests that was declined, passed on or never answered."""
    rows = Ask.objects.of(scope).order_by("made_on", "id")
    columns = ("person_id", "sent_on", "nudged_on", "answered_on", "made_on", "outcome", "until")
    last: dict[int, dict[str, Any]] = {row["person_id"]: row for row in rows.values(*columns)}
    found: dict[int, date] = {}
    for person, row in last.items():
        if row["outcome"] in ("expired", "declined", "redirected"):
            found[person] = row["until"] or (row["answered_on"] or row["made_on"]) + REST
        elif not row["outcome"] and row["sent_on"] and desk.expires(row) <= desk.today:
            found[person] = desk.expires(row) + REST
    return found
