from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys

import pytest

from bench import mailboxes
from bench.archives import Shape, write_zip
from bench.mailboxes import write_mbox
from bench.vcards import book
from tests.cli.dying import TABLES
from tests.formats.meetings import calendar, event

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


def several_kinds(folder):
    """A folder of cards, letters, meetings, a table and a chat: one import."""
    folder.mkdir()
    (folder / "book.vcf").write_bytes(book(500))
    write_mbox(folder / "box.mbox", mailboxes.Shape(messages=500, people=120, body_bytes=700))
    starts = [f"DTSTART:202601{1 + n % 28:02}T100000Z" for n in range(450)]
    days = [event(guest(n), uid=f"e{n}", start=start) for n, start in enumerate(starts)]
    (folder / "days.ics").write_text(calendar(*days))
    rows = [f"Zed{n} Moss,zed{n}@example.org,+44 20 7946 {n:04}" for n in range(500)]
    (folder / "list.csv").write_text("Name,Email,Phone\n" + "\n".join(rows) + "\n")
    lines = [f"[{1 + n % 28}/01/2026, 14:37:05] {'Ada Moss' if n % 2 else 'Me'}: hello" for n in range(450)]
    (folder / "_chat.txt").write_text("\n".join(lines) + "\n")
    return folder


def guest(number):
    return f"ATTENDEE;CN=Guest {number % 90}:mailto:guest{number % 90}@example.org"


def unbroken(folder, archive):
    """What is brought, and what a run that nothing breaks leaves after each chunk and in the end."""
    said = json.loads(child(folder / "data", archive).stdout)
    states = {tuple(counts) for _rows, counts in said["chunks"]}
    return archive, states, said["statements"], child(folder / "data", archive, "--dump").stdout


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    shape = Shape(connections=900, messages=900, invitations=60, hidden=9)
    return unbroken(folder, write_zip(folder / "archive.zip", shape))


@pytest.mark.slow
@pytest.mark.parametrize("store", range(STORES))
def test_killed_imports_leave_whole_chunks_and_end_as_if_nothing_had_been(whole, tmp_path, store):
    killed_again_and_again(whole, tmp_path, store)


@pytest.mark.slow
def test_so_do_imports_of_several_kinds_at_once(tmp_path):
    folder = several_kinds(tmp_path / "brought")
    killed_again_and_again(unbroken(tmp_path / "whole", folder), tmp_path, 7)
    [[kinds]] = asked(tmp_path / "data" / "acquaint.sqlite3", "SELECT kind FROM import_batch")
    assert set(kinds.split(",")) == {"vcard", "csv", "mail", "whatsapp", "ics"}


def killed_again_and_again(brought, tmp_path, store):
    archive, states, statements, fingerprint = brought
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
