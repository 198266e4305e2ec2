"""Meetings that come again: the rule as it stands, and its days up to a given one, within bounds.

A rule is asked of each day of at most twenty years, so that no rule can cost more than any other: the usual
libraries look for the next match until the year 9999. Rules that repeat within a day are refused.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import groupby, islice
from typing import Final

from icalendar import Event

from acquaint.formats.ics.values import all_of, first, part
from acquaint.formats.records import EventRecord, Repeats

OCCURRENCES: Final = 10_000
_YEARS: Final = 20
_LISTED: Final = 2_000
_RULE: Final = 1_000  # characters
_DENSE: Final = re.compile(r"\bFREQ=(?:SECONDLY|MINUTELY|HOURLY)\b", re.IGNORECASE)
_INSTANT: Final = re.compile(r"UNTIL=(\d{8}T\d{6})(Z?)", re.IGNORECASE)
_UNTIL: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_BY_DAY: Final = re.compile(r"([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS: Final = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_WEEK: Final = 7
_LENGTH: Final = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}  # days of a period at most


def is_refused(repeats: Repeats) -> bool:
    """Whether the rule repeats within a day or is longer than any that people make."""
    return bool(_DENSE.search(repeats.rule)) or len(repeats.rule) > _RULE


def repeats_of(event: Event) -> Repeats | None:
    """What the event says of coming again, not yet judged; None if it comes once."""
    rule = ""
    if rules := all_of(event, "RRULE"):
        try:
            rule = rules[0].to_ical().decode("ascii", "replace")
        except Exception:  # noqa: BLE001  # a rule that the library could not read cannot be written either
            rule = ""
    also, never = _days(event, "RDATE"), _days(event, "EXDATE")
    return Repeats(_ending(rule, _start(event)), also, never) if rule or also else None


def _start(event: Event) -> datetime | None:
    found = part(first(event, "DTSTART"), "dt")
    return found if isinstance(found, datetime) else None


def _ending(rule: str, start: datetime | None) -> str:
    """The rule with its end as the last day on which it may be, by the wall clock of its start."""
    found = _INSTANT.search(rule)
    if found is None or start is None:
        return rule
    try:
        at = datetime.fromisoformat(found[1])
        if found[2] and start.tzinfo is not None:
            at = at.replace(tzinfo=UTC).astimezone(start.tzinfo)
        day = at.date() - timedelta(days=int(at.time() < start.time()))
    except (ValueError, OverflowError):
        return rule
    return f"{rule[: found.start()]}UNTIL={day.year:04}{day.month:02}{day.day:02}{rule[found.end() :]}"


def days(record: EventRecord, until: date) -> tuple[date, ...]:
    """The days on which the meeting was or is, from its first to `until`, at most `OCCURRENCES` of them."""
    if not record.on:
        return ()
    start = date.fromisoformat(record.on)
    repeats = record.repeats
    if repeats is None or is_refused(repeats):
        return (start,) if start <= until else ()
    found = {start, *map(date.fromisoformat, repeats.also)}
    if (rule := Rule.read(repeats.rule, start)) is not None:
        found.update(islice(rule.days(until), OCCURRENCES))
    found -= set(map(date.fromisoformat, repeats.never))
    return tuple(sorted(day for day in found if day <= until)[:OCCURRENCES])


@dataclass(frozen=True, slots=True)
class Rule:
    """An RRULE (RFC 5545, 3.3.10) as far as it chooses days, without what multiplies the times of one."""

    start: date
    each: str
    interval: int
    count: int | None
    until: date | None
    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    weeks: frozenset[int]
    weekdays: frozenset[tuple[int, int]]  # (ordinal or 0, weekday)
    places: frozenset[int]
    first_weekday: int

    @classmethod
    def read(cls, rule: str, start: date) -> Rule | None:
        """The rule, None if it is none that chooses days."""
        parts = dict(part.upper().split("=", 1) for part in rule.split(";") if "=" in part)
        each = parts.get("FREQ", "")
        if each not in _LENGTH:
            return None
        found = _UNTIL.match(parts.get("UNTIL", ""))
        try:
            until = date(int(found[1]), int(found[2]), int(found[3])) if found else None
            return cls(
                start,
                each,
                max(1, min(int(parts.get("INTERVAL", "1")), 10_000)),
                int(parts["COUNT"]) if "COUNT" in parts else None,
                until,
                _numbers(parts, "BYMONTH"),
                _numbers(parts, "BYMONTHDAY"),
                _numbers(parts, "BYYEARDAY"),
                _numbers(parts, "BYWEEKNO"),
                frozenset(
                    (int(n or 0), _WEEKDAYS[day]) for n, day in _BY_DAY.findall(parts.get("BYDAY", ""))
                ),
                _numbers(parts, "BYSETPOS"),
                _WEEKDAYS.get(parts.get("WKST", "MO"), 0),
            ).whole()
        except ValueError:
            return None

    def whole(self) -> Rule:
        """With what the start says where the rule says nothing."""
        chosen = self.weekdays or self.month_days or self.year_days or self.weeks
        if self.each == "WEEKLY" and not self.weekdays:
            return replace(self, weekdays=frozenset({(0, self.start.weekday())}))
        if self.each == "MONTHLY" and not (self.weekdays or self.month_days):
            return replace(self, month_days=frozenset({self.start.day}))
        if self.each == "YEARLY" and self.weeks and not self.weekdays:
            return replace(self, weekdays=frozenset({(0, self.start.weekday())}))
        if self.each == "YEARLY" and not chosen:
            months = self.months or frozenset({self.start.month})
            return replace(self, months=months, month_days=frozenset({self.start.day}))
        return self

    def days(self, until: date) -> Iterator[date]:
        """Yield the days in order, from the start to `until` or for twenty years."""
        last = min(until, self.until or until, _after(self.start, _YEARS * 366))
        # Places within a period are counted over the whole of it, also before the start and after the end.
        begin, end = self._period_start(), _after(last, _LENGTH[self.each] if self.places else 0)
        spread = (begin + timedelta(days=n) for n in range((end - begin).days + 1))
        left = self.count if self.count is not None else OCCURRENCES
        for _period, group in groupby(filter(self._fits, spread), self._period):
            for day in self._placed(list(group)):
                if day < self.start:
                    continue
                if left <= 0 or day > last:
                    return
                left -= 1
                yield day

    def _placed(self, group: list[date]) -> list[date]:
        if not self.places:
            return group
        chosen = {at - 1 if at > 0 else len(group) + at for at in self.places}
        return [day for number, day in enumerate(group) if number in chosen]

    def _period_start(self) -> date:
        start = self.start
        try:
            return {
                "DAILY": start,
                "WEEKLY": start - timedelta(days=(start.weekday() - self.first_weekday) % _WEEK),
                "MONTHLY": start.replace(day=1),
                "YEARLY": start.replace(month=1, day=1),
            }[self.each]
        except OverflowError:
            return start

    def _period(self, day: date) -> int:
        if self.each == "DAILY":
            return (day - self.start).days
        if self.each == "WEEKLY":
            return (day - self._period_start()).days // _WEEK
        if self.each == "MONTHLY":
            return (day.year - self.start.year) * 12 + day.month - self.start.month
        return day.year - self.start.year

    def _fits(self, day: date) -> bool:
        return not (
            self._period(day) % self.interval
            or (self.months and day.month not in self.months)
            or (self.month_days and not _among(day.day, _month_length(day), self.month_days))
            or (self.year_days and not _among(day.timetuple().tm_yday, _year_length(day), self.year_days))
            or (self.weeks and not self._in_week(day))
            or (self.weekdays and not self._on_weekday(day))
        )

    def _in_week(self, day: date) -> bool:
        year, week, _ = day.isocalendar()
        weeks = date(year, 12, 28).isocalendar()[1]
        return year == day.year and _among(week, weeks, self.weeks)

    def _on_weekday(self, day: date) -> bool:
        weekday = day.weekday()
        if (0, weekday) in self.weekdays:
            return True
        if self.each == "MONTHLY" or (self.each == "YEARLY" and self.months):
            at, length = day.day, _month_length(day)
        elif self.each == "YEARLY":
            at, length = day.timetuple().tm_yday, _year_length(day)
        else:  # an ordinal says nothing within a week or a day
            return any(number == weekday for _ordinal, number in self.weekdays)
        ahead, behind = (at - 1) // _WEEK + 1, -((length - at) // _WEEK + 1)
        return (ahead, weekday) in self.weekdays or (behind, weekday) in self.weekdays


def _after(day: date, count: int) -> date:
    """So many days later, the last day of all at most."""
    return date.fromordinal(min(day.toordinal() + count, date.max.toordinal()))


def _among(at: int, length: int, chosen: frozenset[int]) -> bool:
    return at in chosen or at - length - 1 in chosen


def _month_length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _year_length(day: date) -> int:
    return 366 if calendar.isleap(day.year) else 365


def _numbers(parts: dict[str, str], name: str) -> frozenset[int]:
    return frozenset(int(one) for one in parts.get(name, "").split(",") if one.strip())


def _days(event: Event, name: str) -> tuple[str, ...]:
    """The days of a list of dates, times or periods, by the wall clock of the start."""
    found: list[str] = []
    start = _start(event)
    zone = start.tzinfo if start else None
    for value in all_of(event, name):
        for one in (part(value, "dts") or [])[:_LISTED]:
            at = part(one, "dt")
            at = at[0] if isinstance(at, tuple) else at
            if zone and isinstance(at, datetime):
                at = _moved(at, zone)
            if isinstance(at, date):
                found.append(f"{at.year:04}-{at.month:02}-{at.day:02}")
    return tuple(dict.fromkeys(found))[:_LISTED]


def _moved(at: datetime, zone: tzinfo) -> datetime:
    """What is said in UTC, by the clock of that zone."""
    try:
        return at.astimezone(zone) if at.utcoffset() == timedelta(0) else at
    except (OverflowError, ValueError):
        return at
