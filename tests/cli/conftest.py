"""Run commands in this process on a fresh data folder, with every JSON answer held against its schema."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from acquaint.cli.root import main
from acquaint.cli.schemas import schema_of
from tests.cli.checking import faults


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        return self.json["data"]

    @property
    def undo(self) -> Any:
        return self.json["undo"]

    @property
    def error(self) -> Any:
        return self.json["error"]


class Terminal:
    """Call it with the words of a command line; it insists on the exit code (0 unless told)."""

    def __init__(self, on: str | None = None) -> None:
        self.on = on

    def __call__(self, *words: str, code: int = 0, stdin: str = "", on: str | None = None) -> Answer:
        moment = on or self.on
        args = [*(["--on", moment] if moment else []), *words]
        answer = run_here(args, stdin)
        assert answer.code == code, f"acquaint {' '.join(args)} → {answer.code}\n{answer.out}{answer.err}"
        if "--json" in words and answer.code == 0:
            _hold_against_schema(answer)
        return answer


def run_here(args: list[str], stdin: str = "") -> Answer:
    """Run the command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(args)
    finally:
        sys.stdin = before
    return Answer(code, out.getvalue(), err.getvalue())


def _hold_against_schema(answer: Answer) -> None:
    shown = answer.json
    name = shown["schema"].split("/")[1]
    assert faults(shown, schema_of(name)) == []


@pytest.fixture
def cli(db, tmp_path, monkeypatch):
    """A terminal on an empty store of its own; the clock is set by `on=` or `cli.on`."""
    from acquaint.models import schema

    schema.stamp()  # the test database was made by its own migration; commands need not look again
    monkeypatch.setenv("ACQUAINT_DATA", str(tmp_path))
    monkeypatch.delenv("ACQUAINT_ON", raising=False)
    return Terminal()


@pytest.fixture
def shell(tmp_path):
    """A real process on a data folder of its own: `shell("today", "--json")`."""

    def run(*words: str, stdin: str = "", **env: str) -> Answer:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("ACQUAINT_", "DJANGO_"))}
        found = subprocess.run(
            [sys.executable, "-m", "acquaint", *words],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**inherited, "ACQUAINT_DATA": str(tmp_path / "data"), **env},
        )
        return Answer(found.returncode, found.stdout, found.stderr)

    return run


@pytest.fixture
def meet(cli):
    """Add people the short way: `meet("Ada Moss", organization="Harbor Clinic")` is their id."""
    from acquaint.actions import people, stores
    from acquaint.cli.sessions import clock
    from acquaint.models.scope import Scope

    def add(name: str, **more: Any) -> str:
        owner = stores.prepare()
        now = clock(cli.on or "2025-01-01", owner.zone)
        return people.add(Scope(owner.id, owner.id, "test", now, owner.zone), name=name, **more).id

    return add
