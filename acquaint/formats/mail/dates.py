"""When a letter was written: its own date, else when a server took it, else what the mailbox says."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

_SHAPE: Final = re.compile(
    r"\s*(?:[^\W\d_]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s-]+(\d{4})[\s,]+"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|([A-Z]{1,5}))?(?:\s*\([^)]*\))?\s*"
)
_ENVELOPE: Final = re.compile(
    r"([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:[A-Z]{1,5}\s+|([+-])(\d{2})(\d{2})\s+)?(\d{4})"
    r"(?:\s+([+-])(\d{2})(\d{2}))?"
)
_ISO: Final = re.compile(r"\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, name in enumerate(_NAMES, start=1)}
_ZONES: Final = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "BST": 1, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
}  # fmt: skip
_EARLIEST: Final = 1971  # before it a clock was not set: there was no mail
_LATEST: Final = 2100


def written(date: str, received: str = "", envelope: str = "") -> datetime | None:
    """The instant in UTC, from the best of what a letter has; None if none of it is a date."""
    return (
        moment(date)
        or (moment(received.rpartition(";")[2]) if received else None)
        or _from_envelope(envelope)
    )


def moment(text: str) -> datetime | None:
    """A date of a head as an instant in UTC; None if it is none or lies where no mail can be from."""
    if not text.strip():
        return None
    try:
        found = _quick(text) or _slow(text)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return found if found is not None and _EARLIEST <= found.year < _LATEST else None


def _quick(text: str) -> datetime | None:
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes, name = found.groups()
    at = (
        datetime(  # noqa: DTZ001  # the zone is taken off below
            int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), min(59, int(second or 0))
        )
        if month.lower() in _MONTHS
        else None
    )
    if at is None:
        return None
    shift = _shift(sign, hours, minutes) if sign else timedelta(hours=_ZONES.get(name or "", 0))
    return (at - shift).replace(tzinfo=UTC)


def _slow(text: str) -> datetime | None:
    found = datetime.fromisoformat(text.strip()) if _ISO.match(text) else parsedate_to_datetime(text[:200])
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _from_envelope(text: str) -> datetime | None:
    """The date of a "From " line as the mailbox wrote it; without a zone it is taken for UTC."""
    found = _ENVELOPE.search(text)
    if found is None:
        return None
    month, day, hour, minute, second, sign, hours, minutes, year, *late = found.groups()
    sign, hours, minutes = (sign, hours, minutes) if sign else late
    try:
        zone = timezone(_shift(sign, hours, minutes)) if sign else UTC
        clock = int(hour), int(minute), min(59, int(second or 0))
        at = datetime(int(year), _MONTHS[month.lower()], int(day), *clock, tzinfo=zone).astimezone(UTC)
    except (ValueError, KeyError, OverflowError):
        return None
    return at if _EARLIEST <= at.year < _LATEST else None


@lru_cache(maxsize=256)
def _shift(sign: str, hours: str, minutes: str) -> timedelta:
    shift = timedelta(hours=int(hours) % 24, minutes=int(minutes) % 60)
    return -shift if sign == "-" else shift
