from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.linkedin import dates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("08 Feb 2026", "2026-02-08"),
        ("8 Feb 2026", "2026-02-08"),
        ("08 February 2026", "2026-02-08"),
        ("Feb 08, 2026", "2026-02-08"),
        ("05 Jun 1833", "1833-06-05"),
        ("2026-02-08", "2026-02-08"),
        ("05.03.2024", "2024-03-05"),
        ("5.3.24", "2024-03-05"),
        ("08. März 2026", "2026-03-08"),
        ("08 févr. 2026", "2026-02-08"),
        ("8-Feb-2026", "2026-02-08"),
        ("29 Feb 2024", "2024-02-29"),
        ("13/2/2024", "2024-02-13"),
        ("2/13/2024", "2024-02-13"),
        ("2026-02-08 09:00:00 UTC", "2026-02-08"),
        ("2024/02/01 15:02:55 UTC", "2024-02-01"),
    ],
)
def test_days_of_every_known_shape(text, wanted):
    assert dates.day(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "99 Foo 20xx", "30 Feb 2024", "31.04.2024", "2024", "Feb 2024", "1/2/2024", "soon", "2024-13-01"],
)
def test_what_is_no_certain_day_is_none(text):
    assert dates.day(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1/29/26, 2:37 PM", "2026-01-29"),
        ("1/2/26, 2:37 PM", "2026-01-02"),
        ("07/21/09, 12:11 PM", "2009-07-21"),
        ("1/29/26, 2:37\u202fPM", "2026-01-29"),
        ("1823-07-18 11:00:00 UTC", "1823-07-18"),
        ("22 Mar 1833", "1833-03-22"),
    ],
)
def test_american_order_where_the_file_is_known_for_it(text, wanted):
    assert dates.day(text, "month first") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025-06-01 14:03:22 UTC", datetime(2025, 6, 1, 14, 3, 22, tzinfo=UTC)),
        ("2024/02/01 15:02:55 UTC", datetime(2024, 2, 1, 15, 2, 55, tzinfo=UTC)),
        ("2025-06-01T14:03:22Z", datetime(2025, 6, 1, 14, 3, 22, tzinfo=UTC)),
        ("2025-06-01T16:03:22+02:00", datetime(2025, 6, 1, 14, 3, 22, tzinfo=UTC)),
        ("1842-07-10 08:14:00 UTC", datetime(1842, 7, 10, 8, 14, tzinfo=UTC)),
    ],
)
def test_moments(text, wanted):
    assert dates.moment(text) == wanted


@pytest.mark.parametrize(
    "text", ["", "2025-06-01", "yesterday", "2025-13-01 00:00:00 UTC", "0001-01-01T00:00+09:00"]
)
def test_what_is_no_moment_is_none(text):
    assert dates.moment(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jan 2024", "2024-01"),
        ("2019", "2019"),
        ("01 Oct 2022", "2022-10-01"),
        ("2022-10", "2022-10"),
        ("Sept 2008", "2008-09"),
    ],
)
def test_positions_know_only_a_month_or_a_year(text, wanted):
    assert dates.partial(text) == wanted


@given(st.dates())
def test_every_day_there_is_survives_its_own_writing(day):
    assert dates.day(f"{day.day:02} {day:%b} {day.year:04}") == day.isoformat()
    assert dates.day(day.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    found = dates.day(text, "month first")
    assert found is None or date.fromisoformat(found)
    dates.moment(text)
    assert isinstance(dates.looks_dated(text), bool)
    assert isinstance(dates.looks_partly_dated(text), bool)
