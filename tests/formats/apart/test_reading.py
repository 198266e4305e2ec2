"""The process that reads: what ends it, what is said then, and what can come out of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acquaint.formats import reasons
from acquaint.formats.apart.bounds import MIB, Bounds
from acquaint.formats.apart.errand import Errand
from acquaint.formats.apart.reader import Hints, Reader
from acquaint.formats.archives import RefusedError
from acquaint.formats.records import PersonRecord, Self
from tests.formats.apart import hostile

TIGHT = Bounds(memory=300 * MIB, processor=1, silence=60)


def reader(bounds=TIGHT):
    return Reader(Errand(bounds, hostile.COMMAND))


def write(folder: Path, words: str, name: str = "a") -> Path:
    path = folder / f"{name}{hostile.SUFFIX}"
    path.write_text(words)
    return path


def read(run: Reader, *paths: Path) -> tuple[list, list]:
    """What is told, job by job, and why a job ended early."""
    jobs, _skipped = run.plan(list(paths), "hostile", Hints())
    told, ends = [], []
    for job in jobs:
        said = job.read(Self(), bodies=False, day_first=None)
        try:
            while (one := next(said, None)) is not None:
                told.append(one)
        except RefusedError as error:
            ends.append(error.reason)
    return told, ends


@pytest.mark.parametrize(
    ("deed", "code", "limit"),
    [
        ("spin", "reading_time", 1),
        ("eat", "reading_memory", 300),
        ("crash", "reading_failed", None),
        ("stumble", "reading_failed", None),
        ("lie", "reading_failed", None),
        ("babble", "reading_failed", None),
        ("claim", "reading_failed", None),
    ],
)
def test_what_brings_it_down_is_said_with_the_file_and_the_limit(tmp_path, deed, code, limit):
    path = write(tmp_path, f"3 {deed} 3")
    with reader() as run:
        told, ends = read(run, path)
    assert [one.code for one in ends] == [code]
    assert ends[0].facts["file"] == str(path)
    assert ends[0].facts.get("limit") == limit
    assert str(path) in reasons.word(ends[0])
    assert len(told) in (0, 3)


def test_one_that_says_nothing_is_ended_by_the_wall(tmp_path):
    path = write(tmp_path, "3 sleep")
    with reader(Bounds(silence=0.4)) as run:
        _told, ends = read(run, path)
    assert ends[0].code == "reading_silent"


def test_rows_that_went_out_before_stand(tmp_path):
    path = write(tmp_path, "1200 spin")
    with reader() as run:
        told, ends = read(run, path)
    assert [len(told), ends[0].code] == [1000, "reading_time"]  # in messages of 500


def test_signs_of_life_make_as_much_time_as_is_needed(tmp_path):
    path = write(tmp_path, "1 work_long 1")
    with reader() as run:
        told, ends = read(run, path)
    assert [len(told), ends] == [2, []]


def test_after_one_that_was_ended_the_next_is_read(tmp_path):
    bad, good = write(tmp_path, "crash"), tmp_path / "good"
    good.mkdir()
    write(good, "2", "b")
    with reader() as run:
        told, ends = read(run, good, bad)
        assert [len(told), len(ends)] == [2, 1]


def test_what_ends_it_before_anything_is_read_is_left_out(tmp_path):
    bad, good = write(tmp_path, "at_once", "bad"), write(tmp_path, "2", "good")
    with reader() as run:
        jobs, skipped = run.plan([bad, good], None, Hints())
        assert [job.source.shown for job in jobs] == [str(good)]
        assert [(one.origin.file, one.reason.code) for one in skipped] == [(str(bad), "reading_time")]
        assert len(list(jobs[0].read(Self(), bodies=False, day_first=None))) == 2


def test_where_no_process_can_be_started_nothing_is_read_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing here"))
    with reader() as run:
        jobs, skipped = run.plan([write(tmp_path, "3")], None, Hints())
    assert not jobs
    assert [one.reason.code for one in skipped] == ["reading_failed"]


def test_a_fault_of_ours_is_logged_without_a_word_of_the_file(tmp_path, caplog):
    with reader() as run:
        read(run, write(tmp_path, "stumble"))
    assert "KeyError at hostile.py" in caplog.text
    assert "private" not in caplog.text


def test_it_knows_no_framework_and_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody:secret@example.org/all")
    monkeypatch.setenv("ACQUAINT_SECRET", "x")
    with reader() as run:
        told, _ends = read(run, write(tmp_path, "tell_modules tell_environment"))
    modules, environment = (str(one.reason.facts["told"]).split() for one in told)
    assert "acquaint.formats.registry" in modules
    assert not [name for name in modules if name.split(".")[0] == "django" or "actions" in name]
    assert "PATH" in environment
    assert not {"DATABASE_URL", "ACQUAINT_SECRET"} & set(environment)


def test_at_the_end_it_is_gone(tmp_path):
    with reader() as run:
        told, _ends = read(run, write(tmp_path, "1"))
        pid = run.pid
        assert pid
    assert isinstance(told[0], PersonRecord)
    assert is_gone(pid)


def test_one_who_stops_listening_ends_it(tmp_path):
    with reader() as run:
        jobs, _skipped = run.plan([write(tmp_path, "5000")], None, Hints())
        said = jobs[0].read(Self(), bodies=False, day_first=None)
        next(said)
        pid = run.pid
        said.close()
        assert is_gone(pid)
        assert len(list(jobs[0].read(Self(), bodies=False, day_first=None))) == 5000


STARTER = f"""
import sys
sys.path.insert(0, {hostile.ROOT!r})
from pathlib import Path
from acquaint.formats.apart.errand import Errand
from acquaint.formats.apart.reader import Hints, Reader
from acquaint.formats.records import Self
from tests.formats.apart import hostile
with Reader(Errand(None, hostile.COMMAND)) as run:
    jobs, _skipped = run.plan([Path(sys.argv[1])], None, Hints())
    print(run.pid, flush=True)
    for _one in jobs[0].read(Self(), bodies=False, day_first=None):
        pass
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_whoever_started_it(tmp_path, how):
    path = write(tmp_path, "3 sleep")
    words = [sys.executable, "-c", STARTER, str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as starter:
        assert starter.stdout is not None
        pid = int(starter.stdout.readline())
        starter.send_signal(how)
        starter.wait()
    assert is_gone(pid)


def is_gone(pid: int) -> bool:
    """Whether the process ends, if not at once then soon."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and " Z " in Path(f"/proc/{pid}/stat").read_text():
            return True
        time.sleep(0.05)
    return False
