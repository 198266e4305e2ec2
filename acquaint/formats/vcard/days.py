"""The days of a card: every way in which address books write a birthday, as a partial date."""

from __future__ import annotations

import re
from typing import Final

from acquaint.formats.vcard.heads import Head
from acquaint.text.partial_dates import PartialDate

_PLAIN: Final = re.compile(r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)(?:[T ].*)?", re.ASCII)
_NO_YEAR: Final = frozenset({"1604", "0000", "0001"})  # 1604 is Apple's leap year for "no year"
_DAYS: Final = 28  # a day that every month has


def partial(text: str, head: Head | None = None) -> str:
    """The partial date that a value means, "" where none: `19800517`, `--0321`, `1604-02-29`, `1985-04`.

    A time behind the date is left out; the day is the one that is written, whatever its zone.
    """
    if found := _PLAIN.fullmatch(text):
        year, month, day = found["y"], found["m"], found["d"]
        omitted = head.param("X-APPLE-OMIT-YEAR") if head is not None else ""
        if year in _NO_YEAR or year == omitted:
            return _checked(f"--{month}-{day}")
        if "01" <= month <= "12" and "01" <= day <= f"{_DAYS}":
            return f"{year}-{month}-{day}"
        return _checked(f"{year}-{month}-{day}")
    return _checked(text)


def _checked(text: str) -> str:
    try:
        return PartialDate.parse(text).text
    except ValueError:
        return ""
