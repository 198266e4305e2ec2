"""`recommend` at the terminal: whom I could name, each with reasons from the record."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def people(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss", organization="Harbor Clinic", position="Data analyst")
    meet("Ben Varga", organization="Mill Bank", position="Analyst")
    meet("Cleo Ober")
    cli("interest", "add", "cleo", "data", "--kind", "skill")
    meet("Dov Katz")
    return cli


def test_those_who_fit_come_with_reasons_best_first(people):
    found = people("recommend", "data analyst", "--json").data
    assert [one["person"]["name"] for one in found] == ["Ada Moss", "Ben Varga", "Cleo Ober"]
    assert found[0]["why"] == ["Ada Moss does this now: Data analyst, Harbor Clinic."]
    assert found[2]["why"] == ["Cleo Ober can do this: data."]
    shown = people("recommend", "data analyst").out
    assert "• Ada Moss" in shown
    assert not any(sign.isdigit() for sign in shown)


def test_what_somebody_told_me_they_look_for_counts(people):
    people("interview", "hold", "dov", on="2025-03-03T10:00")
    people("debrief", "dov", "-", stdin="learned: is looking for a place as a midwife\n")
    (one,) = people("recommend", "midwife", "--json").data
    assert one["person"]["name"] == "Dov Katz"
    assert one["why"] == ["Dov Katz told you this: is looking for a place as a midwife."]


def test_nobody_is_said_and_the_closed_are_left_in_peace(people):
    assert "Nobody comes to mind" in people("recommend", "pilot").out
    people("person", "close", "ada")
    names = [one["person"]["name"] for one in people("recommend", "data analyst", "--json").data]
    assert names == ["Ben Varga", "Cleo Ober"]
    assert len(people("recommend", "analyst data", "--limit", "1", "--json").data) == 1


def test_more_people_cost_no_more_queries(people, meet):
    with CaptureQueriesContext(connection) as few:
        people("recommend", "analyst")
    for number in range(4):
        meet(f"Eve Lind{number}", organization="North Mill", position="Analyst")
    with CaptureQueriesContext(connection) as many:
        people("recommend", "analyst")
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("analysts", ["Ada Moss", "Ben Varga"]),
        ("analytics", ["Ada Moss", "Ben Varga"]),
        ("data analist", ["Ada Moss", "Cleo Ober", "Ben Varga"]),
        ("an analyst with data", ["Ada Moss", "Ben Varga", "Cleo Ober"]),
        ("dates", []),
    ],
)
def test_forms_of_a_word_and_slips_of_the_hand_are_read(people, asked, names):
    assert [one["person"]["name"] for one in people("recommend", asked, "--json").data] == names


def test_a_note_counts_by_its_sentence_and_a_no_is_no_search(people):
    people(
        "person", "edit", "dov", "--notes", "Met at the fair. Is looking for work as a midwife. Likes tea."
    )
    people("person", "edit", "cleo", "--notes", "No longer looking for a post as a midwife.")
    found = people("recommend", "midwife", "--json").data
    assert [(one["person"]["name"], one["why"]) for one in found] == [
        ("Dov Katz", ["Dov Katz told you this: Is looking for work as a midwife."]),
        ("Cleo Ober", ["You noted this of Cleo Ober: No longer looking for a post as a midwife."]),
    ]


def test_among_equals_whoever_was_in_touch_last_comes_first(people, meet):
    meet("Zoe Lind", organization="Mill Bank", position="Analyst")
    people("log", "coffee", "zoe", on="2025-03-04T09:00")
    names = [one["person"]["name"] for one in people("recommend", "analyst", "--json").data]
    assert names.index("Zoe Lind") < names.index("Ben Varga")
