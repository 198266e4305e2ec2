"""What an import costs: a LinkedIn archive of 30,000 connections and 100,000 messages, start to end."""

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
TIMES, TIMES_ALONE = 3, 9  # whole imports, of which the middle one counts


def run(connections: int = CONNECTIONS, messages: int = MESSAGES) -> str:
    """The table of the import: medians of whole imports into empty data."""
    whole = _medians(_archive(connections, messages), TIMES)
    start = whole.pop(START).cpu
    rows = [_row(name, one, BUDGETS[name], connections + messages, start) for name, one in whole.items()]
    alone = _medians(_archive(connections, 0), TIMES_ALONE)
    start, one = alone[START].cpu, alone["apply"]
    rows.append(_row("connections alone, apply", one, connections / 15_000, connections, start))
    heads = (
        "step",
        "seconds (processor)",
        "seconds (wall)",
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
    return {name: sorted(found, key=lambda one: one.cpu)[times // 2] for name, found in runs.items()}


def _row(name: str, one: measuring.Run, budget: float, rows: int, start: float) -> tuple[object, ...]:
    cells = (
        f"**{one.cpu:.1f}**",
        f"{one.wall:.1f}",
        f"≤ {budget:g}",
        f"{rows / one.cpu:,.0f}",
        f"{rows / (one.cpu - start):,.0f}",
        f"{one.peak:.0f}",
    )
    return name, *cells


if __name__ == "__main__":
    print(run())
