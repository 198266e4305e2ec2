"""`prep`: the one-page brief, from what was recorded and nothing else."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(cli, meet):
    cli.on = "2025-03-03"
    meet(
        "Ada Moss",
        organization="Harbor Clinic",
        position="head of data",
        pronunciation="AH-da",
        how_met="choir",
    )
    meet("Ben Varga")
    return cli


def test_the_first_talk_is_prepared_from_almost_nothing_and_says_what_is_missing(people):
    told = people("prep", "ben", "--json").data
    assert told["last_time"] is None
    assert told["logistics"] is None
    assert len(told["missing"]) == 4
    assert len(told["learn"]) == 3
    assert [one["category"] for one in told["questions"]].count("path") == 1
    assert [one["must"] for one in told["questions"]] == [True] + [False] * (len(told["questions"]) - 1)


def test_logistics_carry_the_stop_time_and_the_number(people):
    people("interview", "book", "ada", "--at", "2025-03-05T10:00", "--minutes", "20", "--phone", "555-0100")
    when = people("prep", "ada", "--json").data["logistics"]
    assert (when["at"][:16], when["ends"][:16]) == ("2025-03-05T10:00", "2025-03-05T10:20")
    page = people("prep", "ada").out
    assert "stop at 10:20" in page
    assert "555-0100" in page
    assert "[AH-da]" in page
    assert "head of data, Harbor Clinic" in page


def test_the_introducer_is_quoted(people):
    people("intro", "offered", "ada", "Cleo Ober", "--why", "she rebuilt the intake system")
    told = people("prep", "cleo", "--json").data["connection"]
    assert told["introduced_by"]["name"] == "Ada Moss"
    assert told["introducer_said"] == ["Ada Moss: she rebuilt the intake system"]


def test_my_must_ask_comes_first_and_bears_its_id(people):
    people("question", "add", "What would you read first?")
    must = people("question", "add", "Which licence counts?", "--must", "--json").data
    told = people("prep", "ada", "--json").data
    assert (told["questions"][0]["id"], told["questions"][0]["must"]) == (must["id"], True)
    assert told["learn"][0] == "Which licence counts?"


def test_promises_both_ways_are_on_the_page_until_they_are_kept(people):
    mine = people("promise", "add", "ada", "send the paper", "--by", "2025-03-04", "--json").data
    people("promise", "add", "ada", "ask her director", "--theirs")
    told = people("prep", "ada", "--json").data
    assert [one["text"] for one in told["promises"]["mine"]] == ["send the paper"]
    assert [one["text"] for one in told["promises"]["theirs"]] == ["ask her director"]
    assert "You: send the paper (2025-03-04)" in people("prep", "ada").out
    people("promise", "keep", mine["id"])
    assert people("prep", "ada", "--json").data["promises"]["mine"] == []


def test_the_printed_page_has_boxes_and_fits_its_width(people):
    page = people("prep", "ada", "--print").out
    assert "[ ] " in page
    assert max(len(line) for line in page.splitlines()) <= 78
    assert len(page.splitlines()) <= 60
    assert "Not recorded yet" not in page


def test_nobody_is_prepared_for_nobody(people):
    people("prep", "nobody at all", "--json", code=3)
