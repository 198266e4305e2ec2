"""How many-sided a count is: over how many groups it is spread in effect, and whether one outweighs all."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

SURE = 1.96  # standard errors: an interval that holds the true share in 95 of 100 such counts
HALF = 0.5


def effective(counts: Iterable[int]) -> float:
    """As how many groups of equal size these are: 1 / sum of squared shares; 0 for none.

    The reciprocal of Simpson's index (1949), the Hill number of order 2 (Hill 1973): two drawn at random are
    of one group once in so many times.
    """
    some = [count for count in counts if count > 0]
    total = sum(some)
    return total * total / sum(count * count for count in some) if total else 0.0


def at_least(count: int, of: int) -> float:
    """The least share that `count` of `of` speaks for (lower end of Wilson's interval, 1927); 0 to 1."""
    if not of:
        return 0.0
    share, square = count / of, SURE * SURE
    middle = share + square / (2 * of)
    spread = SURE * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + square / of))
