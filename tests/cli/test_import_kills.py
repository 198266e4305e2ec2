from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys

import pytest

from bench.archives import Shape, write_zip
from tests.cli.dying import TABLES

KILLS_EACH = 4
STORES = 5


def child(data, archive, *words):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("ACQUAINT_", "DJANGO_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.dying", str(data), str(archive), *words],
        capture_output=True,
        text=True,
        check=False,
        env=env,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done


def asked(path, statement):
    with sqlite3.connect(path) as database:
        found = database.execute(statement).fetchall()
    database.close()
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The archive, and what a run that nothing breaks leaves after each chunk and in the end."""
    folder = tmp_path_factory.mktemp("whole")
    shape = Shape(connections=900, messages=900, invitations=60, hidden=9)
    archive = write_zip(folder / "archive.zip", shape)
    said = json.loads(child(folder / "data", archive).stdout)
    states = {tuple(counts) for _rows, counts in said["chunks"]}
    return archive, states, said["statements"], child(folder / "data", archive, "--dump").stdout


@pytest.mark.slow
@pytest.mark.parametrize("store", range(STORES))
def test_killed_imports_leave_whole_chunks_and_end_as_if_nothing_had_been(whole, tmp_path, store):
    archive, states, statements, fingerprint = whole
    chance = random.Random(store)
    data = tmp_path / "data"
    path = data / "acquaint.sqlite3"
    for number in range(KILLS_EACH):
        at = ("--at", str(chance.randrange(1, statements // (KILLS_EACH + 1))))
        killed = child(data, archive, *(("--after", str(chance.uniform(0, 0.2))) if number == 1 else at))
        assert number == 1 or killed.returncode == -signal.SIGKILL
        assert asked(path, "PRAGMA integrity_check") == [("ok",)]
        assert asked(path, "PRAGMA foreign_key_check") == []
        held = tuple(asked(path, f"SELECT count(*) FROM {name}")[0][0] for name in TABLES)
        assert held in states | {(0,) * len(TABLES)}
    child(data, archive)
    assert child(data, archive, "--dump").stdout == fingerprint
    assert asked(path, "SELECT count(*) FROM import_batch WHERE finished_at IS NOT NULL") == [(1,)]
    assert asked(path, "SELECT count(*) FROM change") == [(1,)]
