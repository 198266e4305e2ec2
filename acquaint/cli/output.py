"""Show what a command found: one JSON envelope, or a table, jsonl, csv or Markdown of the same facts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import click

from acquaint.cli.options import options_of

MANY = 500  # rows from which on JSON is not laid out for eyes: that costs more than all the rest
Made = Any  # what a command shows: frozen dataclasses, sequences of them, or JSON values


@dataclass(frozen=True, slots=True)
class Table:
    """What a person reads: a heading per column and cells; `note` is the line under an empty table."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    note: str = ""


def emit(
    ctx: click.Context,
    name: str,
    data: Made,
    *,
    undo: str | None = None,
    table: Table | None = None,
    text: str | Callable[[], str] | None = None,
) -> None:
    """Write the answer of the command `name` to stdout in the format that was asked for.

    `data` is what JSON and jsonl show. `table` is what csv, md and the terminal show; without it the columns
    are the fields of `data`. `text` (or a callable that makes it) replaces the table, except in csv.
    """
    if undo:
        from acquaint.cli import sessions

        ctx.call_on_close(lambda: sessions.after_a_deed(ctx))
    options = options_of(ctx)
    if options.json:
        shown = plain(data)
        told = {"schema": f"acquaint/{name}/1", "data": shown, "undo": undo}
        write_json(told, indent=None if isinstance(shown, list) and len(shown) > MANY else 2)
        return
    shape = options.format or "table"
    if shape == "jsonl":
        for row in plain(data) if isinstance(data, (list, tuple)) else [plain(data)]:
            write_json(row, indent=None)
    elif text is not None and shape != "csv":
        _write(tame(text() if callable(text) else text, lines=True).rstrip("\n"))
    else:
        _write_table(shape, table or table_of(data))
    if undo and shape == "table" and not options.quiet:
        from acquaint.cli.words import _

        say(ctx, _("Take it back: acquaint undo {id}").format(id=undo))


def say(ctx: click.Context, words: str) -> None:
    """Talk to the person on stderr, unless asked to be quiet."""
    if not options_of(ctx).quiet:
        click.echo(tame(words, lines=True), err=True)


def plain(value: Any) -> Any:
    """Turn dataclasses, dates, enums and tuples into what JSON holds; a field `from_` is shown as `from`."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    kind: Any = type(value)
    if names := _names(kind):
        return {shown: plain(getattr(value, name)) for name, shown in names}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else str(value)


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a dataclass, each with the name that it is shown by; none of any other type."""
    return tuple((one.name, one.name.rstrip("_")) for one in fields(kind)) if is_dataclass(kind) else ()


def write_json(value: Any, *, indent: int | None = 2) -> None:
    """Write one JSON value and a newline."""
    import json

    _write(json.dumps(value, ensure_ascii=False, indent=indent))


def tame(words: str, *, lines: bool = False) -> str:
    """Take control and direction-override characters out of words that other people may have written."""
    if lines:
        return "\n".join(map(_tamed, words.split("\n")))
    return _tamed(words, kept="")


def _tamed(words: str, kept: str = "\t") -> str:
    if words.isprintable():
        return words
    kept += "\u200c\u200d\u00a0\u202f"
    return "".join(one if one.isprintable() or one in kept else " " for one in words)


def table_of(data: Made) -> Table:
    """Make a table from dataclasses: one row each, or field and value of a single one."""
    if isinstance(data, (list, tuple)):
        found = [plain(one) for one in data]
        columns = tuple(found[0]) if found and isinstance(found[0], dict) else ("value",)
        rows = [[one[key] for key in columns] if isinstance(one, dict) else [one] for one in found]
        return Table(columns, rows)
    found_one = plain(data)
    if isinstance(found_one, dict):
        return Table(("field", "value"), list(found_one.items()))
    return Table(("value",), [[found_one]])


def _write_table(shape: str, table: Table) -> None:
    if shape == "csv":
        _write_csv(table)
    elif shape == "md":
        _write_lines(_markdown(table))
    else:
        _write_lines(_columns(table))


def _write_lines(lines: Iterable[str]) -> None:
    text = "\n".join(lines)
    if text:
        _write(text)


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


def cell_text(value: object) -> str:
    """Word one cell: nothing for None, parts joined by commas, and never more than one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell_text(one) for one in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {cell_text(one)}" for key, one in value.items() if one not in (None, "", []))
    return tame(" ".join(str(value).split()))


def _write_csv(table: Table) -> None:
    import csv

    out = csv.writer(sys.stdout, lineterminator="\r\n")
    out.writerow(table.columns)
    for row in table.rows:
        out.writerow([_harmless(cell_text(value)) for value in row])


def _harmless(text: str) -> str:
    """Quote what a spreadsheet would run as a formula; a phone number in international form is left alone."""
    if not text or text[0] not in "=+-@\t\r\0":
        return text
    if text[0] in "+-" and text[1:].replace(" ", "").replace("-", "").replace(".", "").isdigit():
        return text
    return "'" + text


def _markdown(table: Table) -> Iterable[str]:
    yield "| " + " | ".join(table.columns) + " |"
    yield "|" + " --- |" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join(cell_text(value).replace("|", "\\|") for value in row) + " |"


def _columns(table: Table) -> Iterable[str]:
    """Lay columns side by side; on a terminal the last one is cut at the edge."""
    from acquaint.cli.widths import clip, pad, width

    cells = [[cell_text(value) for value in row] for row in table.rows]
    if not cells:
        if table.note:
            yield table.note
        return
    sizes = [max(map(width, column)) for column in zip(table.columns, *cells, strict=True)]
    edge = _edge()
    for line in ([name.upper() for name in table.columns], *cells):
        text = "  ".join(pad(word, size) for word, size in zip(line, sizes, strict=True)).rstrip()
        yield clip(text, edge) if edge else text


def _edge() -> int:
    """Return the width of the terminal, or 0 where the answer goes into a file or a pipe."""
    if not sys.stdout.isatty():
        return 0
    import shutil

    return shutil.get_terminal_size().columns
