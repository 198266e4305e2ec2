"""The grammar of the command line: options anywhere, errors as words or JSON, nothing heavy in help."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import click
import pytest

from acquaint import __version__
from acquaint.cli import root
from acquaint.cli.grammar import Command, Group, VerbOrName, command
from acquaint.cli.options import options_of
from acquaint.cli.table import ROOT, Row
from tests.cli.conftest import run_here

LOADED = """
import sys
from acquaint.cli.root import main
code = main({words!r})
print("django" in sys.modules, file=sys.stderr)
sys.exit(code)
"""


def a_program() -> Group:
    """A group with one nested command that shows the options it was given."""
    top = Group("top", examples=("top inner show",))
    inner = Group("inner", examples=("top inner show",))
    top.add_command(inner)

    @inner.command("show", examples=("top inner show",))
    @click.argument("word", default="")
    @click.pass_context
    def show(ctx: click.Context, word: str) -> None:
        found = options_of(ctx)
        click.echo(json.dumps([found.data, found.on, found.json, found.format, found.yes, found.quiet, word]))

    return top


def said(program: click.Command, *words: str) -> str:
    from click.testing import CliRunner

    found = CliRunner().invoke(program, list(words))
    assert found.exit_code == 0, found.output
    return found.output


@pytest.mark.parametrize(
    "words",
    [
        ("--data", "D", "--on", "2025-03-01", "--json", "--yes", "-qq", "inner", "show", "x"),
        ("inner", "--data", "D", "--on", "2025-03-01", "--json", "--yes", "-qq", "show", "x"),
        ("inner", "show", "x", "--data", "D", "--on", "2025-03-01", "--json", "--yes", "-qq"),
        ("--data=D", "inner", "--on", "2025-03-01", "show", "--json", "x", "--yes", "-qq"),
    ],
)
def test_global_options_are_read_wherever_they_stand(words):
    assert json.loads(said(a_program(), *words)) == ["D", "2025-03-01", True, None, True, 2, "x"]


def test_an_option_not_given_again_keeps_its_first_value():
    assert json.loads(said(a_program(), "--format", "csv", "inner", "show"))[3] == "csv"


def test_after_two_dashes_an_option_is_a_plain_word():
    assert json.loads(said(a_program(), "inner", "show", "--", "--json"))[2:] == [
        False,
        None,
        False,
        0,
        "--json",
    ]


@pytest.mark.parametrize(
    "words", [["--json", "--format", "csv", "today"], ["--format", "md", "schema", "schema", "--json"]]
)
def test_json_with_format_is_a_usage_error_told_in_json(words):
    answer = run_here(words)
    assert answer.code == 2
    assert answer.json["schema"] == "acquaint/error/1"
    assert answer.error["code"] == "usage"
    assert set(answer.error) == {"code", "message", "candidates", "details"}


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["person", "nonsense"],
        ["schema"],
        ["schema", "--nonsense"],
        ["--on", "yesterweek", "today"],
        ["completion", "nonshell"],
    ],
)
def test_wrong_words_are_exit_2_in_words_and_in_json(words):
    if words[0] == "person":
        pytest.importorskip("acquaint.cli.people")
    plain = run_here(words)
    assert (plain.code, plain.out) == (2, "")
    assert "Traceback" not in plain.err
    assert plain.err.strip()
    told = run_here([*words, "--json"])
    assert (told.code, told.error["code"]) == (2, "usage")


def test_a_likely_command_is_named():
    assert "Did you mean today" in run_here(["todya"]).err


def test_the_first_word_is_the_verb_only_if_it_equals_one():
    calls = []
    ask = VerbOrName("ask", default="to", examples=("ask ana",))

    @ask.command("to", examples=("ask ana",), hidden=True)
    @click.argument("who")
    @click.option("--via")
    def to(who: str, via: str | None) -> None:
        calls.append(("to", who, via))

    @ask.command("sent", examples=("ask sent ana",))
    @click.argument("who")
    def sent(who: str) -> None:
        calls.append(("sent", who))

    for words in (
        ("ana",),
        ("sent", "ana"),
        ("--", "sent"),
        ("--json", "--on", "2025-03-01", "sent", "ana"),
        ("--via", "sent", "ana"),
        ("ana", "--via", "bo"),
    ):
        said(ask, *words)
    assert calls == [
        ("to", "ana", None),
        ("sent", "ana"),
        ("to", "sent", None),
        ("sent", "ana"),
        ("to", "ana", "sent"),
        ("to", "ana", "bo"),
    ]


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["completion", "bash"], []])
def test_help_version_and_completion_load_no_django(words):
    if not words:  # pressing Tab
        env = {
            **os.environ,
            "_ACQUAINT_COMPLETE": "bash_complete",
            "COMP_WORDS": "acquaint pe",
            "COMP_CWORD": "1",
        }
    else:
        env = None
    found = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=words)],
        capture_output=True,
        text=True,
        check=False,
        env=env,
    )
    assert found.stdout.strip()
    if words:
        assert (found.returncode, found.stderr.strip()) == (0, "False")


def test_version_is_that_of_the_package():
    assert run_here(["--version"]).out == f"acquaint {__version__}\n"


def test_no_command_is_listed_twice():
    names = [row.name for part in ROOT for row in part.rows]
    assert len(names) == len(set(names))


ROWS = [row for part in ROOT for row in part.rows]


def below(row: Row) -> list[Any]:
    """The command of a row and, if it is a group, all that it holds: (words, command)."""
    ctx = click.Context(root.acquaint)
    return [*_walk((row.name,), root.acquaint.get_command(ctx, row.name))]


def _walk(path: tuple[str, ...], one: Any) -> Any:
    assert isinstance(one, (Command, Group)), path
    yield path, one
    if isinstance(one, Group):
        for name in one.list_commands(click.Context(one)):
            yield from _walk((*path, name), one.get_command(click.Context(one), name))


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_every_command_loads_and_its_help_has_a_sentence_real_examples_and_true_pointers(row):
    for path, one in below(row):
        assert one.help, path
        assert 1 <= len(one.examples) <= 4, path
        for line in one.examples:
            assert {"acquaint", path[0]} <= set(re.findall(r"[\w-]+", line)), path
        for named in one.see:
            assert command_named(named), f"{path} points at {named}"


def command_named(words: str) -> Any:
    """The command that `acquaint person show` names, or None."""
    found: Any = root.acquaint
    for word in words.removeprefix("acquaint ").split():
        if isinstance(found, Group):  # behind a command stand its own words
            found = found.get_command(click.Context(found), word)
    return found


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_help_of_every_command_loads_no_django(row):
    words = [list(path) for path, _one in below(row)]
    script = (
        "import sys\nfrom acquaint.cli.root import main\n"
        f"for words in {words!r}:\n    assert main([*words, '--help']) == 0, words\n"
        "    assert 'django' not in sys.modules, words\n"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr


def test_a_closed_pipe_is_no_error():
    script = f"{sys.executable} -m acquaint --help | head -c 10; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert found.stdout.splitlines()[-1].endswith("0")
    assert found.stderr == ""


def test_an_accident_is_one_sentence_and_no_traceback(monkeypatch):
    @command("today", examples=("acquaint today",))
    def broken() -> None:
        raise RuntimeError("the cat\nsat on it")

    monkeypatch.setattr(root.acquaint, "get_command", lambda ctx, name: broken)
    answer = run_here(["today"])
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    assert run_here(["today", "--json"]).error["code"] == "failed"
