"""Puts many rows into a table at once, by the shortest way that each database has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

from django.db import connection, models

TOGETHER: Final = 25  # rows a statement: past that, SQLite gains nothing more
BOUND_AT_MOST: Final = 999  # values a statement, what the oldest SQLite takes

Values = Sequence[Any]


def reserve(model: type[models.Model], count: int) -> list[int]:
    """Primary keys for so many new rows, in order.

    SQLite: one writer holds the database, so ids of one AUTOINCREMENT run are consecutive. PostgreSQL takes
    them from the table's sequence first.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            first = (found[0] if found else 0) + 1
            return list(range(first, first + count))
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
        )
        return [row[0] for row in cursor.fetchall()]


def insert(
    model: type[models.Model], columns: Sequence[str], rows: Sequence[Values], literals: Sequence[str] = ()
) -> None:
    """Insert rows whose values are as the database takes them; `literals` are the last columns' SQL.

    SQLite starts every statement anew (it looks up the table's last id, it watches for what it may have to
    take back), so rows go in by some dozens. FAIL instead of ABORT spares it the copy of each page by which a
    statement is taken back alone: here an error always takes back the whole transaction or savepoint.
    """
    if not rows:
        return
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    table = quote(model._meta.db_table)
    marks = f"({', '.join([*['%s'] * (len(columns) - len(literals)), *literals])})"
    if connection.vendor != "sqlite":
        _run(f"INSERT INTO {table} ({names}) VALUES {marks}", rows)  # noqa: S608 - our own names
        return
    statement = f"INSERT OR FAIL INTO {table} ({names}) VALUES {marks}"  # noqa: S608 - our own names
    many = min(TOGETHER, BOUND_AT_MOST // len(rows[0]))
    whole = len(rows) // many * many
    starts = range(0, whole, many)
    _run(
        f"{statement}{f', {marks}' * (many - 1)}",
        [tuple(chain.from_iterable(rows[at : at + many])) for at in starts],
    )
    _run(statement, rows[whole:])


def _run(statement: str, values: Sequence[Values]) -> None:
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)
