"""The rows of a dump made of INSERT statements: one tuple a row, found again after one that is broken.

Values stand as PHP wrote them: anything that looks like a number bare, so that a telephone number keeps its
plus and its zeros here though a database would lose them; everything else in quotes with backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_ESCAPED: Final = re.compile(r"\\(.)|''", re.DOTALL)


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


def rows(text: str) -> Iterator[DumpRow | DumpBroken]:
    """Every row of every statement, in order."""
    lines, at = _Lines(text), 0
    while found := _INSERT.search(text, at):
        table = found[1].lower()
        columns = [name.strip().strip('`"') for name in found[2].split(",")]
        at = found.end()
        while text[at : at + 1] == "(":
            values, end = _tuple(text, at + 1)
            if values is None or len(values) != len(columns):
                end = _next(text, at + 1)
                yield _broken(lines.at(at), table, text[at:end], values, len(columns))
            else:
                said = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
                yield DumpRow(lines.at(at), table, said)
            at = _past(text, end)


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
