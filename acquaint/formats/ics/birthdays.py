"""Birthdays among the events of a calendar: whole days, every year, said to be one; often without a year."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from acquaint.formats.ics.components import Component
from acquaint.formats.records import BirthdayRecord, EventRecord, Party

_APPLE_NO_YEAR: Final = 1604
_CENTURY_START: Final = (
    1900  # and 2000 and 1900 are what others write for no year together with the mark below
)
_LEAST_AGE: Final = 3  # years between the start and the day the file was made: a start nearer is no birth
_WORD: Final = (
    r"birthday|geburtstag|anniversaire|cumpleaños|aniversário|compleanno|verjaardag|födelsedag|fødselsdag"
    r"|syntymäpäivä|urodziny|narozeniny|születésnap|день рождения|誕生日|生日|생일"
)
_OF: Final = re.compile(
    rf"\s*(?:[^\w\s]+\s*)?(?:(?P<a>.{{2,80}}?)(?:[’'‘]s?|s)?\s+(?:{_WORD})"
    rf"|(?:{_WORD})\s*(?:(?:of|von|de|di|van|da|do|d['’])\s*|:\s*|-\s*|–\s*)?(?P<b>.{{2,80}}?)"
    rf"|(?P<c>.{{2,80}}?)\s*[-–:(]\s*(?:{_WORD})\)?)\s*(?:\(\d{{1,4}}\)|\d{{1,3}})?\s*",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(
    r"^(?:CATEGORIES[^:]*:.*(?:birthday|geburtstag|anniversaire)|X-GOOGLE-CALENDAR-CONTENT-TYPE:.*birthday"
    r"|X-GOOGLE-CALENDAR-CONTENT-DISPLAY.*birthday|X-MICROSOFT-CDO-.*BIRTHDAY|X-(?:EVOLUTION|MOZ)-BIRTHDAY)",
    re.IGNORECASE | re.MULTILINE,
)
_OMITS: Final = re.compile(r"X-APPLE-OMIT-YEAR=\"?(\d{4})|X-BIRTHDAY-NO-YEAR", re.IGNORECASE)
_BORN: Final = re.compile(r"\((\d{4})\)|\*\s*(\d{4})")


def birthday(record: EventRecord, component: Component) -> BirthdayRecord | None:
    """The birthday that a meeting is in truth, None if it is none."""
    yearly = record.repeats is not None and "FREQ=YEARLY" in record.repeats.rule.upper()
    if record.local or record.guests or not record.on:
        return None
    marked = bool(_MARKS.search("\n".join(component.lines)))
    found = _OF.fullmatch(record.title)
    name = (found["a"] or found["b"] or found["c"]) if found else (record.title if marked else "")
    if not name or not (yearly or marked):
        return None
    return BirthdayRecord(
        record.origin, record.key, Party(_BORN.sub("", name).strip(" -–:,")), _on(record, component)
    )


def _on(record: EventRecord, component: Component) -> str:
    """Month and day, and the year where it is one of birth and not only when the series was begun."""
    day = date.fromisoformat(record.on)
    whole, bare = record.on, f"--{day:%m-%d}"
    if found := _BORN.search(record.title):
        return f"{found[1] or found[2]}{record.on[4:]}"
    if day.year <= _CENTURY_START or day.year == _APPLE_NO_YEAR or _OMITS.search("\n".join(component.lines)):
        return bare
    if record.stamped is None or record.stamped.year - day.year < _LEAST_AGE:
        return bare
    return whole
