from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import times

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24 10:00", "2026-11-24T10:00:00"),
        ("2026-11-24T10:00", "2026-11-24T10:00:00"),
        ("2026-11-24T10:00+01:00", "2026-11-24T10:00:00+01:00"),
        ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00+00:00"),
        ("2026-11-24 10:00 +0530", "2026-11-24T10:00:00+05:30"),
        ("2026-11-24", "2026-11-24T12:00:00"),
        ("tomorrow 10am", "2026-11-24T10:00:00"),
        ("10 a.m. tomorrow", "2026-11-24T10:00:00"),
        ("tomorrow, 7:30 pm", "2026-11-24T19:30:00"),
        ("Tomorrow at 9", "2026-11-24T09:00:00"),
        ("Friday at 14:00", "2026-11-27T14:00:00"),
        ("on Friday 2pm", "2026-11-27T14:00:00"),
        ("next Friday, 14h30", "2026-12-04T14:30:00"),
        ("noon tomorrow", "2026-11-24T12:00:00"),
        ("12am", "2026-11-23T00:00:00"),
        ("12pm", "2026-11-23T12:00:00"),
        ("midnight", "2026-11-23T00:00:00"),
        ("at 10", "2026-11-23T10:00:00"),
        ("24 Nov 2026 10.30", "2026-11-24T10:30:00"),
        ("3.12. 10:00", "2026-12-03T10:00:00"),
        ("24.12.2026", "2026-12-24T12:00:00"),
        ("in two weeks at 9 o'clock", "2026-12-07T09:00:00"),
        ("tomorrow 10:00 UTC+2", "2026-11-24T10:00:00+02:00"),
        ("tomorrow 10:00 GMT", "2026-11-24T10:00:00+00:00"),
        ("tomorrow 10:00 America/New_York", "2026-11-24T10:00:00-05:00"),
        ("  2026-11-24   10:00 ", "2026-11-24T10:00:00"),
    ],
)
def test_a_moment_is_read(text, expected):
    assert times.read(text, today=MONDAY).isoformat() == expected


def test_a_date_alone_stands_at_the_hour_its_reader_chose():
    assert times.read("2026-11-24", today=MONDAY, bare=dt.time(23, 59)) == dt.datetime.fromisoformat(
        "2026-11-24T23:59"
    )


def test_looking_back_and_the_locale_are_passed_on():
    assert times.read("Friday 9am", today=MONDAY, looking="back") == dt.datetime.fromisoformat(
        "2026-11-20T09:00"
    )
    assert times.read("03/04 9am", today=MONDAY, day_first=False) == dt.datetime.fromisoformat(
        "2027-03-04T09:00"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing to read"),
        ("   ", "nothing to read"),
        ("whenever", "'whenever' is no date I know"),
        ("whenever 10am", "'whenever' is no date I know"),
        ("2026-11-24 25:00", "no calendar or clock holds it"),
        ("2026-02-30T10:00", "no calendar or clock holds it"),
        ("tomorrow 25:00", "25:00 is no time of day"),
        ("13pm", "13pm is no time of day"),
        ("0am", "0am is no time of day"),
        ("tomorrow 10:00 Nowhere/Land", "Nowhere/Land is no time zone"),
        ("tomorrow 10:00 +99:00", "is no offset"),
        ("at", "the day is missing"),
    ],
)
def test_what_cannot_be_read_is_said_with_a_way_out(text, why):
    with pytest.raises(times.UnreadableTime, match="Write 2026-11-24 10:00") as error:
        times.read(text, today=MONDAY)
    assert why in str(error.value)


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_says_why_not(text):
    with contextlib.suppress(times.UnreadableTime):
        assert isinstance(times.read(text, today=MONDAY), dt.datetime)


@given(
    st.datetimes(dt.datetime.fromisoformat("1900-01-01"), dt.datetime.fromisoformat("2200-01-01")),
    st.sampled_from(["%Y-%m-%d %H:%M", "%d %B %Y, %I:%M %p", "%H:%M %d/%m/%Y", "%B %d, %Y at %I:%M%p"]),
)
def test_every_way_to_write_a_moment_means_the_same(moment, way):
    assert times.read(moment.strftime(way), today=MONDAY) == moment.replace(second=0, microsecond=0)
