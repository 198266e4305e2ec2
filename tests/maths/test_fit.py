"""Fit: the table that it promises, its limits, and the integral behind it."""

from __future__ import annotations

from math import gamma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths.fit import FLAT, above_half, finding, majority, outlook, prior_of, thresholds, verdict

SHAPE = st.floats(0.3, 40)


def by_adding_up(a: float, b: float) -> float:
    """P(theta > .5) from the density, by Simpson's rule (a and b at least 2, so that it ends flat)."""
    scale = gamma(a + b) / gamma(a) / gamma(b)
    slices = 4000
    points = [0.5 + 0.5 * n / slices for n in range(slices + 1)]
    heights = [x ** (a - 1) * (1 - x) ** (b - 1) for x in points]
    weighted = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    return scale * weighted * 0.5 / slices / 3


@pytest.mark.parametrize(
    ("met", "limits"), [(5, (0, 5)), (8, (1, 7)), (10, (2, 8)), (15, (4, 11)), (20, (6, 14))]
)
def test_so_many_likes_make_a_verdict(met, limits):
    assert thresholds(met) == limits


@pytest.mark.parametrize(("liked", "probability"), [(3, 0.13), (5, 0.50), (7, 0.87)])
def test_ten_talks(liked, probability):
    assert majority(liked, 10) == pytest.approx(probability, abs=0.005)


@pytest.mark.parametrize(
    ("share", "no", "yes", "undecided", "median"),
    [
        (0.20, 0.86, 0.00, 0.14, 8),
        (0.35, 0.43, 0.01, 0.56, 10),
        (0.50, 0.10, 0.10, 0.79, 10),
        (0.65, 0.01, 0.43, 0.56, 10),
        (0.80, 0.00, 0.87, 0.13, 8),
    ],
)
def test_what_five_to_fifteen_talks_settle(share, no, yes, undecided, median):
    found = outlook(share)
    told = (found.dislikes, found.likes, found.undecided)
    assert told == pytest.approx((no, yes, undecided), abs=0.011)
    assert sum(told) == pytest.approx(1)
    assert found.median == median


def test_an_even_field_is_rarely_judged_wrongly():
    found = outlook(0.5)
    assert max(found.likes, found.dislikes) <= 0.12


@given(st.integers(0, 25), st.integers(0, 25))
def test_whole_numbers_and_the_integral_agree(a, b):
    near = 1e-9
    exact = above_half(a + 1, b + 1)
    assert above_half(a + 1 + near, b + 1) == pytest.approx(exact, abs=1e-7)


@given(st.floats(2, 25), st.floats(2, 25))
def test_the_integral_is_the_area_under_the_density(a, b):
    assert above_half(a, b) == pytest.approx(by_adding_up(a, b), abs=1e-4)


@given(SHAPE, SHAPE)
def test_liking_and_not_liking_mirror_each_other(a, b):
    assert above_half(a, b) + above_half(b, a) == pytest.approx(1, abs=1e-9)
    assert above_half(a + 1, b) >= above_half(a, b) - 1e-12


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_verdict_needs_five_talks_and_certainty(liked, not_liked):
    found = finding(liked, liked + not_liked)
    assert 0 < found.probability <= 1
    decided = liked + not_liked >= 5 and not 0.05 <= found.probability <= 0.95
    assert (found.verdict != "undecided") == decided
    assert (found.more_needed == 0) == decided


@given(st.integers(0, 12), st.integers(0, 12))
def test_so_many_more_talks_could_settle_it_and_fewer_could_not(liked, not_liked):
    met = liked + not_liked
    more = finding(liked, met).more_needed
    for further in range(more + 1):
        endings = [majority(liked + k, met + further) for k in range(further + 1)]
        settled = any(verdict(one, met + further) != "undecided" for one in endings)
        assert settled == (further == more)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5))
def test_the_prior_is_my_own_share_where_there_are_several_fields(pairs):
    fields = [(liked, liked + other) for liked, other in pairs]
    told = [one for one in fields if one[1]]
    a, b = prior_of(fields)
    if len(told) <= 1:
        assert (a, b) == FLAT
    else:
        share = (sum(k for k, _n in told) + 2) / (sum(n for _k, n in told) + 4)
        assert (a, b) == pytest.approx((6 * share, 6 * (1 - share)))


def test_impossible_counts_are_refused():
    with pytest.raises(ValueError, match="likes"):
        finding(6, 5)
