"""English words of time: what days, months, spans and numbers are called."""

from __future__ import annotations

from typing import Final

WEEKDAYS: Final = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
# Short forms that are also words or names stand for a day only behind a preposition.
GUARDED_WEEKDAYS: Final = frozenset({"mon", "wed", "sat", "sun"})
MONTHS: Final = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
NUMBERS: Final = {
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "a few": 3,
    "few": 3,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "half a": 0.5,
}
# Each span as (days, months); working days are counted apart.
SPANS: Final = {
    "day": (1, 0),
    "night": (1, 0),
    "week": (7, 0),
    "wk": (7, 0),
    "fortnight": (14, 0),
    "month": (0, 1),
    "quarter": (0, 3),
    "year": (0, 12),
    "yr": (0, 12),
}
WORKING_DAY: Final = ("working", "business", "work")
DAY_WORDS: Final = {
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow morning": 1,
    "tomorrow afternoon": 1,
    "tomorrow evening": 1,
    "tomorrow": 1,
    "tmrw": 1,
    "earlier today": 0,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "end of the day": 0,
    "end of day": 0,
    "eod": 0,
    "just now": 0,
    "yesterday": -1,
    "last night": -1,
}
FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "new year's": (1, 1),
    "new year": (1, 1),
}
# Where in a month, a week or a year; None is its last day.
PARTS: Final = {
    "beginning of": 1,
    "start of": 1,
    "early in": 5,
    "early": 5,
    "middle of": 15,
    "mid": 15,
    "late in": 25,
    "late": 25,
    "end of": None,
}
ENDS: Final = {"eow": "week", "eom": "month", "eoy": "year"}
# What may follow a date that has no preposition: anything else makes it part of a name ("the Monday report").
AFTER_DATES: Final = (
    "at",
    "in",
    "with",
    "about",
    "over",
    "for",
    "via",
    "through",
    "from",
    "and",
    "or",
    "then",
    "near",
    "to",
)
DEADLINES: Final = (
    "by",
    "before",
    "until",
    "till",
    "til",
    "no later than",
    "not later than",
    "due",
    "due by",
    "due on",
)
NEXT: Final = ("next", "following")
THIS: Final = ("this", "this coming", "coming")
LAST: Final = ("last", "past", "previous")
BEFORE_DATES: Final = (
    "no later than",
    "not later than",
    "due by",
    "due on",
    "due",
    "by",
    "on",
    "before",
    "until",
    "till",
    "til",
    "around",
)
