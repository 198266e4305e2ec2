"""Who stands between groups: through whom two people of different groups could be brought together.

Betweenness on short ways (Borgatti and Everett 2006, "A graph-theoretic perspective on centrality", there
k-betweenness) of two ties and no more: that is as far as introductions carry well (`paths`), and longer ones
would count chains that nobody walks. Only pairs of different groups count, as with the brokers of Gould and
Fernandez (1989). A way is worth the product of its two ties, as everywhere here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from acquaint.maths.communities import Near

Bridges = dict[tuple[int, int], float]

STRONGEST = (
    30  # ties of somebody that count, and whichever are such at their other end: a crowd has thousands
)


def brokers(network: Near, groups: Sequence[int]) -> list[Bridges]:
    """For each node what it carries between each two groups (smaller number first); nothing for most.

    Of each pair of people in different groups who are not tied themselves, but by way of others, the share
    of those ways that lead through the node; the sum over pairs. A pair has 1 to give. Of whoever has more
    than `STRONGEST` ties, only those are ways that are among so many at one of their ends.
    """
    carried: list[Bridges] = [defaultdict(float) for _node in network]
    strong = _strong(network)
    ways = [_by_group(row, groups) for row in strong]
    for start, row in enumerate(strong):
        here = groups[start]
        ends: dict[int, float] = {}
        for middle, first in row.items():
            for group, onward in ways[middle].items():
                if group != here:
                    for end, second in onward:
                        if end > start and end not in network[start]:
                            ends[end] = ends.get(end, 0.0) + first * second
        if ends:
            _share_out(carried, ways, row, (here, ends))
    return [dict(one) for one in carried]


def _strong(network: Near) -> Near:
    if all(len(row) <= STRONGEST for row in network):
        return network
    kept: Near = [{} for _row in network]
    for node, row in enumerate(network):
        for other in nsmallest(STRONGEST, row, key=lambda to: (-row[to], to)):
            kept[node][other] = kept[other][node] = row[other]
    return kept


def _share_out(
    carried: list[Bridges],
    ways: Sequence[dict[int, list[tuple[int, float]]]],
    row: dict[int, float],
    reached: tuple[int, dict[int, float]],
) -> None:
    here, ends = reached
    for middle, first in row.items():
        for group, onward in ways[middle].items():
            if group != here:
                part = sum(first * second / ends[end] for end, second in onward if end in ends)
                if part:
                    carried[middle][min(here, group), max(here, group)] += part


def _by_group(row: dict[int, float], groups: Sequence[int]) -> dict[int, list[tuple[int, float]]]:
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for node, weight in row.items():
        found[groups[node]].append((node, weight))
    return found
