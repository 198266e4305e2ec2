"""Introductions as a reader wants them: between whom, how each stands, and the one step that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.maths import calendar
from acquaint.models import Introduction, Person
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries import settings
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due

Weekend = frozenset[int]
Step = Literal["write", "blurb", "check-back", "reply", "tell-introducer", "ask", "make", "meet", "nothing"]
OVER = ("declined", "silent")


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next, whose turn it is, and when."""

    step: Step
    owner: Literal["me", "them"]
    due: Due | None


@dataclass(frozen=True, slots=True)
class Loops:
    """When the introducer was told: that we are in touch, that we met, what came of it."""

    connected: date | None
    met: date | None
    outcome: date | None


@dataclass(frozen=True, slots=True)
class IntroductionCard:
    """One introduction, received or given."""

    id: str
    direction: str
    state: str
    introducer: Named | None
    introduced: Named | None
    other: Named | None
    organization: Named | None
    mode: str
    why: str
    named_on: date | None
    asked_on: date | None
    other_asked_on: date | None
    agreed_on: date | None
    other_agreed_on: date | None
    declined_on: date | None
    made_on: date | None
    met_on: date | None
    silent_on: date | None
    check_back_on: date | None
    loops: Loops
    next: Next


def listed(
    scope: Scope, *, direction: str | None = None, person: str | None = None, over: bool = False
) -> tuple[IntroductionCard, ...]:
    """Return introductions, the latest named first; `over` adds declined and silent ones."""
    rows = _rows(scope).order_by("-named_on", "-id")
    if direction:
        rows = rows.filter(direction=direction)
    if not over:
        rows = rows.filter(declined_on=None, silent_on=None)
    weekend = settings.read(scope).weekend
    cards = (card(row, weekend) for row in rows)
    return tuple(one for one in cards if person is None or person in _ends(one))


def show(scope: Scope, introduction: str) -> IntroductionCard:
    """Return one introduction; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=introduction).first()
    if row is None:
        raise NotFound(_("There is no introduction {key}.").format(key=introduction))
    return card(row, settings.read(scope).weekend)


def _ends(one: IntroductionCard) -> set[str]:
    return {end.id for end in (one.introducer, one.introduced, one.other) if end}


def _rows(scope: Scope) -> QuerySet[Introduction]:
    return Introduction.objects.of(scope).select_related("introducer", "introduced", "other", "organization")


def card(row: Introduction, weekend: Weekend = calendar.SATURDAY_SUNDAY) -> IntroductionCard:
    """Return the card of a row; `weekend` are the days on which nothing falls due."""
    place = row.organization
    return IntroductionCard(
        id=row.key,
        direction=row.direction,
        state=row.state,
        introducer=_who(row.introducer),
        introduced=_who(row.introduced),
        other=_who(row.other),
        organization=Named(place.key, place.name) if place else None,
        mode=row.mode,
        why=row.why,
        named_on=row.named_on,
        asked_on=row.asked_on,
        other_asked_on=row.other_asked_on,
        agreed_on=row.agreed_on,
        other_agreed_on=row.other_agreed_on,
        declined_on=row.declined_on,
        made_on=row.made_on,
        met_on=row.met_on,
        silent_on=row.silent_on,
        check_back_on=row.check_back_on,
        loops=Loops(row.loop_connected_on, row.loop_met_on, row.loop_outcome_on),
        next=next_step(row, weekend),
    )


def _who(person: Person | None) -> Named | None:
    return Named(person.key, person.name) if person else None


def next_step(row: Introduction, weekend: Weekend = calendar.SATURDAY_SUNDAY) -> Next:
    """Say what comes next in one introduction."""
    if row.direction == "given":
        return _next_given(row, weekend)
    if row.met_on:
        return _tell(row.met_on, told=row.loop_met_on)
    if row.silent_on or row.declined_on:
        ended = row.silent_on or row.declined_on
        return _tell(ended, told=row.loop_outcome_on) if ended else _NOTHING
    if row.made_on:
        if row.mode == "joint" and not row.loop_connected_on:
            return Next("reply", "me", _within(row.made_on, 1, weekend))
        return _tell(row.made_on, told=row.loop_connected_on, after=Next("meet", "me", None))
    return _next_named(row, row.named_on or row.agreed_on or row.asked_on, weekend)


def _next_named(row: Introduction, on: date | None, weekend: Weekend) -> Next:
    if on is None:
        return _NOTHING
    if row.agreed_on:
        return Next("write", "me", _within(row.agreed_on, 2, weekend))
    if row.mode in ("use-my-name", ""):
        return Next("write", "me", _within(on, 2, weekend))
    if row.mode == "joint":
        day = row.check_back_on or on + timedelta(days=10)
        return Next("check-back", "them", Due(on + timedelta(days=7), day, day))
    if row.asked_on is None:
        return Next("blurb", "me", Due(on, on, calendar.add(on, 1, weekend)))
    day = row.check_back_on or row.asked_on + timedelta(days=7)
    return Next("check-back", "them", Due(day, day, day + timedelta(days=3)))


def _next_given(row: Introduction, weekend: Weekend) -> Next:
    if row.declined_on or row.silent_on or row.met_on:
        return _NOTHING
    if row.made_on:
        return Next("meet", "them", None)
    asked = (row.asked_on, row.other_asked_on)
    agreed = (row.agreed_on, row.other_agreed_on)
    if all(agreed):
        return Next("make", "me", _within(max(day for day in agreed if day), 2, weekend))
    missing = [ask for ask, yes in zip(asked, agreed, strict=True) if yes is None]
    if any(ask is None for ask in missing):
        start = row.named_on or max((day for day in (*asked, *agreed) if day), default=None)
        return Next("ask", "me", _within(start, 5, weekend) if start else None)
    waiting = max(ask for ask in missing if ask) + timedelta(days=7)
    return Next("check-back", "them", Due(waiting, waiting, waiting + timedelta(days=3)))


def _tell(on: date, *, told: date | None, after: Next | None = None) -> Next:
    """Say that the introducer should hear of it within two days, unless they were told."""
    if told:
        return after or _NOTHING
    return Next("tell-introducer", "me", Due(on, on + timedelta(days=1), on + timedelta(days=2)))


def _within(start: date, days: int, weekend: Weekend) -> Due:
    latest = calendar.add(start, days, weekend)
    return Due(start, min(calendar.add(start, 1, weekend), latest), latest)


_NOTHING = Next("nothing", "me", None)
