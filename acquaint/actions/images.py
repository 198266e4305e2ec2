"""Rows as the Change keeps them: plain JSON values by column, and rows written many at a time."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.utils.dateparse import parse_datetime

from acquaint.actions import inserting
from acquaint.models import Person
from acquaint.models.rows import new_keys

BATCH = 1000
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
PLAIN: tuple[tuple[tuple[Any, ...], type], ...] = (
    ((models.CharField, models.TextField), str),
    ((models.IntegerField, models.ForeignKey), int),
    ((models.FloatField,), float),
)


@cache
def label(model: type[models.Model]) -> str:
    """The table's name, as a ChangeRow stores it."""
    return model._meta.db_table


@cache
def model_of(name: str) -> type[models.Model]:
    """The model of a stored table name."""
    return next(model for model in apps.get_app_config("acquaint").get_models() if label(model) == name)


@cache
def columns(model: type[models.Model]) -> tuple[Any, ...]:
    """The columns that are history: all but the carried ones."""
    carried = Person.CARRIED if model is Person else ()
    return tuple(field for field in model._meta.concrete_fields if field.attname not in carried)


def pack(value: Any) -> Any:
    """A column's value as JSON takes it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode()
    return value


def packed(value: Any) -> str:
    """A JSON value as the column takes it."""
    return _JSON.encode(value)


def unpack(field: models.Field[Any, Any], value: Any) -> Any:
    """A stored value as the column takes it; days as text, as the database takes them."""
    if value is None:
        return None
    if isinstance(field, models.DateTimeField):
        return parse_datetime(value)
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return value


@cache
def odd(model: type[models.Model]) -> tuple[Any, ...]:
    """The columns whose values JSON does not take as they are."""
    return tuple(
        field for field in columns(model) if isinstance(field, (models.DateField, models.BinaryField))
    )


def unpacked(model: type[models.Model], image: Mapping[str, Any]) -> dict[str, Any]:
    """An image as values of columns; names of columns that are no more are left out."""
    known = {field.attname for field in columns(model)}
    found = {name: value for name, value in image.items() if name in known}
    for field in odd(model):
        if found.get(field.attname) is not None:
            found[field.attname] = unpack(field, found[field.attname])
    return found


def whole(row: models.Model) -> dict[str, Any]:
    """The whole row, its id included."""
    return {field.attname: pack(getattr(row, field.attname)) for field in columns(type(row))}


def wholes(model: type[models.Model], ids: Sequence[int]) -> list[dict[str, Any]]:
    """The same of many rows, read without making an object of each."""
    names = [field.attname for field in columns(model)]
    strange = [field.attname for field in odd(model)]
    found = list(model._default_manager.filter(pk__among=ids).order_by("pk").values(*names))
    for image in found:
        for name in strange:
            if image[name] is not None:
                image[name] = pack(image[name])
    return found


def differing(row: models.Model, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What the columns named by `fields` hold now, where that differs from what they shall hold."""
    found: dict[str, Any] = {}
    for name, value in fields.items():
        field = row._meta.get_field(name)
        attname = field.attname  # type: ignore[union-attr]
        wanted = getattr(value, "pk", value) if field.is_relation and name != attname else value
        if getattr(row, attname) != wanted:
            found[attname] = pack(getattr(row, attname))
    return found


def _prepare(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    """The columns, and each row's values as the database takes them; ids, keys and defaults filled in."""
    fields = list(model._meta.concrete_fields)
    columns = []
    for field in fields:
        ready, name = _preparer(field), field.attname
        if name == "key":
            drawn = new_keys(len(rows))
            columns.append([row.get("key") or key for row, key in zip(rows, drawn, strict=True)])
        else:
            columns.append([ready(row[name] if name in row else field.get_default()) for row in rows])
    return fields, list(zip(*columns, strict=True))


def _preparer(field: Any) -> Callable[[Any], Any]:
    """How a value becomes what the database takes; texts and numbers, most of any import, already are."""
    backend = connections[DEFAULT_DB_ALIAS]  # the proxy would be asked for each value again
    kind: type | None = str if type(field) is models.DateField else None
    kind = kind or next((kind for fields, kind in PLAIN if isinstance(field, fields)), None)
    return lambda value: (
        value if value is None or type(value) is kind else field.get_db_prep_save(value, backend)
    )


def insert_many(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows (by column name); their primary keys in order.

    Rows without an `id` get the next ones, those without a `key` random ones, and columns without a value
    their default.
    """
    if not rows:
        return []
    if "id" not in rows[0]:
        pks = inserting.reserve(model, len(rows))
        rows = [{**row, "id": pk} for pk, row in zip(pks, rows, strict=True)]
    fields, values = _prepare(model, rows)
    inserting.insert(model, [field.column for field in fields], values)
    return [int(row["id"]) for row in rows]


def update_many(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Set the named columns of many rows; each of `rows` is the values followed by the primary key."""
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in names]
    prepare = [_preparer(field) for field in fields]
    values = [
        [*(ready(value) for ready, value in zip(prepare, row[:-1], strict=True)), row[-1]] for row in rows
    ]
    if not values:
        return
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)  # type: ignore[union-attr, arg-type]
    with connection.cursor() as cursor:
        table = quote(model._meta.db_table)
        cursor.executemany(f"UPDATE {table} SET {sets} WHERE id = %s", values)  # noqa: S608


def batches(values: Iterable[int], size: int = BATCH) -> Iterable[list[int]]:
    """Slices of at most `size`, sorted."""
    ordered = sorted(values)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
