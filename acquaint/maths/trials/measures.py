"""How good a forecast is: does it rank, is it sure of the right things, do its levels hold; and gates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log

from acquaint.maths import logistic

_SURE = 1e-9  # nothing is forecast more surely than this
RIDGE = 1e-3  # keeps a curve from running away where nothing came, or everything


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that has to hold, whether it does, and by which figures."""

    name: str
    ok: bool
    detail: str


def auc(forecasts: Sequence[float], came: Sequence[bool]) -> float:
    """The chance that what came was ranked above what did not; ties count half, .5 if all are of a kind."""
    ranked = sorted(zip(forecasts, came, strict=True), key=lambda one: one[0])
    hits = sum(came)
    misses = len(ranked) - hits
    if not hits or not misses:
        return 0.5
    below = total = 0.0
    for _value, several in groupby(ranked, key=lambda one: one[0]):
        tied = Counter(hit for _forecast, hit in several)
        total += tied[True] * (below + tied[False] / 2.0)
        below += tied[False]
    return total / (hits * misses)


def log_loss(forecasts: Sequence[float], came: Sequence[bool]) -> float:
    """The mean surprise, in nats."""
    sure = ((min(max(p, _SURE), 1.0 - _SURE), hit) for p, hit in zip(forecasts, came, strict=True))
    return -sum(log(p if hit else 1.0 - p) for p, hit in sure) / len(came)


def calibration_error(forecasts: Sequence[float], came: Sequence[bool], *, bins: int = 10) -> float:
    """ECE: how far said and seen lie apart, averaged over ten equal ranges of what was said."""
    said: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p, hit in zip(forecasts, came, strict=True):
        said[min(int(p * bins), bins - 1)].append((p, hit))
    apart = (abs(sum(p for p, _hit in some) - sum(hit for _p, hit in some)) for some in said.values())
    return sum(apart) / len(came)


def link(values: Sequence[float], came: Sequence[bool]) -> Callable[[float], float]:
    """The logistic curve in one value that fits best (a touch of ridge): a chance for any other value."""
    told = (((1.0, value), hit) for value, hit in zip(values, came, strict=True))
    weights = logistic.fit(told, start=(0.0, 0.0), held=(RIDGE, RIDGE))
    return lambda value: logistic.chance(weights, (1.0, value))
