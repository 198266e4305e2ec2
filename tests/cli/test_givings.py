"""Promises, introductions, openings and questions at the terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss")
    meet("Ben Varga")
    return cli


def test_promises_both_ways_are_kept_moved_and_released(people):
    mine = people("promise", "add", "ada", "send the paper", "--by", "2025-03-07", "--json").data
    theirs = people("promise", "add", "ada", "ask her director", "--theirs", "--json").data
    assert (mine["by"], mine["due"], theirs["by"], theirs["due"]) == ("mine", "2025-03-07", "theirs", None)
    assert [one["id"] for one in people("promise", "list", "--json").data] == [mine["id"], theirs["id"]]
    assert people("promise", "move", mine["id"], "--by", "2025-03-14", "--json").data["due"] == "2025-03-14"
    assert people("promise", "keep", mine["id"], "--json").data["state"] == "kept"
    assert people("promise", "keep", mine["id"], "--json").undo is None
    assert people("promise", "check", theirs["id"], "--json").data["checks"] == 1
    assert people("promise", "release", theirs["id"], "--json").data["state"] == "released"
    assert people("promise", "list", "--json").data == []
    people("promise", "keep", "nothing", "--json", code=3)
    people("promise", "add", "ada", "  ", "--json", code=5)


def test_an_introduction_received_runs_to_its_last_loop(people):
    offered = people("intro", "offered", "ada", "Cleo Ober", "--mode", "ask-first", "--json").data
    key = offered["id"]
    assert (offered["state"], offered["next"]["step"], offered["next"]["owner"]) == ("named", "blurb", "me")
    asked = people("intro", "asked", key, "--json").data
    assert (asked["next"]["step"], asked["next"]["due"]["from"]) == ("check-back", "2025-03-10")
    agreed = people("intro", "agreed", key, "--json").data
    assert (agreed["state"], agreed["next"]["step"]) == ("agreed", "write")
    assert people("intro", "made", key, "--json", on="2025-03-11").data["next"]["step"] == "tell-introducer"
    assert people("intro", "loop", key, "--json", on="2025-03-11").data["loops"]["connected"] == "2025-03-11"
    people("interview", "hold", "cleo", on="2025-03-13")
    met = people("intro", "list", "--json").data[0]
    assert (met["state"], met["met_on"], met["next"]["step"]) == ("met", "2025-03-13", "tell-introducer")
    people("intro", "loop", key, on="2025-03-14")
    last = people("intro", "loop", key, "--at", "outcome", "--json", on="2025-04-14").data
    assert last["loops"] == {"connected": "2025-03-11", "met": "2025-03-14", "outcome": "2025-04-14"}


def test_an_introduction_given_waits_for_both_yeses(people):
    key = people("intro", "give", "ada", "ben", "--why", "both build clinics", "--json").data["id"]
    people("intro", "asked", key)
    people("intro", "asked", key)
    people("intro", "agreed", key, "--of", "ben")
    half = people("intro", "list", "--given", "--json").data[0]
    assert (half["asked_on"], half["agreed_on"], half["other_agreed_on"]) == (
        "2025-03-03",
        None,
        "2025-03-03",
    )
    assert half["next"]["step"] == "check-back"
    assert people("intro", "agreed", key, "--json").data["next"]["step"] == "make"
    assert people("intro", "made", key, "--json").data["state"] == "made"


def test_a_no_stays_private_and_leaves_the_list(people):
    key = people("intro", "give", "ada", "ben", "--json").data["id"]
    assert people("intro", "declined", key, "--json").data["state"] == "declined"
    assert people("intro", "list", "--json").data == []
    assert len(people("intro", "list", "--all", "--json").data) == 1
    people("intro", "give", "ada", "ada", "--json", code=5)


def test_an_introduction_to_a_place_makes_the_place(people):
    made = people("intro", "offered", "ada", "--at", "Harbor Clinic", "--json").data
    assert (made["introduced"], made["organization"]["name"]) == (None, "Harbor Clinic")
    people("intro", "offered", "ada", "--json", code=5)


def test_a_full_name_that_is_known_is_linked_and_a_like_one_is_not(people):
    same = people("intro", "offered", "ada", "ben varga", "--json").data
    like = people("intro", "offered", "ada", "Ben Vargas", "--json").data
    known = {row["name"]: row["id"] for row in people("person", "list", "--json").data}
    assert same["introduced"]["id"] == known["Ben Varga"]
    assert like["introduced"]["id"] == known["Ben Vargas"]


def test_two_people_of_one_name_are_a_question_and_nothing_is_written(people, meet):
    meet("Ben Varga")
    asked = people("intro", "offered", "ada", "Ben Varga", "--json", code=4)
    assert len(asked.error["candidates"]) == 2
    assert people("intro", "list", "--json").data == []


def test_openings_are_credited_and_moved(people):
    heard = people(
        "opening", "add", "data analyst", "Harbor Clinic", "--from", "ada", "--confidential", "--json"
    ).data
    assert (heard["organization"]["name"], heard["source"]["name"]) == ("Harbor Clinic", "Ada Moss")
    assert (heard["state"], heard["confidential"]) == ("heard", True)
    assert people("opening", "move", heard["id"], "applied", "--json").data["state"] == "applied"
    people("opening", "move", heard["id"], "no")
    assert people("opening", "list", "--json").data == []
    assert [one["state"] for one in people("opening", "list", "--all", "--json").data] == ["no"]
    people("opening", "move", heard["id"], "won", "--json", code=2)


def test_the_same_place_named_again_is_the_same_place(people):
    one = people("opening", "add", "analyst", "Harbor Clinic", "--json").data["organization"]["id"]
    two = people("opening", "add", "lead", "HARBOR  clinic", "--json").data["organization"]["id"]
    assert one == two


def test_questions_are_asked_and_answered(people):
    plain = people("question", "add", "What would you do first?", "--json").data
    must = people("question", "add", "Which licence counts?", "--must", "--category", "entry", "--json").data
    assert [one["id"] for one in people("question", "list", "--json").data] == [must["id"], plain["id"]]
    held = people("interview", "hold", "ada", "--json").data
    asked = people("question", "asked", must["id"], "ada", "--answer", "the state one", "--json").data
    assert (asked["asked_in"], asked["answer"]) == (held["id"], "the state one")
    assert [one["id"] for one in people("question", "list", "--json").data] == [plain["id"]]
    assert people("question", "edit", plain["id"], "--text", "And then?", "--must", "--json").data["must"]
    people("question", "asked", plain["id"], "ben", "--json", code=3)


def test_the_tree_grows_by_generation(people):
    people("interview", "hold", "ada")
    people("intro", "offered", "ada", "Cleo Ober")
    people("interview", "hold", "cleo")
    people("intro", "offered", "cleo", "Dina Rask")
    told = people("tree", "--json").data
    names = [[one["name"] for one in layer] for layer in told["generations"]]
    assert names == [["Ada Moss", "Ben Varga"], ["Cleo Ober"], ["Dina Rask"]]
    assert told["generations"][1][0]["through"]["name"] == "Ada Moss"
    assert told["reproduction"] == {"met": 1, "held": 2, "ratio": 0.5}
    assert "through Cleo Ober" in people("tree").out
