"""The program as a process: first start, options, pipes, errors; each test runs a real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def alone(tmp_path: Path) -> dict[str, str]:
    """The environment of a process on a folder of its own, without the settings of the tests."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ACQUAINT_", "DJANGO_"))}
    return {**kept, "ACQUAINT_DATA": str(tmp_path / "data")}


def test_the_first_command_makes_the_data_and_a_plain_start_shows_the_plan(shell, tmp_path):
    plain = shell()
    assert plain.code == 0, plain.err
    assert plain.out.strip()
    assert (tmp_path / "data" / "acquaint.sqlite3").exists()
    assert shell("--json", "--on", "2025-03-03").data["on"] == "2025-03-03"


def test_files_belong_to_their_user_only(shell, tmp_path):
    shell("promise", "list")
    folder = tmp_path / "data"
    assert folder.stat().st_mode & 0o077 == 0
    for file in folder.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_data_and_clock_may_be_said_before_and_after(shell, tmp_path):
    other = str(tmp_path / "other")
    shell("question", "add", "One?", "--data", other)
    assert [one["text"] for one in shell("--data", other, "question", "list", "--json").data] == ["One?"]
    assert shell("question", "list", "--json").data == []
    assert shell("today", "--json", ACQUAINT_ON="2025-03-04").data["on"] == "2025-03-04"
    assert shell("today", "--json", "--on", "2025-03-05", ACQUAINT_ON="2025-03-04").data["on"] == "2025-03-05"
    assert shell("today", "--json", ACQUAINT_ON="someday").code == 2


def test_a_bare_date_is_the_last_minute_of_that_day_in_my_zone(shell):
    shell("settings", "zone", "Pacific/Auckland")
    told = shell("today", "--json", "--on", "2025-03-05T12:30:00+00:00")
    assert told.data["on"] == "2025-03-06"
    assert shell("today", "--json", "--on", "2025-03-05").data["on"] == "2025-03-05"


def test_exit_codes_and_messages_reach_the_outside(shell):
    missing = shell("promise", "keep", "nothing")
    assert (missing.code, missing.out) == (3, "")
    assert missing.err.count("\n") == 1
    told = shell("promise", "keep", "nothing", "--json")
    assert (told.code, told.error["code"], told.err) == (3, "not_found", "")
    assert shell("promise", "add").code == 2
    assert shell("question", "add", " ", "--json").code == 5


def test_a_reader_that_stops_reading_is_no_error(tmp_path):
    env = alone(tmp_path)
    script = f"{sys.executable} -m acquaint schema prep | head -c 5; echo; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=env)
    assert found.stdout.splitlines()[-1] == "0"
    assert found.stderr == ""


def test_two_first_starts_at_once_make_one_store(tmp_path):
    env = alone(tmp_path)
    words = [sys.executable, "-m", "acquaint", "question", "add"]
    started = [
        subprocess.Popen([*words, f"{number}?"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(3)
    ]
    ended = [(one.communicate(timeout=60), one.returncode) for one in started]
    assert [code for _said, code in ended] == [0, 0, 0], ended
    shown = subprocess.run(
        [sys.executable, "-m", "acquaint", "question", "list", "--json"],
        env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert sorted(one["text"] for one in json.loads(shown.stdout)["data"]) == ["0?", "1?", "2?"]


def test_words_that_no_encoding_holds_stop_nothing(shell):
    made = shell("question", "add", "caf\udce9?", "--json")
    assert made.code == 0, made.err
    assert shell("question", "list").code == 0


def test_the_last_one_out_leaves_everything_in_one_file(shell, tmp_path):
    shell("question", "add", "One?")
    assert not list((tmp_path / "data").glob("*-wal"))


def test_where_a_file_stands_instead_of_the_folder_is_told_in_a_sentence(shell, tmp_path):
    file = Path(tmp_path / "file")
    file.write_text("x")
    told = shell("promise", "list", "--data", str(file))
    assert told.code == 1
    assert "Traceback" not in told.err
    assert told.err.strip()
