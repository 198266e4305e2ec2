"""The logistic curve that fits best, held towards one that was good before (Newton, maximum a posteriori)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log1p

Features = tuple[float, ...]
Tally = Mapping[Features, Sequence[int]]  # how often it did not come, and how often it did

ROUNDS = 60
STILL = 1e-9  # a step that gains less than this is the last
SHORTEST = 1e-6  # of a step


def chance(weights: Sequence[float], features: Sequence[float]) -> float:
    """1 / (1 + e^-x) for x the sum of weights times features."""
    x = sum(weight * value for weight, value in zip(weights, features, strict=True))
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    grown = exp(x)
    return grown / (1.0 + grown)


def fit(
    told: Iterable[tuple[Features, bool]], *, start: Sequence[float], held: Sequence[float]
) -> tuple[float, ...]:
    """The likeliest weights after what came, each normal around `start` with precision `held` (> 0) before.

    Without a row they are `start`.
    """
    tally: dict[Features, list[int]] = defaultdict(lambda: [0, 0])
    for features, came in told:
        tally[features][came] += 1
    weights = list(start)
    known = _likelihood(tally, weights, start, held)
    for _round in range(ROUNDS):
        step = _step(tally, weights, start, held)
        length = 1.0
        while (found := _likelihood(tally, _moved(weights, step, length), start, held)) < known:
            length /= 2.0
            if length < SHORTEST:
                return tuple(weights)
        weights = _moved(weights, step, length)
        gained, known = found - known, found
        if gained < STILL:
            break
    return tuple(weights)


def _moved(weights: Sequence[float], step: Sequence[float], length: float) -> list[float]:
    return [weight + length * one for weight, one in zip(weights, step, strict=True)]


def _likelihood(
    tally: Tally, weights: Sequence[float], start: Sequence[float], held: Sequence[float]
) -> float:
    found = -sum(
        hold * (weight - first) ** 2 for weight, first, hold in zip(weights, start, held, strict=True)
    )
    found /= 2.0
    for features, (missed, hit) in tally.items():
        at = sum(weight * value for weight, value in zip(weights, features, strict=True))
        found -= hit * _softplus(-at) + missed * _softplus(at)
    return found


def _softplus(x: float) -> float:
    return max(x, 0.0) + log1p(exp(-abs(x)))


def _step(
    tally: Tally, weights: Sequence[float], start: Sequence[float], held: Sequence[float]
) -> list[float]:
    """Newton's step: the slope of the likelihood, divided by how it bends."""
    places = range(len(weights))
    slope = [hold * (first - weight) for weight, first, hold in zip(weights, start, held, strict=True)]
    bend = [[held[row] if row == column else 0.0 for column in places] for row in places]
    for features, (missed, hit) in tally.items():
        p = chance(weights, features)
        apart, weight = hit - (hit + missed) * p, (hit + missed) * p * (1.0 - p)
        for row in places:
            slope[row] += apart * features[row]
            share, line = weight * features[row], bend[row]
            for column in range(row + 1):
                line[column] += share * features[column]
    return _solved(bend, slope)


def _solved(bend: list[list[float]], slope: list[float]) -> list[float]:
    """Solve bend · x = slope; of bend, which is positive definite, only the lower half is told (Cholesky)."""
    size = range(len(slope))
    root = [[0.0] * len(slope) for _row in size]
    for row in size:
        for column in range(row + 1):
            left = bend[row][column] - sum(root[row][k] * root[column][k] for k in range(column))
            root[row][column] = left**0.5 if row == column else left / root[column][column]
    half = [0.0] * len(slope)
    for row in size:
        half[row] = (slope[row] - sum(root[row][k] * half[k] for k in range(row))) / root[row][row]
    found = [0.0] * len(slope)
    for row in reversed(size):
        below = sum(root[k][row] * found[k] for k in range(row + 1, len(slope)))
        found[row] = (half[row] - below) / root[row][row]
    return found
