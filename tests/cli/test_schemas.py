"""The published schemas: one for every answer, kept beside the guide, and true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from acquaint.cli.schemas import schema_of
from acquaint.cli.shapes import SHAPES
from tests.cli.checking import faults

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_answer_has_a_schema_and_docs_hold_it(name):
    made = schema_of(name)
    assert made["required"] == ["schema", "data", "undo"]
    held = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert held == made, "run: python -m acquaint.cli.schemas docs/schemas"


def test_the_whole_account_has_a_schema_and_docs_hold_it():
    from acquaint.queries.exports import shapes

    held = json.loads((FOLDER / "files" / "account.json").read_text(encoding="utf-8"))
    assert held == shapes.account(), "run: python -m acquaint.cli.schemas docs/schemas"


def test_docs_hold_no_schema_of_a_command_that_is_gone():
    assert {file.stem for file in FOLDER.glob("*.json")} == set(SHAPES)


def test_the_schema_command_prints_what_is_published(cli):
    shown = cli("schema", "promise.list", "--json").data
    assert shown["name"] == "promise.list"
    assert shown["shape"] == schema_of("promise.list")
    assert json.loads(cli("schema", "promise.list").out) == schema_of("promise.list")
    cli("schema", "nothing", "--json", code=2)


def test_a_wrong_answer_does_not_pass(cli):
    schema = schema_of("promise.list")
    assert faults({"schema": "acquaint/promise.list/1", "data": [], "undo": None}, schema) == []
    assert faults({"schema": "acquaint/promise.list/2", "data": [], "undo": None}, schema)
    assert faults({"schema": "acquaint/promise.list/1", "data": [{"id": 3}], "undo": None}, schema)
    assert faults({"schema": "acquaint/promise.list/1", "data": []}, schema)
