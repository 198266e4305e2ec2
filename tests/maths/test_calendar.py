"""Business days under any weekend."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import calendar

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
WEEKENDS = st.frozensets(st.integers(0, 6), max_size=6)


@given(DAYS, st.integers(1, 40), WEEKENDS)
def test_adding_lands_on_a_working_day_that_many_working_days_away(day, count, weekend):
    there = calendar.add(day, count, weekend)
    assert calendar.is_business(there, weekend)
    passed = [day + timedelta(n) for n in range(1, (there - day).days + 1)]
    assert sum(calendar.is_business(one, weekend) for one in passed) == count
    assert calendar.between(day, there, weekend) == count


@given(DAYS, st.integers(0, 60), WEEKENDS)
def test_counting_between_is_counting_one_by_one(day, span, weekend):
    end = day + timedelta(span)
    one_by_one = sum(calendar.is_business(day + timedelta(n), weekend) for n in range(1, span + 1))
    assert calendar.between(day, end, weekend) == one_by_one
    assert calendar.between(end, day, weekend) == -one_by_one


def test_three_business_days_over_a_weekend():
    thursday = date(2026, 3, 5)
    assert calendar.add(thursday, 3) == date(2026, 3, 10)
    assert calendar.add(thursday, 3, frozenset({4, 5})) == date(2026, 3, 10)
    assert calendar.add(date(2026, 3, 7), 0) == date(2026, 3, 9)
    assert calendar.add(date(2026, 3, 9), -1) == date(2026, 3, 6)


@pytest.mark.parametrize(
    ("weekend", "first"),
    [
        (frozenset({5, 6}), date(2026, 3, 2)),
        (frozenset({4, 5}), date(2026, 3, 1)),
        (frozenset(), date(2026, 3, 2)),
    ],
)
def test_a_week_begins_after_the_weekend(weekend, first):
    assert calendar.week_of(date(2026, 3, 5), weekend) == (first, first + timedelta(6))


def test_a_week_without_working_days_counts_them_all():
    always = frozenset(range(7))
    assert calendar.add(date(2026, 3, 6), 3, always) == date(2026, 3, 9)
    assert calendar.between(date(2026, 3, 6), date(2026, 3, 9), always) == 3
