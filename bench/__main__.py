"""Run every measurement and write its table into docs/benchmarks.md, between the marks that name it."""

from __future__ import annotations

import argparse
import platform
import re
import sqlite3
import subprocess
from collections.abc import Callable
from importlib import import_module

from bench import measuring

PAGE = measuring.ROOT / "docs" / "benchmarks.md"
ALL = (
    "startup",
    "reading",
    "imports",
    "mail",
    "vcards",
    "pages",
    "searching",
    "planning",
    "paths",
    "indexes",
    "rival",
    "capture",
    "map",
    "sameness",
    "duplicates",
)


def main() -> None:
    """Measure what was named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*ALL, []], help="what to measure; everything by default")
    for name in parser.parse_args().names or ALL:
        run: Callable[[], str] = import_module(f"bench.{name}").run
        print(f"{name} …", flush=True)
        found = run()
        print(found)
        _write(name, found)
    _write("machine", _machine())


def _write(name: str, text: str) -> None:
    marks = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    page = PAGE.read_text(encoding="utf-8")
    changed = re.sub(marks, lambda hit: f"{hit[1]}{text}\n{hit[2]}", page, flags=re.DOTALL)
    PAGE.write_text(changed, encoding="utf-8")


def _machine() -> str:
    git = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(
        git, cwd=measuring.ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    unit = measuring.against_unit({"B": measuring.unit()}, 9)[0]
    return (
        f"Commit {commit or 'unknown'}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{platform.system()} on {platform.machine()}; B took {unit.milliseconds:.0f} ms."
    )


if __name__ == "__main__":
    main()
