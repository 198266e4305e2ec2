from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import dates, days
from acquaint.text.words import en

MONDAY = dt.date(2026, 11, 23)

AHEAD = """
today                         2026-11-23
tonight                       2026-11-23
this afternoon                2026-11-23
tomorrow                      2026-11-24
Tomorrow morning              2026-11-24
the day after tomorrow        2026-11-25
Friday                        2026-11-27
friday                        2026-11-27
by Friday                     2026-11-27
on Fri                        2026-11-27
by Wed                        2026-11-25
Monday                        2026-11-30
this Monday                   2026-11-23
this Friday                   2026-11-27
coming Friday                 2026-11-27
next Friday                   2026-12-04
next Monday                   2026-11-30
next week                     2026-11-30
this week                     2026-11-27
end of the week               2026-11-27
EOW                           2026-11-27
end of next week              2026-12-04
early next week               2026-11-30
this weekend                  2026-11-28
the weekend                   2026-11-28
next weekend                  2026-12-05
next month                    2026-12-01
this month                    2026-11-30
end of month                  2026-11-30
the end of the month          2026-11-30
by the end of next month      2026-12-31
end of the quarter            2026-12-31
next quarter                  2027-01-01
end of year                   2026-12-31
next year                     2027-01-01
start of next year            2027-01-01
in 3 days                     2026-11-26
in two weeks                  2026-12-07
in two weeks' time            2026-12-07
within a week                 2026-11-30
in a fortnight                2026-12-07
in a month                    2026-12-23
in a couple of days           2026-11-25
in a few weeks                2026-12-14
two weeks from now            2026-12-07
in half a year                2027-05-23
in 3 working days             2026-11-26
in five business days         2026-11-30
in 10 business days           2026-12-07
the 15th                      2026-12-15
by the 30th                   2026-11-30
the 31st                      2026-12-31
by the 23rd                   2026-12-23
3 Dec                         2026-12-03
Dec 3                         2026-12-03
Dec. 3                        2026-12-03
December 3rd 2026             2026-12-03
December 3, 2027              2027-12-03
3rd of December               2026-12-03
Thursday 3 December           2026-12-03
Thu, Dec 3                    2026-12-03
23 November                   2026-11-23
22 November                   2027-11-22
29 Feb                        2028-02-29
2026-12-03                    2026-12-03
2026/12/3                     2026-12-03
03/04                         2027-04-03
03/04/2027                    2027-04-03
25.12.                        2026-12-25
25.12.2026                    2026-12-25
3-12-26                       2026-12-03
3-Dec-2026                    2026-12-03
12/25                         2026-12-25
in June                       2027-06-01
by june                       2027-06-01
in November                   2026-11-30
in June 2028                  2028-06-01
December 2026                 2026-12-01
mid-December                  2026-12-15
mid December                  2026-12-15
the middle of December        2026-12-15
early January                 2027-01-05
late November                 2026-11-25
end of November               2026-11-30
end of February               2027-02-28
end of June 2028              2028-06-30
by Christmas                  2026-12-25
before New Year's Eve         2026-12-31
by Q1                         2027-01-01
in Q4                         2026-10-01
Q2 2028                       2028-04-01
in 2028                       2028-01-01
yesterday                     2026-11-22
last Tuesday                  2026-11-17
two weeks ago                 2026-11-09
"""

BACK = """
today                         2026-11-23
yesterday                     2026-11-22
last night                    2026-11-22
the day before yesterday      2026-11-21
last Tuesday                  2026-11-17
last Monday                   2026-11-16
on Tuesday                    2026-11-17
on Monday                     2026-11-16
Friday                        2026-11-20
this Friday                   2026-11-20
on 3 Nov                      2026-11-03
3 Dec                         2025-12-03
Nov 3rd                       2026-11-03
two weeks ago                 2026-11-09
a month ago                   2026-10-23
3 days ago                    2026-11-20
a couple of years ago         2024-11-23
two business days ago         2026-11-19
last week                     2026-11-16
last month                    2026-10-23
last year                     2025-11-23
last weekend                  2026-11-21
this week                     2026-11-23
in June                       2026-06-01
in November                   2026-11-01
in March 2025                 2025-03-01
mid-October                   2026-10-15
end of October                2026-10-31
end of November               2025-11-30
on the 15th                   2026-11-15
on the 30th                   2026-10-30
03/04                         2026-04-03
at Christmas                  2025-12-25
in Q3                         2026-07-01
2019-05-06                    2019-05-06
"""


def _table(lines):
    return [tuple(part.strip() for part in (line[:30], line[30:])) for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), _table(AHEAD))
def test_looking_ahead(text, expected):
    assert dates.read(text, today=MONDAY).isoformat() == expected


@pytest.mark.parametrize(("text", "expected"), _table(BACK))
def test_looking_back(text, expected):
    assert dates.read(text, today=MONDAY, looking="back").isoformat() == expected


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("Friday", "2026-11-27", "2026-12-04"),  # said on a Friday it is not today
        ("this Friday", "2026-11-27", "2026-11-27"),
        ("next Friday", "2026-11-27", "2026-12-04"),
        ("Friday", "2026-11-28", "2026-12-04"),
        ("next Friday", "2026-11-29", "2026-12-04"),  # of the week after the one that Sunday ends
        ("this weekend", "2026-11-29", "2026-11-29"),
        ("end of the week", "2026-11-28", "2026-11-29"),
        ("end of month", "2026-11-30", "2026-11-30"),
        ("in a month", "2027-01-31", "2027-02-28"),
        ("the 31st", "2027-01-31", "2027-03-31"),
        ("in one working day", "2026-11-27", "2026-11-30"),
        ("in 5 working days", "2026-11-28", "2026-12-04"),
        ("29 February", "2096-03-01", "2104-02-29"),  # 2100 has none
    ],
)
def test_other_days_to_stand_on(text, today, expected):
    assert dates.read(text, today=dt.date.fromisoformat(today)).isoformat() == expected


def test_the_locale_says_which_of_two_numbers_is_the_day():
    assert dates.read("03/04", today=MONDAY, day_first=False) == dt.date(2027, 3, 4)
    assert dates.read("25/12", today=MONDAY, day_first=False) == dt.date(2026, 12, 25)
    assert dates.read("3.4.", today=MONDAY, day_first=False) == dt.date(2027, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "99 Foo",
        "32 December",
        "2026-02-30",
        "31/31",
        "Friday 13 beers",
        "someday",
        "the 45th",
        "in 99999999 years",
        "in 9999 years",
        "\0",
        "@Friday",
        "🗓",
        "Marchioness",
        "monday's",
        "in -3 days",
    ],
)
def test_what_is_no_date_says_how_to_write_one(text):
    with pytest.raises(dates.UnreadableDate, match="write 2026-12-03"):
        dates.read(text, today=MONDAY)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("send her the paper by Friday please", "by Friday", "2026-11-27"),
        ("the paper on time by the 15th", "by the 15th", "2026-12-15"),
        ("call him tomorrow", "tomorrow", "2026-11-24"),
        ("call him in two weeks or so", "in two weeks", "2026-12-07"),
        ("no later than 3 Dec.", "no later than 3 Dec.", "2026-12-03"),
        ("write on Python and reply before mid-December", "before mid-December", "2026-12-15"),
        ("try in May", "in May", "2027-05-01"),
        ("the May issue by 03/04", "by 03/04", "2027-04-03"),
        ("Sun Example by Sun", "by Sun", "2026-11-29"),
    ],
)
def test_a_date_is_found_where_it_stands(text, part, expected):
    found = dates.find(text, today=MONDAY)
    assert found is not None
    assert (text[found.start : found.end], found.on.isoformat()) == (part, expected)


@pytest.mark.parametrize(
    "text",
    [
        "May Example",
        "April Example and June Sample",
        "Sat with Sun",
        "the 15th floor",
        "split 50/50",
        "3/4 of it",
        "Q2 plans",
        "a1b2-03-04",
        "room 2026",
        "v1.2.3",
        "in person",
        "on demand",
        "by heart",
        "#2026-12-03",
        "https://example.org/2026-12-03",
        "at Mondays",
        "second",
        "march on",
    ],
)
def test_words_that_are_mostly_something_else_are_no_dates(text):
    assert dates.find(text, today=MONDAY) is None


def test_the_word_before_a_date_is_told():
    found = dates.find("keep till  Friday", today=MONDAY)
    assert found == dates.Reading(dt.date(2026, 11, 27), 5, 17, "till")
    assert dates.find("in two weeks", today=MONDAY) == dates.Reading(dt.date(2026, 12, 7), 0, 12, "")


def test_only_the_part_asked_for_is_searched():
    text = "today or tomorrow"
    assert dates.find(text, today=MONDAY, start=3) == dates.Reading(dt.date(2026, 11, 24), 9, 17, "")
    assert dates.find(text, today=MONDAY, start=3, stop=14) is None


@given(st.text(max_size=60), st.dates())
def test_any_text_on_any_day_is_a_date_or_is_not(text, today):
    found = dates.find(text, today=today)
    assert found is None or 0 <= found.start < found.end <= len(text)


TODAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))


@given(TODAYS, st.sampled_from(sorted(en.WEEKDAYS)))
def test_a_weekday_lies_strictly_ahead_within_a_week(today, name):
    ahead = dates.read(f"on {name}", today=today)
    assert 1 <= (ahead - today).days <= 7
    assert ahead.weekday() == en.WEEKDAYS[name]
    assert -7 <= (dates.read(f"on {name}", today=today, looking="back") - today).days <= -1
    assert days.monday(dates.read(f"next {name}", today=today)) == days.monday(today) + dt.timedelta(7)


@given(TODAYS, TODAYS)
def test_every_way_to_write_a_whole_date_means_the_same_day(today, day):
    ways = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y", "%A %d %B %Y")
    assert {dates.read(day.strftime(way), today=today) for way in ways} == {day}


@given(TODAYS, TODAYS)
def test_a_day_without_a_year_is_the_nearest_on_the_side_one_looks_to(today, day):
    text = day.strftime("%d %B")
    ahead, back = dates.read(text, today=today), dates.read(text, today=today, looking="back")
    assert back <= today <= ahead
    assert {(found.month, found.day) for found in (ahead, back)} == {(day.month, day.day)}


@given(TODAYS, st.integers(0, 60))
def test_working_days_are_counted_one_by_one(today, number):
    day = today
    for _ in range(number):
        day += dt.timedelta(1)
        while day.weekday() > 4:
            day += dt.timedelta(1)
    assert days.add_working(today, number) == day


@given(TODAYS, st.integers(-400, 400))
def test_months_keep_the_day_where_they_can(day, months):
    moved = days.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and moved == days.month_end(moved))
