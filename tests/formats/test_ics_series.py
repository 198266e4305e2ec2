from __future__ import annotations

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.ics.series import OCCURRENCES, days
from acquaint.formats.records import EventRecord, Origin, Repeats
from tests.formats.meetings import calendar, event, read_text

LATE = date(2200, 1, 1)


def of(rule: str, on: str = "2026-03-04", until: date = LATE, also=(), never=()) -> tuple[date, ...]:
    return days(EventRecord(Origin("x"), "k", "t", on, repeats=Repeats(rule, also, never)), until)


def test_a_meeting_that_comes_once_has_its_day():
    assert days(EventRecord(Origin("x"), "k", "t", "2026-03-04"), LATE) == (date(2026, 3, 4),)
    assert not days(EventRecord(Origin("x"), "k", "t", "2026-03-04"), date(2026, 3, 3))


def test_days_added_and_left_out():
    found = of("FREQ=WEEKLY;COUNT=3", also=("2026-03-05",), never=("2026-03-11",))
    assert found == (date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 18))


@pytest.mark.parametrize("freq", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_what_repeats_within_a_day_is_refused_and_its_first_day_kept(tmp_path, freq):
    warned, said = read_text(tmp_path, calendar(event(f"RRULE:FREQ={freq}")))
    assert warned.reason.code == "rule_refused"
    assert said.repeats is None
    assert of(f"FREQ={freq}") == (date(2026, 3, 4),)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=60",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYSECOND=" + ",".join(map(str, range(60))),
        "FREQ=MONTHLY;BYSETPOS=" + ",".join(map(str, range(1, 200))),
        "FREQ=DAILY;INTERVAL=0",
    ],
)
def test_no_rule_costs_more_than_the_days_of_twenty_years(rule):
    assert len(of(rule)) <= min(OCCURRENCES, 20 * 366 + 1)


@pytest.mark.parametrize(
    "rule", ["", "FREQ", "FREQ=", "FREQ=WEEKLY;COUNT=x", "FREQ=WEEKLY;UNTIL=99999999", "BYDAY=MO", "X" * 5000]
)
def test_what_is_no_rule_leaves_the_first_day(rule):
    assert of(rule)[0] == date(2026, 3, 4)


def theirs(rule: str, start: date, until: date) -> tuple[date, ...]:
    """The days by the usual library."""
    first, last = (datetime.combine(day, time()) for day in (start, until))
    found = rrulestr(rule, dtstart=first).between(first, last, inc=True)
    return tuple(sorted({start, *(at.date() for at in found)}))


@pytest.mark.parametrize(
    ("start", "until", "last"),
    [
        # in California the day of an evening is over at seven in the morning of the next, in UTC
        ("DTSTART;TZID=America/Los_Angeles:20260303T180000", "20260310T065959Z", "2026-03-09"),
        ("DTSTART;TZID=America/Los_Angeles:20260303T180000", "20260311T010000Z", "2026-03-10"),
        ("DTSTART;TZID=Asia/Seoul:20260303T010000", "20260309T160000Z", "2026-03-10"),
        ("DTSTART;TZID=Asia/Seoul:20260303T010000", "20260309T155959Z", "2026-03-09"),
        ("DTSTART;TZID=Pacific Standard Time:20260303T180000", "20260310T065959Z", "2026-03-09"),
        ("DTSTART:20260303T180000Z", "20260310T180000Z", "2026-03-10"),
        ("DTSTART:20260303T180000Z", "20260310T175959Z", "2026-03-09"),
        ("DTSTART:20260303T180000", "20260310T180000", "2026-03-10"),
        ("DTSTART;VALUE=DATE:20260303", "20260310", "2026-03-10"),
    ],
)
def test_the_end_of_a_rule_is_an_instant_and_its_days_are_those_of_a_wall_clock(tmp_path, start, until, last):
    (said,) = read_text(tmp_path, calendar(event(f"RRULE:FREQ=DAILY;UNTIL={until}", start=start)))
    found = days(said, LATE)
    assert found[-1].isoformat() == last
    assert len(found) == found[-1].day - 2


def test_days_left_out_may_be_said_in_utc(tmp_path):
    start = "DTSTART;TZID=Asia/Seoul:20260303T010000"
    lines = ("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20260309T160000Z", "RDATE:20260320T160000Z")
    (said,) = read_text(tmp_path, calendar(event(*lines, start=start)))
    assert [f"{day:%m-%d}" for day in days(said, LATE)] == ["03-03", "03-17", "03-21"]


WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True
)
PARTS = {
    "BYMONTH": st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True),
    "BYMONTHDAY": st.lists(st.integers(-31, 31).filter(bool), min_size=1, max_size=4, unique=True),
    "BYDAY": WEEKDAYS,
}


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 4),
    st.one_of(st.just(""), st.integers(1, 30).map("COUNT={}".format), st.just("UNTIL=20290101")),
    st.fixed_dictionaries({}, optional=PARTS),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
)
def test_the_days_are_those_of_the_usual_library(freq, interval, end, by, start):
    if freq == "WEEKLY":
        by.pop("BYMONTHDAY", None)  # forbidden by the standard
    rule = ";".join(
        filter(
            None,
            [
                f"FREQ={freq}",
                f"INTERVAL={interval}",
                end,
                *(f"{k}={','.join(map(str, v))}" for k, v in by.items()),
            ],
        )
    )
    until = date(start.year + 6, 1, 1)
    assert of(rule, start.isoformat(), until) == theirs(rule, start, until)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "FREQ=YEARLY;BYYEARDAY=1,-1,100",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO",
        "FREQ=YEARLY;BYMONTH=1;BYDAY=SU", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYSETPOS=2;BYDAY=SU",
    ],
)  # fmt: skip
def test_the_rules_of_the_standard(rule):
    assert of(rule, "2026-01-01", date(2036, 1, 1)) == theirs(rule, date(2026, 1, 1), date(2036, 1, 1))
