"""Where everybody is drawn: within the picture, apart, near those they are tied to, the same each time."""

from __future__ import annotations

from itertools import combinations
from math import hypot, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.communities import communities, near
from acquaint.maths.layouts import layout, tightness
from tests.maths.test_communities import planted

SIZES = st.lists(st.integers(1, 12), max_size=9)


def drawn(count, ties, seed=0):
    network = near(count, ties)
    groups = communities(network)
    return groups, layout(network, groups, seed=seed)


def cliques(sizes):
    ties, first = [], 0
    for size in sizes:
        ties += [(a, b, 1.0) for a, b in combinations(range(first, first + size), 2)]
        first += size
    return first, ties


@given(SIZES, st.integers(0, 2))
def test_everybody_lies_within_the_picture_on_the_ground_of_their_group(sizes, seed):
    groups, found = drawn(*cliques(sizes), seed=seed)
    assert drawn(*cliques(sizes), seed=seed)[1] == found
    assert len(found.points) == sum(sizes)
    for (x, y), group in zip(found.points, groups, strict=True):
        assert isfinite(x)
        assert isfinite(y)
        middle_x, middle_y, radius = found.grounds[group]
        assert hypot(x - middle_x, y - middle_y) < radius
    for x, y, radius in found.grounds:
        assert -1e-9 <= x - radius <= x + radius <= 1 + 1e-9
        assert -1e-9 <= y - radius <= y + radius <= 1 + 1e-9
    for (ax, ay, ar), (bx, by, br) in combinations(found.grounds, 2):
        assert hypot(ax - bx, ay - by) >= (ar + br) * (1 - 1e-9)


def test_nobody_and_one_alone():
    assert drawn(0, [])[1].points == ()
    ((x, y),) = drawn(1, [])[1].points
    assert (x, y) == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize(
    ("groups", "size", "within"), [(6, 12, 0.9), (6, 30, 0.2), (3, 150, 0.05), (2, 420, 0.03)]
)
def test_those_who_are_tied_lie_together_and_nobody_upon_another(groups, size, within):
    count, ties, _home = planted(groups, size, within=within, between=within / 40, seed=3)
    _groups, found = drawn(count, ties)
    assert tightness(found.points, [(a, b) for a, b, _weight in ties]) < 0.6
    near_by = sorted(found.points)
    for at, (x, y) in enumerate(near_by):
        for a, b in near_by[at + 1 : at + 30]:
            assert hypot(a - x, b - y) > found.apart * 0.2


def test_many_groups_are_drawn_as_tight_as_the_goal_for_a_map_says():
    count, ties, _home = planted(18, 50, within=0.15, between=0.002, seed=5)
    _groups, found = drawn(count, ties)
    assert tightness(found.points, [(a, b) for a, b, _weight in ties]) <= 0.45


def test_a_chain_is_drawn_as_one():
    """The distance drawn grows with the number of ties between: a line stays a line."""
    count = 9
    _groups, found = drawn(count, [(a, a + 1, 1.0) for a in range(count - 1)])
    # the groups that were found cut it; what holds is that neighbours are nearer than anybody else
    far = [hypot(x - found.points[0][0], y - found.points[0][1]) for x, y in found.points]
    assert min(far[1:]) == far[1]
    assert far[8] > far[1] * 2


def test_a_tie_over_the_mean_distance_says_how_tight():
    square = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    mean = (4 * 0 + 8 * 1 + 4 * 2**0.5) / 16
    assert tightness(square, [(0, 1)]) == pytest.approx(1 / mean, rel=0.02)
