"""The worlds of the plan: what fades how, a bound that no plan passes, and the policies in them."""

from __future__ import annotations

from itertools import product
from math import exp2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.maths.trials import planning, worlds
from acquaint.maths.trials.worlds import KINDS, Tie, World, bound, lasting, left, openings

SOME_TIES = st.lists(
    st.builds(Tie, st.floats(0.01, 5), st.floats(10, 200), st.floats(0, 180)), min_size=1, max_size=3
)


@given(st.sampled_from(KINDS), st.floats(0, 900), st.floats(1, 300))
def test_what_is_left_falls_from_all_over_half_at_the_half_life(kind, days, half_life):
    assert left(kind, 0, half_life) == 1
    assert left(kind, half_life, half_life) == pytest.approx(0.5)
    assert 0 <= left(kind, days + 1, half_life) < left(kind, days, half_life) <= 1


def everything_tried(made: World, weeks: int) -> float:
    """The most openings of all plans there are, one by one."""
    whom = [None, *range(len(made.ties))]
    best = 0.0
    for plan in product(whom, repeat=weeks):
        states = [(tie.since, tie.half_life, 0) for tie in made.ties]
        told = 0.0
        for touched in plan:
            if touched is not None:
                since, half_life, times = states[touched]
                states[touched] = (0.0, *lasting(made.kind, since, half_life, times))
            for at, (since, half_life, times) in enumerate(states):
                told += openings(made.kind, made.ties[at].value, since, half_life)
                states[at] = (since + 7, half_life, times)
        best = max(best, told)
    return best


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(KINDS), SOME_TIES)
def test_no_plan_passes_the_bound_and_it_is_not_far(kind, ties):
    made = World(kind, tuple(ties), 1)
    best, limit = everything_tried(made, 4), bound(made, weeks=4)
    assert best <= limit + 1e-9
    if len(ties) == 1:
        assert limit <= best * 1.0001


def test_the_shipped_plan_brings_more_than_a_fixed_rhythm_and_less_than_is_possible():
    told = planning.judge(sizes=((50, 3),), seeds=8)
    assert all(gate.ok for gate in told.gates), [gate for gate in told.gates if not gate.ok]
    assert len(told.gates) == 2 * len(KINDS)
    by = {(one.model, one.world): one for one in told.policies}
    for kind in KINDS:
        assert by["none", kind].gain < by["fixed_30", kind].gain == 0 < by["shipped", kind].gain
        assert by["tiers_days_overdue", kind].gain < by["tiers_relative", kind].gain
        assert by["none", kind].gain < by["random", kind].gain < by["shipped", kind].gain
        assert by["index", kind].gain > 0 < by["whittle_capped_gap_21", kind].gain
        assert by["shipped", kind].of_bound < 1
    assert planning.judge(sizes=((50, 3),), seeds=1) == planning.judge(sizes=((50, 3),), seeds=1)


def test_without_stars_the_index_is_the_longest_since(monkeypatch):
    monkeypatch.setattr(planning, "STARS", ((3.0, 0.0),))
    monkeypatch.setattr(planning, "UNANSWERED", 0.0)
    monkeypatch.setattr(planning, "MINIMUM", 0)
    made = worlds.world("exp", 50, 3, 1)
    assert planning.run(made, "index_gap_21", 1) == planning.run(made, "fixed_30", 1)


@given(st.sampled_from([1.0, 3.0, 7.0]), st.floats(0.5, 400), st.floats(1, 200))
def test_the_closed_index_is_the_area_above_the_present_level(stars, since, ahead):
    one = planning.Known(stars, since, 0, since, ahead, 0.5)
    steps = 4000
    level = exp2(-since / 60)
    area = sum(exp2(-since * (n + 0.5) / steps / 60) - level for n in range(steps)) * since / steps
    assert planning._whittle(one) == pytest.approx(stars * area, rel=1e-4)
    assert planning._capped(one) <= planning._whittle(one)
    assert planning._capped(one) <= stars * ahead
