"""The rhythm of each stage and what bends it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.cadence import Due, is_dormant, is_warm, minimum_gap, next_due, rhythm

STAGES = st.sampled_from(["known", "asked", "acquainted", "in_touch", "ally", "friend"])
PHASES = st.sampled_from(["searching", "keeping"])


@given(STAGES, PHASES, st.integers(1, 5_000), st.integers(0, 6), st.booleans(), st.booleans())
def test_a_range_is_in_order_and_keeps_three_weeks_between_messages(
    stage, phase, last, unanswered, warm, fresh
):
    due = next_due(
        stage, phase, last_contact=last, unanswered=unanswered, warm=warm, met_on=last - 1 if fresh else None
    )
    if due is None:
        assert unanswered >= 3 or rhythm(stage, phase) is None
        return
    assert last < due.start <= due.ideal <= due.latest
    if not (fresh and stage == "acquainted" and phase == "searching"):
        assert due.start - last >= 21 * 2**unanswered


@given(STAGES, PHASES, st.integers(1, 5_000), st.integers(1, 400), st.integers(0, 2), st.booleans())
def test_any_contact_starts_the_clock_anew(stage, phase, last, later, unanswered, warm):
    before = next_due(stage, phase, last_contact=last, unanswered=unanswered, warm=warm)
    after = next_due(stage, phase, last_contact=last + later, unanswered=unanswered, warm=warm)
    assert (before is None) == (after is None)
    if before and after:
        assert (
            after.start - before.start == after.ideal - before.ideal == after.latest - before.latest == later
        )


@pytest.mark.parametrize(
    ("stage", "phase", "expected"),
    [
        ("acquainted", "searching", Due(121, 170, 184)),
        ("in_touch", "searching", Due(121, 142, 156)),
        ("ally", "searching", Due(121, 121, 135)),
        ("acquainted", "keeping", Due(121, 282, 465)),
        ("in_touch", "keeping", Due(121, 220, 280)),
        ("ally", "keeping", Due(121, 190, 205)),
        ("friend", "searching", None),
        ("asked", "searching", None),
        ("known", "keeping", None),
    ],
)
def test_each_stage_has_its_rhythm(stage, phase, expected):
    assert next_due(stage, phase, last_contact=100) == expected


def test_the_first_update_comes_two_to_three_weeks_after_a_talk():
    assert next_due("acquainted", "searching", last_contact=101, met_on=100) == Due(115, 115, 122)
    assert next_due("acquainted", "searching", last_contact=120, met_on=100) == Due(141, 190, 204)


def test_warm_answers_come_a_quarter_sooner_and_silence_doubles():
    assert next_due("in_touch", "searching", last_contact=0, warm=True) == Due(21, 31, 42)
    assert next_due("in_touch", "searching", last_contact=0, unanswered=1) == Due(42, 42, 56)
    assert next_due("in_touch", "searching", last_contact=0, unanswered=2) == Due(84, 84, 112)
    assert next_due("in_touch", "searching", last_contact=0, unanswered=3) is None


def test_the_owners_own_rhythm_wins_but_never_the_three_weeks():
    assert next_due("friend", "searching", last_contact=0, custom={"friend": (30, 60)}) == Due(21, 30, 60)
    assert next_due("ally", "searching", last_contact=0, custom={"ally": (7, 10)}) == Due(21, 21, 21)


def test_dormant_is_two_missed_rhythms_a_year_or_three_unanswered():
    def asleep(**given):
        return is_dormant(given.pop("stage", "in_touch"), "searching", **given)

    assert not asleep(last_contact=0, unanswered=0, on=111)
    assert asleep(last_contact=0, unanswered=0, on=112)
    assert asleep(last_contact=0, unanswered=3, on=1)
    assert asleep(stage="friend", last_contact=0, unanswered=0, on=365)
    assert not asleep(stage="friend", last_contact=0, unanswered=0, on=364)
    assert not asleep(last_contact=None, unanswered=0, on=9_999)


def test_the_gap_doubles_and_stops_growing():
    assert [minimum_gap(n) for n in range(5)] == [21, 42, 84, 168, 168]


def test_only_a_quick_answer_is_warm_and_only_the_latest_counts():
    assert is_warm([(10, "out"), (13, "in")])
    assert is_warm([(10, "out"), (10, "in"), (30, "out")])
    assert not is_warm([(10, "out"), (14, "in")])
    assert not is_warm([(10, "out"), (11, "in"), (50, "in")])
    assert not is_warm([(10, "out"), (11, "both")])
    assert not is_warm([(10, "in"), (11, "out")])
    assert not is_warm([])
