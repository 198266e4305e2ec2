"""`acquaint serve` as a process: its address before its port, its refusals, its files, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


def environment():
    kept = {
        name: said
        for name, said in os.environ.items()
        if not name.startswith(("ACQUAINT_", "DJANGO_", "DATABASE_"))
    }
    return {**kept, "PYTHONPATH": str(ROOT)}


def words(folder, *more):
    return [sys.executable, "-m", "acquaint", "--data", str(folder), "serve", "--no-open", *more]


def refused(folder, *more):
    command = words(folder, *more)
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


@contextmanager
def served(folder, *more):
    command = words(folder, *more)
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()
            process.communicate(timeout=20)


def get(address, path, cookie=""):
    """One answer: status, headers; the port accepts a moment after the address is printed."""
    for _again in range(200):
        line = HTTPConnection(address.hostname, address.port, timeout=20)
        try:
            line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            answer = line.getresponse()
            answer.read()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return answer.status, dict(answer.getheaders())
        finally:
            line.close()
    raise AssertionError("nobody answers")


def test_the_address_is_the_first_line_and_opens_the_app_once(tmp_path):
    with served(tmp_path / "data") as (_process, said):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter/[\w-]{32}", said)
        address = urlsplit(said)
        assert get(address, "/")[0] == 403
        assert get(address, "/static/acquaint/css/foundation.css")[0] == 403
        status, headers = get(address, address.path)
        assert status == 302
        cookie = headers["Set-Cookie"].partition(";")[0]
        assert get(address, "/", cookie)[0] == 200
        assert get(address, address.path)[0] == 403


def test_the_files_are_closed_to_others_and_the_unused_secret_goes(tmp_path):
    folder = tmp_path / "data"
    with served(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir() if path.is_file()}
        assert "secret.key" in modes
        assert set(modes.values()) == {0o600}, modes
        assert (folder / "enter.secret").exists()
    assert not (folder / "enter.secret").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])
def test_it_answers_only_to_its_own_machine(tmp_path, host):
    code, said = refused(tmp_path / "data", "--host", host)
    assert code == 2
    assert "not a loopback address" in said
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_is_told_and_without_one_a_free_one_is_found(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = refused(tmp_path / "data", "--port", str(port))
        assert code == 1
        assert f"Port {port} is taken" in said
    with served(tmp_path / "one") as (_one, first), served(tmp_path / "two") as (_two, second):
        assert urlsplit(first).port != urlsplit(second).port


def test_a_named_port_and_the_other_loopback_are_used(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with served(tmp_path / "data", "--port", str(port)) as (_process, said):
        assert urlsplit(said).port == port


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_without_a_word_when_told_to(tmp_path, sign):
    with served(tmp_path / "data") as (process, said):
        get(urlsplit(said), "/")
        process.send_signal(sign)
        _out, err = process.communicate(timeout=20)
        assert process.returncode in (0, 130)
        assert "Traceback" not in err


def test_what_was_written_while_it_ran_lies_in_the_one_file(tmp_path):
    folder = tmp_path / "data"
    with served(folder) as (_process, said):
        address = urlsplit(said)
        _status, heads = get(address, address.path)
        cookie = heads["Set-Cookie"].partition(";")[0]
        assert get(address, "/", cookie)[0] == 200
        log = [sys.executable, "-m", "acquaint", "--data", str(folder), "person", "add", "Ada Moss"]
        subprocess.run(log, env=environment(), capture_output=True, check=True)
        assert get(address, "/people", cookie)[0] == 200
    beside = folder / "acquaint.sqlite3-wal"
    assert not beside.exists() or beside.stat().st_size == 0
    with closing(sqlite3.connect(f"file:{folder / 'acquaint.sqlite3'}?immutable=1", uri=True)) as alone:
        assert alone.execute("SELECT name FROM person WHERE me_since IS NULL").fetchall() == [("Ada Moss",)]
