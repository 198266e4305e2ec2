"""`path` at the terminal: words and facts on screen, the shape of the contract in JSON."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def known(cli, meet):
    cli.on = "2025-03-03"
    cli("add", "met @Ana Ruiz, she knows @Tom Okafor")
    return cli


def test_each_step_is_told_with_what_speaks_for_it(known):
    (route,) = known("path", "tom", "--json").data["routes"]
    assert [one["name"] for one in route["people"]] == ["Ana Ruiz", "Tom Okafor"]
    assert route["tier"] in {"strong", "moderate", "weak"}
    first, second = route["evidence"]
    assert (first["from"], first["to"]["name"], first["inferred"]) == (None, "Ana Ruiz", False)
    assert (second["from"]["name"], second["to"]["name"]) == ("Ana Ruiz", "Tom Okafor")
    assert second["text"] == "Ana Ruiz and Tom Okafor know each other."
    shown = known("path", "tom").out
    assert "you → Ana Ruiz → Tom Okafor (a fair way)" in shown
    assert not re.search(r"\d", shown)


def test_nobody_is_an_answer_and_no_failure(known, meet):
    meet("Zed Alone")
    told = known("path", "zed", "--json").data
    assert (told["target"]["name"], told["routes"], told["nobody"]) == ("Zed Alone", [], True)
    assert known("path", "zed").out == "Nobody you know leads to Zed Alone yet.\n"
    assert "Nobody you know" in known("path", "zed", "--format", "table").out


def test_a_closed_person_is_said_to_be_closed(known):
    known("person", "close", "tom")
    told = known("path", "tom", "--json").data
    assert (told["nobody"], told["closed"], told["routes"]) == (True, True, [])
    assert "never to contact Tom Okafor" in known("path", "tom").out


def test_what_was_asked_for_bounds_the_answer(known):
    assert known("path", "tom", "--max", "0", "--json").data["nobody"]
    assert len(known("path", "tom", "--max", "1", "-k", "1", "--json").data["routes"]) == 1
    known("path", "tom", "--max", "3", code=2)
    known("path", "nobody of that name", code=3)
    assert "you → Ana Ruiz" in known("path", "tom", "--format", "csv").out
