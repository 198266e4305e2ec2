"""How likely two entries are one person: which pairs to look at, and the weight of each piece of evidence.

After Fellegi and Sunter (1969): each finding has a weight, the logarithm of how much oftener it is seen
among pairs of one person than among pairs of two; the weights of a pair add up. Findings that come together
(a firm, its town and its title) would be counted twice that way, so the weights were fitted jointly, on
invented address books (``bench/contacts``, kind "tuning"), among the pairs that `pairs` lets through. A
probability from here is a reason to ask, never to join: what may join by itself is a rule (`certain`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from typing import Final

from acquaint.maths.sameness_weights import PRIOR, WEIGHTS

SUGGEST_FROM: Final = 0.5
LARGEST_BLOCK: Final = 60  # entries under one key; a larger block says nothing about any two of them
PAIRS_PER_ENTRY: Final = 8
_CLEAR: Final = 30.0  # beyond it a probability would round to 0 or 1, which nothing here deserves

_CONTRADICTIONS: Final = frozenset({"profile.other", "birthday.other", "met.together", "name.generations"})
_KEYS_OF_ONE: Final = {
    "profile.same:agrees": frozenset(
        {"same", "nickname", "spelling", "part", "initial", "typo", "account", "single"}
    ),
    "email.same:agrees": frozenset({"same", "nickname", "spelling", "part", "initial"}),
    "phone.same:agrees": frozenset({"same", "spelling", "part"}),
}


@dataclass(frozen=True, slots=True)
class Match:
    """Two entries by their places (a < b), how likely they are one, why, and whether that is beyond doubt."""

    a: int
    b: int
    probability: float
    codes: tuple[str, ...]
    certain: bool


def pairs(keys: Iterable[Collection[str]]) -> list[tuple[int, int]]:
    """The pairs of places that share a key, each once (a < b), in ascending order.

    Blocks of more than LARGEST_BLOCK are passed over, and small blocks come first until there are
    PAIRS_PER_ENTRY pairs for each entry: the work grows with the number of entries, never with its square.
    """
    first: dict[int, int] = {}
    blocks: dict[int, list[int]] = {}
    size = 0
    for place, some in enumerate(keys):
        size += 1
        for key in map(hash, some):  # the key itself is not kept: most stand alone, and there are many
            if (before := first.setdefault(key, place)) != place:
                blocks.setdefault(key, [before]).append(place)
    useful = sorted((places for places in blocks.values() if len(places) <= LARGEST_BLOCK), key=_small_first)
    found: set[int] = set()
    for places in useful:
        if len(found) >= PAIRS_PER_ENTRY * size:
            break
        found.update(a * size + b for a, b in combinations(places, 2))
    return [divmod(pair, size) for pair in sorted(found)]


def _small_first(places: list[int]) -> tuple[int, list[int]]:
    return len(places), places


def log_odds(codes: Collection[str]) -> float:
    """The evidence added up, in natural logarithms; a code without a weight counts for nothing."""
    return PRIOR + sum(sorted(WEIGHTS.get(code, 0.0) for code in codes))


def probability(codes: Collection[str]) -> float:
    """How likely two entries with these findings are one person, between 0 and 1."""
    return 1.0 / (1.0 + exp(-max(-_CLEAR, min(_CLEAR, log_odds(codes)))))


def certain(codes: Collection[str]) -> bool:
    """Whether a key that belongs to one person is shared, the names agree and nothing speaks against it.

    An equal name alone is never enough, however rare; neither is a number where a third entry is called the
    same (father and son at one telephone), nor a number or an address where one alone is a "Jr.", nor an
    address where a slip of the hand parts the names, as one letter parts those of many twins.
    """
    if not _CONTRADICTIONS.isdisjoint(codes):
        return False
    if "generation.one" in codes:
        codes = [code for code in codes if code.startswith(("name.", "profile."))]
    if any(code.startswith("namesakes.") for code in codes):
        codes = [code for code in codes if not code.startswith("phone.")]
    said = {code.removeprefix("name.") for code in codes if code.startswith("name.")}
    return bool(said) and any(key in codes and said <= levels for key, levels in _KEYS_OF_ONE.items())


def weighed(codes: Collection[str]) -> list[tuple[str, float]]:
    """The findings that speak for or against, the weightiest first."""
    told = ((code, WEIGHTS.get(code, 0.0)) for code in codes)
    return sorted(((code, weight) for code, weight in told if weight), key=lambda row: (-abs(row[1]), row[0]))


def find(
    keys: Iterable[Collection[str]],
    compare: Callable[[int, int], tuple[str, ...]],
    *,
    line: float = SUGGEST_FROM,
    apart: Collection[tuple[int, int]] = (),
) -> list[Match]:
    """The pairs that are certain or likelier than `line`, the strongest first.

    `keys` are the entries' keys, `compare` gives the codes for two places, `apart` the pairs (a < b) that
    somebody has said are two people.
    """
    known: dict[tuple[str, ...], tuple[float, bool]] = {}
    found: list[Match] = []
    for a, b in pairs(keys):
        codes = compare(a, b)
        if codes not in known:
            known[codes] = probability(codes), certain(codes)
        likely, sure = known[codes]
        if (sure or likely >= line) and (a, b) not in apart:
            found.append(Match(a, b, likely, codes, sure))
    return sorted(found, key=lambda match: (not match.certain, -match.probability, match.a, match.b))


def groups(matches: Sequence[Match], size: int) -> list[list[int]]:
    """The places that certain matches join, largest first; a place stands in one group at most."""
    leader = list(range(size))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for match in matches:
        if match.certain:
            one, other = sorted((lead(match.a), lead(match.b)))
            leader[other] = one
    together: dict[int, list[int]] = defaultdict(list)
    for place in range(size):
        together[lead(place)].append(place)
    return sorted((some for some in together.values() if len(some) > 1), key=lambda some: (-len(some), some))
