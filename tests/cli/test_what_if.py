"""`what-if` at the terminal: the same answer to the same question, with its assumptions beside it."""

from __future__ import annotations

import pytest


@pytest.fixture
def talked(cli, meet):
    cli.on = "2025-03-03"
    for number, name in enumerate(("Ada Moss", "Ben Varga", "Cleo Ober", "Dov Katz", "Eve Lind")):
        meet(name)
        cli("interview", "hold", name, on=f"2025-01-{10 + number}T10:00")
    cli("log", "coffee", "ada", "--when", "2025-02-20")
    return cli


def test_ranges_come_with_what_they_rest_on(talked):
    shown = talked("what-if").out
    assert "Keeping up 5 a week for 26 weeks would leave" in shown
    assert "By carrying on after your talks with 5 people" in shown
    assert "What this rests on:" in shown
    assert shown.index("What this rests on:") < shown.index("It says nothing about openings")
    assert "Ada" not in shown


def test_json_holds_every_case_and_repeats_itself(talked):
    told = talked("what-if", "--touches", "2", "--weeks", "12", "--json")
    data = told.data
    assert (data["touches"], data["weeks"], data["people"], data["talked"]) == (2, 12, 5, 5)
    assert 1 <= data["keeping"]["low"] <= data["keeping"]["high"]
    assert {(one["shape"], one["half_life"]) for one in data["cases"]} >= {("power", 60), ("exp", 30)}
    assert data["assumptions"]
    assert talked("what-if", "--touches", "2", "--weeks", "12", "--json").out == told.out
    assert "power" in talked("what-if", "--format", "csv").out


def test_too_few_is_an_answer_and_nonsense_is_not(cli):
    told = cli("what-if", "--json").data
    assert (told["keeping"], told["so_far"], told["courses"], told["cases"]) == (None, None, [], [])
    shown = cli("what-if").out
    assert "so far: 0" in shown
    assert "rests on" not in shown
    cli("what-if", "--weeks", "3", code=2)
    cli("what-if", "--touches", "51", code=2)
