"""The rows of a dump made of INSERT statements: one tuple a row, found again after one that is broken.

Values stand as PHP wrote them: anything that looks like a number bare, so that a telephone number keeps its
plus and its zeros here though a database would lose them; everything else in quotes with backslashes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from acquaint.formats.records import Reason
from acquaint.formats.tables import RAW_LIMIT

_INSERT: Final = re.compile(
    r"^INSERT(?:[ ]IGNORE)?[ ]INTO[ ][`\"]?(\w+)[`\"]?[ ]?\(([^()\n]*)\)[ ]VALUES\s*",
    re.IGNORECASE | re.MULTILINE,
)
_VALUE: Final = re.compile(
    r"\s*(?:'((?:[^'\\]|\\.|'')*+)'|(NULL)(?![\w.])|([^\s,()'\"\\]+))\s*([,)])", re.DOTALL | re.IGNORECASE
)
_AGAIN: Final = re.compile(r"\n[ ]?\(")
_ENDS: Final = re.compile(r";[ \t]*(?:\r?\n|\Z)")
_ESCAPED: Final = re.compile(r"\\(.)|''", re.DOTALL)


NOTHING: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One row of a table, by column; a column that holds NULL is left out."""

    line: int
    table: str
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class DumpBroken:
    """A row that cannot be read; its text may hold anything, so nobody shows that of a secret table."""

    line: int
    table: str
    reason: Reason
    raw: str


def rows(text: str, secret: Mapping[str, str] = NOTHING) -> Iterator[DumpRow | DumpBroken]:
    """Every row of every statement, in order.

    Whatever stands between the name of a secret table (or of a column of one) and the end of the statement is
    of that table, even if a broken dump makes it look like another's.
    """
    lines, zones, at = _Lines(text), _Zones(text, secret), 0
    while found := _INSERT.search(text, at):
        named = found[1].lower()
        columns = [name.strip().strip('`"') for name in found[2].split(",")]
        at = found.end()
        while text[at : at + 1] == "(":
            table = zones.of(at) or named
            values, end = _tuple(text, at + 1)
            if values is None or len(values) != len(columns) or table != named:
                end = _next(text, at + 1)
                yield _broken(lines.at(at), table, text[at:end], values, len(columns))
            else:
                said = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
                yield DumpRow(lines.at(at), table, said)
            at = _past(text, end)


class _Zones:
    """Where statements of secret tables stand, however their heads are torn; asked for ever later places.

    `secret` names tables, known by the bracket behind them, and columns (with a dot in front) with the table
    to which they belong. Nobody writes so in a note.
    """

    def __init__(self, text: str, secret: Mapping[str, str]) -> None:
        self._text = text
        tables = "|".join(re.escape(name) for name in secret if name[:1] != ".") or "(?!)"
        columns = "|".join(re.escape(name[1:]) for name in secret if name[:1] == ".") or "(?!)"
        names = re.compile(rf"`({tables})` \(`|`({columns})`", re.IGNORECASE)
        found = ((one.end(), (one[1] or f".{one[2]}").lower()) for one in names.finditer(text))
        self._ahead = deque((end, secret[name]) for end, name in found)
        self._here = (0, "")  # up to where, and of which table

    def of(self, at: int) -> str:
        """The secret table to which a place belongs, "" for none."""
        while self._ahead and self._ahead[0][0] <= at:
            begin, table = self._ahead.popleft()
            end = _ENDS.search(self._text, begin)
            self._here = (end.end() if end else len(self._text), table)
        return self._here[1] if at < self._here[0] else ""


def _tuple(text: str, at: int) -> tuple[list[str | None] | None, int]:
    """The values up to the closing bracket and where that stands; None where they break off."""
    values: list[str | None] = []
    while found := _VALUE.match(text, at):
        quoted, null, bare, after = found.groups()
        values.append(None if null else _ESCAPED.sub(_unescaped, quoted) if bare is None else bare)
        at = found.end()
        if after == ")":
            return values, at
    return None, at


def _unescaped(found: re.Match[str]) -> str:
    if found[0] == "''":
        return "'"
    return "" if found[1] == "0" else found[1]


def _next(text: str, at: int) -> int:
    """Where the next row or statement begins."""
    row, statement = _AGAIN.search(text, at), _INSERT.search(text, at)
    ends = [found.start() for found in (row, statement) if found]
    return min(ends, default=len(text))


def _past(text: str, at: int) -> int:
    """Over the comma and white space that part two rows."""
    while at < len(text) and text[at] in ", \r\n\t":
        at += 1
    return at


def _broken(line: int, table: str, raw: str, values: list[str | None] | None, width: int) -> DumpBroken:
    if values is None:
        return DumpBroken(line, table, Reason("bad_statement", {"table": table}), raw[:RAW_LIMIT])
    code = "too_few_cells" if len(values) < width else "too_many_cells"
    return DumpBroken(line, table, Reason(code, {"found": len(values), "expected": width}), raw[:RAW_LIMIT])


class _Lines:
    """Physical lines of ever later places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = 0
        self._line = 1

    def at(self, place: int) -> int:
        self._line += self._text.count("\n", self._seen, place)
        self._seen = place
        return self._line
