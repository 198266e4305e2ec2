"""The published shape of an account's JSON, read off the models: a new column is in it by itself."""

from __future__ import annotations

from typing import Any, Final

from django.db import models

from acquaint.formats.account import SCHEMA
from acquaint.models.rows import ALPHABET, KEY_LENGTH
from acquaint.queries.exports.account import Column, Model, columns, tables

Schema = dict[str, Any]

KEY: Final[Schema] = {"type": "string", "pattern": f"^[{ALPHABET}]{{{KEY_LENGTH}}}$"}
_KINDS: Final[tuple[tuple[type[models.Field[Any, Any]], Schema], ...]] = (
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.IntegerField, {"type": "integer"}),
    (models.FloatField, {"type": "number"}),
    (models.BooleanField, {"type": "boolean"}),
    (models.BinaryField, {"type": "string", "contentEncoding": "base64"}),
    (models.JSONField, {}),
)


def account() -> Schema:
    """JSON Schema 2020-12 of the whole document."""
    shown = {model._meta.db_table: {"type": "array", "items": _row(model)} for model in tables()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "A whole account: rows by table, each table after those it points at. Keys name rows; "
        "what is empty is not said.",
        "type": "object",
        "required": ["schema", "version", "tables"],
        "properties": {
            "schema": {"const": SCHEMA},
            "version": {"type": "integer", "description": "Of the data; greater ones are newer."},
            "tables": {"type": "object", "required": list(shown), "properties": shown},
        },
    }


def _row(model: Model) -> Schema:
    told = {column.name: _value(column) for column in columns(model)}
    always = [column.name for column in columns(model) if column.empty is None and not column.field.null]
    about = " ".join((model.__doc__ or "").partition("\n\n")[0].split())
    return {"description": about, "type": "object", "required": always, "properties": told}


def _value(column: Column) -> Schema:
    if column.target is not None:
        return {**KEY, "description": f"The key of a row of “{column.target._meta.db_table}”."}
    if column.name == "key":
        return dict(KEY)
    for kind, shape in _KINDS:
        if isinstance(column.field, kind):
            return dict(shape)
    longest = column.field.max_length
    return {"type": "string", **({"maxLength": longest} if longest else {})}
