"""The plan of a day: what is owed first, then what a week's energy holds, and a day for all the rest.

After ten days without a change the plan behaves as paused: nothing is late, and one small thing is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from acquaint.maths import calendar, planner
from acquaint.messages.reasons import Reason
from acquaint.models import Change, Interaction, Snooze
from acquaint.models.scope import Scope
from acquaint.queries import interviews, settings, worth
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due
from acquaint.queries.interviews import InterviewCard
from acquaint.queries.prepared import COUNT, prepared
from acquaint.queries.promises import PromiseCard
from acquaint.queries.suggestions import registry
from acquaint.queries.suggestions.contract import Found, Suggestion
from acquaint.queries.suggestions.desk import Desk, Row

AWAY = timedelta(days=10)
LATEST = 20
LATER = 50  # more than that is a list nobody reads
# What is owed lies outside capacity, and so do the messages that settle it.
RESUMED = "search.resume"
OWED_KINDS = ("thank-you", "confirm", "schedule", "reschedule", "loop", "intro-reply", "request-sent")


@dataclass(frozen=True, slots=True)
class Open:
    """All open promises, both ways."""

    mine: tuple[PromiseCard, ...]
    theirs: tuple[PromiseCard, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One day's plan; ``greeting`` is said after a pause, ``touched`` counts this week's touches."""

    on: date
    capacity: int
    touched: int
    greeting: Reason | None
    suggestions: tuple[Suggestion, ...]
    later: tuple[Suggestion, ...]
    interviews: tuple[InterviewCard, ...]
    promises: Open


def today(scope: Scope, *, week: bool = False) -> Plan:
    """The plan of the day; with ``week`` also what becomes due until the week is over."""
    desk = Desk(scope)
    held = desk.settings
    first, last = calendar.week_of(desk.today, held.weekend)
    touched = _touched(scope, first)
    greeting = _greeting(scope)
    found, put_off = _sorted_out(desk, registry.gather(desk))
    until = last if week else desk.today
    owed = sorted((one for one in found if one.suggestion.owed), key=_urgency)
    now = [one.suggestion for one in owed if one.suggestion.due.from_ <= until]
    ahead = [one.suggestion for one in owed if one.suggestion.due.from_ > until]
    rest = [one for one in found if not one.suggestion.owed and not _is_covered(one, owed)]
    room = _room(held.capacity, touched, greeting)
    chosen, respaced = _fill(desk, rest, capacity=room, touched=touched, week=(first, last))
    later = sorted([*ahead, *respaced, *put_off], key=lambda one: (one.due.from_, one.due.latest))
    return Plan(
        on=desk.today,
        capacity=held.capacity,
        touched=touched,
        greeting=greeting,
        suggestions=(*now, *chosen),
        later=tuple(later[:LATER]),
        interviews=_upcoming(desk),
        promises=_promises(desk),
    )


def every(scope: Scope) -> dict[str, Suggestion]:
    """Every suggestion that stands, by id, whatever the capacity."""
    return {one.suggestion.id: one.suggestion for one in registry.gather(Desk(scope))}


def _upcoming(desk: Desk) -> tuple[InterviewCard, ...]:
    ahead = any(row["at_utc"] >= desk.scope.now for row in desk.booked)
    return interviews.listed(desk.scope, upcoming=True) if ahead else ()


def _promises(desk: Desk) -> Open:
    """All open promises, dated or not: the soonest due first, the undated last."""
    rows = sorted(desk.promises, key=lambda row: (row["due_on"] or date.max, row["made_on"]))
    cards = [_promise(row) for row in rows]
    return Open(*(tuple(card for card in cards if card.by == by) for by in ("mine", "theirs")))


def _promise(row: Row) -> PromiseCard:
    return PromiseCard(
        id=row["key"],
        person=Named(row["person__key"], row["person__name"]),
        by=row["by"],
        text=row["text"],
        state="open",
        made_on=row["made_on"],
        due=row["due_on"],
        kept_on=None,
        released_on=None,
        checks=row["checks"],
        interview=row["interview__key"],
    )


def _urgency(found: Found) -> tuple[int, date, str]:
    return found.rank, found.suggestion.due.latest, found.suggestion.id


def _sorted_out(desk: Desk, found: Iterable[Found]) -> tuple[list[Found], list[Suggestion]]:
    """What stands today, and what was put off, with the day until which it was."""
    snoozes = dict(_snoozes(desk.scope))
    standing, put_off = [], []
    for one in found:
        until = snoozes.get(one.suggestion.id)
        if until is None:
            standing.append(one)
        else:
            put_off.append(_moved(one.suggestion, until))
    return standing, put_off


@prepared
def _snoozes(told: Any) -> Any:
    return Snooze.objects.of(told).filter(until__gt=told.today).values_list("suggestion", "until")


def _moved(suggestion: Suggestion, day: date) -> Suggestion:
    """The same with a range that begins on that day."""
    latest = max(suggestion.due.latest, day + timedelta(days=2))
    return replace(suggestion, due=Due(day, day, latest))


def _is_covered(found: Found, owed: list[Found]) -> bool:
    """Whether something owed to the same person comes first anyway."""
    return found.mere and any(one.who == found.who and one.who is not None for one in owed)


def _fill(
    desk: Desk, rest: list[Found], *, capacity: int, touched: int, week: tuple[date, date]
) -> tuple[list[Suggestion], list[Suggestion]]:
    """The touches of this week in order, and the others each with a day of its own."""
    worths = worth.of(desk.scope, {one.who for one in rest if one.who is not None}, desk.settings)
    candidates = [_candidate(one, worths) for one in rest]
    by_id = {one.suggestion.id: one.suggestion for one in rest}
    last = week[1]
    days = [desk.today + timedelta(days=n) for n in range((last - desk.today).days + 1)]
    working = [day.toordinal() for day in days if calendar.is_business(day, desk.settings.weekend)]
    chosen = planner.choose(
        candidates, on=desk.today.toordinal(), capacity=capacity, touched=touched, workdays=working
    )
    now = [_placed(by_id[one.candidate.key], one.on, last) for one in chosen.now]
    later = [_moved(by_id[one.candidate.key], date.fromordinal(one.on)) for one in chosen.later]
    return now, later


def _candidate(found: Found, worths: dict[int, worth.Worth]) -> planner.Candidate[str]:
    known = worths.get(found.who) if found.who is not None else None
    return planner.Candidate(
        key=found.suggestion.id,
        who=str(found.who) if found.alone and found.who is not None else None,
        value=known.value if known else planner.REASON,
        since=known.since.toordinal() if known and known.since else None,
        earliest=found.suggestion.due.from_.toordinal(),
        old_tie=bool(known and known.old_tie),
        fresh_face=found.fresh,
        timed=found.timed,
    )


def _placed(suggestion: Suggestion, on: int, week_ends: date) -> Suggestion:
    """The suggestion with the day the plan gives it: what waited long is due this week, never late."""
    day = date.fromordinal(on)
    return replace(suggestion, due=Due(suggestion.due.from_, day, max(suggestion.due.latest, day, week_ends)))


def _touched(scope: Scope, week_began: date) -> int:
    """How many touches were made this week, beyond what was owed."""
    return int(_touches(scope, week_began=week_began)[0])


@prepared
def _touches(told: Any) -> Any:
    rows = Interaction.objects.of(told).filter(
        on__gte=told.week_began, on__lte=told.today, direction__in=("out", "both")
    )
    mine = rows.exclude(kind="interview").exclude(message_kind__in=OWED_KINDS)
    return mine.values_list(COUNT, flat=True)


def _greeting(scope: Scope) -> Reason | None:
    """A word first while the search rests, after ten days without an entry, and on taking it up again."""
    if settings.is_paused(scope):
        return Reason("paused")
    written = _written(scope)
    last = max((at for at, _what in written), default=None)  # life is entered late: not the last entry's day
    away = last is not None and scope.now - last > AWAY
    return Reason("welcome-back") if away or (written and written[0][1] == RESUMED) else None


def _room(capacity: int, touched: int, greeting: Reason | None) -> int:
    """What the week holds beyond what is owed: nothing while the search rests, one thing on coming back."""
    if greeting is None:
        return capacity
    return 0 if greeting.code == "paused" else min(capacity, touched + 1)


@prepared
def _written(told: Any) -> Any:
    return Change.objects.of(told).order_by("-number").values_list("at", "what")[:LATEST]
