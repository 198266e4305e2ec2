"""Writes the rows of a chunk through the cursor: one statement a table, values ready for the database.

A generic insert asks every field of every row how it is stored; here the columns of a table are asked once,
which is what makes a large archive a matter of seconds.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Final

from django.db import connection, models

from acquaint.actions import images
from acquaint.actions.changes import Writer
from acquaint.models import ChangeRow
from acquaint.models.rows import ALPHABET, KEY_LENGTH

_LETTERS: Final = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))

Values = tuple[Any, ...]


def new_keys(count: int) -> list[str]:
    """Random public keys, many at a time."""
    drawn = secrets.token_bytes(count * KEY_LENGTH).translate(_LETTERS).decode()
    return [drawn[at : at + KEY_LENGTH] for at in range(0, len(drawn), KEY_LENGTH)]


def instant(at: datetime) -> str:
    """An instant in UTC as the column takes it."""
    text = at.isoformat(sep=" ")
    return text.removesuffix("+00:00") if _is_sqlite() else text


@cache
def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def packed(value: Any) -> str:
    """A JSON value as the column takes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def insert(w: Writer, model: type[models.Model], names: Sequence[str], rows: Sequence[Values]) -> list[int]:
    """Insert rows (values in the order of `names`), their owner, keys and defaults added; record each.

    Returns the primary keys in order. Values must be plain: dates as ISO text, instants and JSON as above.
    """
    if not rows:
        return []
    pks = _insert(w, model, tuple(names), rows)
    _record(w, model, [(pk, None) for pk in pks])
    return pks


def update(
    w: Writer, model: type[models.Model], edits: Iterable[tuple[int, Mapping[str, Any], Mapping[str, Any]]]
) -> None:
    """Set columns of rows: (primary key, what they held, what they shall hold); record what they held."""
    by_columns: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    before: list[tuple[int, str | None]] = []
    for pk, held, wanted in edits:
        by_columns[tuple(wanted)].append([*wanted.values(), w.number, pk])
        before.append((pk, packed({name: images.pack(value) for name, value in held.items()})))
    for names, values in by_columns.items():
        images.update_many(model, (*names, "last_change"), values)
    _record(w, model, before)


def _insert(
    w: Writer, model: type[models.Model], names: tuple[str, ...], rows: Sequence[Values]
) -> list[int]:
    statement, keyed = _statement(model, names, w.scope.owner_id, w.number)
    with connection.cursor() as cursor:
        pks = images._reserve(cursor, model, len(rows))  # noqa: SLF001 - one house, one way to number rows
        if keyed:
            keys = new_keys(len(rows))
            values = [(pk, key, *row) for pk, key, row in zip(pks, keys, rows, strict=True)]
        else:
            values = [(pk, *row) for pk, row in zip(pks, rows, strict=True)]
        cursor.executemany(statement, values)
    return pks


@lru_cache(maxsize=64)
def _statement(
    model: type[models.Model], names: tuple[str, ...], owner: int, number: int
) -> tuple[str, bool]:
    """The INSERT, and whether rows get a public key; what all rows share stands in it and is not bound."""
    quote = connection.ops.quote_name
    fields = {field.attname: field for field in model._meta.concrete_fields}
    keyed = "key" in fields and "key" not in names
    bound = ("id", *(["key"] if keyed else []), *names)
    shared = {"owner_id": str(int(owner)), "last_change": str(int(number))}
    for name, field in fields.items():
        if name not in bound and name not in shared:
            shared[name] = _literal(field.get_db_prep_save(field.get_default(), connection))
    columns = ", ".join(quote(str(fields[name].column)) for name in (*bound, *shared))
    values = ", ".join([*["%s"] * len(bound), *shared.values()])
    table = quote(model._meta.db_table)
    return f"INSERT INTO {table} ({columns}) VALUES ({values})", keyed  # noqa: S608 - our own names


def _literal(default: object) -> str:
    """A column's default as SQL writes it. Errors: ValueError for one that is no plain value."""
    if default is None:
        return "NULL"
    if isinstance(default, (int, float)):
        return repr(default)
    if isinstance(default, str) and (not default or default.isidentifier()):
        return f"'{default}'"
    raise ValueError(f"{default!r} has to be given by each row")


def _record(w: Writer, model: type[models.Model], rows: Sequence[tuple[int, str | None]]) -> None:
    """Write down what was touched: the Change's own rows, as `Writer.record` would."""
    if not rows:
        return
    w.open()
    change, name = w.change.pk, images.label(model)  # type: ignore[union-attr]  # open() made it
    quote = connection.ops.quote_name
    table = quote(ChangeRow._meta.db_table)
    columns = ", ".join(map(quote, ("change_id", "model", "row_id", "before")))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s, %s)",  # noqa: S608 - our own names
            [(change, name, pk, before) for pk, before in rows],
        )
