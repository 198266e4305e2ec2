"""An import that dies: `python -m tests.cli.dying DATA ARCHIVE [--at N | --after SECONDS | --dump]`.

It kills itself with SIGKILL before its N-th statement, or after so many seconds wherever it is then. Without
either it runs to its end and prints, after each chunk, how many rows each table holds.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CHUNK = 200
TABLES = ("person", "contact_point", "source_record", "interaction", "interaction_person", "change_row")


def main() -> None:
    """Run as the words say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--at", type=int)
    parser.add_argument("--after", type=float)
    parser.add_argument("--dump", action="store_true")
    words = parser.parse_args()
    os.environ["ACQUAINT_DATA"] = str(words.data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "acquaint.project.settings"
    import django

    django.setup()
    run(words)


def run(words: argparse.Namespace) -> None:
    """Import once with Django loaded, or print the fingerprint of what is there."""
    from django.db import connection

    from acquaint.actions import imports, stores
    from acquaint.actions.imports import running
    from acquaint.models.scope import Scope
    from tests import imported

    running.CHUNK = CHUNK
    owner = stores.prepare()
    if words.dump:
        sys.stdout.write(imported.fingerprint(owner.id))
        return
    scope = Scope(owner.id, owner.id, "test", datetime(2026, 3, 4, 12, tzinfo=UTC), "UTC")
    if words.after is not None:
        threading.Timer(words.after, die).start()
    told: list[Any] = []

    def tell(done: imports.Progress) -> None:
        with connection.cursor() as cursor:
            counts = [cursor.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES]
        told.append([done.rows, counts])

    countdown = Countdown(words.at)
    with connection.execute_wrapper(countdown):
        imports.apply(scope, paths=[words.archive], progress=tell)
    json.dump({"chunks": told, "statements": countdown.count}, sys.stdout)


class Countdown:
    """Counts statements and ends the process at one of them."""

    def __init__(self, at: int | None) -> None:
        self.at = at
        self.count = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Let the statement through, or die before it."""
        self.count += 1
        if self.count == self.at:
            die()
        return execute(sql, params, many, context)


def die() -> None:
    """As a power cut would end it, but for the disk."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
