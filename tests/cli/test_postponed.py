"""What Django loads for browsers waits in a command, and is itself as soon as somebody asks for it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from acquaint.cli.postponed import POSTPONED

SAY = """
import json, sys
from acquaint.cli import sessions
from acquaint.cli.options import Options
sessions.start_django(Options(data={folder!r}))
{more}
from acquaint.cli.postponed import Postponed
said["waiting"] = [name for name in {names!r} if type(sys.modules[name]) is Postponed]
print(json.dumps(said))
"""


def ran(folder, more="said = {}"):
    code = SAY.format(folder=str(folder), more=more, names=POSTPONED)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_command_loads_none_of_them(tmp_path):
    assert ran(tmp_path)["waiting"] == list(POSTPONED)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("django.forms", "django.forms.CharField().clean('x')"),
        ("django.core.checks", "django.core.checks.run_checks(tags=['models'])"),
        ("sqlparse", "sqlparse.split('a; b')"),
        ("subprocess", "subprocess.run([sys.executable, '-c', 'print(7)'], capture_output=True).returncode"),
        ("multiprocessing", "multiprocessing.get_all_start_methods()[0] != ''"),
    ],
)
def test_each_is_itself_once_it_is_asked(tmp_path, name, asked):
    answers = {
        "django.forms": "x",
        "django.core.checks": [],
        "sqlparse": ["a;", "b"],
        "subprocess": 0,
        "multiprocessing": True,
    }
    told = ran(tmp_path, f"import {name}\nsaid = {{'it': {asked}}}")
    assert told["it"] == answers[name]
    assert name not in told["waiting"]


def test_an_event_loop_runs_as_always(tmp_path):
    more = """
import asyncio
try:
    asyncio.get_running_loop()
except RuntimeError as problem:
    said = {"before": str(problem)}
async def here():
    return asyncio.get_running_loop().is_running()
said["within"] = asyncio.run(here())
"""
    told = ran(tmp_path, more)
    assert told["before"] == "no running event loop"
    assert told["within"] is True
    assert "asyncio" not in told["waiting"]
