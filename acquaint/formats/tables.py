"""Reading delimited tables as real life has them, so that one broken row is reported and costs no other row.

The idea of resynchronising is ours: the strict CSV reader is fed one physical line at a time, and whenever a
record spans lines, each further line is asked whether it looks like the start of a row of this table. If one
does, the quote before it was never closed: only the lines up to there are lost, and they are listed.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from acquaint.formats.lines import ByteStream, Lines, Overlong
from acquaint.formats.records import Reason

DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN = 100  # lines to search for the header: preambles are three lines, notes of a person a few more
RECORD_LIMIT = 1024 * 1024
RECORD_LINES = 10_000
REREAD_LIMIT = 64 * 1024 * 1024  # characters handed back in one file before lines are no longer joined
RAW_LIMIT = 10_000

IsRow = Callable[[Sequence[str]], bool]


@dataclass(slots=True)  # not frozen: that takes three times as long, for each of very many
class Row:
    """The cells of one record, as many as the header has, and the physical line on which it began."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """Lines that make no row: where they began, why, and their text (cut after `RAW_LIMIT` characters)."""

    line: int
    reason: Reason
    raw: str


def fold(cell: str) -> str:
    """A heading as it is compared: no case, no spaces, underscores, hyphens, full stops or quotes."""
    return "".join(letter for letter in cell.casefold() if letter.isalnum())


class _TooLongError(Exception):
    """A record or a line passed its limit."""


@dataclass(slots=True)
class _Feed:
    """Hands lines to the CSV reader, remembers those of the record in hand and takes lines back."""

    lines: Iterator[str]
    line: int = 0  # of the last line handed out
    taken: list[str] = field(default_factory=list)
    back: deque[str] = field(default_factory=deque)
    size: int = 0
    reread: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.taken and self.reread > REREAD_LIMIT:
            raise StopIteration
        line = self.back.popleft() if self.back else next(self.lines)
        self.line += 1
        self.taken.append(line)
        self.size += len(line)
        if self.size > RECORD_LIMIT or len(self.taken) > RECORD_LINES or type(line) is Overlong:
            raise _TooLongError
        return line

    def begin(self) -> None:
        self.taken = []
        self.size = 0

    def give_back(self, keep: int) -> list[str]:
        """Keep the first lines of the record in hand, hand the others out again; return those kept."""
        kept, returned = self.taken[:keep], self.taken[keep:]
        self.back.extendleft(reversed(returned))
        self.line -= len(returned)
        self.reread += sum(map(len, returned))
        return kept


class Table:
    """A table whose header was found: `header` as written, and `rows()` to be read once."""

    def __init__(self, feed: _Feed, header: list[str], delimiter: str, source: Lines) -> None:
        while header and not header[-1].strip():
            header.pop()
        self.header = tuple(header)
        self.delimiter = delimiter
        self.header_line = feed.line
        self._is_row: IsRow | None = None
        self._least = 1
        self._well_formed = _well_formed(delimiter)
        self._feed = feed
        self._source = source

    @property
    def encoding(self) -> str:
        """How the bytes had to be read so far."""
        return self._source.encoding

    def expect(self, is_row: IsRow | None, place: int = 0) -> None:
        """Say how cells, perhaps only the first few of a row, are known as those of a row of this table.

        `is_row` looks at an unmistakable cell (a date, an address), the last of which is at `place`; without
        it the number of cells decides.
        """
        self._is_row = is_row
        self._least = max(1, place if is_row else len(self.header) - 1)

    def rows(self) -> Iterator[Row | Broken]:
        """Yield each record or what is broken, in order; empty rows and repeated headers are no rows."""
        feed = self._feed
        width = len(self.header)
        reader = self._reader(feed)
        while True:
            feed.begin()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, _TooLongError) as error:
                yield self._broken(error)
                reader = self._reader(feed)
                continue
            if len(feed.taken) > 1 and (start := self._start(feed.taken)):
                yield self._cut(start, Reason("unclosed_quote"))
                reader = self._reader(feed)
            elif len(cells) == width:
                if any(cells) and tuple(cells) != self.header:
                    yield Row(feed.line - len(feed.taken) + 1, cells)
            elif cells:
                yield from self._misfit(cells)

    def _reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=self.delimiter, strict=True)

    def _misfit(self, cells: list[str]) -> Iterator[Row | Broken]:
        """A record of another width: empty cells at its end are a spreadsheet's habit, all else is broken."""
        feed, width = self._feed, len(self.header)
        line = feed.line - len(feed.taken) + 1
        if not any(cell.strip() for cell in cells):
            return
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            yield Row(line, cells[:width])
            return
        code = "too_few_cells" if len(cells) < width else "too_many_cells"
        yield Broken(line, Reason(code, {"found": len(cells), "expected": width}), _raw(feed.taken))

    def _broken(self, error: Exception) -> Broken:
        """Cut off what cannot be read, and hand back every line that may begin a row of its own."""
        taken = self._feed.taken
        if start := self._start(taken):
            return self._cut(start, Reason("unclosed_quote"))
        if isinstance(error, _TooLongError):
            return self._cut(len(taken), Reason("record_too_long", {"limit": RECORD_LIMIT}))
        if "limit" in str(error):
            return self._cut(len(taken), Reason("record_too_long", {"limit": csv.field_size_limit()}))
        if "end of data" in str(error):
            return self._cut(len(taken), Reason("unclosed_quote"))
        if len(taken) > 1:  # the quote of the last line was taken for the end of one that was never closed
            return self._cut(len(taken) - 1, Reason("unclosed_quote"))
        return self._cut(1, Reason("stray_quote"))

    def _cut(self, keep: int, reason: Reason) -> Broken:
        """Report the first lines of the record in hand with the scraps of text that follow them."""
        feed = self._feed
        kept = feed.give_back(keep)
        line = feed.line - len(kept) + 1
        while (scrap := self._scrap()) is not None:
            kept.append(scrap)
        return Broken(line, reason, _raw(kept))

    def _scrap(self) -> str | None:
        """The next line if it can only be the tail of what was broken: under half a row, opening nothing."""
        feed = self._feed
        feed.begin()
        try:
            line = next(feed)
        except StopIteration:
            return None
        except _TooLongError:
            feed.give_back(0)
            return None
        try:
            cells = next(self._reader(iter([line])), [])
        except csv.Error:
            cells = []
            complete = False
        else:
            complete = True
        if complete and 0 < len(cells) <= len(self.header) // 2 and not self._looks_like_row(cells):
            return line
        feed.give_back(0)
        return None

    def _start(self, taken: Sequence[str]) -> int:
        """Index of the first further line that looks like the start of a row, 0 if none does."""
        for index, line in enumerate(taken[1:], start=1):
            if (
                line.count(self.delimiter) >= self._least
                and self._well_formed.match(line)
                and self._begins_row(line)
            ):
                return index
        return 0

    def _begins_row(self, line: str) -> bool:
        try:
            cells = next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return False
        return self._looks_like_row(cells)

    def _looks_like_row(self, cells: Sequence[str]) -> bool:
        if len(cells) > len(self.header):
            return False
        return self._is_row(cells) if self._is_row else len(cells) == len(self.header)


def open_table(stream: ByteStream, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """Find the header by what it says, wherever it stands and however cells are parted; None if nowhere."""
    source = Lines(stream)
    feed = _Feed(iter(source))
    for _ in range(HEADER_WITHIN):
        try:
            line = next(feed)
        except StopIteration:
            return None
        except _TooLongError:
            feed.begin()
            continue
        feed.begin()
        for delimiter in DELIMITERS:
            cells = _cells(line, delimiter)
            if is_header(cells):
                return Table(feed, cells, delimiter, source)
    return None


@cache
def _well_formed(delimiter: str) -> re.Pattern[str]:
    """A line whose quotes all stand where a row may have them, from its start; the last may stay open.

    The end of a quoted cell, seen by itself, has a quote in the middle: it is no start of a row.
    """
    apart = re.escape(delimiter)
    cell = rf'(?:"(?:[^"]|"")*+"|[^"{apart}\r\n]*+)'
    return re.compile(rf'(?:{cell}{apart})*+(?:{cell}|"(?:[^"]|"")*+)[\r\n]*\Z')


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _raw(lines: Sequence[str]) -> str:
    return "".join(lines)[:RAW_LIMIT]
