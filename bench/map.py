"""The map of a network: groups, layout and brokers beside networkx, rustworkx and igraph, and how all grows.

The others run under an interpreter of their own: `ACQUAINT_GRAPHS` names the Python of a throw-away
environment with `pip install networkx rustworkx igraph`. What is not there is left out; what takes too long
is said so. Each figure is a process of its own; its memory is what it needs beyond the network it was given.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from statistics import median
from typing import Any

from acquaint.maths.communities import modularity, near
from acquaint.maths.layouts import tightness
from bench import measuring
from bench.map_rival import PATIENCE

RIVAL = measuring.ROOT / "bench" / "map_rival.py"
SIZES = (500, 5_000, 50_000)
ENDED = (-signal.SIGXCPU, -signal.SIGKILL)
OFTEN = 5_000  # people: up to there the median of three runs, beyond a single one
PER_PERSON = 5  # ties
JOBS = {"groups": "modularity", "layout": "tie length / any distance", "brokers": ""}
OWN = """
import json, sys, time
from acquaint.maths import brokers, communities, layouts
from bench.map_rival import highest, now, patiently
patiently()
count, ties = json.load(open(sys.argv[2]))
network = communities.near(count, ((a, b, 1.0) for a, b in ties))
groups = communities.communities(network) if sys.argv[1] != "groups" else []
before = now()
began = time.process_time()
found = None
if sys.argv[1] == "groups":
    found = communities.communities(network)
if sys.argv[1] == "layout":
    found = layouts.layout(network, groups).points
if sys.argv[1] == "brokers":
    found = len(brokers.brokers(network, groups))
took = time.process_time() - began
json.dump({"seconds": took, "memory": highest() - before, "found": found}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One method on one network: processor seconds, MiB beyond the network itself, how good."""

    seconds: float
    memory: float
    quality: str


def planted(people: int, *, around: int = 50, within: float = 0.75, seed: int = 1) -> list[tuple[int, int]]:
    """Ties of people in groups of about fifty (lognormal), three in four within a group; ids in any order."""
    draw = random.Random(seed)
    order, groups = list(range(people)), []
    draw.shuffle(order)
    at = 0
    while at < people:
        size = max(3, int(draw.lognormvariate(0, 0.6) * around))
        groups.append(order[at : at + size])
        at += size
    home = {one: group for group in groups for one in group}
    ties: set[tuple[int, int]] = set()
    while len(ties) < people * PER_PERSON:
        a = draw.randrange(people)
        b = draw.choice(home[a]) if draw.random() < within else draw.randrange(people)
        if a != b:
            ties.add((min(a, b), max(a, b)))
    return sorted(ties)


def run() -> str:
    """The table of docs/benchmarks.md."""
    rows: list[Sequence[str]] = []
    slow: set[tuple[str, str]] = set()
    for people in SIZES:
        ties = planted(people)
        path = measuring.CACHE / f"network-{people}.json"
        measuring.CACHE.mkdir(exist_ok=True)
        path.write_text(json.dumps([people, ties]), encoding="utf-8")
        for job, unit in JOBS.items():
            for name, method in _methods(job):
                found = None if (job, name) in slow else _measured(method, job, path, people, ties)
                slow |= (
                    set() if found else {(job, name)}
                )  # what is too slow once is not asked about more people
                rows.append((f"{people:,}", job, name, *_cells(found), unit if found else ""))
    heads = ("people", "what", "by", "seconds (processor)", "MiB", "how good", "")
    return measuring.table(heads, rows)


def _methods(job: str) -> list[tuple[str, list[str]]]:
    own = [("**Acquaint**", [sys.executable, "-c", OWN])]
    python = os.environ.get("ACQUAINT_GRAPHS", "")
    if not python:
        return own
    said = subprocess.run([python, str(RIVAL), "list", job], capture_output=True, text=True, check=True)
    return own + [(name, [python, str(RIVAL), name]) for name in json.loads(said.stdout)]


def _measured(
    method: list[str], job: str, path: Path, people: int, ties: list[tuple[int, int]]
) -> Answer | None:
    runs = 3 if people <= OFTEN else 1
    some = [one for one in takewhile(bool, (_once(method, job, path) for _run in range(runs))) if one]
    if not some:
        return None
    found = some[0]["found"]
    quality = ""
    if job == "groups":
        quality = f"{modularity(near(people, ((a, b, 1.0) for a, b in ties)), found):.3f}"
    elif job == "layout":
        quality = f"{tightness([(x, y) for x, y in found], ties):.2f}"
    return Answer(median(one["seconds"] for one in some), some[0]["memory"], quality)


def _once(method: list[str], job: str, path: Path) -> dict[str, Any] | None:
    """One process; none if the system had to end it."""
    environment = {**os.environ, "PYTHONPATH": str(measuring.ROOT)}
    said = subprocess.run(
        [*method, job, str(path)], capture_output=True, text=True, check=False, env=environment
    )
    if said.returncode in ENDED:
        return None
    said.check_returncode()
    answer: dict[str, Any] = json.loads(said.stdout)
    return answer


def _cells(found: Answer | None) -> tuple[str, str, str]:
    if found is None:
        return f"over {PATIENCE}", "", ""
    return f"{found.seconds:.3f}", f"{found.memory:.0f}", found.quality
