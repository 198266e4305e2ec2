"""Ways to an employer: the search against graph libraries, equal answers first; then the whole program.

`ACQUAINT_GRAPHS` names the Python of a throw-away environment that has numpy, networkx, rustworkx, igraph and
scipy; their rows are left out otherwise. Every library runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from math import isclose
from pathlib import Path
from statistics import median
from typing import Any

from bench import measuring, networks, within

SIZES = (10_000, 100_000, 1_000_000)
BUDGETS = {100_000: 5, 1_000_000: 10}  # milliseconds of a search after loading
BEST = 5
LIBRARIES = {
    "numpy": "numpy, backwards over the same arrays",
    "networkx": "networkx, `all_simple_paths`",
    "rustworkx": "rustworkx, `all_simple_paths`",
    "igraph": "igraph, `get_all_simple_paths`",
    "scipy": "scipy, `dijkstra` (no limit of steps: another question)",
}
LARGEST = {"networkx": 100_000}  # beyond, its graph alone takes several GiB
PROGRAM = (5_000, 30_000, 100_000)
COMMANDS = {5_000: 18, 30_000: 22}  # people, and the budget in units of B
TIMES = 5
Found = dict[str, Any]


def run() -> str:
    """Three tables: the search in memory, the whole question in the program, and the command."""
    terminal = _at_the_terminal()  # first: a process that was started by a large one seems as large
    return f"{_in_memory()}\n\n{_in_the_program()}\n\n{terminal}"


def _in_memory() -> str:
    rows: list[tuple[str, ...]] = []
    for people in SIZES:
        folder = networks.stored(people)
        ours = _elsewhere([sys.executable, "-m", "bench.paths", "search", str(folder)])
        budget = f"≤ {BUDGETS[people]}" if people in BUDGETS else ""
        rows.append((f"{people:,}", "Acquaint, ties in arrays", *_cells(ours, ours), budget))
        python = os.environ.get("ACQUAINT_GRAPHS", "")
        for name, title in LIBRARIES.items() if python else ():
            if people <= LARGEST.get(name, people):
                theirs = _elsewhere([python, "bench/paths_rival.py", name, str(folder)])
                rows.append((f"{people:,}", title, *_cells(theirs, ours), ""))
    heads = ("people", "search", "ms (median)", "x ours", "answers equal", "load s", "MiB added", "budget")
    return measuring.table(heads, rows)


def _elsewhere(command: list[str]) -> Found:
    said = subprocess.run(command, cwd=measuring.ROOT, capture_output=True, text=True, check=True)
    found: Found = json.loads(said.stdout)
    return found


def _cells(one: Found, ours: Found) -> tuple[str, ...]:
    middle, base = median(one["times"]), median(ours["times"])
    same = sum(_is_equal(a, b) for a, b in zip(one["answers"], ours["answers"], strict=True))
    equal = "" if one is ours else f"{same} of {len(ours['answers'])}"
    ratio = "" if one is ours else f"{middle / base:.1f}"
    return f"**{middle:.2f}**", ratio, equal, f"{one['load']:.2f}", f"{one['mib']:.0f}"


def _is_equal(one: list[list[float]], other: list[list[float]]) -> bool:
    """The same number of people in between and the same likelihoods, chain by chain."""
    return len(one) == len(other) and all(
        a[0] == b[0] and isclose(a[1], b[1], rel_tol=1e-9) for a, b in zip(one, other, strict=True)
    )


def _search(folder: Path) -> Found:
    """Our own search on the arrays of that folder."""
    from acquaint.maths import paths

    before, began = within.resident(), time.process_time()
    ties, question = networks.load(folder)
    loaded, added = time.process_time() - began, within.resident() - before
    answers, times = [], []
    for staff in (question.asked[0], *question.asked):
        targets = dict.fromkeys(staff, 1.0)
        began = time.process_time()
        chains = paths.best(question.own, ties, targets, k=BEST)
        times.append((time.process_time() - began) * 1000)
        answers.append([(one.between, one.likelihood) for one in chains])
    return {"load": loaded, "times": times[1:], "mib": added, "answers": answers[1:]}


def _in_the_program() -> str:
    rows = []
    for people in PROGRAM:
        found = within.elsewhere("bench.paths", networks.database(people))
        for what, times in found["times"].items():
            middle, late = within.spread(times)
            rows.append((f"{people:,}", what, f"**{middle:.1f}**", f"{late:.1f}", found["queries"][what]))
    heads = ("people in the database", "question", "ms (median)", "p95", "queries")
    return measuring.table(heads, rows)


def _at_the_terminal() -> str:
    rows: list[measuring.Row] = []
    budgets: dict[str, float] = {}
    for people, budget in COMMANDS.items():
        folder = str(networks.database(people))
        name = f"acquaint path EMPLOYER, {people:,} people"
        budgets[name] = budget
        words = ("--data", folder, "path", networks.employer(1), "-k", str(BEST))
        rows += measuring.against_unit({name: measuring.acquaint(*words)}, 11)
    return measuring.as_table(rows, budgets)


def _here() -> Found:
    """Whole questions on the folder of the environment."""
    scope = within.scope()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from acquaint.models import Person
    from acquaint.queries import paths

    someone = Person.objects.filter(me_since=None, first_contact=None).order_by("id")
    asked = {
        "to an employer of thirty, five ways": [networks.employer(n) for n in range(networks.ASKED)],
        "to a person, five ways": list(someone.values_list("key", flat=True)[: networks.ASKED]),
    }
    found: Found = {"times": {}, "queries": {}}
    for what, words in asked.items():
        for each in words:
            paths.to(scope, each, k=BEST)  # the first time words the queries
        times = [within.spent(lambda one=one: paths.to(scope, one, k=BEST)) for one in words * TIMES]
        with CaptureQueriesContext(connection) as said:
            paths.to(scope, words[0], k=BEST)
        found["times"][what], found["queries"][what] = times, len(said)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["search"]:
        print(json.dumps(_search(Path(sys.argv[2]))))
    else:
        print(json.dumps(_here()) if len(sys.argv) > 1 else run())
