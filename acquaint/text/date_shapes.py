"""The shapes in which people write a date in English, each a pattern and what it means seen from a today."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from acquaint.text import days
from acquaint.text.words import en

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Clock:
    """From where a date is seen: today, which of 03/04 is the day, and whether one looks ahead or back."""

    today: dt.date
    day_first: bool
    ahead: bool

    @property
    def step(self) -> int:
        """1 looking ahead, -1 looking back."""
        return 1 if self.ahead else -1


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to write a date; a guarded one is mostly something else ("May") and needs a preposition."""

    pattern: re.Pattern[str]
    meaning: Callable[[Match, Clock], dt.date | None]
    guarded: bool = False


# ── What each means ──────────────────────────────────────────────────────────────────────────────


def _iso(match: Match, _clock: Clock) -> dt.date:
    return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: Match, clock: Clock) -> dt.date | None:
    """03/04 by the locale, 13/04 and 04/13 as they must be, 3.4. always day first."""
    orders = [(int(match["a"]), int(match["b"])), (int(match["b"]), int(match["a"]))]
    if not (clock.day_first or match["sep"] == "."):
        orders.reverse()
    for day, month in orders:
        try:
            return _dated(clock, month, day, match["y"])
        except ValueError:
            continue
    return None


def _named(match: Match, clock: Clock) -> dt.date:
    return _dated(clock, en.MONTHS[match["month"].lower()], int(match["d"]), match["y"])


def _month(match: Match, clock: Clock) -> dt.date:
    """The first day of the nearest such month; said within that month, looking ahead, its last day."""
    month = en.MONTHS[match["month"].lower()]
    if match["y"]:
        return dt.date(int(match["y"]), month, 1)
    if month == clock.today.month:
        return days.month_end(clock.today) if clock.ahead else clock.today.replace(day=1)
    return _dated(clock, month, 1, None)


def _ordinal(match: Match, clock: Clock) -> dt.date | None:
    """The nearest month that has such a day, strictly on the side one looks to."""
    for months in range(13):
        first = days.add_months(clock.today.replace(day=1), clock.step * months)
        if int(match["d"]) <= days.month_end(first).day:
            day = first.replace(day=int(match["d"]))
            if (day > clock.today) if clock.ahead else (day < clock.today):
                return day
    return None


def _part(match: Match, clock: Clock) -> dt.date:
    """Such as "mid-December", "end of next month", "start of the year"."""
    part = en.PARTS[_plain(match["part"])]
    if not match["month"]:
        return _part_of(part, match["span"].lower(), _shift(match["which"]), clock.today)
    month = en.MONTHS[match["month"].lower()]
    first = _dated(clock, month, part, match["y"]) if part else None
    if first:
        return first
    last = days.month_end(dt.date(int(match["y"] or clock.today.year), month, 1))
    if match["y"] or last == clock.today or (last > clock.today) == clock.ahead:
        return last
    return days.month_end(dt.date(last.year + clock.step, month, 1))


def _short_end(match: Match, clock: Clock) -> dt.date:
    return _part_of(None, en.ENDS[match["end"].lower()], 0, clock.today)


def _part_of(part: int | None, span: str, shift: int, today: dt.date) -> dt.date:
    """A part (day 1, 5, 15, 25, None for the last) of the current, next or last week, month or year."""
    if span == "week":
        first = days.monday(today) + dt.timedelta(weeks=shift)
        if part is None and not shift:
            return days.week_end(today)
        return first + dt.timedelta(days={1: 0, 5: 0, 15: 2}.get(part or 0, 4))
    if span == "month":
        first = days.add_months(today.replace(day=1), shift)
        return first.replace(day=part) if part else days.month_end(first)
    if span == "quarter":
        first = days.add_months(today.replace(day=1), 3 * shift - (today.month - 1) % 3)
        return days.add_months(first, {1: 0, 5: 0, 15: 1}.get(part, 2)) if part else (
            days.month_end(days.add_months(first, 2))
        )  # fmt: skip
    month = {1: 1, 5: 2, 15: 7, 25: 11}[part] if part else 0
    return dt.date(today.year + shift, month, 1) if month else dt.date(today.year + shift, 12, 31)


def _weekday(match: Match, clock: Clock) -> dt.date:
    this = days.monday(clock.today) + dt.timedelta(days=en.WEEKDAYS[match["weekday"].lower()])
    which = _plain(match["which"])
    week = dt.timedelta(weeks=1)
    if which in en.NEXT:
        return this + week
    if which in en.THIS:
        gone = (this < clock.today) if clock.ahead else (this > clock.today)
        return this + clock.step * week if gone else this
    if which in en.LAST or not clock.ahead:
        return this if this < clock.today else this - week
    return this if this > clock.today else this + week


def _whole_span(match: Match, clock: Clock) -> dt.date | None:
    """So "next week" is its Monday, "this month" its last day, "last month" the same day in it."""
    span, shift, today = match["span"].lower(), _shift(match["which"]), clock.today
    if span == "weekend":
        saturday = days.monday(today) + dt.timedelta(weeks=shift, days=5)
        return saturday if shift else max(saturday, today)
    if shift > 0:
        return _part_of(1, span, 1, today)
    if shift < 0:
        return _spanned(today, -1, span)
    return _part_of(None, span, 0, today) if clock.ahead else today


def _ahead_by(match: Match, clock: Clock) -> dt.date:
    return _counted(match, clock.today, 1)


def _behind_by(match: Match, clock: Clock) -> dt.date:
    return _counted(match, clock.today, -1)


def _counted(match: Match, today: dt.date, sign: int) -> dt.date:
    typed = _plain(match["n"])
    number = float(en.NUMBERS[typed]) if typed in en.NUMBERS else float(typed)
    if match["working"]:
        return days.add_working(today, sign * int(number))
    return _spanned(today, sign * number, match["span"].lower())


def _spanned(today: dt.date, number: float, span: str) -> dt.date:
    single, months = en.SPANS[span]
    if months:
        return days.add_months(today, round(months * number))
    return today + dt.timedelta(days=round(single * number))


def _day_word(match: Match, clock: Clock) -> dt.date:
    return clock.today + dt.timedelta(days=en.DAY_WORDS[_plain(match["words"])])


def _feast(match: Match, clock: Clock) -> dt.date:
    month, day = en.FEASTS[_plain(match["words"])]
    return _dated(clock, month, day, match["y"])


def _quarter(match: Match, clock: Clock) -> dt.date:
    """The first day of the quarter: the running one, or the nearest on the side one looks to."""
    first = dt.date(int(match["y"] or clock.today.year), 3 * int(match["q"]) - 2, 1)
    last = days.month_end(days.add_months(first, 2))
    if not match["y"] and ((last < clock.today) if clock.ahead else (first > clock.today)):
        return first.replace(year=first.year + clock.step)
    return first


def _year(match: Match, _clock: Clock) -> dt.date:
    return dt.date(int(match["y"]), 1, 1)


def _dated(clock: Clock, month: int, day: int, year: str | None) -> dt.date:
    """The day in the year given, else the nearest one on the side one looks to, today included."""
    if year:
        return dt.date(int(year) + (2000 if len(year) == len("26") else 0), month, day)
    for shift in range(9):  # the 29th of February is at most eight years off
        try:
            found = dt.date(clock.today.year + clock.step * shift, month, day)
        except ValueError:
            continue
        if (found >= clock.today) if clock.ahead else (found <= clock.today):
            return found
    raise ValueError("no year near has this day")


def _shift(which: str | None) -> int:
    word = _plain(which)
    return 1 if word in en.NEXT else -1 if word in en.LAST else 0


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())


# ── How each is written ──────────────────────────────────────────────────────────────────────────


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first, any white space between theirs."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"


_MONTH = rf"(?P<month>{_any(en.MONTHS)})\b\.?"
_WEEKDAY = rf"(?P<weekday>{_any(en.WEEKDAYS)})\b\.?"
_PLAIN_DAY = rf"(?P<weekday>{_any(set(en.WEEKDAYS) - en.GUARDED_WEEKDAYS)})\b\.?"
_WHICH = rf"(?P<which>{_any((*en.NEXT, *en.THIS, *en.LAST))})"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_NAMED_DAY = rf"(?:{_any(en.WEEKDAYS)}\b\.?,?\s+)?(?:the\s+)?"
_Y = r"(?P<y>\d{4})"
_N = rf"(?P<n>\d{{1,4}}|{_any(en.NUMBERS)})"
_SPAN = rf"(?:(?P<working>{_any(en.WORKING_DAY)})\s+)?(?P<span>{_any(en.SPANS)})s?(?:['’])?"
_FROM_NOW = r"(?:from\s+(?:now|today)|hence|ahead)"


def _shape(source: str, meaning: Callable[[Match, Clock], dt.date | None], *, guarded: bool = False) -> Shape:
    return Shape(re.compile(rf"(?:{source})(?!\w|['’]s)", re.IGNORECASE), meaning, guarded)


# The first that fits wins: whole dates before their parts, words of two before words of one.
SHAPES: Final = (
    _shape(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", _iso),
    _shape(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})", _numeric),
    _shape(r"(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})(?P<y>)(?![/\d])", _numeric, guarded=True),
    _shape(r"(?P<a>\d{1,2})(?P<sep>\.)(?P<b>\d{1,2})\.(?P<y>)(?!\d)", _numeric, guarded=True),
    _shape(rf"{_NAMED_DAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_Y})?", _named),
    _shape(rf"{_NAMED_DAY}{_MONTH}\s*(?:the\s+)?{_DAY}(?![\d:]|\s*[ap]\.?m)(?:,?\s+{_Y})?", _named),
    _shape(rf"{_MONTH}\s+{_Y}", _month),
    _shape(
        rf"(?:the\s+)?(?P<part>{_any(en.PARTS)})(?:\s+|-)(?:the\s+)?(?:{_MONTH}(?:\s+{_Y})?"
        rf"|(?:{_WHICH}\s+)?(?P<span>week|month|quarter|year))",
        _part,
    ),
    _shape(rf"(?P<words>{_any(en.DAY_WORDS)})", _day_word),
    _shape(rf"{_WHICH}\s+{_WEEKDAY}", _weekday),
    _shape(rf"(?P<which>){_PLAIN_DAY}", _weekday),
    _shape(rf"(?P<which>){_WEEKDAY}", _weekday, guarded=True),
    _shape(rf"(?:the\s+)?{_WHICH}\s+(?P<span>weekend|week|month|quarter|year)", _whole_span),
    _shape(r"(?P<which>)the\s+(?P<span>weekend)", _whole_span, guarded=True),
    _shape(rf"(?:in|within)\s+{_N}\s+{_SPAN}(?:\s+time)?", _ahead_by),
    _shape(rf"{_N}\s+{_SPAN}\s+{_FROM_NOW}", _ahead_by),
    _shape(rf"(?:about\s+)?{_N}\s+{_SPAN}\s+ago", _behind_by),
    _shape(r"the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)", _ordinal, guarded=True),
    _shape(r"(?P<d>\d{1,2})(?:st|nd|rd|th)", _ordinal, guarded=True),
    _shape(rf"(?P<words>{_any(en.FEASTS)})(?:\s+{_Y}|(?P<none>))", _feast, guarded=True),
    _shape(rf"(?P<end>{_any(en.ENDS)})", _short_end),
    _shape(rf"q(?P<q>[1-4])(?:\s+{_Y})?", _quarter, guarded=True),
    _shape(rf"{_MONTH}(?P<y>)", _month, guarded=True),
    _shape(r"(?P<y>(?:19|20)\d\d)", _year, guarded=True),
)
BEFORE: Final = re.compile(rf"(?P<word>{_any((*en.BEFORE_DATES, 'in', 'at'))})\s+", re.IGNORECASE)
# Where a date can begin: the words of every shape above by their first letters, or a digit.
START: Final = re.compile(
    rf"(?<![\w/.:@#+-])(?:(?={_any((*en.BEFORE_DATES, 'in', 'within', 'at', 'about', 'the', 'q'))}"
    rf"|{_any((*en.NEXT, *en.THIS, *en.LAST, *en.PARTS, *en.DAY_WORDS, *en.ENDS, *en.NUMBERS))}"
    rf"|{_any((*en.WEEKDAYS, *en.MONTHS))})|(?=\d))",
    re.IGNORECASE,
)
