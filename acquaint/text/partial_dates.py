"""Dates known only in part: `2019`, `2024-01`, `--02-29`, `2024-01-31`; text plus a sortable lower bound."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

# A day without a year is placed in a leap year before all others, so that the 29th of February exists.
_YEARLESS: Final = 4
_SHAPE: Final = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"|(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"
    r"|--(?P<ym>[0-9]{2})(?:-?(?P<yd>[0-9]{2}))?)"
    r"(?:[T ].*)?"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, month and day, each perhaps unknown; equal when the same parts are known and agree."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar holds, with a ValueError that says what is wrong."""
        if self.year is None and self.month is None:
            message = "a date needs at least a year or a month"
            raise ValueError(message)
        if self.day is not None and self.month is None:
            message = "a day needs its month"
            raise ValueError(message)
        dt.date(_YEARLESS if self.year is None else self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2019`, `2024-01`, `2024-01-31`, `20240131`, `--02-29`, `--0229`, `--02`; a time is ignored.

        Raises ValueError for anything else.
        """
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            message = f"not a date: {text!r}; write 2019, 2024-01, 2024-01-31 or --02-29"
            raise ValueError(message)
        parts = found.groupdict()
        year, month, day = (
            parts["year"] or parts["y"],
            parts["month"] or parts["m"] or parts["ym"],
            parts["day"] or parts["d"] or parts["yd"],
        )
        return cls(int(year) if year else None, int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The whole date as a partial one."""
        return cls(day.year, day.month, day.day)

    @property
    def text(self) -> str:
        """The stored form; `parse` reads it back to an equal value."""
        if self.year is None:
            return f"--{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        shown = f"{self.year:04}"
        if self.month:
            shown += f"-{self.month:02}"
        return shown + (f"-{self.day:02}" if self.day else "")

    @property
    def lower(self) -> dt.date:
        """The earliest day that it can mean, which lists are sorted by; without a year it lies before all."""
        return dt.date(_YEARLESS if self.year is None else self.year, self.month or 1, self.day or 1)

    @property
    def upper(self) -> dt.date:
        """The latest day that it can mean."""
        year, month = self.lower.year, self.month or 12
        return dt.date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def precision(self) -> str:
        """The pieces there are to show: `day`, `month`, `year` or `yearless` (a month, perhaps its day)."""
        if self.year is None:
            return "yearless"
        return "day" if self.day else "month" if self.month else "year"

    @property
    def whole(self) -> dt.date | None:
        """The date itself when all of it is known."""
        return self.lower if self.precision == "day" else None

    def covers(self, day: dt.date) -> bool:
        """Whether the given day is one that this can mean."""
        return (
            (self.year is None or self.year == day.year)
            and (self.month is None or self.month == day.month)
            and (self.day is None or self.day == day.day)
        )

    def __str__(self) -> str:
        """Its stored form."""
        return self.text


def lower_bound(text: str) -> dt.date | None:
    """The lower bound of a stored partial date, None for an empty text; raises ValueError as `parse` does."""
    return PartialDate.parse(text).lower if text else None
