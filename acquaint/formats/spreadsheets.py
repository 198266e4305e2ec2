"""Tables for other people's programs: CSV in which no cell is run as a formula (TESTS 55)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")
_NUMBER: Final = re.compile(r"[+-]?[\d ().-]*\d")  # a phone number or an amount stays as it is


def harmless(cell: object) -> str:
    """The cell as text, quoted where a spreadsheet would run it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the table line by line, with the line ends that spreadsheets expect."""
    for row in chain([header], rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow([harmless(cell) for cell in row])
        yield out.getvalue()
