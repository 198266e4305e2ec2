"""A data folder with a sample in it, and programs that run on it as processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


class Store:
    """One data folder and the program on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""
        self.database = folder / "acquaint.sqlite3"

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("ACQUAINT_", "DJANGO_"))
        }
        kept.pop("DATABASE_URL", None)
        return {**kept, "ACQUAINT_DATA": str(self.folder), "PYTHONPATH": str(ROOT), **more}

    def start(
        self, *words: str, program: tuple[str, ...] = ("-m", "acquaint"), **more: str
    ) -> subprocess.Popen[str]:
        """Start the program and let it run."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [sys.executable, *program, *words]
        return subprocess.Popen(command, text=True, env=self.environment(**more), **pipes)

    @contextmanager
    def running(self, *words: str, script: str = "", **more: str) -> Iterator[subprocess.Popen[str]]:
        """Start the program, or a script, and end it in any case; what it said stays in `said`."""
        process = self.python(script, *words) if script else self.start(*words, **more)
        try:
            yield process
        finally:
            process.terminate()
            self.said = "".join(process.communicate())

    def run(self, *words: str, code: int = 0, **more: str) -> str:
        """Run a command to its end and insist on its exit code; its stdout."""
        with self.start(*words, **more) as process:
            out, err = process.communicate()
        assert process.returncode == code, f"acquaint {' '.join(words)} → {process.returncode}\n{out}{err}"
        return out

    def json(self, *words: str, code: int = 0) -> dict:
        """Run a command with --json; the whole envelope."""
        return json.loads(self.run(*words, "--json", code=code))

    def python(self, script: str, *words: str) -> subprocess.Popen[str]:
        """Start a script on the open store: `scope` and Django are ready."""
        opening = (
            "import os, django\n"
            "os.environ['DJANGO_SETTINGS_MODULE'] = 'acquaint.project.settings'\n"
            "django.setup()\n"
            "from datetime import UTC, datetime\n"
            "from acquaint.actions import stores\n"
            "from acquaint.models.scope import Scope\n"
            "ready = stores.prepare()\n"
            "scope = Scope(ready.id, ready.id, 'test', datetime.now(UTC), ready.zone)\n"
        )
        return self.start(*words, program=("-c", opening + script))

    def sql(self, statement: str, *, foreign_keys: bool = False) -> list:
        """Reach around the program into its database."""
        with closing(sqlite3.connect(self.database)) as database:
            database.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
            found = database.execute(statement).fetchall()
            database.commit()
            return found

    def dump(self, path: Path | None = None) -> list[str]:
        """Everything that the database says, in order."""
        with closing(sqlite3.connect(path or self.database)) as database:
            return list(database.iterdump())


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """A folder with the sample network, made once and copied for each test."""
    store = Store(tmp_path_factory.mktemp("prepared") / "data")
    store.run("--data", str(store.folder), "demo", "--no-serve")
    return store.folder


@pytest.fixture
def store(prepared, tmp_path) -> Store:
    """The sample network in a folder of one's own."""
    shutil.copytree(prepared, tmp_path / "data")
    return Store(tmp_path / "data")


@pytest.fixture
def empty(tmp_path) -> Store:
    """A folder that is not there yet."""
    return Store(tmp_path / "fresh")
