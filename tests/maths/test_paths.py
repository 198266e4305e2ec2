"""Warm paths: equal to walking every chain, and ordered as promised."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import paths, recall
from acquaint.maths.paths import Chain, all_chains, best, contact, learned, reach, spared, tier

PEOPLE = st.integers(0, 7)
STEP = st.floats(0.001, 1.0)
MINE = st.dictionaries(PEOPLE, STEP, max_size=8)
TIES = st.dictionaries(PEOPLE, st.dictionaries(PEOPLE, STEP, max_size=8), max_size=8)
TARGETS = st.dictionaries(PEOPLE, st.sampled_from([0.5, 1.0]), max_size=3)


def likelihoods(chains):
    return [(one.between, pytest.approx(one.likelihood)) for one in chains]


@given(MINE, TIES, TARGETS, st.integers(0, 2), st.integers(1, 6))
def test_the_best_chains_are_those_of_walking_every_one(mine, ties, targets, between, k):
    every = all_chains(mine, ties, targets, between=between)
    found = best(mine, ties, targets, between=between, k=k)
    assert [(one.between, one.likelihood) for one in found] == likelihoods(every[:k])
    assert len({one.people for one in found}) == len(found)
    assert {one.people for one in found} <= {one.people for one in every}


@given(MINE, TIES, TARGETS)
def test_a_chain_is_worth_its_steps_and_never_meets_anybody_twice(mine, ties, targets):
    for one in all_chains(mine, ties, targets):
        steps = [mine[one.people[0]]]
        steps += [ties[to][by] for by, to in zip(one.people, one.people[1:], strict=False)]
        assert one.likelihood == pytest.approx(prod(steps) * targets[one.people[-1]])
        assert len(set(one.people)) == len(one.people) <= 3


@given(MINE, TIES, TARGETS)
def test_any_of_the_chains_is_at_least_as_likely_as_the_best_and_never_certain(mine, ties, targets):
    every = all_chains(mine, ties, targets)
    for one in reach(mine, ties, targets):
        to_them = [each for each in every if each.people[-1] == one.target]
        fewest = min(each.between for each in to_them)
        level = [each.likelihood for each in to_them if each.between == fewest]
        assert one.between == fewest
        assert max(level) - 1e-12 <= one.likelihood <= 1.0
        assert one.likelihood == pytest.approx(1 - prod(1 - each for each in level))


@given(MINE, TIES, TARGETS)
def test_everybody_with_a_chain_is_reached_and_nobody_else(mine, ties, targets):
    ends = {one.people[-1] for one in all_chains(mine, ties, targets) if one.likelihood > 1e-12}
    assert ends <= {one.target for one in reach(mine, ties, targets)} <= set(targets)


@given(MINE, TIES, st.integers(1, 9))
def test_a_longer_chain_never_outranks_its_own_beginning(mine, ties, k):
    everybody = dict.fromkeys(range(8), 1.0)
    found = best(mine, ties, everybody, k=500)
    place = {one.people: number for number, one in enumerate(found)}
    for people, number in place.items():
        assert all(place[people[:cut]] < number for cut in range(1, len(people)))
    assert [one.people for one in best(mine, ties, everybody, k=k)] == [one.people for one in found[:k]]


def test_one_in_between_comes_before_two_however_likely_these_are():
    mine = {"ana": 0.01, "bo": 0.9}
    ties = {"tom": {"ana": 0.01, "cy": 0.9}, "cy": {"bo": 0.9}}
    assert best(mine, ties, {"tom": 1.0}) == [
        Chain(("ana", "tom"), pytest.approx(0.0001)),
        Chain(("bo", "cy", "tom"), pytest.approx(0.729)),
    ]
    assert best(mine, ties, {"tom": 1.0}, between=0) == []
    assert best(mine, ties, {"eve": 1.0}) == []


def test_two_helpers_together_may_reach_further_than_the_better_one():
    mine = {"ana": 0.5, "bo": 0.5, "cy": 0.6}
    ties = {"tom": {"ana": 0.5, "bo": 0.5}, "eve": {"cy": 0.5}}
    assert [one.target for one in reach(mine, ties, {"tom": 1.0, "eve": 1.0})] == ["tom", "eve"]
    assert best(mine, ties, {"tom": 1.0, "eve": 1.0}, k=1)[0].people == ("cy", "eve")


@given(st.floats(0, 20), st.floats(0, 20), st.integers(0, 400), st.integers(0, 400))
def test_my_own_tie_counts_both_ways_alike(received, sent, known, silence):
    told = (738_000 + known, 738_000)
    on = 738_000 + known + silence
    strength = contact(received, sent, *told, on=on)
    assert 0 < strength < 1
    assert strength == pytest.approx(contact(sent, received, *told, on=on))
    both = (recall.chance(a, b, *told, on=on) for a, b in ((received, sent), (sent, received)))
    low, high = sorted(both)
    assert low - 1e-12 <= strength <= high + 1e-12
    assert contact(received + 1, sent, *told, on=on) > strength


@given(st.floats(0.01, 0.99), st.integers(0, 30), st.integers(0, 30))
def test_outcomes_take_the_place_of_a_guess(guess, made, missed):
    known = learned(guess, tried=made + missed, made=made)
    assert 0 < known < 1
    assert learned(guess, tried=0, made=0) == pytest.approx(guess)
    assert learned(guess, tried=made + missed + 1, made=made + 1) > known
    assert learned(guess, tried=made + missed + 1, made=made) < known


def test_each_open_request_leaves_a_smaller_share():
    assert [spared(0.6, many) for many in (0, 1, 2)] == pytest.approx([0.6, 0.3, 0.2])


def test_what_nobody_said_is_weaker_than_anything_that_was():
    said = (paths.WELL, paths.KNOWS, paths.HAS_MET)
    assert [tier([0.9, one]) for one in said] == ["strong", "strong", "moderate"]
    assert max(paths.SAME_THREAD, paths.SAME_PLACE, paths.CONNECTED) < min(said)
    assert {tier([0.9, one]) for one in (paths.SAME_THREAD, paths.SAME_PLACE)} == {"weak"}
