"""The plan of a week: index, budget, gap, spreading, and the share for old ties."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.planner import Candidate, choose, index, order, overdue, spread

ON = 740_000
VALUES = st.sampled_from([1.0, 3.0, 7.0])


@st.composite
def candidates(draw, values=VALUES):
    many = draw(st.integers(0, 25))
    return [
        Candidate(
            key=f"k{number}",
            who=draw(st.one_of(st.none(), st.sampled_from([f"p{n}" for n in range(12)]))),
            value=draw(values),
            since=draw(st.one_of(st.none(), st.integers(ON - 900, ON))),
            earliest=ON + draw(st.integers(-30, 60)),
            old_tie=draw(st.booleans()),
            fresh_face=draw(st.booleans()),
            timed=draw(st.booleans()),
        )
        for number in range(many)
    ]


@given(VALUES, st.integers(0, 2_000), st.integers(1, 500))
def test_the_index_rises_with_silence_and_with_value(value, days, more):
    assert index(value, days) <= index(value, days + more) <= index(value, None) == value
    assert index(value + 1, days + 1) > index(value, days + 1)
    assert index(value, 0) == 0


@given(candidates(), st.integers(0, 9), st.integers(0, 9), st.integers(1, 5))
def test_budget_gap_and_one_touch_a_person_are_kept(wishes, capacity, touched, workdays):
    week = [ON + n for n in range(workdays)]
    chosen = choose(wishes, on=ON, capacity=capacity, touched=touched, workdays=week)
    assert len(chosen.now) <= max(0, capacity - touched)
    everything = [*chosen.now, *chosen.later]
    assert all(placed.candidate.earliest <= placed.on for placed in everything)
    assert all(placed.on in week for placed in chosen.now)
    people = [placed.candidate.who for placed in everything if placed.candidate.who is not None]
    assert len(people) == len(set(people))
    assert len({placed.candidate.key for placed in everything}) == len(everything)


@given(candidates(), st.integers(0, 9))
def test_nothing_is_lost_and_no_later_week_is_overfull(wishes, capacity):
    chosen = choose(wishes, on=ON, capacity=capacity)
    everybody = {one.who for one in wishes if one.who is not None}
    placed = [*chosen.now, *chosen.later]
    assert {one.candidate.who for one in placed} - {None} == everybody
    assert sum(one.candidate.who is None for one in placed) == sum(one.who is None for one in wishes)
    weeks = Counter((one.on - ON - 1) // 7 for one in chosen.later)
    assert all(count <= max(1, capacity) for count in weeks.values())
    assert all(one.on > ON for one in chosen.later)


@given(candidates(), st.integers(2, 9))
def test_room_is_used_as_far_as_there_is_somebody(wishes, capacity):
    chosen = choose(wishes, on=ON, capacity=capacity)
    ready_people = {one.who or one.key for one in wishes if one.earliest <= ON}
    assert len(chosen.now) <= min(capacity, len(ready_people))
    if all(one.earliest <= ON for one in wishes):
        assert len(chosen.now) == min(capacity, len(ready_people))


@given(candidates(values=st.just(3.0)))
def test_without_stars_it_is_the_longest_since_contact(wishes):
    ranked = order(wishes, ON)
    assert [one.timed for one in ranked] == sorted((one.timed for one in ranked), reverse=True)
    since = [one.since for one in ranked if not one.timed]
    unmet = [day for day in since if day is None]
    days = [day for day in since if day is not None]
    assert since == unmet + sorted(days)


def lined_up(many: int, **marks) -> list[Candidate[str]]:
    return [Candidate(f"k{n}", f"p{n}", 7.0, ON - 900 + n, ON - 1, **marks) for n in range(many)]


def test_one_place_in_five_goes_to_an_old_tie_and_one_to_a_fresh_face():
    old = Candidate("old", "old", 1.0, ON - 40, ON - 1, old_tie=True)
    fresh = Candidate("fresh", "fresh", 1.0, None, ON - 1, fresh_face=True)
    chosen = [one.candidate.key for one in choose([*lined_up(9), old, fresh], on=ON, capacity=5).now]
    assert len(chosen) == 5
    assert {"old", "fresh"} <= set(chosen)
    assert [one.candidate.key for one in choose([*lined_up(9), old], on=ON, capacity=1).now] == ["k0"]


def test_eleven_due_with_two_a_week_shows_two_and_respaces_nine():
    chosen = choose(lined_up(11), on=ON, capacity=2)
    assert [one.candidate.key for one in chosen.now] == ["k0", "k1"]
    assert [one.on - ON for one in chosen.later] == [1, 4, 8, 11, 15, 18, 22, 25, 29]


def test_touches_lie_evenly_over_the_days_left():
    assert spread(2, [1, 2, 3, 4, 5]) == [1, 3]
    assert spread(5, [1, 2]) == [1, 1, 1, 2, 2]
    assert spread(0, [1]) == []


def test_overdue_is_relative_to_the_rhythm():
    assert overdue(100, 70, 30) == 1
    assert overdue(100, 40, 30) > overdue(100, 10, 60) > overdue(100, 70, 60)
