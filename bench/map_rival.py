"""Groups, layout and brokers of a network by other libraries; runs under an interpreter of its own.

`list JOB` prints whoever can do it here; otherwise the name of a method, a job and a file with the network,
and the answer as JSON: processor seconds, MiB at most beyond what lay there before, and what was found (the
group of each, a point for each).
"""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Ties = list[tuple[int, int]]
PATIENCE = 60  # seconds of the processor, then the system ends the process: too slow for a page
STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def patiently() -> None:
    """Let the system end this process when it has used up what is patience."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def now() -> float:
    """MiB held now; from here on the highest is looked for (0 where there is no /proc)."""
    if not STATUS.exists():
        return 0.0
    FORGET.write_text("5", encoding="ascii")  # the highest so far is forgotten
    return highest()


def highest() -> float:
    """MiB held at most since `now`."""
    if not STATUS.exists():
        return 0.0
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def nx_graph(count: int, ties: Ties) -> Any:
    """For networkx."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(ties)
    return graph


def rx_graph(count: int, ties: Ties) -> Any:
    """For rustworkx."""
    import rustworkx as rx

    graph = rx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, 1.0) for a, b in ties])
    return graph


def ig_graph(count: int, ties: Ties) -> Any:
    """For igraph."""
    import igraph

    return igraph.Graph(count, ties)


def nx_louvain(graph: Any) -> Any:
    """Louvain."""
    import networkx as nx

    member = [0] * len(graph)
    for number, some in enumerate(nx.community.louvain_communities(graph, seed=1)):
        for node in some:
            member[node] = number
    return member


def nx_spring(graph: Any) -> Any:
    """Fruchterman and Reingold, fifty rounds."""
    import networkx as nx

    place = nx.spring_layout(graph, seed=1)
    return [list(map(float, place[node])) for node in range(len(graph))]


def nx_between(graph: Any) -> Any:
    """Betweenness on whole shortest paths."""
    import networkx as nx

    return len(nx.betweenness_centrality(graph))


def rx_spring(graph: Any) -> Any:
    """Fruchterman and Reingold, fifty rounds."""
    import rustworkx as rx

    place = rx.spring_layout(graph, seed=1)
    return [list(place[node]) for node in range(graph.num_nodes())]


def rx_between(graph: Any) -> Any:
    """Betweenness on whole shortest paths."""
    import rustworkx as rx

    return len(rx.betweenness_centrality(graph))


METHODS: dict[str, tuple[str, str, Any, Any]] = {
    "networkx Louvain": ("networkx", "groups", nx_graph, nx_louvain),
    "networkx spring": ("networkx", "layout", nx_graph, nx_spring),
    "networkx betweenness, whole paths": ("networkx", "brokers", nx_graph, nx_between),
    "rustworkx spring": ("rustworkx", "layout", rx_graph, rx_spring),
    "rustworkx betweenness, whole paths": ("rustworkx", "brokers", rx_graph, rx_between),
    "igraph Leiden (GPL)": (
        "igraph",
        "groups",
        ig_graph,
        lambda graph: graph.community_leiden("modularity", n_iterations=2).membership,
    ),
    "igraph grid (GPL)": (
        "igraph",
        "layout",
        ig_graph,
        lambda graph: graph.layout_fruchterman_reingold(niter=100, grid=True).coords,
    ),
    "igraph DrL (GPL)": ("igraph", "layout", ig_graph, lambda graph: graph.layout_drl().coords),
    "igraph betweenness, two ties (GPL)": (
        "igraph",
        "brokers",
        ig_graph,
        lambda graph: len(graph.betweenness(cutoff=2)),
    ),
}


def main() -> None:
    """Answer one question."""
    if sys.argv[1] == "list":
        able = [
            name
            for name, (library, job, _graph, _do) in METHODS.items()
            if job == sys.argv[2] and find_spec(library)
        ]
        json.dump(able, sys.stdout)
        return
    patiently()
    name, _job, path = sys.argv[1:]
    count, ties = json.loads(Path(path).read_text(encoding="utf-8"))
    _library, _job, graph, do = METHODS[name]
    made = graph(count, [(a, b) for a, b in ties])
    before = now()
    began = time.process_time()
    found = do(made)
    took = time.process_time() - began
    json.dump({"seconds": took, "memory": highest() - before, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
