"""Business days: every short timer counts them, and which days are weekend is the owner's to say."""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY_SUNDAY = frozenset({5, 6})  # as date.weekday() counts
DAY = timedelta(days=1)


def is_business(day: date, weekend: frozenset[int] = SATURDAY_SUNDAY) -> bool:
    """Whether it is a working day; a week without one (a weekend of seven days) has only working days."""
    return len(weekend) >= 7 or day.weekday() not in weekend  # noqa: PLR2004 a week


def add(day: date, count: int, weekend: frozenset[int] = SATURDAY_SUNDAY) -> date:
    """The count-th business day after a day (before it, if negative); 0 only moves it off a weekend."""
    if count == 0:
        return on_or_after(day, weekend)
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_business(day, weekend):
            day += step
    return day


def on_or_after(day: date, weekend: frozenset[int] = SATURDAY_SUNDAY) -> date:
    """The day itself if it is a working day, else the next one."""
    while not is_business(day, weekend):
        day += DAY
    return day


def between(start: date, end: date, weekend: frozenset[int] = SATURDAY_SUNDAY) -> int:
    """How many business days lie after start, up to and with end; negative when end comes first."""
    if end < start:
        return -between(end, start, weekend)
    if len(weekend) >= 7:  # noqa: PLR2004 a week
        return (end - start).days
    weeks, rest = divmod((end - start).days, 7)
    tail = sum(is_business(end - DAY * back, weekend) for back in range(rest))
    return weeks * (7 - len(weekend)) + tail


def week_of(day: date, weekend: frozenset[int] = SATURDAY_SUNDAY) -> tuple[date, date]:
    """First and last day of the week a day lies in; a week begins when its weekend is over."""
    first = day
    while not _begins_week(first, weekend):
        first -= DAY
    return first, first + 6 * DAY


def _begins_week(day: date, weekend: frozenset[int]) -> bool:
    if len(weekend) in {0, 7}:
        return day.weekday() == 0
    return is_business(day, weekend) and not is_business(day - DAY, weekend)
