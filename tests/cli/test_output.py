"""What a command shows: one set of facts as JSON, table, jsonl, csv and Markdown."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date

import click
import pytest

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit, tame
from acquaint.cli.schemas import _shape
from tests.cli.checking import faults


@dataclass(frozen=True, slots=True)
class Due:
    from_: date
    latest: date | None


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    name: str
    due: Due
    tags: tuple[str, ...] = ()


LINES = (
    Line("a1", "Ana | Ruiz", Due(date(2025, 3, 1), None), ("x", "y")),
    Line("b2", "=cmd()", Due(date(2025, 3, 2), date(2025, 3, 4))),
)


def shown(*words: str, data=LINES, **more) -> str:
    from click.testing import CliRunner

    @command("lines", examples=("acquaint lines",))
    @click.pass_context
    def lines(ctx: click.Context) -> None:
        emit(ctx, "lines", data, **more)

    found = CliRunner().invoke(lines, list(words))
    assert found.exit_code == 0, found.output
    return found.stdout


def test_json_is_one_envelope_with_plain_values():
    told = json.loads(shown("--json", undo="c9"))
    assert told["schema"] == "acquaint/lines/1"
    assert told["undo"] == "c9"
    assert told["data"][0] == {
        "id": "a1",
        "name": "Ana | Ruiz",
        "due": {"from": "2025-03-01", "latest": None},
        "tags": ["x", "y"],
    }


def test_a_schema_derived_from_the_dataclass_fits_what_is_shown_and_refuses_what_is_not():
    schema = _shape(tuple[Line, ...])
    data = json.loads(shown("--json"))["data"]
    assert faults(data, schema) == []
    assert faults([{**data[0], "id": 1}], schema) == ["$[0].id: 1 is not string"]
    assert faults([{**data[0], "extra": 1}], schema) == ["$[0]: extra is not published"]
    del data[0]["due"]["latest"]
    assert faults(data, schema) == ["$[0].due: latest is missing"]


def test_jsonl_is_one_object_a_line():
    assert [json.loads(line)["id"] for line in shown("--format", "jsonl").splitlines()] == ["a1", "b2"]


def test_csv_quotes_formulas_and_leaves_phone_numbers_alone():
    table = Table(("name", "phone"), [("=1+1", "+49 30 123-456"), ("@cmd", "-2+3")])
    rows = list(csv.reader(io.StringIO(shown("--format", "csv", table=table))))
    assert rows == [["name", "phone"], ["'=1+1", "+49 30 123-456"], ["'@cmd", "'-2+3"]]


def test_markdown_escapes_the_bars():
    assert "Ana \\| Ruiz" in shown("--format", "md")


def test_a_table_aligns_wide_characters_by_columns():
    table = Table(("name", "city"), [("李小龍", "Hong Kong"), ("Bo", "Ulm")])
    assert shown(table=table) == "NAME    CITY\n李小龍  Hong Kong\nBo      Ulm\n"


def test_an_empty_table_says_its_note():
    assert shown(data=(), table=Table(("name",), [], note="Nobody yet.")) == "Nobody yet.\n"


def test_text_replaces_the_table_but_not_the_data():
    assert shown(text="A page\n") == "A page\n"
    assert json.loads(shown("--json", text="A page"))["data"][1]["id"] == "b2"


@pytest.mark.parametrize("words", ["\x1b[31mred\x1b[0m", "a\u202eb", "a\0b", "a\rb"])
def test_words_of_others_cannot_steer_the_terminal(words):
    assert not set(tame(words)) & {"\x1b", "\u202e", "\0", "\r"}
