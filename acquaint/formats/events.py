"""A table of contacts, `time,sender,receiver`, plain or gzipped: what the forecast can be tested on."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from itertools import chain
from math import isfinite, nan
from pathlib import Path
from typing import TextIO, cast

DAY = 86_400  # seconds
TIME = ("time", "t", "timestamp", "ts", "date", "datetime", "unix", "epoch")
SENDER = ("sender", "src", "source", "from", "caller", "ego", "u", "user")
RECEIVER = ("receiver", "dst", "dest", "destination", "target", "to", "recipient", "callee", "alter", "v")
PARTED = (",", ";", "\t", " ")
ZIPPED = b"\x1f\x8b"


def events(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each contact as (day since 1970, sender, receiver), columns by their headings in any order.

    Commas part the columns, or what the heading has instead: semicolons, tabs or spaces. Times are seconds
    since 1970, or since whenever the record begins. ValueError for a table that is broken, lacks a column or
    holds no time where one is due; OSError for a file that cannot be read.
    """
    with _opened(path) as text:
        try:
            yield from _read(text)
        except (EOFError, zlib.error, csv.Error) as broken:
            message = f"{path.name} cannot be read to its end: {broken}"
            raise ValueError(message) from broken


def _read(text: TextIO) -> Iterator[tuple[int, str, str]]:
    first = text.readline()
    parted = next((sign for sign in PARTED if sign in first.strip()), ",")
    rows = csv.reader(chain([first], text), delimiter=parted, skipinitialspace=True)
    heading = [name.strip().lstrip("\ufeff").lower() for name in next(rows, [])]
    at, by, to = (_column(heading, names) for names in (TIME, SENDER, RECEIVER))
    for row in rows:
        if len(row) <= max(at, by, to):
            if row:
                raise ValueError(f"line {rows.line_num} has fewer columns than its heading")
            continue
        yield int(_seconds(row[at], rows.line_num) // DAY), row[by].strip(), row[to].strip()


def names(path: Path) -> list[str]:
    """The names in a text, one a line, without empty ones."""
    with _opened(path) as text:
        return [line.strip() for line in text if line.strip()]


def _opened(path: Path) -> TextIO:
    with path.open("rb") as start:
        zipped = start.read(2) == ZIPPED
    if zipped:
        return cast("TextIO", gzip.open(path, "rt", encoding="utf-8", newline=""))
    return path.open(encoding="utf-8", newline="")


def _column(heading: list[str], names: tuple[str, ...]) -> int:
    for name in names:
        if name in heading:
            return heading.index(name)
    message = f"the heading {','.join(heading)!r} names no {names[0]}; time,sender,receiver are needed"
    raise ValueError(message)


def _seconds(text: str, line: int) -> float:
    try:
        read = float(text)
    except ValueError:
        read = nan
    if not isfinite(read):
        message = f"line {line}: {text!r} is no time in seconds since 1970"
        raise ValueError(message)
    return read
