"""What if: how much of one's ties stays alive on one course, as a multiple of another; never openings.

A tie that counts v holds v · R, where R is what forgetting left of its last two-way contact. A course is
worth the sum of that over ties and time. How many openings that brings is not known; it cancels in the ratio
of two courses. How ties fade is not known either: every ratio is taken under three shapes of forgetting and
four half-lives, and with people counted as the owner answered and all alike. What remains is a range. The
shapes are those of the made-up worlds in which the plan is tried (`trials.worlds`). Days count from today.
"""

from __future__ import annotations

from array import array
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import accumulate, islice, product
from math import inf
from random import Random

from acquaint.maths import cadence, planner
from acquaint.maths.trials import worlds
from acquaint.maths.trials.worlds import WEEK, Kind

SHAPES: tuple[Kind, ...] = ("exp", "power", "spacing")
HALF_LIVES = (30, 60, 90, 120)
UNANSWERED = 0.2  # one touch in five
CHANCES = (1, 2, 3)  # seeds: the same people on the same day give the same answer
LONGEST = 3650  # a silence beyond ten years counts as ten
MOST_WEEKS = 104


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie as it stands: what it counts, days since the last two-way contact, the first day for a touch.

    `earliest` is counted from today (0 or less: now); `unanswered` are the touches without an answer so far.
    """

    value: float
    since: int
    earliest: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Talked:
    """Somebody talked with: what they count, and how many days ago the talk and later contacts were.

    `days` holds the first talk and every two-way contact since, in any order; at least one.
    """

    value: float
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One assumption: a shape, a half-life in days, whether all count alike; and the ratio under it."""

    shape: Kind
    half_life: int
    alike: bool
    ratio: float


def keeping(ties: Sequence[Tie], *, touches: Iterable[int], weeks: int) -> dict[int, tuple[Case, ...]]:
    """For each number of touches a week, chosen as the plan chooses, how it compares with none at all.

    Over so many weeks, MOST_WEEKS at most. Every ratio is at least 1, and 1 where there is nobody to touch.
    """
    courses = {each: [_answered(ties, each, weeks, seed) for seed in CHANCES] for each in touches}
    # By silence: what those of that silence count as the owner answered, and how many they are.
    counts: dict[int, tuple[float, int]] = {}
    for tie in ties:
        value, number = counts.get(tie.since, (0.0, 0))
        counts[tie.since] = (value + tie.value, number + 1)
    found: dict[int, list[Case]] = {each: [] for each in courses}
    for shape, half_life in product(SHAPES, HALF_LIVES):
        silent = {since: _silent(shape, half_life, since, weeks) for since in counts}
        for each, answers in courses.items():
            gained: dict[int, float] = {}
            for at, when in ((at, when) for answered in answers for at, when in answered.items()):
                told = _followed(shape, half_life, ties[at].since, when, weeks)
                more = max(0.0, told - silent[ties[at].since])  # a touch never takes; sums round
                gained[at] = gained.get(at, 0.0) + more / len(answers)
            for alike in (False, True):
                base = sum(counts[since][alike] * one for since, one in silent.items())
                more = sum((1.0 if alike else ties[at].value) * gain for at, gain in gained.items())
                found[each].append(Case(shape, half_life, alike, 1.0 + more / base if base else 1.0))
    return {each: tuple(cases) for each, cases in found.items()}


def so_far(talks: Sequence[Talked]) -> tuple[Case, ...]:
    """What was carried on since the talks, against the same talks had each stayed isolated, up to today.

    Every ratio is at least 1. A talk of today has no past yet and changes nothing.
    """
    found = []
    for shape, half_life in product(SHAPES, HALF_LIVES):
        alone = [_alone(shape, half_life, one.days) for one in talks]
        kept = [_carried_on(shape, half_life, one.days) for one in talks]
        for alike in (False, True):
            counts = [1.0 if alike else one.value for one in talks]
            base = sum(count * area for count, area in zip(counts, alone, strict=True))
            whole = sum(count * area for count, area in zip(counts, kept, strict=True))
            found.append(Case(shape, half_life, alike, whole / base if base else 1.0))
    return tuple(found)


def spread(cases: Iterable[Case]) -> tuple[float, float]:
    """The lowest and the highest ratio."""
    ratios = [one.ratio for one in cases]
    return min(ratios), max(ratios)


def _answered(ties: Sequence[Tie], touches: int, weeks: int, seed: int) -> dict[int, list[int]]:
    """In which weeks which ties are touched and answer: the plan's index, its gap, one in five in vain.

    Among ties that count alike the longest silent comes first: each kind waits in a line of its own.
    """
    chance = Random(seed)  # noqa: S311 (a simulation, no secret)
    lines: dict[float, list[tuple[int, int]]] = {}
    for at, tie in enumerate(ties):
        lines.setdefault(tie.value, []).append((-min(tie.since, LONGEST), at))
    for line in lines.values():
        line.sort()
    earliest = [inf if one.unanswered >= cadence.PATIENCE else float(one.earliest) for one in ties]
    unanswered = [one.unanswered for one in ties]
    found: dict[int, list[int]] = {}
    for week in range(weeks):
        day = WEEK * week
        wishes = [
            (planner.index(value, day - last), -at, last)
            for value, line in lines.items()
            for last, at in islice((one for one in line if earliest[one[1]] <= day), touches)
        ]
        for _worth, minus, last in nlargest(touches, wishes):
            at = -minus
            if chance.random() < UNANSWERED:
                unanswered[at] += 1
                rests = unanswered[at] >= cadence.PATIENCE
                earliest[at] = inf if rests else day + cadence.minimum_gap(unanswered[at])
                continue
            line = lines[ties[at].value]
            line.remove((last, at))
            insort(line, (day, at))
            unanswered[at], earliest[at] = 0, day + cadence.MINIMUM_GAP
            found.setdefault(at, []).append(week)
    return found


def _silent(shape: Kind, half_life: int, since: int, weeks: int) -> float:
    """What the coming weeks hold of a tie that nobody touches."""
    since = min(since, LONGEST)
    sums = _weekly(shape, half_life, _years(since + WEEK * weeks))
    return sums[since] - sums[since + WEEK * weeks]


def _followed(shape: Kind, half_life: int, since: int, when: Sequence[int], weeks: int) -> float:
    """The same of a tie that answers in these weeks, in order."""
    total = _silent(shape, half_life, since, when[0])
    length, touched, silent = float(half_life), 0, min(since, LONGEST) + WEEK * when[0]
    for week, then in zip(when, (*when[1:], weeks), strict=True):
        length, touched = worlds.lasting(shape, silent, length, touched)
        silent = WEEK * (then - week)
        total += _fresh(shape, length)[then - week]
    return total


def _alone(shape: Kind, half_life: int, days: Sequence[int]) -> float:
    """What the days since the first talk would have held if it had stayed the only one."""
    first = min(max(days), LONGEST)
    return _area(shape, half_life, _years(first))[first]


def _carried_on(shape: Kind, half_life: int, days: Sequence[int]) -> float:
    """What the days since the first talk held, with a fresh beginning at every contact."""
    at = sorted({min(day, LONGEST) for day in days}, reverse=True)
    length, touched, total = float(half_life), 0, 0.0
    for number, (day, then) in enumerate(zip(at, (*at[1:], 0), strict=True)):
        if number:
            length, touched = worlds.lasting(shape, at[number - 1] - day, length, touched)
        total += _area(shape, length, _years(day - then))[day - then]
    return total


def _years(days: int) -> int:
    """The days of as many whole years as these need: tables are made no longer than that."""
    return 365 * (days // 365 + 1)


@cache
def _weekly(shape: Kind, half_life: int, far: int) -> array[float]:
    """By day of silence up to a far one, what all weeks from then on hold; the end cancels in differences."""
    sums = array("d", bytes(8 * (far + WEEK)))
    for day in range(far - 1, -1, -1):
        sums[day] = sums[day + WEEK] + worlds.left(shape, day + WEEK / 2.0, half_life)
    return sums


@cache
def _fresh(shape: Kind, half_life: float) -> array[float]:
    """What the first 0, 1, 2, … weeks after a touch hold."""
    return _running(worlds.left(shape, WEEK * week + WEEK / 2.0, half_life) for week in range(MOST_WEEKS))


@cache
def _area(shape: Kind, half_life: float, far: int) -> array[float]:
    """What the first 0, 1, 2, … days after a contact hold, up to a far one."""
    return _running(worlds.left(shape, day + 0.5, half_life) for day in range(far))


def _running(values: Iterable[float]) -> array[float]:
    return array("d", accumulate(values, initial=0.0))
