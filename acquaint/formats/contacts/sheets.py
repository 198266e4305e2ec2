"""Finding the table in a file of text: its encoding, how cells are parted, and which row holds the headings.

A file that is neither UTF-8 nor UTF-16 is read in the code page under which most of its headings are words
that we know: the headings themselves say in which language they were written.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Final, Protocol

from acquaint.formats.archives import Entry
from acquaint.formats.contacts import headings, letters
from acquaint.formats.lines import ByteStream, sniff
from acquaint.formats.tables import DELIMITERS, Broken, Row, open_table
from acquaint.text import contact_points

CODE_PAGES: Final = ("cp1252", "cp1250", "cp1251", "cp1254", "cp932", "gb18030", "big5", "cp949", "cp1253")
LINES: Final = 30  # within which the headings stand
_HEAD: Final = 64 * 1024
_DIGITS: Final = re.compile(r"[\d\s./:+()-]+")
_REACHING: Final = frozenset({"email", "phone", "organization", "birthday", "url"})
_NAMING: Final = frozenset({"name", "given", "family", "name or given", "name or family"})


class Grid(Protocol):
    """A table that was found: its headings and its rows, to be read once; a Table is one."""

    @property
    def header(self) -> tuple[str, ...]:
        """The headings as written."""

    @property
    def encoding(self) -> str:
        """How the bytes had to be read so far."""

    def rows(self) -> Iterator[Row | Broken]:
        """Each row, as wide as the headings, or what is broken."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a source: `open` gives it afresh each time, as a context."""

    shown: str
    header: tuple[str, ...]
    encoding: str
    opener: Callable[[], Iterator[Grid | None]]

    def open(self) -> AbstractContextManager[Grid | None]:
        """The table, from its start."""
        return contextmanager(self.opener)()


class Recoded:
    """A stream in a code page as the same text in UTF-8."""

    def __init__(self, stream: ByteStream, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")

    def read(self, size: int = -1, /) -> bytes:
        """Return text of about `size` bytes; nothing at the end."""
        while data := self._stream.read(size):
            if text := self._decoder.decode(data):
                return text.encode()
        return self._decoder.decode(b"", final=True).encode()


def find(entry: Entry, encoding: str = "") -> Sheet | None:
    """The table of a file, None if it holds none. Errors: DamagedError, RefusedError.

    `encoding` is how the person says it is written; without it, it is found out.
    """
    with entry.open() as stream:
        head = stream.read(_HEAD)
    page = encoding or code_page(head)
    mark, wide = sniff(head)
    text = head[mark:].decode(page or wide, errors="replace")
    header = header_in(text)
    if header is None:
        return None

    def opener() -> Iterator[Grid | None]:
        with entry.open() as stream:
            recoded = Recoded(stream, page) if page else stream
            table = open_table(recoded, lambda cells: trimmed(cells) == header)
            if table is not None:
                table.expect(None)
            yield table

    return Sheet(entry.shown, header, page, opener)


def code_page(head: bytes) -> str:
    """The code page of a file that is no Unicode, "" for one that is."""
    if sniff(head) != (0, "utf-8") or not head:
        return ""
    whole = head[: head.rfind(b"\n") + 1] or head if len(head) >= _HEAD else head
    try:
        whole.decode()
    except UnicodeDecodeError:
        told = {page: _words_known(whole.decode(page, errors="replace")) for page in CODE_PAGES}
        if len(set(told.values())) == 1:
            return letters.code_page(whole)
        return max(CODE_PAGES, key=lambda page: told[page])
    return ""


def header_in(text: str) -> tuple[str, ...] | None:
    """The row of headings: known words if any row has them, else the first row that can be nothing else."""
    lines = _physical(text)
    best = max(((known(cells), -at, cells) for at, cells in _rows(lines)), default=(0, 0, ()))
    if best[0]:
        return trimmed(best[2])
    wide = [(cells, at) for at, cells in _rows(lines) if could_be_headings(cells)]
    first = min((at for _cells, at in wide), default=None)
    return max((trimmed(cells) for cells, at in wide if at == first), key=len, default=None)


def known(cells: Sequence[str]) -> int:
    """How many headings of people's tables these are, 0 if they are not the headings of such a table."""
    filled = [cell for cell in cells if cell.strip()]
    meant = [found.role for cell in filled if (found := headings.read(cell.strip()))]
    roles = set(meant)
    if len(meant) < 2 or len(set(filled)) < len(filled) or any("@" in cell for cell in filled):  # noqa: PLR2004
        return 0
    if len(meant) * 3 < len(filled) and not (roles & _NAMING and roles & {"email", "phone"}):
        return 0
    return len(meant) if roles & _NAMING or len(roles & _REACHING) > 1 or meant.count("email") > 1 else 0


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells that a delimiter at the end of the line makes."""
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def _physical(text: str) -> list[str]:
    """The first lines, parted as the rest of the file will be."""
    whole = text.replace("\0", "")
    return (whole if "\n" in whole else whole.replace("\r", "\n")).split("\n")[:LINES]


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line, parted in each way."""
    for at, line in enumerate(lines):
        for delimiter in DELIMITERS:
            if delimiter not in line:
                continue
            try:
                cells = next(csv.reader([line], delimiter=delimiter), [])
            except csv.Error:
                continue
            yield at, tuple(cells)


def could_be_headings(cells: Sequence[str]) -> bool:
    """Words, each once, and no address or number among them."""
    filled = [cell.strip() for cell in trimmed(cells)]
    if len(filled) < 2 or not all(filled) or len(set(filled)) < len(filled):  # noqa: PLR2004
        return False
    return not any(contact_points.email(cell) or _DIGITS.fullmatch(cell) for cell in filled)


def _words_known(text: str) -> tuple[int, int]:
    """How many headings are known, and how many are written with the very letters that we know."""
    found = [(known(cells), headings.spelt(cells)) for _at, cells in _rows(_physical(text))]
    return max(found, default=(0, 0))
