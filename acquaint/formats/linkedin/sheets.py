"""Walk one file of the archive: find its table, hand each row to its parser, say what could not be read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Protocol

from acquaint.formats.archives import DamagedError, Entry
from acquaint.formats.linkedin.columns import Sheet
from acquaint.formats.records import Origin, Outcome, Reason, Reject, Said, Skipped, Warned
from acquaint.formats.tables import Row, open_table

Cell = Callable[[Sequence[str]], str]
_TWICE_ENCODED = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|â€|ðŸ")


class Parser(Protocol):
    """Makes one outcome of each row."""

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """What the row says."""


def cell(places: dict[str, int], column: str) -> Cell:
    """Reads one column of a row, stripped; always empty where the file has no such column."""
    at = places.get(column)
    if at is None:
        return lambda _cells: ""
    return lambda cells: cells[at].strip()


def cells_of(places: dict[str, int], *columns: str) -> Callable[[list[str]], tuple[str, ...]]:
    """Reads several columns of a row at once, as written; empty where the file has no such column."""
    pick = itemgetter(*(places.get(column, -1) for column in columns))
    return lambda cells: pick([*cells, ""])


def full_name(first: str, last: str) -> str:
    """Both parts as the file has them."""
    return " ".join(f"{first} {last}".split())


def rejected(origin: Origin, cells: Sequence[str], code: str, **facts: object) -> Reject:
    """A row that cannot be read, with its text as a line of a table."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return Reject(origin, Reason(code, facts), line.getvalue())


def read_sheet(entry: Entry, sheet: Sheet, make: Callable[[dict[str, int]], Parser]) -> Iterator[Said]:
    """Yield the outcome of every row, then what is to be said of the file. Errors: RefusedError."""
    twice: list[int] = []
    try:
        with entry.open() as stream:
            table = open_table(stream, sheet.is_header)
            if table is None:
                yield Skipped(Origin(entry.shown), Reason("no_header", {"sheet": sheet.name}))
                return
            table.expect(*sheet.row_test(table.header))
            parse = make(sheet.places(table.header))
            for row in table.rows():
                origin = Origin(entry.shown, row.line)
                if not isinstance(row, Row):
                    yield Reject(origin, row.reason, row.raw)
                    continue
                text = "\0".join(row.cells)
                if ("Ã" in text or "â€" in text) and _TWICE_ENCODED.search(text):
                    twice.append(row.line)
                yield parse(origin, row.cells)
            if table.encoding == "cp1252":
                yield Warned(Origin(entry.shown), Reason("encoding", {"encoding": "Windows-1252"}))
    except DamagedError as error:
        yield Warned(Origin(entry.shown), error.reason)
    if twice:
        yield Warned(Origin(entry.shown, twice[0]), Reason("twice_encoded", {"rows": len(twice)}))


def peek(entry: Entry, sheet: Sheet) -> Iterator[tuple[dict[str, int], list[str]]]:
    """The rows of a file with their columns, for looking something up; what is broken is passed over."""
    try:
        with entry.open() as stream:
            table = open_table(stream, sheet.is_header)
            if table is None:
                return
            table.expect(*sheet.row_test(table.header))
            places = sheet.places(table.header)
            for row in table.rows():
                if isinstance(row, Row):
                    yield places, row.cells
    except DamagedError:
        return
