"""Reading a moment as typed: "2026-11-24 10:00", "tomorrow 10am", "Friday", "2026-11-24T10:00+01:00"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from acquaint.text import dates
from acquaint.text.dates import Looking

# An hour alone ("at 10", "10am", "10h") counts only with a word or letter that makes it one.
_CLOCK: Final = re.compile(
    r"(?<![\w:.+/-])(?:at\s+)?(?:"
    r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?(?![.\d])\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?m\b\.?)"
    r"|(?P<h3>\d{1,2})\s?h(?P<m3>\d{2})?\b"
    r"|(?P<word>noon|midday|midnight)\b"
    r"|(?<=at )(?P<h4>\d{1,2})(?![\w:./-])"
    r")(?:\s*o['’]clock)?",
    re.IGNORECASE,
)
_ISO: Final = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)"
    r"\s*(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"\s+(?:(?P<offset>(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)|(?P<utc>UTC|GMT|Z)"
    r"|(?P<name>[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+)+))$"
)
_NOON: Final = dt.time(12, 0)
_WORDS: Final = {"noon": _NOON, "midday": _NOON, "midnight": dt.time(0, 0)}


class UnreadableTime(ValueError):
    """A text that is no moment; the message says what could not be read and how to write it."""


def read(
    text: str,
    *,
    today: dt.date,
    day_first: bool = True,
    looking: Looking = "ahead",
    bare: dt.time = _NOON,
) -> dt.datetime:
    """The moment the text names: naive (local to who typed it), or aware if it carries an offset or a zone.

    A date without a time is taken at `bare`, a time without a date is that of `today`. Raises UnreadableTime.
    """
    words = " ".join(text.split())
    iso = _ISO.fullmatch(words)
    if iso:
        return _exact(iso, text)
    zone = _ZONE.search(words)
    rest = words[: zone.start()] if zone else words
    clock, rest = _clock(rest, text)
    day = _day(rest, text, today=today, day_first=day_first, looking=looking)
    return dt.datetime.combine(day, bare if clock is None else clock, _zone(zone, text))


def _exact(iso: re.Match[str], text: str) -> dt.datetime:
    """ISO 8601 in the forms that calendars and scripts write."""
    try:
        return dt.datetime.fromisoformat(
            f"{iso['date']}T{iso['time'].replace(',', '.')}{(iso['zone'] or '').upper()}"
        )
    except ValueError as error:
        raise _unreadable(text, f"no calendar or clock holds it ({error})") from None


def _clock(words: str, text: str) -> tuple[dt.time | None, str]:
    """The time of day, and the words left without it."""
    found = _CLOCK.search(words)
    if found is None:
        return None, words
    rest = " ".join(f"{words[: found.start()]} {words[found.end() :]}".split()).strip(", ")
    if found["word"]:
        return _WORDS[found["word"].lower()], rest
    hour = int(found["h"] or found["h2"] or found["h3"] or found["h4"])
    half = (found["half"] or found["half2"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004  # the hours of half a day
        raise _unreadable(text, f"{found[0].strip()} is no time of day")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return dt.time(hour, int(found["m"] or found["m3"] or 0), int(found["s"] or 0)), rest
    except ValueError:
        raise _unreadable(text, f"{found[0].strip()} is no time of day") from None


def _day(rest: str, text: str, *, today: dt.date, day_first: bool, looking: Looking) -> dt.date:
    plain = re.sub(r"\s*\bat$|^on\s+|^at\s+", "", rest, flags=re.IGNORECASE).strip(" ,")
    if not plain:
        if not rest and text.strip():
            return today
        raise _unreadable(text, "there is nothing to read" if not text.strip() else "the day is missing")
    try:
        return dates.read(plain, today=today, day_first=day_first, looking=looking)
    except dates.UnreadableDate:
        raise _unreadable(text, f"{plain!r} is no date I know") from None


def _zone(found: re.Match[str] | None, text: str) -> dt.tzinfo | None:
    """The offset or named zone at the end of the text."""
    if found is None:
        return None
    if found["utc"]:
        return dt.UTC
    if found["offset"]:
        sign = -1 if "-" in found["offset"] else 1
        digits = re.sub(r"\D", "", found["offset"])
        hours, minutes = (
            (int(digits), 0) if len(digits) <= len("12") else (int(digits[:-2]), int(digits[-2:]))
        )
        try:
            return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
        except ValueError:
            raise _unreadable(text, f"{found['offset']} is no offset") from None
    from zoneinfo import (
        ZoneInfo,
    )  # only for the rare line that names a zone: reading its data costs a start-up

    try:
        return ZoneInfo(found["name"])
    except (KeyError, ValueError, OSError):
        raise _unreadable(text, f"{found['name']} is no time zone") from None


def _unreadable(text: str, why: str) -> UnreadableTime:
    return UnreadableTime(
        f"I cannot read {text!r} as a time: {why}. Write 2026-11-24 10:00, or tomorrow 10am."
    )
