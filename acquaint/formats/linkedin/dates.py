"""The dates of the archive: each file has its own shape; a value plainly of another known shape is read too.

`08 Feb 2026` (Connections), `2025-06-01 14:03:22 UTC` (messages), `1/29/26, 2:37 PM` (Invitations, American
order), `2024/02/01 15:02:55 UTC` (Endorsements), `Jan 2024` or `2019` (Positions), `05.03.2024` (re-saved by
a spreadsheet). There is no earliest year.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final, Literal

Slashes = Literal["month first", "unclear"]

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janv janvier",
            "feb february februar févr fév février fevrier",
            "mar march mär märz mrz maerz mars",
            "apr april avr avril",
            "may mai",
            "jun june juni juin",
            "jul july juli juil juillet",
            "aug august août aout",
            "sep sept september septembre",
            "oct october okt oktober octobre",
            "nov november novembre",
            "dec december dez dezember déc décembre decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_WORDS = re.compile(r"(?:(\d{1,2})\.?[ -])?([^\W\d_]{3,9})\.?,?[ -](\d{4})")
_WORDS_US = re.compile(r"([^\W\d_]{3,9})\.?[ ](\d{1,2}),[ ](\d{4})")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_YEAR = re.compile(r"\d{4}")
_TIME = re.compile(
    r"[,T]?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:UTC|GMT|Z|[+-]\d{2}:?\d{2})?"
)
_MONTHS_IN_A_YEAR = 12


@lru_cache(maxsize=20_000)
def partial(text: str, slashes: Slashes = "unclear") -> str | None:
    """The date as a partial one ("2019", "2024-01", "2026-02-08"); None if it is none that we can tell."""
    found = " ".join(text.split())  # also the narrow spaces that some locales put before AM
    timed = _TIME.search(found)
    if timed and timed.end() == len(found):
        found = found[: timed.start()].strip()
    for read in (_words, _iso, _dots, _year):
        if (read_as := read(found)) is not None:
            return read_as or None
    return _slashed(found, slashes)


def day(text: str, slashes: Slashes = "unclear") -> str | None:
    """The whole date in ISO form, None if it is no date or lacks its day."""
    found = partial(text, slashes)
    return found if found is not None and len(found) == len("2024-01-31") else None


def moment(text: str) -> datetime | None:
    """The instant in UTC: `2025-06-01 14:03:22 UTC`, also with slashes, a T or an offset; None otherwise."""
    try:
        if text.endswith(" UTC"):
            return datetime.fromisoformat(text[:-4].replace("/", "-")).replace(tzinfo=UTC)
        found = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None
    if len(text.strip()) <= len("2025-06-01"):
        return None
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:  # the first or last day that there is
        return None


def looks_dated(text: str) -> bool:
    """Whether a cell holds a date with a day, of whatever shape: by it a row is known as one."""
    return len(text) <= len("2025-06-01 14:03:22.123456 +00:00") and (
        day(text, "month first") is not None or moment(text) is not None
    )


def looks_partly_dated(text: str) -> bool:
    """Whether a cell holds a date, perhaps without its day, or nothing."""
    return not text.strip() or (len(text) <= len("2025-06-01 14:03:22 UTC") and partial(text) is not None)


def _words(text: str) -> str | None:
    if found := _WORDS.fullmatch(text):
        number, month, year = found.groups()
    elif found := _WORDS_US.fullmatch(text):
        month, number, year = found.groups()
    else:
        return None
    at = _MONTHS.get(month.casefold(), 0)
    return _made(int(year), at, int(number) if number else None)


def _iso(text: str) -> str | None:
    if not (found := _ISO.fullmatch(text)):
        return None
    year, month, number = found.groups()
    return _made(int(year), int(month), int(number) if number else None)


def _dots(text: str) -> str | None:
    if not (found := _DOTS.fullmatch(text)):
        return None
    number, month, year = found.groups()
    return _made(_year_of(year), int(month), int(number))


def _year(text: str) -> str | None:
    return text if _YEAR.fullmatch(text) and int(text) else None


def _slashed(text: str, slashes: Slashes) -> str | None:
    """Month first where the file is known for it; else only a date that can be read in one way."""
    if not (found := _SLASHES.fullmatch(text)):
        return None
    first, second, year = int(found[1]), int(found[2]), _year_of(found[3])
    if first > _MONTHS_IN_A_YEAR:
        return _made(year, second, first) or None
    if second > _MONTHS_IN_A_YEAR or slashes == "month first" or first == second:
        return _made(year, first, second) or None
    return None


def _year_of(text: str) -> int:
    """Two digits mean this century: the network opened in 2003."""
    return int(text) if len(text) > len("26") else 2000 + int(text)


def _made(year: int, month: int, number: int | None) -> str:
    """The date in ISO form, "" if no calendar holds it."""
    try:
        found = date(year, month, 1 if number is None else number)
    except ValueError:
        return ""
    return found.isoformat() if number is not None else f"{year:04}-{month:02}"
