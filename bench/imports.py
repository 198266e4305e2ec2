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
TIMES = 3


def run(connections: int = CONNECTIONS, messages: int = MESSAGES) -> str:
    """The table of the import, medians of three whole imports into empty data."""
    whole = _medians(_archive(connections, messages))
    rows = [_row(name, one, BUDGETS[name], connections + messages) for name, one in whole.items()]
    alone = _medians(_archive(connections, 0))["apply"]
    rows.append(_row("connections alone, apply", alone, connections / 15_000, connections))
    heads = (
        "step",
        "seconds (processor)",
        "seconds (wall)",
        "budget",
        "rows a second",
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


def _medians(archive: Path) -> dict[str, measuring.Run]:
    """The middle one of several whole imports into empty data, step by step."""
    folder = measuring.CACHE / "import"
    runs: dict[str, list[measuring.Run]] = {name: [] for name in BUDGETS}
    for _ in range(TIMES):
        shutil.rmtree(folder, ignore_errors=True)
        given = ("--data", str(folder), "import", str(archive), "--json")
        runs["preview"].append(measuring.once(measuring.acquaint(*given)))
        runs["apply"].append(measuring.once(measuring.acquaint(*given, "--apply")))
        runs["the same again"].append(measuring.once(measuring.acquaint(*given, "--apply")))
    return {name: sorted(found, key=lambda one: one.cpu)[TIMES // 2] for name, found in runs.items()}


def _row(name: str, one: measuring.Run, budget: float, rows: int) -> tuple[object, ...]:
    cells = (
        f"**{one.cpu:.1f}**",
        f"{one.wall:.1f}",
        f"≤ {budget:g}",
        f"{rows / one.cpu:,.0f}",
        f"{one.peak:.0f}",
    )
    return name, *cells


if __name__ == "__main__":
    print(run())
