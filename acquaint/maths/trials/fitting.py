"""Fit put to the test: exact sums over every course that five to fifteen talks can take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.maths import fit
from acquaint.maths.trials.measures import Gate

SHARES = (0.20, 0.35, 0.50, 0.65, 0.80)
# What was published of the rule: (dislikes, likes, undecided, median talk of a verdict) by true share, and
# how many likes make a verdict by number of talks.
OUTLOOKS = {
    0.20: (0.86, 0.00, 0.14, 8),
    0.35: (0.43, 0.01, 0.56, 10),
    0.50: (0.10, 0.10, 0.79, 10),
    0.65: (0.01, 0.43, 0.56, 10),
    0.80: (0.00, 0.87, 0.13, 8),
}
THRESHOLDS = {5: (0, 5), 8: (1, 7), 10: (2, 8), 15: (4, 11), 20: (6, 14)}
ROUNDED = 0.011
FALSE = 0.12  # wrong verdicts of an even field, each side


@dataclass(frozen=True, slots=True)
class Course:
    """What looking after every talk comes to where this share of a field would be liked."""

    model: str
    share: float
    likes: float
    dislikes: float
    undecided: float
    median: int | None
    n: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Each share with its course, and what has to hold."""

    models: tuple[Course, ...]
    gates: tuple[Gate, ...]


def judge(*, most: int = 15) -> Verdict:
    """The table of the rule, up to so many talks, held against what was published of it."""
    return Verdict(tuple(_course(share, most) for share in SHARES), tuple(_gates()))


def _course(share: float, most: int) -> Course:
    told = fit.outlook(share, most=most)
    likes, dislikes, undecided = (round(one, 4) for one in (told.likes, told.dislikes, told.undecided))
    return Course("shipped", share, likes, dislikes, undecided, told.median, most)


def _gates() -> Iterator[Gate]:
    for share, (no, yes, open_, median) in OUTLOOKS.items():
        ahead = fit.outlook(share)
        apart = max(abs(ahead.dislikes - no), abs(ahead.likes - yes), abs(ahead.undecided - open_))
        ok = apart <= ROUNDED and ahead.median == median
        yield Gate(f"table_at_{share:.2f}", ok, f"at most {apart:.3f} apart, median {ahead.median}")
    found = {met: fit.thresholds(met) for met in THRESHOLDS}
    yield Gate(
        "thresholds", found == THRESHOLDS, ", ".join(f"{met}: {no}/{yes}" for met, (no, yes) in found.items())
    )
    even = fit.outlook(0.5)
    worst = max(even.likes, even.dislikes)
    yield Gate("false_verdicts", worst <= FALSE, f"{worst:.3f} a side where half are liked")
