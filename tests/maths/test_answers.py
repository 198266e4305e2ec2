"""Who answers: which messages count, and what lay before them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.answers import ANSWER, SILENT, answers

DAYS = st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["in", "out", "both"])), max_size=20)


def told(*days, until=400):
    return list(answers(sorted(days), until=until))


def test_what_lay_before_a_message():
    assert told((0, "out")) == [("cold", False)]
    assert told((0, "out"), (14, "in")) == [("cold", True)]
    assert told((0, "out"), (15, "in")) == [("cold", False)]
    assert told((0, "out"), (40, "out"), (41, "both")) == [("cold", False), ("unanswered", True)]
    assert told((0, "in"), (40, "out")) == [("theirs", False)]
    assert told((0, "both"), (40, "out"), (50, "in")) == [("two_way", True)]
    assert told((0, "in"), (1, "out"), (40, "out")) == [("two_way", False)]


def test_what_is_not_counted():
    assert told((0, "both"), (29, "out")) == []  # no month of silence lay before
    assert told((0, "in"), (0, "out")) == []  # a day tells no order
    assert told((0, "out"), until=13) == []  # its fourteen days are not over
    assert told((0, "in")) == []


@given(DAYS)
def test_each_message_counts_once_at_most_and_only_after_silence(days):
    found = told(*days)
    out = {day for day, way in days if way != "in"}
    assert len(found) <= len(out)
    assert sum(before == "cold" for before, _came in found) <= 1
    lonely = {day for day in out if not any(0 < day - one < SILENT for one, _way in days)}
    assert len(found) <= len(lonely)
    if not any(way != "out" for _day, way in days):
        assert not any(came for _before, came in found)
        assert {before for before, _came in found} <= {"cold", "unanswered"}
    assert ANSWER < SILENT
