from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text.partial_dates import PartialDate, lower_bound

YEARS = st.integers(1, 9999)
WHOLE = st.dates().map(PartialDate.of)
ANY_DATE = st.one_of(
    WHOLE,
    st.builds(PartialDate, YEARS),
    st.builds(PartialDate, YEARS, st.integers(1, 12)),
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map(
        lambda day: PartialDate(None, day.month, day.day)
    ),
    st.builds(PartialDate, st.none(), st.integers(1, 12)),
)


@pytest.mark.parametrize(
    ("typed", "text", "lower", "upper", "precision"),
    [
        ("2019", "2019", "2019-01-01", "2019-12-31", "year"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-01-31", "2024-01-31", "2024-01-31", "2024-01-31", "day"),
        ("20240131", "2024-01-31", "2024-01-31", "2024-01-31", "day"),
        ("2024-01-31T10:00:00Z", "2024-01-31", "2024-01-31", "2024-01-31", "day"),
        ("--02-29", "--02-29", "0004-02-29", "0004-02-29", "yearless"),
        ("--0229", "--02-29", "0004-02-29", "0004-02-29", "yearless"),
        ("--02", "--02", "0004-02-01", "0004-02-29", "yearless"),
        (" 1823 ", "1823", "1823-01-01", "1823-12-31", "year"),
    ],
)
def test_every_written_form_is_read(typed, text, lower, upper, precision):
    date = PartialDate.parse(typed)
    assert (date.text, date.lower.isoformat(), date.upper.isoformat()) == (text, lower, upper)
    assert date.precision == precision
    assert str(date) == text


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hello",
        "2024-13",
        "2024-02-30",
        "--02-30",
        "2023-02-29",
        "24-01-01",
        "0000",
        "---31",
        "2024-1-1",
        "٢٠٢٤",
    ],
)
def test_what_no_calendar_holds_is_refused(typed):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(typed)


def test_a_day_needs_its_month_and_nothing_is_no_date():
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2024, None, 3)
    with pytest.raises(ValueError, match="at least"):
        PartialDate(None)


@given(ANY_DATE)
def test_the_stored_text_reads_back_to_the_same(date):
    assert PartialDate.parse(date.text) == date
    assert date.lower <= date.upper
    assert lower_bound(date.text) == date.lower


@given(ANY_DATE, st.dates())
def test_a_day_that_it_covers_lies_between_its_bounds(date, day):
    if date.year is not None:
        assert date.covers(day) == (date.lower <= day <= date.upper)
    else:
        assert date.covers(day) == (day.month == date.month and date.day in {None, day.day})


@given(WHOLE)
def test_a_whole_date_is_itself(date):
    assert date.whole == date.lower == date.upper
    assert date.covers(date.lower)


def test_a_part_is_no_whole_date_and_an_empty_text_has_no_bound():
    assert PartialDate.parse("2024-02").whole is None
    assert lower_bound("") is None
