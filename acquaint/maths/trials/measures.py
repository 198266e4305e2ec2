"""How good a forecast is: does it rank, is it sure of the right things, do its levels hold; and gates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log, log1p

_SURE = 1e-9  # nothing is forecast more surely than this
_ROUNDS = 60
_RIDGE = 1e-3
_STILL = 1e-9


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
    """The logistic curve in one value that fits best (Newton's method): a chance for any other value."""
    tally: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for value, hit in zip(values, came, strict=True):
        tally[value][hit] += 1
    base = (sum(came) + 0.5) / (len(came) + 1.0)
    level, slope = log(base / (1.0 - base)), 0.0
    known = _likelihood(tally, level, slope)
    for _round in range(_ROUNDS):
        step = _newton(tally, level, slope)
        while (told := _likelihood(tally, level + step[0], slope + step[1])) < known:
            step = (step[0] / 2.0, step[1] / 2.0)
        level, slope, gained, known = level + step[0], slope + step[1], told - known, told
        if gained < _STILL:
            break
    return lambda value: _logistic(level + slope * value)


def _likelihood(tally: dict[float, list[int]], level: float, slope: float) -> float:
    found = -_RIDGE * (level * level + slope * slope) / 2.0
    for value, (missed, hit) in tally.items():
        at = level + slope * value
        found -= hit * _softplus(-at) + missed * _softplus(at)
    return found


def _softplus(x: float) -> float:
    return max(x, 0.0) + log1p(exp(-abs(x)))


def _newton(tally: dict[float, list[int]], level: float, slope: float) -> tuple[float, float]:
    """One step towards the likeliest curve; a touch of ridge keeps it from running away."""
    g0, g1 = -_RIDGE * level, -_RIDGE * slope
    h00 = h11 = _RIDGE
    h01 = 0.0
    for value, (missed, hit) in tally.items():
        p = _logistic(level + slope * value)
        apart, weight = hit - (hit + missed) * p, (hit + missed) * p * (1.0 - p)
        g0, g1 = g0 + apart, g1 + apart * value
        h00, h01, h11 = h00 + weight, h01 + weight * value, h11 + weight * value * value
    whole = h00 * h11 - h01 * h01
    return (h11 * g0 - h01 * g1) / whole, (h00 * g1 - h01 * g0) / whole


def _logistic(x: float) -> float:
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    grown = exp(x)
    return grown / (1.0 + grown)
