"""The one next step of an introduction, in every mode and at every stage (METHOD M5, M6)."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.models import Introduction
from acquaint.queries.introductions import next_step

MONDAY = date(2025, 3, 3)
FRIDAY = date(2025, 3, 7)


def step(**columns):
    columns = {"direction": "received", "named_on": MONDAY, **columns}
    found = next_step(Introduction(**columns))
    due = found.due and (found.due.from_, found.due.ideal, found.due.latest)
    if found.due:
        assert found.due.from_ <= found.due.ideal <= found.due.latest
    return found.step, found.owner, due


@pytest.mark.parametrize(
    ("columns", "expected", "latest"),
    [
        ({"mode": "use-my-name"}, "write", date(2025, 3, 5)),
        ({"mode": ""}, "write", date(2025, 3, 5)),
        ({"mode": "use-my-name", "named_on": FRIDAY}, "write", date(2025, 3, 11)),
        ({"mode": "ask-first"}, "blurb", date(2025, 3, 4)),
        ({"mode": "ask-first", "asked_on": MONDAY}, "check-back", date(2025, 3, 13)),
        ({"mode": "ask-first", "asked_on": MONDAY, "agreed_on": FRIDAY}, "write", date(2025, 3, 11)),
        ({"mode": "joint"}, "check-back", date(2025, 3, 13)),
        ({"mode": "joint", "made_on": MONDAY}, "reply", date(2025, 3, 4)),
        ({"mode": "use-my-name", "made_on": MONDAY}, "tell-introducer", date(2025, 3, 5)),
        ({"mode": "joint", "made_on": MONDAY, "met_on": FRIDAY}, "tell-introducer", date(2025, 3, 9)),
        ({"declined_on": MONDAY}, "tell-introducer", date(2025, 3, 5)),
        ({"made_on": MONDAY, "silent_on": FRIDAY}, "tell-introducer", date(2025, 3, 9)),
    ],
)
def test_a_received_introduction_has_one_step_with_a_range(columns, expected, latest):
    name, owner, due = step(**columns)
    assert (name, due[2]) == (expected, latest)
    assert owner == ("them" if expected == "check-back" else "me")


def test_what_the_introducer_knows_is_not_told_again():
    assert step(made_on=MONDAY, loop_connected_on=MONDAY)[0] == "meet"
    assert step(made_on=MONDAY, met_on=FRIDAY, loop_met_on=FRIDAY)[0] == "nothing"
    assert step(silent_on=FRIDAY, loop_outcome_on=FRIDAY)[0] == "nothing"


def test_a_day_agreed_for_checking_back_is_kept():
    asked = step(mode="ask-first", asked_on=MONDAY, check_back_on=date(2025, 3, 20))
    assert asked[2][1] == date(2025, 3, 20)
    assert step(mode="joint", check_back_on=date(2025, 3, 20))[2][2] == date(2025, 3, 20)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, "ask"),
        ({"asked_on": MONDAY}, "ask"),
        ({"asked_on": MONDAY, "other_asked_on": MONDAY}, "check-back"),
        ({"asked_on": MONDAY, "agreed_on": FRIDAY}, "ask"),
        ({"asked_on": MONDAY, "agreed_on": FRIDAY, "other_asked_on": FRIDAY}, "check-back"),
        ({"agreed_on": FRIDAY, "other_agreed_on": FRIDAY}, "make"),
        ({"agreed_on": FRIDAY, "other_agreed_on": FRIDAY, "made_on": FRIDAY}, "meet"),
        ({"declined_on": FRIDAY}, "nothing"),
    ],
)
def test_a_given_introduction_waits_for_both_yeses(columns, expected):
    assert step(direction="given", **columns)[0] == expected


def test_nothing_falls_due_on_the_owners_weekend():
    row = Introduction(direction="received", named_on=date(2025, 3, 6), mode="use-my-name")  # a Thursday
    due = next_step(row, frozenset({4, 5})).due  # Friday and Saturday are free
    assert due is not None
    assert due.latest == date(2025, 3, 10)
