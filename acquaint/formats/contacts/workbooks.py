"""Excel workbooks as tables: every part is counted and searched for traps before the library sees any of it.

A cell is what the workbook says it shows: a formula is never computed, and one without a remembered result
stays as its text.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from acquaint.formats import watching
from acquaint.formats.archives import MIB, DamagedError, Entry, RefusedError, Source
from acquaint.formats.contacts import sheets
from acquaint.formats.contacts.sheets import Grid, Sheet
from acquaint.formats.records import Reason
from acquaint.formats.tables import RAW_LIMIT, Broken, Row

if TYPE_CHECKING:
    from openpyxl import Workbook

BOOK: Final = "xl/workbook.xml"
PART_BYTES: Final = 64 * MIB  # the shared texts of a workbook are held in memory
TOTAL_BYTES: Final = 256 * MIB
ROWS: Final = 200_000
CELLS: Final = 4_000_000
_CELL: Final = 100  # bytes that a cell stands for where work is measured
Headed = tuple[int, tuple[str, ...]]

_TRAPS: Final = (b"<!DOCTYPE", b"<!ENTITY", b"\xff\xfe", b"\xfe\xff")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >]")  # and no <font>
_UNREADABLE: Final = (
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError, OverflowError),
    *(NotImplementedError, RuntimeError, ParseError, AssertionError),
)


@dataclass(slots=True)
class Cells:
    """The rows below the headings, as text."""

    header: tuple[str, ...]
    lines: Iterator[tuple[int, list[str]]]
    encoding: str = "utf-8"
    passed: int = field(default=0)

    def rows(self) -> Iterator[Row | Broken]:
        """Each row that says something; one that is wider than the headings is broken."""
        width = len(self.header)
        for line, cells in self.lines:
            if not any(cells):
                continue
            if any(cells[width:]):
                found = len(sheets.trimmed(cells))
                raw = "\t".join(cells)[:RAW_LIMIT] + "\n"
                yield Broken(line, Reason("too_many_cells", {"found": found, "expected": width}), raw)
            else:
                yield Row(line, (cells + [""] * width)[:width])


@dataclass(slots=True)
class Held:
    """The rows of a sheet that say anything, and the damage that ends it, if any does."""

    lines: list[tuple[int, list[str]]] = field(default_factory=list)
    damage: DamagedError | None = None

    @classmethod
    def of(cls, lines: Iterator[tuple[int, list[str]]]) -> Held:
        """Read all of it. Errors: RefusedError past a limit."""
        held = cls()
        try:
            held.lines += ((line, cells) for line, cells in lines if any(cells))
        except DamagedError as error:
            held.damage = DamagedError(error.reason)  # without what its traceback holds on to
        return held

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Each row. Errors: DamagedError where the sheet breaks off."""
        yield from self.lines
        if self.damage:
            raise self.damage


def is_book(source: Source) -> bool:
    """Whether the source is a workbook: a zip with the parts of one."""
    return len(source.packed) == 1 and any(entry.name == BOOK for entry in source.entries)


def find(source: Source) -> list[Sheet]:
    """Every sheet with a row of headings. Errors: RefusedError past a limit, DamagedError."""
    return [
        _sheet(name, source.shown, header, held) for name, held in _held(source) if (header := _header(held))
    ]


def headless(source: Source) -> list[str]:
    """The sheets that say something and have no row of headings, as the person would name them."""
    return [f"{source.shown}/{name}" for name, held in _held(source) if held.lines and not _header(held)]


def _held(source: Source) -> list[tuple[str, Held]]:
    """Every sheet by its name, read once: the library takes its time."""
    if BOOK not in source.found_out:
        computed = _inspect(source.entries)
        source.found_out[BOOK] = list(_read(source.packed[0], source.shown, computed=computed))
    found: list[tuple[str, Held]] = source.found_out[BOOK]
    return found


def _read(path: Path, shown: str, *, computed: bool) -> Iterator[tuple[str, Held]]:
    with _open(path) as book:
        for name in book.sheetnames:
            if not computed:
                yield name, Held.of(_lines(book, name, shown))
                continue
            with _open(path, values=False) as formulas:
                lines = _with_formulas(_lines(book, name, shown), _lines(formulas, name, shown))
                yield name, Held.of(lines)


def _sheet(name: str, shown: str, header: Headed, held: Held) -> Sheet:
    at, cells = header

    def opener() -> Iterator[Grid | None]:
        yield Cells(cells, ((line, row) for line, row in held if line > at))

    return Sheet(f"{shown}/{name}", cells, "", opener)


def _with_formulas(
    results: Iterator[tuple[int, list[str]]], written: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """A formula whose result was never stored is the text that it is."""
    for (line, shown), (_line, typed) in zip(results, written, strict=False):
        yield line, [result or text for result, text in zip(shown, typed, strict=False)]


def _header(held: Held) -> Headed | None:
    """The row of headings among the first: the one with most known words, else the first that can be."""
    first = held.lines[: sheets.LINES]
    known = [(sheets.known(cells), line, cells) for line, cells in first]
    best = max(known, key=lambda one: (one[0], -one[1]), default=None)
    if best and best[0]:
        return best[1], sheets.trimmed(best[2])
    for line, cells in first:
        if sheets.could_be_headings(cells):
            return line, sheets.trimmed(cells)
    return None


def _inspect(entries: Sequence[Entry]) -> bool:
    """Count what the parts unpack to and refuse document types: the library parses whatever it is given.

    Returns whether any cell holds a formula. Errors: RefusedError.
    """
    total, computed = 0, False
    for entry in entries:
        if entry.suffix not in {".xml", ".rels"}:
            continue
        size, before = 0, b""
        with entry.open() as stream:
            while chunk := stream.read(MIB):
                size += len(chunk)
                total += len(chunk)
                if size > PART_BYTES or total > TOTAL_BYTES:
                    limit = PART_BYTES if size > PART_BYTES else TOTAL_BYTES
                    raise RefusedError(Reason("file_too_large", {"file": entry.shown, "limit": limit}))
                if any(trap in before + chunk for trap in _TRAPS[:2]) or chunk.startswith(_TRAPS[2:]):
                    raise RefusedError(Reason("trapped", {"file": entry.shown}))
                computed = computed or _FORMULA.search(before[-3:] + chunk) is not None
                before = chunk[-16:]
    return computed


@contextmanager
def _open(path: Path, *, values: bool = True) -> Iterator[Workbook]:
    """The workbook in the library's reading mode. Errors: DamagedError."""
    # The library takes a fifth of a second to load: only who reads a workbook pays.
    import openpyxl

    with path.open("rb") as stream:  # ours to close: the library forgets it where it fails
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about styles and extensions, which we do not read
                book = openpyxl.load_workbook(stream, read_only=True, data_only=values, keep_links=False)
        except _UNREADABLE as error:
            raise DamagedError(Reason("damaged", {"file": str(path), "cause": str(error)})) from error
        with closing(book):
            yield book


def _lines(book: Workbook, name: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells. Errors: RefusedError past the announced limits, DamagedError."""
    sheet = book[name]
    if not hasattr(sheet, "iter_rows"):
        return
    sheet.reset_dimensions()
    count = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
                count += len(row)
                watching.passed(_CELL * len(row))
                if line > ROWS or count > CELLS:
                    limit = {"file": f"{shown}/{name}", "rows": ROWS, "cells": CELLS}
                    raise RefusedError(Reason("sheet_too_large", limit))
                yield line, [_text(value) for value in row]
        except _UNREADABLE as error:
            raise DamagedError(Reason("damaged", {"file": f"{shown}/{name}", "cause": str(error)})) from error


def _text(value: object) -> str:
    """A cell as it would be typed: whole numbers without a point, dates in ISO form."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\0", "")
