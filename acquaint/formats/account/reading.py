"""Reads an account written as JSON row by row, in any layout, within limits; what is wrong names its line.

The standard library reads a document only as a whole; here each row is read by it, and what stands between
the rows (a few brackets and names) by hand.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from acquaint.formats.lines import ByteStream

HEAD: Final = 4096  # bytes by which an account is known
_KNOWN: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*"acquaint/account/')
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_PIECE: Final = 256 * 1024
ROW_LIMIT: Final = 32 * 1024 * 1024  # characters of one row; the largest hold a picture
HEAD_LIMIT: Final = 64 * 1024
_LONGEST_SIGN: Final = 16  # characters: an escaped pair of surrogates is twelve


class BrokenError(Exception):
    """The document is not whole, not JSON or not ours; `line` says where, `code` and `facts` why."""

    def __init__(self, code: str, line: int, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of which table, on which line it begins, and its values as JSON has them."""

    table: str
    line: int
    values: dict[str, Any] = field(repr=False)


@dataclass(slots=True)
class Top:
    """What the document says of itself, as far as it was read; `tables` in the order they stand in."""

    head: dict[str, Any] = field(default_factory=dict)
    tables: list[str] = field(default_factory=list)


def is_account(head: bytes) -> bool:
    """Whether a file that begins with these bytes (`HEAD` of them are enough) is an account."""
    return bool(_KNOWN.match(head))


def account(stream: ByteStream, top: Top | None = None) -> Iterator[Row]:
    """Yield each row; `top` is filled on the way. Errors: BrokenError, after the rows before the fault."""
    return _Reader(stream, top or Top()).rows()


class _Reader:
    """A window on the text; what was read of it is dropped as it goes."""

    def __init__(self, stream: ByteStream, top: Top) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._parse = json.JSONDecoder(parse_constant=_refuse).raw_decode
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._top = top

    def rows(self) -> Iterator[Row]:
        """The whole document."""
        self._take("{")
        for name in self._names("}"):
            if name in self._top.head or (name == "tables" and self._top.tables):
                self._fail("account_twice", name=name)
            if name == "tables":
                self._take("{")
                yield from self._tables()
            else:
                self._top.head[name] = self._value(HEAD_LIMIT)
        if self._peek():
            self._fail("account_after_the_end")

    def _tables(self) -> Iterator[Row]:
        for name in self._names("}"):
            if name in self._top.tables:
                self._fail("account_twice", name=name)
            self._top.tables.append(name)
            self._take("[")
            for _number in self._items("]"):
                line = self._line
                values = self._value(ROW_LIMIT)
                if not isinstance(values, dict):
                    self._fail("account_no_row", line=line)
                yield Row(name, line, values)

    def _names(self, end: str) -> Iterator[str]:
        """The names of an object, each when its value is about to be read."""
        for _number in self._items(end):
            name = self._value(HEAD_LIMIT)
            if not isinstance(name, str):
                self._fail("account_not_json")
            self._take(":")
            yield name

    def _items(self, end: str) -> Iterator[int]:
        """Count the items up to the closing bracket, each when it is about to be read."""
        number = 0
        while self._peek() != end:
            if number:
                self._take(",")
                self._peek()
            yield number
            number += 1
        self._take(end)

    def _peek(self) -> str:
        """The next sign that is no space; nothing at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            assert found is not None
            self._pass(found.end())
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> None:
        if self._peek() != sign:
            self._fail("account_not_json" if self._at < len(self._text) else "account_not_whole")
        self._pass(self._at + 1)

    def _value(self, limit: int) -> Any:
        """The next value whole; more text is brought until it is."""
        self._peek()
        wanted, fault = 1, len(self._text)
        while True:
            try:
                value, end = self._parse(self._text, self._at)
            except json.JSONDecodeError as problem:
                fault = self._open_from(problem)
                end = len(self._text)
            except (RecursionError, ValueError):
                self._fail("account_not_json")
            if end < len(self._text):
                self._pass(end)
                return value
            if len(self._text) - self._at > limit:
                self._fail("account_row_too_long", limit=limit)
            if not self._more(wanted):
                self._fail("account_not_whole" if fault >= len(self._text.rstrip()) else "account_not_json")
            wanted *= 2

    def _open_from(self, problem: json.JSONDecodeError) -> int:
        """Where the fault stands, if it may only be that more text is still to come."""
        end = len(self._text)
        found = end if problem.msg.startswith("Unterminated") else problem.pos
        if found < end - _LONGEST_SIGN:
            self._fail("account_not_json")
        return found

    def _more(self, pieces: int = 1) -> bool:
        """Bring more text; whether there was any."""
        if self._ended:
            return False
        data = self._stream.read(_PIECE * pieces)
        self._ended = not data
        try:
            text = self._decode(data, final=self._ended)
        except UnicodeDecodeError:
            self._fail("account_not_utf8")
        self._text = self._text[self._at :] + text
        self._at = 0
        return True

    def _pass(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _fail(self, code: str, *, line: int = 0, **facts: object) -> NoReturn:
        raise BrokenError(code, line or self._line, **facts)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
