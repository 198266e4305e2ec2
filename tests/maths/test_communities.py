"""Groups of a network: found where they were planted, whole, and no worse for a new order of the ids."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.communities import communities, modularity, near

COUNT = 9
TIE = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.floats(0.01, 5.0))
TIES = st.lists(TIE, max_size=30)


def planted(groups, size, *, within, between, seed):
    """So many groups of one size, tied within and between with these chances, and who is in which."""
    draw, count = random.Random(seed), groups * size
    home = [node % groups for node in range(count)]
    ties = [
        (a, b, 1.0)
        for a, b in combinations(range(count), 2)
        if draw.random() < (within if home[a] == home[b] else between)
    ]
    return count, ties, home


def alike(one, other):
    """Whether two say the same of who belongs with whom, whatever the groups are called."""
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


def by_definition(network, groups):
    """Modularity pair by pair, as Newman wrote it down."""
    degree = [sum(row.values()) for row in network]
    twice = sum(degree)
    pairs = [(a, b) for a in range(len(network)) for b in range(len(network)) if groups[a] == groups[b]]
    return sum(network[a].get(b, 0.0) - degree[a] * degree[b] / twice for a, b in pairs) / twice


def partitions(count):
    """Every way to put so many nodes into groups."""
    some = [[0]]
    for _node in range(count - 1):
        some = [[*one, group] for one in some for group in range(max(one) + 2)]
    return some


@pytest.mark.parametrize("seed", range(5))
def test_planted_groups_are_found(seed):
    count, ties, home = planted(8, 15, within=0.5, between=0.02, seed=seed)
    assert alike(communities(near(count, ties), seed=seed), home)


def test_the_largest_group_is_the_first_and_whoever_has_no_tie_is_alone():
    network = near(6, [(0, 1, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0)])
    assert communities(network) == [1, 1, 2, 0, 0, 0]
    assert communities([]) == []
    assert communities(near(1, [])) == [0]


@given(TIES, st.integers(0, 3))
def test_the_same_again_and_no_group_in_pieces(ties, seed):
    network = near(COUNT, ties)
    groups = communities(network, seed=seed)
    assert communities(network, seed=seed) == groups
    assert set(groups) == set(range(max(groups) + 1))
    for group in set(groups):
        members = {node for node in range(COUNT) if groups[node] == group}
        reached = {min(members)}
        for _step in range(COUNT):
            reached |= {to for node in reached for to in network[node] if to in members}
        assert reached == members


@given(TIES)
def test_modularity_is_what_its_definition_says_and_better_than_everybody_alone(ties):
    network = near(COUNT, ties)
    groups = communities(network)
    if any(network):
        assert modularity(network, groups) == pytest.approx(by_definition(network, groups))
        assert modularity(network, groups) >= modularity(network, range(COUNT)) - 1e-9
    else:
        assert modularity(network, groups) == 0.0


@pytest.mark.parametrize("seed", range(6))
def test_little_is_lost_against_trying_every_way_to_group_a_few(seed):
    draw = random.Random(seed)
    ties = [(a, b, 1.0) for a, b in combinations(range(7), 2) if draw.random() < 0.4]
    network = near(7, ties)
    best = max(modularity(network, one) for one in partitions(7))
    found = max(modularity(network, communities(network, seed=again)) for again in range(3))
    assert best - 0.05 <= found <= best + 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_other_ids_give_groups_as_good(seed):
    count, ties, _home = planted(6, 20, within=0.3, between=0.02, seed=seed)
    renamed = list(range(count))
    random.Random(seed).shuffle(renamed)
    network, other = near(count, ties), near(count, [(renamed[a], renamed[b], w) for a, b, w in ties])
    one, two = modularity(network, communities(network)), modularity(other, communities(other))
    assert one == pytest.approx(two, abs=0.02)
