"""What an import costs: a LinkedIn archive of 30,000 connections and 100,000 messages, start to end.

The file is read by a process beside the one that imports, so what a person waits for is the wall; the seconds
of processor are those of both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bench import measuring

CONNECTIONS, MESSAGES = 30_000, 100_000
BUDGETS = {"preview": 6, "apply": 15, "the same again": 6}
PEAK = 300
START = "start"
READING = """
import sys
from pathlib import Path
from acquaint.formats import registry
from acquaint.formats.apart import bounds, wire
from acquaint.formats.apart.carrying import pack
jobs, _skipped = registry.plan([Path(sys.argv[1])])
rows = []
for said in registry.read(jobs[0], None, bodies=False):
    rows.append(pack(said))
    if len(rows) == bounds.ROWS:
        wire.dumps(rows)
        rows.clear()
"""
TIMES, TIMES_ALONE = 3, 9  # whole imports, of which the middle one counts


def run(connections: int = CONNECTIONS, messages: int = MESSAGES) -> str:
    """The table of the import: medians of whole imports into empty data."""
    archive = _archive(connections, messages)
    whole = _medians(archive, TIMES)
    start = whole.pop(START).wall
    rows = [_row(name, one, BUDGETS[name], connections + messages, start) for name, one in whole.items()]
    rows.append(_row("reading beside it", _reading(archive), "", connections + messages, 0))
    alone = _medians(_archive(connections, 0), TIMES_ALONE)
    start, one = alone[START].wall, alone["apply"]
    rows.append(_row("connections alone, apply", one, connections / 15_000, connections, start))
    heads = (
        "step",
        "seconds (wall)",
        "seconds (processor)",
        "budget",
        "rows a second",
        "without the start",
        f"peak MiB (≤ {PEAK})",
    )
    return measuring.table(heads, rows)


def _archive(connections: int, messages: int) -> Path:
    measuring.CACHE.mkdir(exist_ok=True)
    archive = measuring.CACHE / f"archive-{connections}-{messages}.zip"
    if not archive.exists():
        words = [str(archive), "--connections", str(connections), "--messages", str(messages)]
        subprocess.run([sys.executable, "-m", "bench.archives", *words], cwd=measuring.ROOT, check=True)
    return archive


def _medians(archive: Path, times: int) -> dict[str, measuring.Run]:
    """The middle one of several whole imports into empty data, step by step; and of mere starts on it."""
    folder = measuring.CACHE / "import"
    runs: dict[str, list[measuring.Run]] = {name: [] for name in (*BUDGETS, START)}
    for _ in range(times):
        shutil.rmtree(folder, ignore_errors=True)
        measuring.once(measuring.acquaint("--data", str(folder), "imports"))  # makes the data
        runs[START].append(measuring.once(measuring.acquaint("--data", str(folder), "imports")))
        given = ("--data", str(folder), "import", str(archive), "--json")
        runs["preview"].append(measuring.once(measuring.acquaint(*given)))
        runs["apply"].append(measuring.once(measuring.acquaint(*given, "--apply")))
        runs["the same again"].append(measuring.once(measuring.acquaint(*given, "--apply")))
    return {name: sorted(found, key=lambda one: one.wall)[times // 2] for name, found in runs.items()}


def _reading(archive: Path) -> measuring.Run:
    """The process that reads, alone: nobody judges what it tells."""
    command = [sys.executable, "-c", READING, str(archive)]
    return sorted((measuring.once(command) for _ in range(TIMES)), key=lambda one: one.wall)[TIMES // 2]


def _row(name: str, one: measuring.Run, budget: float | str, rows: int, start: float) -> tuple[object, ...]:
    cells = (
        f"**{one.wall:.1f}**",
        f"{one.cpu:.1f}",
        f"≤ {budget:g}" if isinstance(budget, (int, float)) else budget,
        f"{rows / one.wall:,.0f}",
        f"{rows / (one.wall - start):,.0f}",
        f"{one.peak:.0f}",
    )
    return name, *cells


if __name__ == "__main__":
    print(run())
