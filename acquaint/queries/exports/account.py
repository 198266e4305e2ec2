"""The whole account as rows of plain values, table by table, found by looking at the models.

Rows are named by their keys, never by number. What is left out is listed here with the reason; a model or a
column that is not listed goes out by itself, so that none can be forgotten.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.db import models

from acquaint.models import (
    Change,
    ChangeRow,
    ImportBatch,
    ImportVerdict,
    Owner,
    Person,
    SearchText,
    Setting,
    Tombstone,
    census,
)
from acquaint.models.scope import Scope

Model = type[models.Model]
Values = dict[str, Any]

CHUNK = 2000
LEFT_OUT: Final[Mapping[Model, str]] = {
    Owner: "whose account it is says the place where it is read; what they are called is a person's row",
    Change: "history: it belongs to the file in which it happened, and a backup holds it",
    ChangeRow: "history: images of rows by their numbers, removed words among them",
    ImportBatch: "history: an import that can be taken back or decided only with its Change",
    ImportVerdict: "history: what such an import left to decide",
    SearchText: "derived from the rows",
}
UNTOLD: Final[Mapping[Model, tuple[str, ...]]] = {
    Person: Person.CARRIED,  # recomputed from stage steps and contacts
}
OWN: Final = ("id", "owner_id", "last_change")  # of this file, not of the row
UNSENT: Final[Mapping[Model, dict[str, Any]]] = {
    Setting: {"name__in": (Setting.WIPING,)},  # owed by this file
}

ORDERED: Final[Mapping[Model, str]] = {Setting: "name", Tombstone: "digest"}  # others as they came


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a row: its name, where the query finds it, and what it is where nothing is said."""

    name: str
    path: str
    field: Any
    empty: Any

    @property
    def target(self) -> Model | None:
        """The model whose keys it holds, if it is a link."""
        found: Model | None = self.field.related_model if self.field.is_relation else None
        return found


@cache
def tables() -> tuple[Model, ...]:
    """The models that go out, each after those it points at."""
    return tuple(model for model in census.order() if model not in LEFT_OUT)


def by_name() -> dict[str, Model]:
    """The same by the names of their tables."""
    return {model._meta.db_table: model for model in tables()}


def forgotten() -> list[str]:
    """Models of the app that neither go out nor are left out for a reason; always empty."""
    every = apps.get_app_config("acquaint").get_models()
    return [model.__name__ for model in every if model not in tables() and model not in LEFT_OUT]


@cache
def columns(model: Model) -> tuple[Column, ...]:
    """The columns of a model that go out; a link to what is left out is left out as well."""
    left = {*OWN, *UNTOLD.get(model, ())}
    told = [field for field in model._meta.concrete_fields if field.attname not in left]
    return tuple(_column(field) for field in told if field.related_model not in LEFT_OUT)


def _column(field: Any) -> Column:
    path = f"{field.name}__key" if field.is_relation else field.name
    texts = isinstance(field, (models.CharField, models.TextField)) and not field.has_default()
    return Column(field.name, path, field, "" if texts else None)


def rows(scope: Scope, model: Model) -> Iterator[Values]:
    """The owner's rows of a model, oldest first; what is empty is not said."""
    return worded(model, model._default_manager.filter(owner_id=scope.owner_id))


def worded(model: Model, found: models.QuerySet[Any, Any]) -> Iterator[Values]:
    """The rows of this queryset as they go out."""
    told = columns(model)
    unsent = UNSENT.get(model)
    kept = found.exclude(**unsent) if unsent else found
    chosen = kept.order_by(ORDERED.get(model, "id")).values_list(*(column.path for column in told))
    for values in chosen.iterator(chunk_size=CHUNK):
        yield {
            column.name: plain(value)
            for column, value in zip(told, values, strict=True)
            if value is not None and value != column.empty
        }


def everything(scope: Scope) -> Iterator[tuple[str, Iterable[Values]]]:
    """Each table's name with its rows; to be read in this order."""
    for model in tables():
        yield model._meta.db_table, rows(scope, model)


def plain(value: Any) -> Any:
    """A column's value as JSON takes it: days and moments in ISO 8601, bytes in base64."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode()
    return value
