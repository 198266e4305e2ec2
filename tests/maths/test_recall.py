"""The carried state of a person's contacts: sums, two-way days, and the forecast that rests on them."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.recall import Carried, carry, p30, sums, touch

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
