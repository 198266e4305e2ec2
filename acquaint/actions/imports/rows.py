"""Writes the rows of a chunk: one call a table, values ready for the database.

A generic insert asks every field of every row how it is stored; here the columns of a table are asked once,
which is what makes a large archive a matter of seconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from django.db import connection, models

from acquaint.actions import images, inserting
from acquaint.actions.changes import Writer
from acquaint.models.rows import new_keys

Values = tuple[Any, ...]


def instant(at: datetime) -> str:
    """An instant in UTC as the column takes it."""
    text = at.isoformat(sep=" ")
    return text.removesuffix("+00:00") if _is_sqlite() else text


@cache
def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def insert(w: Writer, model: type[models.Model], names: Sequence[str], rows: Sequence[Values]) -> list[int]:
    """Insert rows (values in the order of `names`), their owner, keys and defaults added; record them.

    Returns the primary keys in order. Values must be plain: dates as ISO text, instants and JSON as above.
    """
    if not rows:
        return []
    columns, literals, keyed = _columns(model, tuple(names), w.scope.owner_id, w.number)
    pks = inserting.reserve(model, len(rows))
    if keyed:
        keys = new_keys(len(rows))
        values: list[Values] = [(pk, key, *row) for pk, key, row in zip(pks, keys, rows, strict=True)]
    else:
        values = [(pk, *row) for pk, row in zip(pks, rows, strict=True)]
    inserting.insert(model, columns, values, literals)
    w.record_inserts(model, pks)
    return pks


def update(
    w: Writer, model: type[models.Model], edits: Iterable[tuple[int, Mapping[str, Any], Mapping[str, Any]]]
) -> None:
    """Set columns of rows: (primary key, what they held, what they shall hold); record what they held."""
    by_columns: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    before: list[tuple[int, str]] = []
    for pk, held, wanted in edits:
        by_columns[tuple(wanted)].append([*wanted.values(), w.number, pk])
        before.append((pk, images.packed({name: images.pack(value) for name, value in held.items()})))
    for names, values in by_columns.items():
        images.update_many(model, (*names, "last_change"), values)
    w.record_packed(model, before)


@lru_cache(maxsize=64)
def _columns(
    model: type[models.Model], names: tuple[str, ...], owner: int, number: int
) -> tuple[list[str], list[str], bool]:
    """All columns, what stands in the last of them in every row, and whether rows get a public key."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    keyed = "key" in fields and "key" not in names
    bound = ("id", *(["key"] if keyed else []), *names)
    shared = {"owner_id": str(int(owner)), "last_change": str(int(number))}
    for name, field in fields.items():
        if name not in bound and name not in shared:
            shared[name] = _literal(field.get_db_prep_save(field.get_default(), connection))
    return [str(fields[name].column) for name in (*bound, *shared)], list(shared.values()), keyed


def _literal(default: object) -> str:
    """A column's default as SQL writes it. Errors: ValueError for one that is no plain value."""
    if default is None:
        return "NULL"
    if isinstance(default, (int, float)):
        return repr(default)
    if isinstance(default, str) and (not default or default.isidentifier()):
        return f"'{default}'"
    raise ValueError(f"{default!r} has to be given by each row")
