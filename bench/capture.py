"""Quick capture: milliseconds a line, over the golden file and over the longest line that is read."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from statistics import median

from acquaint.text.capture import parse
from bench import measuring

GOLDEN = measuring.ROOT / "tests" / "text" / "capture_en.golden"
TODAY = dt.date(2026, 11, 23)
ROUNDS = 9


def run() -> str:
    """The table of docs/benchmarks.md."""
    rows = GOLDEN.read_text(encoding="utf-8").splitlines()
    lines = [row.removeprefix("> ").replace("⏎", "\n") for row in rows if row.startswith("> ")]
    page = "met @Ada Example, she offered to intro me to #Acme, send her the paper by Friday, "
    longest = (page * (4000 // len(page) + 1))[:4000]
    table = [
        ("a line of the golden file, the middle one", f"{median(_each(lines)):.2f}"),
        ("the slowest of them", f"{max(_each(lines)):.2f}"),
        ("4,000 signs in one line", f"{_each([longest])[0]:.2f}"),
    ]
    head = f"| {len(lines)} lines | ms |\n|---|---:|\n"
    return head + "\n".join(f"| {name} | {figure} |" for name, figure in table)


def _each(lines: Sequence[str]) -> list[float]:
    """Milliseconds for each line, the median of several rounds."""
    return [median(_once(line) for _round in range(ROUNDS)) for line in lines]


def _once(line: str) -> float:
    began = time.process_time()
    parse(line, today=TODAY)
    return (time.process_time() - began) * 1000
