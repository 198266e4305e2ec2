"""The plan of the day, and whom to go back to, in process, where all of 100,000 people are in touch."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bench import measuring, within

PEOPLE = 100_000
PLANS, BACKS = 25, 5
# Everybody asked, met and answered once, spread over two years; due over three months.
ACTIVE = """
    UPDATE person SET stage = 'acquainted',
      first_contact = date('now', '-' || (800 + id % 900) || ' days'),
      last_contact = date('now', '-' || (id % 700) || ' days'),
      last_two_way = date('now', '-' || (10 + id % 700) || ' days'),
      answered_on = date('now', '-' || (10 + id % 700) || ' days'),
      sums_on = date('now', '-' || (id % 700) || ' days'),
      in_sum = 1.0 + (id % 7) / 3.0, out_sum = 1.0 + (id % 5) / 3.0,
      next_due = date('now', (id % 90 - 40) || ' days')
    WHERE me_since IS NULL
"""


def run() -> str:
    """One row for each question."""
    found = within.elsewhere("bench.planning", _active())
    rows = [
        ("the plan of the day", *_cells(found["plan"]), "≤ 15"),
        ("whom it is easiest to go back to, the first 20", *_cells(found["twenty"]), ""),
        ("whom it is easiest to go back to, all of them", *_cells(found["all"]), ""),
    ]
    heads = (f"among {PEOPLE:,} people in touch, ten contacts each", "ms (median)", "p95", "budget")
    return measuring.table(heads, rows)


def _cells(times: list[float]) -> tuple[str, str]:
    middle, late = within.spread(times)
    return f"**{middle:.1f}**", f"{late:.1f}"


def _active() -> Path:
    """A copy of the largest sample in which everybody is in touch."""
    folder = measuring.CACHE / f"active-{PEOPLE}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(measuring.sample(PEOPLE), folder)
    with closing(sqlite3.connect(folder / "acquaint.sqlite3")) as database:
        database.execute(ACTIVE)
        database.commit()
        database.execute("ANALYZE")
        database.commit()
    return folder


def _here() -> dict[str, list[float]]:
    scope = within.scope()
    from acquaint.queries import back, plan

    plan.today(scope)  # the first time words the queries
    return {
        "plan": [within.spent(lambda: plan.today(scope)) for _ in range(PLANS)],
        "twenty": [within.spent(lambda: back.people(scope, limit=20)) for _ in range(BACKS)],
        "all": [within.spent(lambda: back.people(scope)) for _ in range(BACKS)],
    }


if __name__ == "__main__":
    print(json.dumps(_here()) if len(sys.argv) > 1 else run())
