"""Queries whose wording is worked out once: Django takes half a millisecond to word one, a database far less.

A function decorated with `prepared` builds a queryset from what will be told when it runs; each value it
takes from `told` stands as a placeholder in the text. The first call words it for the database at hand, every
later call only fills the values in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, F, Func, IntegerField, QuerySet, Value
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
)

from acquaint.models.scope import Scope

Rows = Iterator[Sequence[Any]]
# In the order of ids: told plainly, SQLite may walk through everybody's rows to spare itself sorting a few.
BY_ID = F("id") + Value(0)
COUNT = Func(template="count(*)", output_field=IntegerField())  # as the only column: how many rows there are


class Given(Expression):
    """A value that is told when the statement runs."""

    def __init__(self, name: str, *, is_whole: bool = False) -> None:
        super().__init__()
        self.name = name
        self.is_whole = is_whole

    def whole(self) -> Given:
        """The same for a collection that is bound as one value, however many there are (`among`)."""
        return Given(self.name, is_whole=True)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:  # noqa: ARG002 (Django calls it so)
        """Return a placeholder with itself as the value."""
        return "%s", (self,)


class _Told:
    """Stands for the scope and for all that will be told: each name gives its placeholder."""

    def __getattr__(self, name: str) -> Given:
        return Given(name)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A statement as one database takes it: its text between the placeholders, and how its rows are read."""

    pieces: tuple[str, ...]
    values: tuple[Any, ...]
    converters: tuple[tuple[int, tuple[Any, Any]], ...]
    shape: Callable[[Rows], list[Any]]


class Prepared:
    """A query that is worded once for each shape; made by `prepared`."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self.build = build
        self._worded: dict[tuple[Any, ...], _Worded] = {}

    def __call__(self, scope: Scope | None, *shape: Any, **told: Any) -> list[Any]:
        """The rows as the queryset would give them: objects, dicts, tuples or single values.

        `shape` goes to the builder as it is (a limit, an order), `told` fills the placeholders; what is not
        told is taken from the scope. A collection stands for `in`; an empty one finds nothing, so an
        `exclude` has to be told at least one value.
        """
        database = connections[DEFAULT_DB_ALIAS]  # itself: the usual stand-in costs at each question to it
        key = (database.vendor, *shape)
        worded = self._worded.get(key)
        if worded is None:
            worded = self._worded[key] = _word(self.build(_Told(), *shape), database)
        values = [_value(one, scope, told, database) for one in worded.values]
        if any(value == [] for value in values):
            return []
        with database.cursor() as cursor:
            cursor.execute(*_filled(worded.pieces, values))
            found = cursor.fetchall()
        return worded.shape(_converted(found, worded.converters, database))


def prepared(build: Callable[..., Any]) -> Prepared:
    """Make a query that is worded once out of a function that builds it from `told`."""
    return Prepared(build)


def _word(rows: QuerySet[Any, Any], database: Any) -> _Worded:
    compiler = rows.query.get_compiler(connection=database)
    sql, values = compiler.as_sql()
    pieces = tuple(sql.split("%s"))
    assert len(pieces) == len(values) + 1, sql
    fields = [column[0] for column in compiler.select[: compiler.col_count]]
    converters = tuple(compiler.get_converters(fields).items())
    return _Worded(pieces, tuple(values), converters, _shape(rows, compiler))


def _shape(rows: QuerySet[Any, Any], compiler: Any) -> Callable[[Rows], list[Any]]:
    """How rows of the database become what the queryset gives."""
    kind: Any = rows._iterable_class  # noqa: SLF001 (no public twin)
    if issubclass(kind, ModelIterable):
        return lambda found: list(kind(_Fetched(rows, compiler, found)))
    if issubclass(kind, ValuesIterable):
        names = tuple(rows.query.selected or (*rows.query.values_select, *rows.query.annotation_select))
        return lambda found: [dict(zip(names, row, strict=True)) for row in found]
    if issubclass(kind, FlatValuesListIterable):
        return lambda found: [row[0] for row in found]
    return lambda found: [tuple(row) for row in found]


class _Fetched:
    """A queryset, its query and its compiler in one, as Django's iterable of objects asks them for rows."""

    def __init__(self, rows: QuerySet[Any, Any], compiler: Any, found: Rows) -> None:
        self._rows, self._compiler, self._found = rows, compiler, found
        self.query = self
        self.db = DEFAULT_DB_ALIAS

    def __getattr__(self, name: str) -> Any:
        """Whatever else is asked for, of the queryset or else of the compiler that worded it."""
        return getattr(self._rows, name) if hasattr(self._rows, name) else getattr(self._compiler, name)

    def get_compiler(self, **_which: Any) -> _Fetched:
        return self

    def execute_sql(self, **_how: Any) -> Rows:
        return self._found

    def results_iter(self, results: Rows) -> Rows:
        return results


def _value(one: Any, scope: Scope | None, told: dict[str, Any], database: Any) -> Any:
    if not isinstance(one, Given):
        return one
    value = told[one.name] if one.name in told else getattr(scope, one.name)
    if isinstance(value, datetime):
        return database.ops.adapt_datetimefield_value(value)
    if not isinstance(value, Iterable) or isinstance(value, str):
        return value
    held = list(value)
    if one.is_whole and held:
        return json.dumps(held) if database.vendor == "sqlite" else (held,)
    return held


def _filled(pieces: Sequence[str], values: Sequence[Any]) -> tuple[str, list[Any]]:
    """The text with as many placeholders as there are values, and the values."""
    text: list[str] = [pieces[0]]
    flat: list[Any] = []
    for value, after in zip(values, pieces[1:], strict=True):
        many = value if isinstance(value, (list, tuple)) else [value]  # a tuple holds one whole collection
        text += [",".join(["%s"] * len(many)), after]
        flat += many
    return "".join(text), flat


def _converted(
    rows: Iterable[Sequence[Any]], converters: Sequence[tuple[int, tuple[Any, Any]]], database: Any
) -> Rows:
    """Rows whose columns are what their fields hold."""
    for row in rows:
        held = list(row)
        for at, (steps, expression) in converters:
            for step in steps:
                held[at] = step(held[at], expression, database)
        yield held
