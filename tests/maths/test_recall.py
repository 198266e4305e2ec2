"""The carried state of a person's contacts: sums, two-way days, and the forecast that rests on them."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.recall import Carried, Months, band, carry, looked_back, p30, scaled, sums, touch

DIRECTIONS = st.sampled_from(["in", "out", "both"])
HISTORIES = st.lists(st.tuples(st.integers(738_000, 739_500), DIRECTIONS), max_size=60)


def by_definition(days: list[tuple[int, str]]) -> tuple[set[int], set[int]]:
    return {d for d, way in days if way != "out"}, {d for d, way in days if way != "in"}


def close(one: Carried, two: Carried) -> None:
    assert math.isclose(one.in_sum, two.in_sum, rel_tol=0, abs_tol=1e-9)
    assert math.isclose(one.out_sum, two.out_sum, rel_tol=0, abs_tol=1e-9)
    assert replace(one, in_sum=0, out_sum=0) == replace(two, in_sum=0, out_sum=0)


def test_nothing_recorded_is_an_empty_state():
    assert carry([]) == Carried()


@given(HISTORIES)
def test_telling_contacts_one_by_one_equals_telling_them_at_once(history):
    in_order = sorted(history)
    close(reduce(lambda state, one: touch(state, *one), in_order, Carried()), carry(history))


@given(HISTORIES, st.randoms())
def test_order_and_repetition_do_not_matter(history, chance):
    shuffled = history * 2
    chance.shuffle(shuffled)
    close(carry(shuffled), carry(history))


@given(HISTORIES.filter(bool))
def test_the_state_is_what_its_words_say(history):
    inbound, outbound = by_definition(history)
    state = carry(history)
    last = max(inbound | outbound)
    assert state.first_contact == min(inbound | outbound)
    assert state.last_contact == state.sums_on == last
    assert state.answered_on == max(inbound, default=None)
    assert state.in_sum == pytest.approx(sum(2 ** ((d - last) / 60) for d in inbound), abs=1e-9)
    assert state.out_sum == pytest.approx(sum(2 ** ((d - last) / 60) for d in outbound), abs=1e-9)
    pairs = [max(i, o) for i in inbound for o in outbound if abs(i - o) <= 30]
    assert state.last_two_way == max(pairs, default=None)
    assert state.unanswered == sum(1 for d in outbound if d > max(inbound, default=-1))


@given(HISTORIES.filter(bool), st.integers(0, 900), st.integers(1, 300))
def test_silence_only_lowers_the_forecast(history, silence, more):
    state = carry(history)
    on = state.last_contact + silence
    assert 0 < p30(state, on + more) <= p30(state, on) < 1


@given(HISTORIES, st.integers(0, 400))
def test_being_written_to_raises_the_forecast_more_than_writing(history, wait):
    state = carry(history)
    day = (state.last_contact or 738_000) + wait + 1
    base = p30(state, day) if state.first_contact is not None else 0
    assert p30(touch(state, day, "in"), day) > p30(touch(state, day, "out"), day) > base


def test_the_formula_of_the_page():
    state = carry([(0, "in"), (60, "out"), (60, "in")])
    assert sums(state, 120) == pytest.approx((0.25 + 0.5, 0.5))
    weight = 0.08 + 0.75 + 0.25 * 0.5
    observed = 60 / math.log(2) * (1 - 2**-2)
    assert p30(state, 120) == pytest.approx(1 - (1 + 30 / (110 + observed)) ** -weight)


def test_an_answer_after_thirty_days_is_a_new_conversation():
    assert carry([(0, "out"), (30, "in")]).last_two_way == 30
    assert carry([(0, "out"), (31, "in")]).last_two_way is None
    assert carry([(0, "in"), (30, "out")]).last_two_way == 30


def test_a_mutual_contact_answers_everything_before_it():
    assert carry([(0, "out"), (5, "out")]).unanswered == 2
    assert carry([(0, "out"), (5, "out"), (9, "both")]).unanswered == 0


def test_a_backdated_contact_is_refused_by_the_quick_way():
    with pytest.raises(ValueError, match="in order"):
        touch(carry([(10, "in")]), 9, "out")


@given(HISTORIES.filter(bool), st.integers(0, 300))
def test_looking_back_sees_what_was_known_then(history, since):
    now = max(day for day, _way in history) + since
    months = looked_back([(carry(history), history)], on=now)
    expected, seen, scored = 0.0, 0, 0
    for began in (now - 90, now - 60, now - 30):
        then = carry([one for one in history if one[0] <= began])
        if then.first_contact is not None:
            scored += 1
            expected += p30(then, began)
            seen += any(began < day <= began + 30 and way != "out" for day, way in history)
    assert (months.scored, months.seen) == (scored, seen)
    assert months.expected == pytest.approx(expected, abs=1e-6)


@given(st.floats(0, 0.999), st.floats(0, 0.999), st.floats(0.1, 9))
def test_an_owners_own_level_keeps_every_order(one, two, level):
    assert (scaled(one, level) <= scaled(two, level)) == (one <= two) or one == pytest.approx(two)
    assert scaled(one, 1.0) == pytest.approx(one)
    assert 0 <= scaled(one, level) < 1 or level > 2


def test_whoever_hears_more_than_expected_has_a_higher_level():
    assert Months().scale == 1
    assert Months(40, 12, 4.0).scale == pytest.approx(22 / 14)
    assert Months(40, 0, 10.0).scale == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("silence", "word"), [(1, "hot"), (59, "warm"), (120, "fading"), (180, "fading"), (400, "quiet")]
)
def test_one_talk_fades_through_the_bands(silence, word):
    talk = carry([(738_000, "both")])
    assert band(p30(talk, 738_000 + silence)) == word
    assert band(0.0) == "quiet"
