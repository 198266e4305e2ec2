"""Days as people say them: "yesterday", "41 days ago", "before mid-December", "any day this week"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from acquaint.messages.tongue import ENGLISH, Tongue, gettext_noop

MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)
_WEEKDAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
_DAYS_COUNTED = 60  # beyond two months nobody counts days
_NEARBY = 300  # a day further away than this is said with its year
_EARLY, _MIDDLE = 10, 20


@dataclass(frozen=True, slots=True)
class Said:
    """A day ready for a text: ``{on:ago}``, ``{on:day}``, ``{on:weekday}``, ``{on:when}``."""

    day: date
    today: date
    tongue: Tongue = ENGLISH

    def __format__(self, how: str) -> str:
        """The day in the wanted form; ``day`` unless said otherwise."""
        say = {"ago": ago, "day": named, "weekday": weekday, "when": when, "": named}[how]
        return say(self.day, self.today, self.tongue)


def ago(day: date, today: date, tongue: Tongue = ENGLISH) -> str:
    """How long ago (or in how long) a day is."""
    days = (today - day).days
    if days < 0:
        return when(day, today, tongue)
    if days == 0:
        return tongue.say("today")
    if days == 1:
        return tongue.say("yesterday")
    if days < _DAYS_COUNTED:
        return tongue.count("{count} day ago", "{count} days ago", days)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 24:  # noqa: PLR2004 two years
        return tongue.count("{count} month ago", "{count} months ago", max(2, months))
    return tongue.count("{count} year ago", "{count} years ago", months // 12)


def named(day: date, today: date, tongue: Tongue = ENGLISH) -> str:
    """The day by its name in the calendar, with the year only when it would be unclear."""
    month = tongue.say(MONTHS[day.month - 1])
    if abs((day - today).days) < _NEARBY:
        return tongue.say("{day} {month}", day=day.day, month=month)
    return tongue.say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def weekday(day: date, _today: date, tongue: Tongue = ENGLISH) -> str:
    """The name of its weekday."""
    return tongue.say(_WEEKDAYS[day.weekday()])


def when(day: date, today: date, tongue: Tongue = ENGLISH) -> str:
    """A day near today by its nearest name, any other by its date."""
    away = (day - today).days
    near = {-1: gettext_noop("yesterday"), 0: gettext_noop("today"), 1: gettext_noop("tomorrow")}
    if away in near:
        return tongue.say(near[away])
    if 1 < away < 7:  # noqa: PLR2004 a week
        return tongue.say("on {weekday}", weekday=weekday(day, today, tongue))
    return tongue.say("on {day}", day=named(day, today, tongue))


def best(latest: date, today: date, tongue: Tongue = ENGLISH) -> str:
    """Until when something is best done; once that has passed there is still no hurry."""
    away = (latest - today).days
    if away < 0:
        return tongue.say("still welcome, any day")
    if away == 0:
        return tongue.say("best by tonight")
    if away == 1:
        return tongue.say("best by tomorrow")
    if latest <= today + timedelta(6 - today.weekday()):
        return tongue.say("any day this week")
    if away < 7:  # noqa: PLR2004 a week
        return tongue.say("by {weekday}", weekday=weekday(latest, today, tongue))
    return _before(latest, tongue)


def silence(days: int, tongue: Tongue = ENGLISH) -> str:
    """A stretch of time in the largest unit that people would use: "3 weeks", "5 months"."""
    if days < 14:  # noqa: PLR2004 two weeks
        return tongue.count("{count} day", "{count} days", days)
    if days < _DAYS_COUNTED:
        return tongue.count("{count} week", "{count} weeks", days // 7)
    if days < 700:  # noqa: PLR2004 nearly two years
        return tongue.count("{count} month", "{count} months", days // 30)
    return tongue.count("{count} year", "{count} years", round(days / 365))


def _before(day: date, tongue: Tongue) -> str:
    month = tongue.say(MONTHS[day.month - 1])
    if day.day <= _EARLY:
        return tongue.say("by early {month}", month=month)
    if day.day <= _MIDDLE:
        return tongue.say("before mid-{month}", month=month)
    return tongue.say("before the end of {month}", month=month)
