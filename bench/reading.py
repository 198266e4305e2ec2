"""What it costs to read: the commands of every day, whole processes on a network of 5,000 and of 30,000."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from bench import measuring

SIZES = {5_000: 18, 30_000: 22}  # people, and the budget in units of B


def run() -> str:
    """One table for each size."""
    parts = []
    for people, budget in SIZES.items():
        folder = measuring.sample(people)
        words = _commands(folder)
        rows = measuring.against_unit(
            {name: measuring.acquaint("--data", str(folder), *line) for name, line in words.items()}, 11
        )
        title = f"**{people:,} people, about {people * 10:,} contacts**"
        parts.append(f"{title}\n\n{measuring.as_table(rows, dict.fromkeys(words, budget))}")
    return "\n\n".join(parts)


def _commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """The commands, one of them about somebody with a past."""
    listed = subprocess.run(
        measuring.acquaint("--data", str(folder), "person", "list", "--limit", "50", "--json"),
        cwd=measuring.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    people = json.loads(listed.stdout)["data"]
    someone = next(one for one in people if one["last_contact"])
    return {
        "acquaint today": ("today",),
        "acquaint today --json": ("today", "--json"),
        "acquaint person show KEY": ("person", "show", someone["id"]),
        "acquaint person list --limit 20": ("person", "list", "--limit", "20"),
        "acquaint who NAME": ("who", someone["name"].split()[0]),
        "acquaint isolated": ("isolated",),
        "acquaint recall": ("recall",),
        "acquaint recall --role R": ("recall", "--role", "data analyst"),
        "acquaint right": ("right",),
        "acquaint history --limit 20": ("history", "--limit", "20"),
        "acquaint path PERSON": ("path", someone["id"]),
        "acquaint path EMPLOYER": ("path", "Ferncare"),
        "acquaint recommend ROLE": ("recommend", "data analyst"),
        "acquaint what-if": ("what-if",),
    }


if __name__ == "__main__":
    print(run())
