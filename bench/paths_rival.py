"""The same question to graph libraries; runs under an interpreter of its own, never under the project's.

`python bench/paths_rival.py LIBRARY FOLDER` loads the network that `bench.networks` stored, looks for the
five best chains of at most three ties to each employer, and prints as JSON: seconds to load, milliseconds of
each search, MiB added by loading, and the chains as (people in between, likelihood). scipy's Dijkstra knows
no limit of steps: it answers another question (-1 in between).
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

MOST, BEST = 3, 5
Chains = list[tuple[int, float]]
Search = Callable[[list[int]], Chains]


class Told:
    """The network as numpy arrays, and the question."""

    def __init__(self, folder: Path) -> None:
        self.begins = np.fromfile(folder / "begins.bin", dtype=np.int64)
        self.by = np.fromfile(folder / "by.bin", dtype=np.int32)
        self.step = np.fromfile(folder / "step.bin", dtype=np.float32).astype(np.float64)
        told = json.loads((folder / "question.json").read_text(encoding="utf-8"))
        self.own = {int(one): known for one, known in told["own"]}
        self.asked = told["asked"]
        self.size = len(self.begins) - 1
        self.me = self.size  # one more node

    def edges(self) -> tuple[Any, Any, Any]:
        """Every tie once, and mine: from, to, likelihood."""
        to = np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self.begins))
        once = to < self.by
        mine = np.fromiter(self.own, dtype=np.int32)
        first = np.concatenate([to[once], np.full(len(mine), self.me, dtype=np.int32)])
        second = np.concatenate([self.by[once], mine])
        return first, second, np.concatenate([self.step[once], np.fromiter(self.own.values(), dtype=float)])


def ranked(found: list[tuple[int, float]]) -> Chains:
    """Fewest in between first, then the likeliest."""
    return sorted(found, key=lambda one: (one[0], -one[1]))[:BEST]


def walked(told: Told, chains: Any) -> Chains:
    """The best of chains that are told as nodes, me first."""
    found = []
    for people in chains:
        likelihood = told.own[people[1]]
        for by, to in pairwise(people[1:]):
            begin, end = told.begins[to], told.begins[to + 1]
            likelihood *= told.step[begin + np.flatnonzero(told.by[begin:end] == by)[0]]
        found.append((len(people) - 2, float(likelihood)))
    return ranked(found)


def networkx(told: Told) -> Search:
    """all_simple_paths with a cutoff, to all of the staff at once."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_weighted_edges_from(zip(*(column.tolist() for column in told.edges()), strict=True))

    def search(staff: list[int]) -> Chains:
        found = []
        for people in nx.all_simple_paths(graph, told.me, set(staff), cutoff=MOST):
            steps = pairwise(people)
            found.append((len(people) - 2, math.prod(graph[a][b]["weight"] for a, b in steps)))
        return ranked(found)

    return search


def rustworkx(told: Told) -> Search:
    """all_simple_paths with a cutoff, to all of the staff at once."""
    import rustworkx as rx

    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(told.size + 1))
    graph.add_edges_from(list(zip(*(column.tolist() for column in told.edges()), strict=True)))
    return lambda staff: walked(told, rx.all_simple_paths(graph, told.me, staff, cutoff=MOST))


def igraph(told: Told) -> Search:
    """get_all_simple_paths with a longest length, to all of the staff at once."""
    import igraph as ig

    first, second, _steps = told.edges()
    graph = ig.Graph(n=told.size + 1, edges=np.column_stack([first, second]))
    return lambda staff: walked(told, graph.get_all_simple_paths(told.me, to=staff, maxlen=MOST))


def numpy(told: Told) -> Search:
    """Backwards from the staff over the arrays, everything at once."""
    known = np.zeros(told.size)
    known[list(told.own)] = list(told.own.values())

    def before(nodes: Any) -> tuple[Any, Any, Any]:
        """Who brings me to these: place in `nodes`, by whom, how likely."""
        counts = told.begins[nodes + 1] - told.begins[nodes]
        starts = np.repeat(told.begins[nodes] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        edges = starts + np.arange(counts.sum())
        return np.repeat(np.arange(len(nodes)), counts), told.by[edges], told.step[edges]

    def search(staff: list[int]) -> Chains:
        ends = np.array(staff, dtype=np.int64)
        found = [(0, float(one)) for one in known[ends] if one > 0]
        place, second, step = before(ends)
        direct = known[second] * step
        found += [(1, float(one)) for one in direct[direct > 0]]
        if len(found) < BEST:
            at, third, further = before(second.astype(np.int64))
            likely = known[third] * further * step[at]
            kept = (likely > 0) & (third != ends[place[at]])
            likely = likely[kept]
            most = likely[np.argpartition(-likely, BEST)[:BEST]] if len(likely) > BEST else likely
            found += [(2, float(one)) for one in most]
        return ranked(found)

    return search


def scipy(told: Told) -> Search:
    """Dijkstra on -log p: chains of any length, one to each of the staff."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    first, second, steps = told.edges()
    size = told.size + 1
    graph = csr_matrix((-np.log(steps), (first, second)), shape=(size, size))

    def search(staff: list[int]) -> Chains:
        costs = dijkstra(graph, directed=False, indices=told.me)
        return sorted(((-1, float(np.exp(-costs[one]))) for one in staff), key=lambda one: -one[1])[:BEST]

    return search


LIBRARIES: dict[str, Callable[[Told], Search]] = {
    "networkx": networkx,
    "rustworkx": rustworkx,
    "igraph": igraph,
    "numpy": numpy,
    "scipy": scipy,
}


def resident() -> float:
    """MiB of this process in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def main() -> None:
    """Load, search, tell."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    __import__({"numpy": "numpy", "scipy": "scipy.sparse.csgraph"}.get(name, name))
    before, began = resident(), time.process_time()
    told = Told(folder)
    search = LIBRARIES[name](told)
    loaded, added = time.process_time() - began, resident() - before
    search(told.asked[0])
    answers, times = [], []
    for staff in told.asked:
        began = time.process_time()
        answers.append(search(staff))
        times.append((time.process_time() - began) * 1000)
    json.dump({"load": loaded, "times": times, "mib": added, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
