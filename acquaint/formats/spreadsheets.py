"""Tables for other people's programs: CSV in which no cell is run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\0]")
_NUMBER: Final = re.compile(r"[+-]?[\d ().-]*\d")  # a phone number or an amount stays as it is


def harmless(cell: object) -> str:
    """The cell as text, quoted where a spreadsheet would run it, or where it looks as if it had been."""
    text = "" if cell is None else str(cell)
    runs = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if runs or _GUARDED.match(text) else text


def bare(cell: str) -> str:
    """The cell without the quote that `harmless`, or another program like it, put before a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the table line by line, with the line ends that spreadsheets expect."""
    for row in chain([header], rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow([harmless(cell) for cell in row])
        yield out.getvalue()
