"""Counting days: weeks from Monday, months that keep the day where they can, working days."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

_WEEKEND: Final = 5  # Saturday, counted from Monday


def monday(day: dt.date) -> dt.date:
    """The Monday of the week in which the day lies."""
    return day - dt.timedelta(days=day.weekday())


def week_end(day: dt.date) -> dt.date:
    """The Friday of the day's week, or its Sunday when the day is later than that Friday."""
    friday = monday(day) + dt.timedelta(days=4)
    return friday if day <= friday else friday + dt.timedelta(days=2)


def month_end(day: dt.date) -> dt.date:
    """The last day of the day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or a shorter month's last; OverflowError beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError("beyond the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_working(day: dt.date, days: int) -> dt.date:
    """The day so many working days (Monday to Friday) on, or back when negative."""
    weeks, left = divmod(abs(days), 5)
    step = dt.timedelta(days=1 if days > 0 else -1)
    day += weeks * 7 * step
    if weeks and not left:
        left, day = 5, day - 7 * step
    while left:
        day += step
        left -= day.weekday() < _WEEKEND
    return day
