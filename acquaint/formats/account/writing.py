"""Writes an account as JSON, a row a line, so that it never stands in memory whole and compares well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

Tables = Iterable[tuple[str, Iterable[Mapping[str, Any]]]]

SCHEMA: Final = "acquaint/account/1"
_GATHERED: Final = 64 * 1024  # characters that go out at once


def document(
    version: int,
    tables: Iterable[tuple[str, Iterable[Mapping[str, Any]]]],
    *,
    schema: str = SCHEMA,
    **head: Any,
) -> Iterator[bytes]:
    """Yield the document in pieces: what it is, then each table (name, its rows) in the order given.

    `version` is the data's; `head` holds further values for its top. Rows hold JSON values only.
    """
    return _gathered(_lines(version, tables, schema, head))


def _lines(
    version: int,
    tables: Tables,
    schema: str,
    head: Mapping[str, Any],
) -> Iterator[str]:
    write = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    yield f'{{"schema": {write(schema)},\n"version": {version},\n'
    for name, value in head.items():
        yield f"{write(name)}: {write(value)},\n"
    yield '"tables": {'
    for number, (name, rows) in enumerate(tables):
        yield f"{',' if number else ''}\n{write(name)}: ["
        for at, row in enumerate(rows):
            yield f"{',' if at else ''}\n{write(row)}"
        yield "]"
    yield "\n}}\n"


def _gathered(lines: Iterable[str]) -> Iterator[bytes]:
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _GATHERED:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()
