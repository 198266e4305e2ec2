"""What is carried of a person's contacts, and how likely they are to be in touch: a discounted Gamma-Poisson.

Days are proleptic ordinals (``date.toordinal()``). A day counts once per direction, however many messages
it held; a mutual contact (a call, a talk, a coffee) is an inbound and an outbound contact of the same day.
The constants were fitted on four public records of calls, texts and mail.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from math import exp2, log
from math import pow as power
from typing import Literal

Direction = Literal["in", "out", "both"]
Band = Literal["hot", "warm", "fading", "quiet"]

HALF_LIFE = 60.0  # days until a contact weighs half
OUT_WEIGHT = 0.25  # what my own writing says about theirs
PRIOR_CONTACTS = 0.08
PRIOR_DAYS = 110.0
ANSWER_WITHIN = 30  # an answer later than this is a new conversation

# Where a band begins. A talk yesterday is hot, one two months ago warm, one half a year ago fading.
BANDS: tuple[tuple[Band, float], ...] = (("hot", 0.25), ("warm", 0.10), ("fading", 0.03))
MONTH = 30
STEADY = 10.0  # months in which somebody was in touch that an owner's own scale is held back by

_REAL_SPAN = HALF_LIFE / log(2)


@dataclass(frozen=True, slots=True)
class Carried:
    """All that the plan needs to know of a person's contacts; days are ordinals, sums hold at ``sums_on``.

    ``answered_on`` is the last day on which they reached me or we met: not None means that the door is open.
    ``unanswered`` counts the days on which I wrote since then.
    """

    first_contact: int | None = None
    last_contact: int | None = None
    last_two_way: int | None = None
    answered_on: int | None = None
    in_sum: float = 0.0
    out_sum: float = 0.0
    sums_on: int | None = None
    unanswered: int = 0
    last_out: int | None = None


def carry(days: Iterable[tuple[int, Direction]]) -> Carried:
    """Carried state of these contacts, in whatever order and however often they are told."""
    inbound: set[int] = set()
    outbound: set[int] = set()
    for day, direction in days:
        if direction != "out":
            inbound.add(day)
        if direction != "in":
            outbound.add(day)
    if not inbound and not outbound:
        return Carried()
    answered = max(inbound, default=None)
    last = max(max(outbound, default=0), answered or 0)
    return Carried(
        first_contact=min(min(inbound, default=last), min(outbound, default=last)),
        last_contact=last,
        last_two_way=max(two_way_days(inbound, outbound), default=None),
        answered_on=answered,
        in_sum=_decayed(inbound, last),
        out_sum=_decayed(outbound, last),
        sums_on=last,
        unanswered=sum(1 for day in outbound if answered is None or day > answered),
        last_out=max(outbound, default=None),
    )


def touch(carried: Carried, day: int, direction: Direction) -> Carried:
    """The same after one more contact, in constant time; ValueError for a day before the last contact."""
    if carried.last_contact is not None and day < carried.last_contact:
        raise ValueError("contacts must be told in order; use carry for a backdated one")
    state = carried
    if direction != "out":
        state = _received(state, day)
    if direction != "in":
        state = _sent(state, day)
    return state


def sums(carried: Carried, on: int) -> tuple[float, float]:
    """The inbound and outbound sums as they stand on a later day: what a forecast rests on."""
    left = _left(carried.sums_on, on)
    return carried.in_sum * left, carried.out_sum * left


def _left(sums_on: int | None, on: int) -> float:
    return 0.0 if sums_on is None else exp2((sums_on - on) / HALF_LIFE)


def p30(carried: Carried, on: int, *, horizon: float = 30.0) -> float:
    """Chance of an inbound contact within the horizon (days) after ``on``; never shown beside a person."""
    told = (carried.in_sum, carried.out_sum, carried.sums_on, carried.first_contact)
    return chance(*told, on=on, horizon=horizon)


def chance(
    in_sum: float,
    out_sum: float,
    sums_on: int | None,
    first_contact: int | None,
    *,
    on: int,
    horizon: float = 30.0,
) -> float:
    """`p30` from what it needs of the carried state alone: for whole tables of people."""
    known = max(0, on - first_contact) if first_contact is not None else 0
    observed = _REAL_SPAN * (1.0 - exp2(-known / HALF_LIFE))
    weight = PRIOR_CONTACTS + (in_sum + OUT_WEIGHT * out_sum) * _left(sums_on, on)
    return 1.0 - power(1.0 + horizon / (PRIOR_DAYS + observed), -weight)


def band(probability: float) -> Band:
    """The word for a `p30`: what people see instead of a number."""
    return next((name for name, least in BANDS if probability >= least), "quiet")


@dataclass(frozen=True, slots=True)
class Months:
    """Months of people looked back on: how many, in how many a word came, and in how many expected."""

    scored: int = 0
    seen: int = 0
    expected: float = 0.0

    @property
    def scale(self) -> float:
        """An owner's own level, (10 + seen) / (10 + expected): 1 without a past."""
        return self.scale_from(1.0)

    def scale_from(self, usual: float) -> float:
        """The same held towards another level than 1."""
        return (STEADY * usual + self.seen) / (STEADY + self.expected)


def scaled(probability: float, scale: float) -> float:
    """A `p30` on an owner's own level, 1 - (1 - P)^scale: it moves levels and keeps every order."""
    return 1.0 - power(1.0 - probability, scale)


def looked_back(
    people: Iterable[tuple[Carried, Iterable[tuple[int, Direction]]]], *, on: int, months: int = 3
) -> Months:
    """What was to be expected of the last months, and what came.

    Each person is told as carried and with the contacts of the last `months` times thirty days (earlier ones
    do no harm); whoever was not known when a month began is not scored in it.
    """
    scored = seen = 0
    expected = 0.0
    for state, contacts in people:
        told = set(contacts)
        inbound = {day for day, direction in told if direction != "out"}
        outbound = {day for day, direction in told if direction != "in"}
        for began in range(on - MONTH * months, on, MONTH):
            if state.first_contact is None or state.first_contact > began:
                continue
            sums_then = (
                _rewound(state.in_sum, state, inbound, began),
                _rewound(state.out_sum, state, outbound, began),
            )
            expected += chance(*sums_then, began, state.first_contact, on=began)
            seen += any(began < day <= began + MONTH for day in inbound)
            scored += 1
    return Months(scored, seen, expected)


def _rewound(held: float, state: Carried, days: set[int], to: int) -> float:
    """A decayed sum as it stood on an earlier day: without what came after, and with the decay taken back."""
    now = state.sums_on
    if now is None:
        return 0.0
    later = sum(exp2((day - now) / HALF_LIFE) for day in days if to < day <= now)
    return max(0.0, held - later) * exp2((now - to) / HALF_LIFE)


def two_way_days(inbound: Collection[int], outbound: Collection[int]) -> Iterator[int]:
    """The days, in order, that complete a contact each way at most ANSWER_WITHIN days apart."""
    last_in = last_out = None
    for day in sorted({*inbound, *outbound}):
        last_in = day if day in inbound else last_in
        last_out = day if day in outbound else last_out
        if last_in is not None and last_out is not None and abs(last_in - last_out) <= ANSWER_WITHIN:
            yield day


def _decayed(days: set[int], on: int) -> float:
    return sum(exp2((day - on) / HALF_LIFE) for day in sorted(days))


def _received(state: Carried, day: int) -> Carried:
    if state.answered_on == day:
        return state
    inbound, outbound = sums(state, day)
    near = state.last_out is not None and day - state.last_out <= ANSWER_WITHIN
    return replace(
        state,
        first_contact=day if state.first_contact is None else state.first_contact,
        last_contact=day,
        last_two_way=day if near else state.last_two_way,
        answered_on=day,
        in_sum=inbound + 1.0,
        out_sum=outbound,
        sums_on=day,
        unanswered=0,
    )


def _sent(state: Carried, day: int) -> Carried:
    if state.last_out == day:
        return state
    inbound, outbound = sums(state, day)
    near = state.answered_on is not None and day - state.answered_on <= ANSWER_WITHIN
    return replace(
        state,
        first_contact=day if state.first_contact is None else state.first_contact,
        last_contact=day,
        last_two_way=day if near else state.last_two_way,
        in_sum=inbound,
        out_sum=outbound + 1.0,
        sums_on=day,
        unanswered=0 if state.answered_on == day else state.unanswered + 1,
        last_out=day,
    )
