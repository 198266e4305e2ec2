"""Fit: whether the owner would like the majority of a field, from one answer a talk; careful on purpose.

Each talk answers "would I want to work beside this person?". The share theta of a field whom I would like has
a beta distribution; the verdict is about the people met so far, never about leaving or choosing a field.
Limits of .05 and .95: whoever looks again after each talk errs twice as often with wider ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import comb, exp, lgamma, log
from typing import Literal

Verdict = Literal["likes", "dislikes", "undecided"]

FEWEST = 5
LOW, HIGH = 0.05, 0.95
FLAT = (2.0, 2.0)  # the prior where one field is all there is
WEIGHT = 6.0  # talks that the owner's own share weighs, where there are several fields
_STEPS = 300
_CLOSE = 1e-15
_TINY = 1e-300
_MOST = 1000  # talks beyond which nobody is told to hold more


@dataclass(frozen=True, slots=True)
class Finding:
    """P(theta > .5), what it allows to say, the fewest further talks that could settle it (0: settled)."""

    probability: float
    verdict: Verdict
    more_needed: int


def finding(liked: float, met: int, *, prior: tuple[float, float] = FLAT) -> Finding:
    """What `liked` of `met` answers say (a mixed one is half a like); ValueError for impossible counts."""
    if not 0 <= liked <= met:
        raise ValueError("likes lie between none and as many as there were talks")
    found = majority(liked, met, prior=prior)
    said = verdict(found, met)
    return Finding(found, said, 0 if said != "undecided" else more_needed(liked, met, prior=prior))


def majority(liked: float, met: int, *, prior: tuple[float, float] = FLAT) -> float:
    """P(theta > .5) for theta ~ Beta(prior[0] + liked, prior[1] + met - liked)."""
    return above_half(prior[0] + liked, prior[1] + met - liked)


def verdict(probability: float, met: int) -> Verdict:
    """What may be said: nothing before five talks, nor between the limits."""
    if met < FEWEST or LOW <= probability <= HIGH:
        return "undecided"
    return "likes" if probability > HIGH else "dislikes"


def prior_of(fields: Iterable[tuple[float, int]]) -> tuple[float, float]:
    """The prior for each of several fields, given as (liked, met): Beta(6m, 6(1-m)), m my share over all.

    m = (K + 2) / (N + 4); fields where nobody was met do not count, and with one alone the prior is flat.
    """
    told = [(liked, met) for liked, met in fields if met]
    if len(told) <= 1:
        return FLAT
    share = (sum(liked for liked, _met in told) + 2.0) / (sum(met for _liked, met in told) + 4.0)
    return WEIGHT * share, WEIGHT * (1.0 - share)


def more_needed(liked: float, met: int, *, prior: tuple[float, float] = FLAT) -> int:
    """The fewest further talks after which there could be a verdict, if all of them went one way."""
    for more in range(max(0, FEWEST - met), _MOST):
        ways = (liked, liked + more)
        if any(verdict(majority(k, met + more, prior=prior), met + more) != "undecided" for k in ways):
            return more
    return _MOST


def thresholds(met: int, *, prior: tuple[float, float] = FLAT) -> tuple[int, int]:
    """So many likes or fewer of `met` mean "dislikes", so many or more "likes" (-1 and met + 1: none do)."""
    said = [verdict(majority(liked, met, prior=prior), met) for liked in range(met + 1)]
    return said.count("dislikes") - 1, met + 1 - said.count("likes")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What looking after every talk comes to for a true share: chance of each verdict, its median talk."""

    likes: float
    dislikes: float
    undecided: float
    median: int | None


def outlook(share: float, *, most: int = 15, prior: tuple[float, float] = FLAT) -> Outlook:
    """Exact binomial sums: look after each of FEWEST..most talks and stop at the first verdict."""
    alive: dict[int, float] = {0: 1.0}
    said = {"likes": 0.0, "dislikes": 0.0}
    by_talk: list[tuple[int, float]] = []
    for met in range(1, most + 1):
        grown: dict[int, float] = {}
        for liked, chance in alive.items():
            grown[liked] = grown.get(liked, 0.0) + chance * (1.0 - share)
            grown[liked + 1] = grown.get(liked + 1, 0.0) + chance * share
        low, high = thresholds(met, prior=prior)
        yes = sum(chance for liked, chance in grown.items() if liked >= high)
        no = sum(chance for liked, chance in grown.items() if liked <= low)
        said["likes"] += yes
        said["dislikes"] += no
        by_talk.append((met, yes + no))
        alive = {liked: chance for liked, chance in grown.items() if low < liked < high}
    return Outlook(said["likes"], said["dislikes"], sum(alive.values()), _median(by_talk))


def _median(by_talk: list[tuple[int, float]]) -> int | None:
    """The talk by which half of the verdicts have fallen."""
    half, told = sum(chance for _met, chance in by_talk) / 2.0, 0.0
    for met, chance in by_talk:
        told += chance
        if chance and told >= half:
            return met
    return None


def above_half(a: float, b: float) -> float:
    """P(theta > .5) for theta ~ Beta(a, b), a and b > 0: a binomial tail if they are whole."""
    if a == int(a) and b == int(b):
        trials = int(a + b) - 1
        return float(sum(comb(trials, hits) for hits in range(int(a))) / 2**trials)
    return 1.0 - _below(a, b, 0.5)


def _below(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22)."""
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - _below(b, a, 1.0 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1.0 - x)) / a
    over, under, value = 1.0, 0.0, 1.0  # Lentz's method as modified by Thompson and Barnett
    for term in _terms(a, b, x):
        under = 1.0 / _not_zero(1.0 + term * under)
        over = _not_zero(1.0 + term / over)
        value *= over * under
        if abs(over * under - 1.0) < _CLOSE:
            break
    return front / value


def _terms(a: float, b: float, x: float) -> Iterator[float]:
    for m in range(_STEPS):
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        n = m + 1
        yield n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n))


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
