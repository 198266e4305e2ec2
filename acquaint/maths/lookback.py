"""Looking back on a record of contacts: what was known on a day, and whether a word came in the month after.

A month is thirty days. Days are ordinals; what is known on a day includes that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p

from acquaint.maths import logistic, recall
from acquaint.maths.recall import Carried, Direction, Months

MONTH = recall.MONTH
NEVER = 3650  # days of silence of somebody who has not written yet
LOOKED = 3  # months that an owner's level of the day rests on
ENOUGH = 50  # months of people, below which nothing is learned and no share is shown
MOST = 10_000  # months that are learned from: more do not move four weights
_SURE = 1e-9


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person on a day; `p30` is what the formula says.

    `silence` counts the days since the last contact, `unheard` those since their last word (`NEVER` if there
    was none), `contacts` the days of contact, each way counted.
    """

    day: int
    p30: float
    silence: int
    unheard: int
    contacts: int


@dataclass(frozen=True, slots=True)
class Month:
    """What was known when a month began, and whether they were in touch in it."""

    known: Known
    came: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """From the formula to an owner's own chance.

    logit P = level + slope · logit P30 + silence · ln(1 + silence) + unheard · ln(1 + unheard). What fades
    does so by a power of the days of silence, and not everywhere alike; the sums of the formula halve evenly.
    Without a past of one's own it changes nothing.
    """

    level: float = 0.0
    slope: float = 1.0
    silence: float = 0.0
    unheard: float = 0.0

    def chance(self, known: Known) -> float:
        """The chance that a word comes within thirty days, 0 to 1."""
        if self == PLAIN:
            return known.p30
        return logistic.chance((self.level, self.slope, self.silence, self.unheard), _features(known))


PLAIN = Curve()
HELD = (1.0, 4.0, 4.0, 4.0)  # how firmly each weight is held: by as much as one, or half, is likely


def learned(months: Sequence[Month]) -> Curve:
    """The curve of these months, as long as they are `ENOUGH`; an even choice of them if they are many."""
    if len(months) < ENOUGH:
        return PLAIN
    chosen = months[:: -(-len(months) // MOST)]
    told = ((_features(one.known), one.came) for one in chosen)
    return Curve(*logistic.fit(told, start=(0.0, 1.0, 0.0, 0.0), held=HELD))


def _features(known: Known) -> tuple[float, float, float, float]:
    p = min(max(known.p30, _SURE), 1.0 - _SURE)
    return 1.0, log(p / (1.0 - p)), log1p(known.silence), log1p(known.unheard)


def known(carried: Carried, on: int, *, contacts: int = 0) -> Known:
    """What the carried columns tell of a person on a day; ValueError if there never was a contact."""
    if carried.last_contact is None:
        raise ValueError("there is nothing to be known of somebody without a contact")
    return seen(recall.p30(carried, on), on, carried.last_contact, carried.answered_on, contacts=contacts)


def seen(p30: float, on: int, last: int, answered: int | None, *, contacts: int = 0) -> Known:
    """The same from the days alone: of the last contact, and of their last word."""
    unheard = NEVER if answered is None else min(NEVER, on - answered)
    return Known(on, p30, on - last, unheard, contacts)


def months(days: Sequence[tuple[int, Direction]], asked: Iterable[int]) -> Iterator[Month]:
    """One person's months: `days` of contact in order, `asked` the days in order on which a month begins.

    Whoever was not known yet is not asked about.
    """
    state, told = Carried(), 0
    for day in asked:
        while told < len(days) and days[told][0] <= day:
            state = recall.touch(state, *days[told])
            told += 1
        if state.last_contact is not None:
            yield Month(known(state, day, contacts=told), _came(days, told, day + MONTH))


def _came(days: Sequence[tuple[int, Direction]], start: int, last: int) -> bool:
    for at in range(start, len(days)):
        if days[at][0] > last:
            return False
        if days[at][1] != "out":
            return True
    return False


def levels(rows: Iterable[tuple[str, int, float, bool]]) -> Mapping[tuple[str, int], float]:
    """Each owner's level on each day asked, from rows of (owner, day, chance said, whether it came).

    The last months that were over by then count: k = (10·K + seen) / (10 + expected). K is the level of all
    the others in the same record: whoever shares a school or a firm shares its holidays. Alone it is 1.
    """
    told: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    asked: set[tuple[str, int]] = set()
    for owner, day, said, came in rows:
        asked.add((owner, day))
        for cell in (told[day][owner], told[day][""]):
            cell[0] += came
            cell[1] += said
    return {(owner, day): _level(told, owner, day) for owner, day in asked}


def _level(told: Mapping[int, Mapping[str, Sequence[float]]], owner: str, day: int) -> float:
    seen, expected = _summed(told, owner, day)
    every_seen, every_expected = _summed(told, "", day)
    others = (recall.STEADY + every_seen - seen) / (recall.STEADY + every_expected - expected)
    return Months(0, int(seen), expected).scale_from(others)


def _summed(told: Mapping[int, Mapping[str, Sequence[float]]], owner: str, day: int) -> tuple[float, float]:
    """Seen and expected in the months that were over on a day."""
    seen = expected = 0.0
    for began in range(day - LOOKED * MONTH, day, MONTH):
        if began in told and owner in told[began]:
            came, said = told[began][owner]
            seen, expected = seen + came, expected + said
    return seen, expected
