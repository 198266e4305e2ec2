"""Groups within a network: people who are tied to each other more than chance would have it.

Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008, "Fast unfolding of communities in large networks")
with the queue of Traag, Waltman and van Eck (2019, "From Louvain to Leiden"). They also showed that Louvain
may leave a group in pieces that do not hang together: such a group is taken apart here after each round. A
second pass lets each move by itself again (Rotta and Noack 2011, "Multilevel local search algorithms").
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Sequence

Near = list[dict[int, float]]

LEAST = 1e-12  # a gain below it is rounding
PASSES = 2


def near(count: int, ties: Iterable[tuple[int, int, float]]) -> Near:
    """For each of `count` nodes those it is tied to, with the weight; doubles add up, loops are dropped."""
    found: Near = [{} for _node in range(count)]
    for a, b, weight in ties:
        if a != b:
            found[a][b] = found[a].get(b, 0.0) + weight
            found[b][a] = found[b].get(a, 0.0) + weight
    return found


def communities(network: Near, *, seed: int = 0) -> list[int]:
    """The group of each node: 0 for the largest, and so on; whoever has no tie is a group of their own.

    The same network and seed give the same groups. Weights are above 0.
    """
    draw = random.Random(seed)  # noqa: S311 (an order to go round in, not a secret)
    member = list(range(len(network)))
    for _pass in range(PASSES):
        member = _grouped(network, member, draw)
    return by_size(member)


def _grouped(network: Near, member: Sequence[int], draw: random.Random) -> list[int]:
    """Better groups than these, if there are: one by one first, then whole groups, then groups of groups."""
    inner, around, begin = [0.0] * len(network), network, member
    found = list(range(len(network)))
    while True:
        joined = _whole(around, _settled(around, inner, begin, draw))
        found = [joined[group] for group in found]
        count = max(joined, default=-1) + 1
        if count == len(around):
            return found
        inner, around = _folded(around, inner, joined, count)
        begin = range(count)


def by_size(member: Sequence[int]) -> list[int]:
    """The groups numbered from the largest on; of equal ones, that of the first node comes first."""
    size: dict[int, int] = {}
    for group in member:
        size[group] = size.get(group, 0) + 1
    rank = {group: place for place, group in enumerate(sorted(size, key=lambda one: -size[one]))}
    return [rank[group] for group in member]


def modularity(network: Near, groups: Sequence[int]) -> float:
    """How much more of the ties lies within groups than chance would have it (Newman 2004); -.5 to 1."""
    degree = [sum(ways.values()) for ways in network]
    total = sum(degree)
    if not total:
        return 0.0
    within = sum(w for a, ways in enumerate(network) for b, w in ways.items() if groups[a] == groups[b])
    share: dict[int, float] = {}
    for node, group in enumerate(groups):
        share[group] = share.get(group, 0.0) + degree[node]
    return within / total - sum((one / total) ** 2 for one in share.values())


def _settled(network: Near, inner: Sequence[float], begin: Sequence[int], draw: random.Random) -> list[int]:
    """Move each node to the neighbouring group that gains most, until none gains.

    `inner` is twice the weight within what a node stands for, `begin` the groups to begin with.
    """
    group, held = list(begin), [0.0] * len(network)
    degree = [sum(ways.values()) + within for ways, within in zip(network, inner, strict=True)]
    for node, weight in enumerate(degree):
        held[group[node]] += weight
    total = sum(degree) or 1.0
    order = list(range(len(network)))
    draw.shuffle(order)
    waiting, queued = deque(order), [True] * len(network)
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        here, ways = group[node], network[node]
        if not ways:
            continue
        into: dict[int, float] = {here: 0.0}
        for other, weight in ways.items():
            there = group[other]
            into[there] = into.get(there, 0.0) + weight
        held[here] -= degree[node]
        part = degree[node] / total
        best, gain = here, into[here] - held[here] * part
        for there, weight in into.items():
            more = weight - held[there] * part
            if more > gain + LEAST:
                best, gain = there, more
        held[best] += degree[node]
        if best != here:
            group[node] = best
            for other in ways:
                if not queued[other] and group[other] != best:
                    queued[other] = True
                    waiting.append(other)
    return group


def _whole(network: Near, group: Sequence[int]) -> list[int]:
    """The same groups from 0 on, one in pieces that are not tied together as several."""
    found, last = [-1] * len(network), -1
    for first in range(len(network)):
        if found[first] >= 0:
            continue
        last += 1
        found[first], reached = last, [first]
        while reached:
            node = reached.pop()
            for other in network[node]:
                if found[other] < 0 and group[other] == group[first]:
                    found[other] = last
                    reached.append(other)
    return found


def _folded(
    network: Near, inner: Sequence[float], group: Sequence[int], count: int
) -> tuple[list[float], Near]:
    """The network of the groups: each a node, with what lies within it kept beside."""
    within, around = [0.0] * count, [dict[int, float]() for _group in range(count)]
    for node, ways in enumerate(network):
        here = group[node]
        within[here] += inner[node]
        row = around[here]
        for other, weight in ways.items():
            there = group[other]
            if there == here:
                within[here] += weight
            else:
                row[there] = row.get(there, 0.0) + weight
    return within, around
