"""Dates in the cells of address books: whole, without a year, or in an order that only other rows tell."""

from __future__ import annotations

import re
from typing import Final

from acquaint.formats.linkedin.dates import partial
from acquaint.text.partial_dates import PartialDate

NO_YEAR: Final = 1604  # what some address books write for a birthday whose year is unknown
_NEVER: Final = re.compile(r"0{1,4}[-/.]0{1,2}[-/.]0{1,4}")
_PARTED: Final = re.compile(r"(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})")
_SHORT: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?")
_TIME: Final = re.compile(r"[T ,]+\d{1,2}:\d{2}.*$")
_MONTHS: Final = 12
_CENTURY_FROM: Final = 30  # a birth year of two digits above this lies in the last century


def day_first(text: str) -> bool | None:
    """Whether a cell proves that the day (True) or the month (False) stands first; None: it says nothing."""
    found = _PARTED.fullmatch(_TIME.sub("", text.strip()))
    if not found or found[2] == ".":
        return None
    first, second = int(found[1]), int(found[3])
    if first > _MONTHS >= second:
        return True
    return False if second > _MONTHS >= first else None


def unclear(text: str) -> bool:
    """Whether a cell holds a date that could be read both ways."""
    found = _PARTED.fullmatch(_TIME.sub("", text.strip()))
    if not found or found[2] == ".":
        return False
    first, second = int(found[1]), int(found[3])
    return first != second and max(first, second) <= _MONTHS and min(first, second) > 0


def read(text: str, *, first_is_day: bool | None = None) -> str | None:
    """The date as a partial one ("1980-05-17", "--05-17"), "" for "never", None if it cannot be told."""
    bare = _TIME.sub("", " ".join(text.split()))
    if not bare or _NEVER.fullmatch(bare):
        return ""
    if found := _PARTED.fullmatch(bare):
        return _ordered(int(found[1]), int(found[3]), found[4], dotted=found[2] == ".", day=first_is_day)
    if found := _SHORT.fullmatch(bare):
        return _ordered(int(found[1]), int(found[2]), "", dotted="." in bare, day=first_is_day)
    try:
        return _yearless(PartialDate.parse(bare))
    except ValueError:
        said = partial(bare)
    return None if said is None else _yearless(PartialDate.parse(said))


def whole(year: str, month: str, day: str) -> str | None:
    """One date out of three cells, any of which may be empty; None if no calendar holds it."""
    try:
        parts = [int(part) if part.strip() else None for part in (year, month, day)]
        if not any(parts):
            return ""
        return _yearless(PartialDate(parts[0] or None, parts[1], parts[2]))
    except ValueError:
        return None


def _ordered(first: int, second: int, year: str, *, dotted: bool, day: bool | None) -> str | None:
    """Day and month by what proves itself, then by what the file or the person says."""
    if dotted or first > _MONTHS:
        order: tuple[int, int] | None = (second, first)
    elif second > _MONTHS or first == second or day is False:
        order = (first, second)
    else:
        order = (second, first) if day else None
    if order is None or 0 in order:
        return None
    try:
        return _yearless(PartialDate(_year(year), *order))
    except ValueError:
        return None


def _year(text: str) -> int | None:
    if not text:
        return None
    number = int(text)
    if len(text) > len("85"):
        return number
    return number + (1900 if number > _CENTURY_FROM else 2000)


def _yearless(found: PartialDate) -> str:
    if found.year == NO_YEAR and found.month:
        return PartialDate(None, found.month, found.day).text
    return found.text
