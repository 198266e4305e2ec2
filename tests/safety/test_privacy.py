from __future__ import annotations

import http.client
import re
import socket
import stat
import subprocess
import sys
import time

import pytest

CANARY = "Zyxwina Canariensis"
NOTE = "canary-note-51f0 would rather leave her job"


def _modes(folder):
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_data_belongs_to_its_user_whatever_the_machine_allows(empty, umask, tmp_path):
    def run(*words):
        command = [sys.executable, "-m", "acquaint", *words]
        subprocess.run(command, env=empty.environment(), umask=umask, capture_output=True, check=True)

    run("question", "add", "Who can read this?")
    run("backup", str(tmp_path / "copy.sqlite3"))
    assert stat.S_IMODE(empty.folder.stat().st_mode) == 0o700
    modes = _modes(empty.folder)
    assert "acquaint.sqlite3" in modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "copy.sqlite3").stat().st_mode) == 0o600


def test_while_it_is_written_the_log_of_the_database_is_private_too(empty):
    script = (
        "import os\nos.umask(0)\nfrom acquaint.actions import people\n"
        "people.add(scope, name='Somebody')\nprint('in', flush=True)\ninput()"
    )
    with empty.running(script=script) as writer:
        assert writer.stdout.readline() == "in\n"
        modes = _modes(empty.folder)
        assert {"acquaint.sqlite3-wal", "acquaint.sqlite3-shm"} <= set(modes)
        assert set(modes.values()) == {0o600}


def _await(port):
    """The address is printed before the port accepts."""
    for _attempt in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


def _visit(port, path, cookie="", body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Cookie": cookie} if cookie else {}
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_nothing_personal_is_in_what_the_server_logs(store):
    key = store.json("person", "add", CANARY, "--notes", NOTE)["data"]["id"]
    with store.running("serve", "--no-open", "--port", "0", "-vv", PYTHONWARNINGS="default") as server:
        address = re.match(r"http://127\.0\.0\.1:(\d+)(/\S+)", server.stdout.readline())
        port, entry = int(address[1]), address[2]
        _await(port)
        opened = _visit(port, entry)
        cookie = opened.getheader("Set-Cookie", "").split(";", 1)[0]
        found = [
            _visit(port, path, cookie).status
            for path in (
                "/",
                "/people",
                f"/people/{key}",
                f"/people?q={CANARY.split(maxsplit=1)[0]}",
                "/nowhere/canary-path",
            )
        ]
        refused = [
            _visit(port, f"/people/{key}").status,
            _visit(port, f"/people/{key}", cookie, f"notes={NOTE.replace(' ', '+')}").status,
        ]
    assert found[:2] == [200, 200]
    assert found[-1] == 404
    assert all(status >= 400 for status in refused)
    said = store.said
    for private in (*CANARY.split(), "canary-note", "canary-path", key):
        assert private not in said


def test_a_failing_command_names_no_person_beyond_what_was_typed(store):
    store.run("person", "add", CANARY, "--notes", NOTE)
    with store.start("promise", "keep", "nosuchkey1") as process:
        out, err = process.communicate()
    assert process.returncode == 3
    assert NOTE not in out + err
    assert CANARY not in out + err
