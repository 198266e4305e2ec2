"""Who stands between groups: equal to going through every pair, and what is said of few or many."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import brokers as brokering
from acquaint.maths import variety
from acquaint.maths.brokers import brokers
from acquaint.maths.communities import near

COUNT = 8
TIE = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.floats(0.05, 1.0))
GROUPS = st.lists(st.integers(0, 3), min_size=COUNT, max_size=COUNT)
COUNTS = st.lists(st.integers(0, 50), max_size=12)


def every_pair(network, groups):
    """Pair by pair and way by way."""
    carried = [{} for _node in network]
    for a, b in combinations(range(len(network)), 2):
        if groups[a] == groups[b] or b in network[a]:
            continue
        ways = {node: network[a][node] * network[b][node] for node in network[a] if node in network[b]}
        pair = (min(groups[a], groups[b]), max(groups[a], groups[b]))
        for node, worth in ways.items():
            carried[node][pair] = carried[node].get(pair, 0.0) + worth / sum(ways.values())
    return carried


@given(st.lists(TIE, max_size=25), GROUPS)
def test_each_carries_what_going_through_every_pair_says(ties, groups):
    network = near(COUNT, ties)
    for found, said in zip(brokers(network, groups), every_pair(network, groups), strict=True):
        assert found == pytest.approx(said)


def test_with_everybody_their_own_group_it_is_betweenness_on_ways_of_two_ties():
    star = near(5, [(0, other, 1.0) for other in range(1, 5)])
    assert sum(brokers(star, range(5))[0].values()) == pytest.approx(6)  # all pairs of four
    path = near(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)])
    assert [sum(one.values()) for one in brokers(path, range(4))] == pytest.approx([0, 1, 1, 0])
    square = near(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)])
    assert [sum(one.values()) for one in brokers(square, range(4))] == pytest.approx([0.5] * 4)


def test_of_a_crowd_the_strongest_ties_count_and_a_hub_keeps_those_of_its_many(monkeypatch):
    monkeypatch.setattr(brokering, "STRONGEST", 2)
    star = near(6, [(0, other, 0.3) for other in range(1, 6)])
    assert sum(brokers(star, range(6))[0].values()) == pytest.approx(10)  # each leaf has but this one
    everybody = near(5, [(a, b, 0.5 if b == a + 1 else 0.1) for a, b in combinations(range(5), 2)])
    assert brokers(everybody, range(5)) == [{}] * 5  # who is tied needs nobody, however weak the tie


def test_a_stronger_way_carries_more_and_one_group_needs_nobody():
    network = near(4, [(0, 1, 0.6), (1, 2, 0.6), (0, 3, 0.3), (3, 2, 0.3)])
    carried = brokers(network, [0, 0, 1, 0])
    assert carried[1] == pytest.approx({(0, 1): 0.8})
    assert carried[3] == pytest.approx({(0, 1): 0.2})
    assert brokers(network, [0] * 4) == [{}] * 4
    assert brokers([], []) == []


@given(COUNTS)
def test_in_effect_there_are_never_more_groups_than_there_are(counts):
    some = [count for count in counts if count]
    found = variety.effective(counts)
    if not some:
        assert found == 0
    else:
        assert 1 - 1e-9 <= found <= len(some) + 1e-9


def test_equal_groups_count_whole_and_one_alone_as_one():
    assert variety.effective([7, 7, 7]) == pytest.approx(3)
    assert variety.effective([9, 0]) == pytest.approx(1)
    assert variety.effective([8, 2]) == pytest.approx(100 / 68)


def test_more_than_half_is_said_only_beyond_chance():
    assert variety.at_least(0, 0) == 0.0
    assert variety.at_least(3, 3) < variety.HALF  # three of three may be chance
    assert variety.at_least(4, 4) == pytest.approx(0.510, abs=0.001)
    assert variety.at_least(5, 6) < variety.HALF
    assert variety.at_least(8, 10) == pytest.approx(0.490, abs=0.001)
    assert variety.at_least(30, 60) < variety.HALF < variety.at_least(40, 60)
