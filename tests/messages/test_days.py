"""Days in the words of people."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.messages import days
from acquaint.messages.tongue import Tongue

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 10, 13), "41 days ago"),
        (date(2026, 8, 23), "3 months ago"),
        (date(2024, 11, 24), "23 months ago"),
        (date(2022, 11, 23), "4 years ago"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 27), "on Friday"),
    ],
)
def test_how_long_ago(day, said):
    assert days.ago(day, MONDAY) == said


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        (date(2026, 11, 22), "still welcome, any day"),
        (date(2026, 11, 23), "best by tonight"),
        (date(2026, 11, 24), "best by tomorrow"),
        (date(2026, 11, 27), "any day this week"),
        (date(2026, 11, 29), "any day this week"),
        (date(2026, 12, 3), "by early December"),
        (date(2026, 12, 15), "before mid-December"),
        (date(2026, 12, 29), "before the end of December"),
    ],
)
def test_until_when_it_is_best_done(latest, said):
    assert days.best(latest, MONDAY) == said


def test_late_in_the_week_the_next_one_is_said_by_weekday():
    assert days.best(date(2026, 12, 1), date(2026, 11, 27)) == "by Tuesday"


def test_a_year_is_said_only_where_it_is_needed():
    assert days.named(date(2026, 11, 17), MONDAY) == "17 November"
    assert days.named(date(2025, 11, 17), MONDAY) == "17 November 2025"


@pytest.mark.parametrize(
    ("length", "said"),
    [(1, "1 day"), (13, "13 days"), (21, "3 weeks"), (150, "5 months"), (1100, "3 years")],
)
def test_silence_in_its_largest_unit(length, said):
    assert days.silence(length) == said


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-2000, 2000))
def test_every_day_can_be_said_from_every_day(day, away):
    today = day + timedelta(away)
    said = [form(day, today) for form in (days.ago, days.named, days.when, days.best)]
    assert all(said)
    assert not any(sign in text for text in said for sign in "{}")


def test_it_speaks_the_tongue_it_is_given():
    german = Tongue(
        {"yesterday": "gestern", "{day} {month}": "{day}. {month}"}.get, lambda one, many, _n: many
    )
    assert days.ago(date(2026, 11, 22), MONDAY, german) == "gestern"
