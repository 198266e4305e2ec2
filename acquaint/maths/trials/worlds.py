"""Made-up worlds of ties that fade: what a touch is worth there, and the most that any plan could bring.

Somebody of value v brings v openings a year while R = 1; R is what is left of the last touch. Ties differ in
value (log-normal), in how fast they fade (log-normal, median 60 days) and in when they were last touched.
A week is a step: touches first, then the week's share of openings at the middle of the week.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, exp2
from random import Random
from typing import Literal

Kind = Literal["exp", "power", "spacing"]
KINDS: tuple[Kind, ...] = ("exp", "power", "spacing")

WEEKS = 26
WEEK = 7
YEAR = 52.0
MEDIAN, SPREAD = 60.0, 0.6  # half-lives in days
POWER = 0.8
LONGER, FADED, MOST = 1.6, 0.85, 5  # spacing: a touch below this makes the tie last longer, so many times
PRICES = 12  # tried for a touch; any price at all gives a true bound


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie: openings a year at its best, days until it is half gone, days since the last touch."""

    value: float
    half_life: float
    since: float


@dataclass(frozen=True, slots=True)
class World:
    """Ties of one kind, and how many touches a week there is strength for."""

    kind: Kind
    ties: tuple[Tie, ...]
    touches: int


def world(kind: Kind, people: int, touches: int, seed: int) -> World:
    """A world of chance; the same seed makes the same ties in every kind."""
    chance = Random(seed)  # noqa: S311 (a simulation, no secret)
    made = (
        Tie(
            exp(chance.gauss(-0.5, 1.0)),
            MEDIAN * exp(chance.gauss(0.0, SPREAD)),
            WEEK * chance.uniform(0, 26),
        )
        for _number in range(people)
    )
    return World(kind, tuple(made), touches)


def left(kind: Kind, days: float, half_life: float) -> float:
    """R: what is left after so many days, 1 to 0; half after the half-life in every kind."""
    if kind == "power":
        return float((1.0 + days / half_life * (2.0 ** (1.0 / POWER) - 1.0)) ** -POWER)
    return exp2(-days / half_life)


def lasting(kind: Kind, days: float, half_life: float, touched: int) -> tuple[float, int]:
    """Half-life and number of lengthenings after a touch that came after so many days."""
    if kind == "spacing" and touched < MOST and left(kind, days, half_life) < FADED:
        return half_life * LONGER, touched + 1
    return half_life, touched


def openings(kind: Kind, value: float, days: float, half_life: float) -> float:
    """Openings of one week that begins so many days after the last touch."""
    return value / YEAR * left(kind, days + WEEK / 2.0, half_life)


def bound(made: World, *, weeks: int = WEEKS) -> float:
    """More openings than any plan can bring: the budget is sold at a price, each tie plays alone against it.

    The Lagrangian relaxation of the weekly budget: for every price it bounds all plans from above, whether
    they know the world or not; the least of the prices tried is taken. Each tie's own game is solved exactly.
    """
    dear = max(tie.value for tie in made.ties) * weeks / YEAR
    games = [_game(made.kind, tie, weeks) for tie in made.ties]
    prices = (dear * exp2(-step) for step in range(PRICES))
    return min(sum(game(price) for game in games) + price * made.touches * weeks for price in (0.0, *prices))


def _game(kind: Kind, tie: Tie, weeks: int) -> Callable[[float], float]:
    """The best that one tie can bring if a touch costs a price: a dynamic programme over its touches."""
    steps = [tie.half_life * (LONGER**n if kind == "spacing" else 1.0) for n in range(MOST + 1)]
    sums = [_sums(kind, tie.value, 0.0, half_life, weeks) for half_life in steps]
    first = _sums(kind, tie.value, tie.since, tie.half_life, weeks)
    levels = range(MOST + 1 if kind == "spacing" else 1)
    after = [
        [lasting(kind, WEEK * gap, steps[level], level)[1] for gap in range(weeks + 1)] for level in levels
    ]
    start = [lasting(kind, tie.since + WEEK * gap, tie.half_life, 0)[1] for gap in range(weeks + 1)]

    def play(price: float) -> float:
        best = [[0.0] * (weeks + 1) for _level in levels]
        for at in range(weeks - 1, -1, -1):
            for level in levels:
                best[level][at] = _best(sums[level], after[level], best, at, weeks, price)
        return _best(first, start, best, 0, weeks, price, now=True)

    return play


def _sums(kind: Kind, value: float, since: float, half_life: float, weeks: int) -> list[float]:
    """Openings of the first 0, 1, … weeks of silence."""
    found = [0.0]
    for week in range(weeks):
        found.append(found[-1] + openings(kind, value, since + WEEK * week, half_life))
    return found


def _best(
    silent: Sequence[float],
    after: Sequence[int],
    best: Sequence[Sequence[float]],
    at: int,
    weeks: int,
    price: float,
    *,
    now: bool = False,
) -> float:
    """Stay silent to the end, or until a week in which the next touch is bought."""
    found = silent[weeks - at]
    for gap in range(0 if now else 1, weeks - at):
        told = silent[gap] - price + best[after[gap]][at + gap]
        found = max(found, told)
    return found
