"""What-if: ratios of simulated courses, equal to walking day by day, never below one, the same twice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import what_if
from acquaint.maths.trials import worlds
from acquaint.maths.what_if import HALF_LIVES, SHAPES, Talked, Tie, keeping, so_far, spread

VALUES = st.sampled_from([1.0, 3.0, 7.0])
TIES = st.lists(
    st.builds(Tie, VALUES, st.integers(0, 400), st.integers(-50, 60), st.integers(0, 4)), max_size=12
)
TALKS = st.lists(
    st.builds(Talked, VALUES, st.lists(st.integers(0, 500), min_size=1, max_size=6).map(tuple)),
    min_size=1,
    max_size=6,
)
SETTLED = st.sampled_from(SHAPES), st.sampled_from(HALF_LIVES)


@given(TIES, st.integers(0, 9), st.integers(1, 30))
def test_touches_never_leave_less_than_none_and_the_same_question_has_one_answer(ties, touches, weeks):
    both = keeping(ties, touches=(touches, 10), weeks=weeks)
    cases = both[touches]
    assert all(one.ratio >= 1.0 for told in both.values() for one in told)
    assert cases == keeping(ties, touches=[touches], weeks=weeks)[touches]
    assert len(cases) == len({(one.shape, one.half_life, one.alike) for one in cases}) == 24


@given(TIES, st.integers(1, 30))
def test_no_touch_changes_nothing(ties, weeks):
    assert spread(keeping(ties, touches=[0], weeks=weeks)[0]) == (1.0, 1.0)


@given(*SETTLED, st.integers(0, 400), st.sets(st.integers(0, 29), min_size=1, max_size=5))
def test_a_tie_that_answers_is_worth_its_weeks_walked_one_by_one(shape, half_life, since, answers):
    length, touched, silent, total = float(half_life), 0, since, 0.0
    for week in range(30):
        if week in answers:
            length, touched = worlds.lasting(shape, silent, length, touched)
            silent = 0
        total += worlds.left(shape, silent + 3.5, length)
        silent += 7
    assert what_if._followed(shape, half_life, since, sorted(answers), 30) == pytest.approx(total)
    alone = sum(worlds.left(shape, since + 7 * week + 3.5, half_life) for week in range(30))
    assert what_if._silent(shape, half_life, since, 30) == pytest.approx(alone)


@given(TALKS)
def test_carrying_on_is_worth_its_days_walked_one_by_one(talks):
    for case in so_far(talks):
        whole = base = 0.0
        for one in talks:
            counts = 1.0 if case.alike else one.value
            first, length, touched, since = max(one.days), float(case.half_life), 0, 0
            for ago in range(first, 0, -1):
                if ago in one.days and ago != first:
                    length, touched = worlds.lasting(case.shape, since, length, touched)
                    since = 0
                whole += counts * worlds.left(case.shape, since + 0.5, length)
                base += counts * worlds.left(case.shape, first - ago + 0.5, case.half_life)
                since += 1
        assert case.ratio == pytest.approx(whole / base if base else 1.0)
        assert case.ratio >= 1.0 - 1e-12


def test_nothing_since_the_talks_is_what_isolated_means():
    assert spread(so_far([Talked(3.0, (90,)), Talked(1.0, (400,)), Talked(7.0, (0,))])) == (1.0, 1.0)
    low, high = spread(so_far([Talked(3.0, (90, 60, 30)), Talked(1.0, (400, 5))]))
    assert 1.0 < low < high


def test_touches_go_to_those_who_count_most_and_keep_the_gap():
    ties = [Tie(7.0, 60), Tie(1.0, 60), Tie(7.0, 60, earliest=300), Tie(7.0, 60, unanswered=3)]
    for seed in what_if.CHANCES:
        answered = what_if._answered(ties, 1, 12, seed)
        assert set(answered) <= {0, 1}
        assert all(b - a >= 3 for weeks in answered.values() for a, b in pairwise(weeks))


def test_a_very_long_silence_counts_as_ten_years():
    ties = [Tie(3.0, what_if.LONGEST + 5000), Tie(3.0, 10)]
    assert keeping(ties, touches=[1], weeks=what_if.MOST_WEEKS)[1][0].ratio > 1.0
    assert spread(so_far([Talked(1.0, (40_000, 100))]))[0] > 1.0
