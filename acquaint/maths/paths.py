"""Warm paths: through whom somebody can be reached, with at most two people in between.

A step has a likelihood: how likely it is that the word is passed on. A chain is as likely as the product of
its steps. One person in between beat two by far in public records of mail, so a chain with fewer people in
between always comes first; among people equally far, the chance that any of the chains works ranks them
(noisy-or), which ordered first contacts better than the best chain alone or the number of common contacts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import prod, sqrt
from typing import Generic, Literal, TypeVar

from acquaint.maths import recall

Key = TypeVar("Key", int, str)
Tier = Literal["strong", "moderate", "weak"]

MOST_BETWEEN = 2
SHOWN = 3

# How likely somebody passes a word on, by how well they are said to know each other. Guesses, until the
# introductions that were asked for say otherwise (`learned`).
WELL, KNOWS, HAS_MET = 0.6, 0.3, 0.1
# Nobody said so: they were in one conversation, or at one place at one time. Below all that was said.
SAME_THREAD, SAME_PLACE = 0.08, 0.05
CONNECTED = 0.02  # listed as a contact, with nothing between us on record
CROWD = 50  # beyond so many at one place or in one conversation, being there says nothing
TRIALS = 4.0  # how many outcomes a guess weighs


@dataclass(frozen=True, slots=True)
class Chain(Generic[Key]):
    """The people in order, the one to be reached last, and how likely the word arrives (0 to 1)."""

    people: tuple[Key, ...]
    likelihood: float

    @property
    def between(self) -> int:
        """How many people lie in between."""
        return len(self.people) - 1


@dataclass(frozen=True, slots=True)
class Reach(Generic[Key]):
    """Somebody who can be reached: with how few in between, and how likely by any chain that short."""

    target: Key
    between: int
    likelihood: float


def contact(
    in_sum: float, out_sum: float, sums_on: int | None, first_contact: int | None, *, on: int
) -> float:
    """How strong my own tie to somebody is: the mean of both ways, sqrt(P30(me to them) P30(them to me)).

    Sums and days as carried (`recall.Carried`); 0 to 1.
    """
    theirs = recall.chance(in_sum, out_sum, sums_on, first_contact, on=on)
    mine = recall.chance(out_sum, in_sum, sums_on, first_contact, on=on)
    return sqrt(theirs * mine)


def learned(guess: float, *, tried: int, made: int) -> float:
    """A guessed likelihood after `made` of `tried` introductions by this person came about."""
    return (guess * TRIALS + made) / (TRIALS + tried)


def spared(likelihood: float, requests: int) -> float:
    """My tie to a helper with so many requests open: each one asks for a share of the same goodwill."""
    return likelihood / (1 + requests)


def tier(steps: Iterable[float]) -> Tier:
    """A chain by its weakest step, in the words that people are shown instead of a number."""
    weakest = min(steps)
    if weakest >= KNOWS:
        return "strong"
    return "moderate" if weakest >= HAS_MET else "weak"


def best(
    mine: Mapping[Key, float],
    ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    *,
    between: int = MOST_BETWEEN,
    k: int = SHOWN,
) -> list[Chain[Key]]:
    """The k best chains from me to any target: fewest in between first, then the likeliest. Exact.

    `mine[a]` is my tie to a, `ties[b][a]` how likely a brings me on to b, `targets[t]` a factor (1, or less
    for somebody who is only half of what is looked for). Nobody stands twice in a chain.
    """
    found: list[Chain[Key]] = []
    for chains in (_direct, _by_one, _by_two)[: between + 1]:
        more = chains(mine, ties, targets, k - len(found))
        found += nsmallest(k - len(found), more, key=lambda one: (-one.likelihood, one.people))
        if len(found) >= k:
            break
    return found


def reach(
    mine: Mapping[Key, float],
    ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    *,
    between: int = MOST_BETWEEN,
) -> list[Reach[Key]]:
    """The targets that can be reached, best first: fewest in between, then the noisy-or of those chains."""
    found = []
    for target, factor in targets.items():
        for number, chains in enumerate((_direct, _by_one, _by_two)[: between + 1]):
            missed = prod(1.0 - one.likelihood for one in chains(mine, ties, {target: factor}, None))
            if missed < 1.0:
                found.append(Reach(target, number, 1.0 - missed))
                break
    return sorted(found, key=lambda one: (one.between, -one.likelihood, one.target))


def _direct(
    mine: Mapping[Key, float],
    _ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    _k: int | None,
) -> Iterator[Chain[Key]]:
    return (Chain((to,), mine[to] * factor) for to, factor in targets.items() if to in mine)


def _by_one(
    mine: Mapping[Key, float],
    ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    _k: int | None,
) -> Iterator[Chain[Key]]:
    for to, factor in targets.items():
        for by, step in ties.get(to, {}).items():
            if by in mine and by != to:
                yield Chain((by, to), mine[by] * step * factor)


def _by_two(
    mine: Mapping[Key, float],
    ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    k: int | None,
) -> Iterator[Chain[Key]]:
    """Backwards from the targets: whoever brings me to the last helper is looked for once a helper."""
    ways: dict[Key, list[tuple[float, Key]]] = {}
    for to, factor in targets.items():
        for second, step in ties.get(to, {}).items():
            if second == to:
                continue
            if second not in ways:
                ways[second] = _into(mine, ties.get(second, {}), second, k)
            for known, first in ways[second]:
                if first != to:
                    yield Chain((first, second, to), -known * step * factor)


def _into(
    mine: Mapping[Key, float], ties: Mapping[Key, float], person: Key, k: int | None
) -> list[tuple[float, Key]]:
    """Who brings me to this person, the likeliest first: k of them, and one more as one may be the target."""
    ways = ((-mine[by] * ties[by], by) for by in ties if by in mine and by != person)
    return list(ways) if k is None else nsmallest(k + 1, ways)


def all_chains(
    mine: Mapping[Key, float],
    ties: Mapping[Key, Mapping[Key, float]],
    targets: Mapping[Key, float],
    *,
    between: int = MOST_BETWEEN,
) -> list[Chain[Key]]:
    """Every chain there is, in the order of `best`, by walking forwards: what `best` is held against."""
    onward: dict[Key, list[tuple[Key, float]]] = {}
    for to, ways in ties.items():
        for by, step in ways.items():
            onward.setdefault(by, []).append((to, step))
    walks: list[Chain[Key]] = [Chain((first,), step) for first, step in mine.items()]
    found: list[Chain[Key]] = []
    for _step in range(between + 1):
        ends = ((one, targets.get(one.people[-1])) for one in walks)
        found += [Chain(one.people, one.likelihood * factor) for one, factor in ends if factor is not None]
        walks = [further for one in walks for further in _further(one, onward)]
    return sorted(found, key=lambda one: (one.between, -one.likelihood, one.people))


def _further(one: Chain[Key], onward: Mapping[Key, list[tuple[Key, float]]]) -> Iterator[Chain[Key]]:
    for to, step in onward.get(one.people[-1], []):
        if to not in one.people:
            yield Chain(one.people + (to,), one.likelihood * step)  # noqa: RUF005 (keeps the type of keys)
