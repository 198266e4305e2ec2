"""A real `acquaint serve` on a data folder: started, entered through its one-time address, stopped."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.pages import ON

ROOT = Path(__file__).resolve().parent.parent.parent
SKIP = ("ACQUAINT_", "DJANGO_", "DATABASE_URL", "PYTEST")


def environment() -> dict[str, str]:
    """The environment of a person's terminal: nothing of the test run's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SKIP)}
    return {**kept, "PYTHONPATH": str(ROOT), "TZ": "Europe/London"}


def program(*words: str) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "acquaint", *words]


def run(folder: Path, *words: str, on: str = ON) -> str:
    """Run one command on a folder to its end; what it printed."""
    command = program("--data", str(folder), "--on", on, *words)
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


class Served:
    """One server: its address, its one-time door, and the folder that it serves."""

    def __init__(self, folder: Path, door: str, process: subprocess.Popen[str]) -> None:
        self.folder = folder
        self.door = door
        self.process = process
        parts = urlsplit(door)
        self.port = parts.port or 80
        self.address = f"{parts.scheme}://{parts.netloc}"
        self._cookie: dict[str, Any] | None = None

    @property
    def cookie(self) -> dict[str, Any]:
        """What a browser holds after the door; the first to ask goes through it."""
        if self._cookie is None:
            self._cookie = self._enter()
        return self._cookie

    def _enter(self) -> dict[str, Any]:
        with closing(_knock(self.port)) as line:
            line.request("GET", urlsplit(self.door).path)
            answer = line.getresponse()
            assert answer.status == 302, answer.read()
            name, morsel = next(iter(SimpleCookie(answer.headers["Set-Cookie"]).items()))
        return {"name": name, "value": morsel.value, "domain": "127.0.0.1", "path": "/", "sameSite": "Strict"}

    def ask(self, statement: str) -> list[Any]:
        """Read from the database beside the server."""
        with closing(sqlite3.connect(self.folder / "acquaint.sqlite3")) as database:
            return database.execute(statement).fetchall()

    def dump(self) -> list[str]:
        """Everything that the database says, in order."""
        with closing(sqlite3.connect(self.folder / "acquaint.sqlite3")) as database:
            return list(database.iterdump())


@contextmanager
def serving(folder: Path, *words: str, on: str = ON) -> Iterator[Served]:
    """Serve a folder until the block ends."""
    log = folder.with_name(f"{folder.name}.log")
    options = ("serve", "--no-open", "--port", "0", *words)
    command = program("--data", str(folder), "--on", on, *options)
    with (
        log.open("w") as err,
        subprocess.Popen(
            command, env=environment(), cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=err
        ) as process,
    ):
        try:
            yield Served(folder, _door(process, log), process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _knock(port: int) -> HTTPConnection:
    """Connect as soon as the port accepts: the address is printed a moment before."""
    line = HTTPConnection("127.0.0.1", port, timeout=20)
    for _again in range(200):
        try:
            line.connect()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return line
    raise AssertionError(f"nobody answers on port {port}")


def _door(process: subprocess.Popen[str], log: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return found.group()
    raise AssertionError(f"the server printed no address:\n{log.read_text()}")
