"""The plan put to the test: openings in made-up worlds, against what other tools do and against a bound.

Plans know what a person would know: value as one of three answers about a noisy guess, the last touch that
was answered, nothing of how fast a tie fades. One touch in five finds no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import exp, log
from random import Random
from statistics import fmean
from typing import NamedTuple

from acquaint.maths import cadence, planner
from acquaint.maths.trials import worlds
from acquaint.maths.trials.measures import Gate
from acquaint.maths.trials.worlds import WEEK, WEEKS, World

SIZES = ((50, 3), (200, 7), (1000, 15))  # people, touches a week
NOISE = 0.5  # of the guess at a value, in its logarithm
STARS = ((planner.GLADLY, 0.8), (planner.SURE, 0.4), (planner.REASON, 0.0))  # from which share of people on
UNANSWERED = 0.2
TIERS = {planner.GLADLY: 14, planner.SURE: 30, planner.REASON: 90}
FIXED = 30
GAIN = 0.10  # over the fixed rhythm
MINIMUM = cadence.MINIMUM_GAP

SPAN = planner.HALF_LIFE / log(2)  # days that a tie is believed to last in the mean


class Known(NamedTuple):
    """What a plan knows of one tie: stars, days since an answered touch and since any, unanswered since then.

    `ahead` is how many days the search will still last, `lot` a number of chance.
    """

    stars: float
    since: float
    unanswered: int
    tried: float
    ahead: float
    lot: float


Wish = Callable[[Known], float]


@dataclass(frozen=True, slots=True)
class Result:
    """One policy in one kind of world: openings (mean of the seeds) and gain over a fixed rhythm."""

    model: str
    world: str
    people: int
    touches: int
    openings: float
    gain: float
    of_bound: float
    n: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every policy everywhere, and what has to hold."""

    policies: tuple[Result, ...]
    gates: tuple[Gate, ...]


@dataclass(slots=True)
class _State:
    """A tie as it stands while a plan runs."""

    stars: float
    since: float
    half_life: float
    lengthened: int = 0
    unanswered: int = 0
    tried: float = field(default=1e9)

    def known(self, ahead: float, lot: float) -> Known:
        """What a plan knows of it."""
        return Known(self.stars, self.since, self.unanswered, self.tried, ahead, lot)


def _shipped(one: Known) -> float:
    """The index, with the gap that is doubled after each touch that found no answer."""
    is_free = min(one.since, one.tried) >= cadence.minimum_gap(one.unanswered)
    return planner.index(one.stars, one.since) if is_free else 0.0


def _whittle(one: Known) -> float:
    """The area between the curve of forgetting since the last touch and its present level (closed form)."""
    x = one.since / SPAN
    return one.stars * SPAN * (1.0 - (1.0 + x) * exp(-x))


def _capped(one: Known) -> float:
    """The same, but no more than a touch can still bring until the search ends."""
    rest = one.stars * SPAN * (1.0 - exp(-one.ahead / SPAN)) * (1.0 - exp(-one.since / SPAN))
    return min(_whittle(one), rest)


def _is_apart(one: Known) -> bool:
    return min(one.since, one.tried) >= MINIMUM


POLICIES: dict[str, Wish] = {
    "none": lambda _one: 0.0,
    "random": lambda one: one.lot,
    "fixed_30": lambda one: one.since,
    "tiers_days_overdue": lambda one: max(1e-9, one.since - TIERS[one.stars] + 1e3),
    "tiers_relative": lambda one: one.since / TIERS[one.stars],
    "importance_first": lambda one: one.stars * 1e6 + one.since,
    "importance_days": lambda one: one.stars * one.since,
    "index": lambda one: planner.index(one.stars, one.since),
    "index_gap_21": lambda one: planner.index(one.stars, one.since) if _is_apart(one) else 0.0,
    "whittle": _whittle,
    "whittle_capped_gap_21": lambda one: _capped(one) if _is_apart(one) else 0.0,
    "shipped": _shipped,
}


def judge(*, sizes: Sequence[tuple[int, int]] = SIZES, seeds: int = 8) -> Verdict:
    """Run every policy in every kind of world, at these sizes (people, touches a week) and seeds."""
    found: list[Result] = []
    gates: list[Gate] = []
    for kind in worlds.KINDS:
        for people, touches in sizes:
            made = [worlds.world(kind, people, touches, seed) for seed in range(seeds)]
            brought = {name: [run(one, name, seed) for seed, one in enumerate(made)] for name in POLICIES}
            most = worlds.bound(made[0])
            found += _results(made[0], brought, most)
            gates += _gates(made[0], brought, most)
    return Verdict(tuple(found), tuple(gates))


def run(made: World, policy: str, seed: int) -> float:
    """Openings in half a year of a policy."""
    chance = Random(seed)  # noqa: S311 (a simulation, no secret)
    lots = Random(f"{seed} lots")  # noqa: S311 (apart, so that the same touches fail whoever draws lots)
    states = _states(made, chance)
    wish, told = POLICIES[policy], 0.0
    for week in range(WEEKS):
        known = [one.known(WEEK * (WEEKS - week), lots.random()) for one in states]
        for one in _chosen(states, map(wish, known), made.touches):
            _touch(made, one, chance)
        for one, tie in zip(states, made.ties, strict=True):
            told += worlds.openings(made.kind, tie.value, one.since, one.half_life)
            one.since += WEEK
            one.tried += WEEK
    return told


def _states(made: World, chance: Random) -> list[_State]:
    """Ties with the stars that a noisy guess gives them: gladly to the top fifth, sure to the next two."""
    guesses = [exp(log(tie.value) + chance.gauss(0.0, NOISE)) for tie in made.ties]
    ranks = {at: rank for rank, at in enumerate(sorted(range(len(guesses)), key=guesses.__getitem__))}
    return [
        _State(_stars(ranks[at] / len(guesses)), tie.since, tie.half_life) for at, tie in enumerate(made.ties)
    ]


def _stars(share: float) -> float:
    return next(stars for stars, least in STARS if share >= least)


def _chosen(states: Sequence[_State], wishes: Iterable[float], touches: int) -> list[_State]:
    ranked = nlargest(touches, ((worth, -at) for at, worth in enumerate(wishes)))
    return [states[-at] for worth, at in ranked if worth > 0.0]


def _touch(made: World, one: _State, chance: Random) -> None:
    one.tried = 0.0
    if chance.random() < UNANSWERED:
        one.unanswered += 1
        return
    one.half_life, one.lengthened = worlds.lasting(made.kind, one.since, one.half_life, one.lengthened)
    one.since, one.unanswered = 0.0, 0


def _results(made: World, brought: dict[str, list[float]], most: float) -> Iterator[Result]:
    for name, sums in brought.items():
        yield Result(
            model=name,
            world=made.kind,
            people=len(made.ties),
            touches=made.touches,
            openings=round(fmean(sums), 3),
            gain=round(_gain(sums, brought["fixed_30"]), 4),
            of_bound=round(sums[0] / most, 4),
            n=len(sums),
        )


def _gain(sums: Sequence[float], fixed: Sequence[float]) -> float:
    return fmean(mine / theirs - 1.0 for mine, theirs in zip(sums, fixed, strict=True))


def _gates(made: World, brought: dict[str, list[float]], most: float) -> Iterator[Gate]:
    place = f"{made.kind}_{len(made.ties)}_{made.touches}"
    gain = _gain(brought["shipped"], brought["fixed_30"])
    yield Gate(f"shipped_over_fixed_{place}", gain >= GAIN, f"{gain:+.1%} openings, at least {GAIN:+.0%}")
    over = [name for name, sums in brought.items() if sums[0] > most]
    best = max(sums[0] for sums in brought.values())
    yield Gate(f"below_bound_{place}", not over, f"at most {best:.2f} of {most:.2f} openings")
