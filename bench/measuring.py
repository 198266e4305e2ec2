"""Paired runs of whole processes against the unit B: what counts is the median of the ratios within pairs.

Each round runs B right before every command, so that a busy moment of the machine falls on both. B is a bare
Python that opens a SQLite file, runs one indexed query and prints 20 rows.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".bench"
UNIT = (
    "import sqlite3, sys\n"
    "rows = sqlite3.connect(sys.argv[1]).execute("
    "'SELECT name, value FROM item WHERE kind = ? ORDER BY name LIMIT 20', (7,))\n"
    "print('\\n'.join(f'{name} {value}' for name, value in rows))"
)


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of the wall and of the processor, and the largest memory in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Row:
    """A command against B: median ratios of processor and wall, median wall in ms, peak in MiB."""

    name: str
    ratio: float
    wall_ratio: float
    milliseconds: float
    peak: float


def unit() -> list[str]:
    """The command B, on a small table of its own."""
    CACHE.mkdir(exist_ok=True)
    path = CACHE / "unit.sqlite3"
    if not path.exists():
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                "CREATE TABLE item (id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, value REAL)"
            )
            rows = [(n % 50, f"name {n}", n / 7) for n in range(50_000)]
            database.executemany("INSERT INTO item (kind, name, value) VALUES (?, ?, ?)", rows)
            database.execute("CREATE INDEX item_kind ON item (kind, name)")
            database.commit()
    return [sys.executable, "-c", UNIT, str(path)]


def once(command: Sequence[str], **environment: str) -> Run:
    """Run a command to its end, its output thrown away; RuntimeError when it fails."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ACQUAINT_", "DJANGO_"))
    }
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
    ) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} left with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def against_unit(commands: Mapping[str, Sequence[str]], rounds: int = 11) -> list[Row]:
    """Each command against B, `rounds` times in alternation after one round to warm up."""
    base = unit()
    found: dict[str, list[tuple[Run, Run]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            pair = (once(base), once(command))
            if number:
                found[name].append(pair)
    return [_row(name, pairs) for name, pairs in found.items()]


def _row(name: str, pairs: list[tuple[Run, Run]]) -> Row:
    return Row(
        name,
        median(run.cpu / base.cpu for base, run in pairs),
        median(run.wall / base.wall for base, run in pairs),
        median(run.wall for _base, run in pairs) * 1000,
        median(run.peak for _base, run in pairs),
    )


def acquaint(*words: str) -> list[str]:
    """The program as the console script starts it."""
    start = "import sys; from acquaint.project.main import main; sys.exit(main())"
    return [sys.executable, "-c", start, *words]


def sample(people: int) -> Path:
    """A data folder with a sample of that many people, ten contacts each; made once and kept."""
    folder = CACHE / f"sample-{people}"
    if not (folder / "done").exists():
        once(acquaint("--data", str(folder), "demo", "--no-serve", "--people", str(people)))
        (folder / "done").touch()
    return folder


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(headings) + " |", "|" + "---|" * len(headings)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def as_table(rows: Sequence[Row], budgets: Mapping[str, float]) -> str:
    """The rows with their budgets; `budgets` are ratios of processor time to B."""
    return table(
        ("command", "x B (processor)", "x B (wall)", "budget", "ms", "peak MiB"),
        [
            (
                f"`{row.name}`",
                f"**{row.ratio:.1f}**",
                f"{row.wall_ratio:.1f}",
                f"≤ {budgets[row.name]:g}" if row.name in budgets else "",
                f"{row.milliseconds:.0f}",
                f"{row.peak:.0f}",
            )
            for row in rows
        ],
    )
