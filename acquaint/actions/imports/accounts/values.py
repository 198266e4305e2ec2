"""Takes an account's values as columns take them: no file is believed, each value is looked at."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final

from django.db import models

from acquaint.models import Photo
from acquaint.models.rows import ALPHABET, KEY_LENGTH
from acquaint.queries.exports.account import Column, Model, columns
from acquaint.text.names import storable

_KEY: Final = re.compile(rf"[{ALPHABET}]{{{KEY_LENGTH}}}")
_DAY: Final = len("2026-03-04")
_INTEGER: Final = 2**31
_BIG: Final = 2**63
PICTURES: Final = {
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
}


class WrongError(Exception):
    """A row that cannot be taken; `code` and `facts` say which of its values."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def taken(model: Model, row: dict[str, Any]) -> dict[str, Any]:
    """The row by column name, links still as keys. Errors: WrongError."""
    table = model._meta.db_table
    known = {column.name: column for column in columns(model)}
    if unknown := row.keys() - known.keys():
        raise WrongError("account_unknown_column", table=table, column=min(unknown))
    found = {name: _value(table, column, row.get(name)) for name, column in known.items()}
    if "key" in found and not _KEY.fullmatch(found["key"]):
        raise WrongError("account_bad_value", table=table, column="key")
    if model is Photo:
        _look_at(found)
    return found


def _value(table: str, column: Column, value: Any) -> Any:
    if value is None:
        return _empty(table, column)
    try:
        return _read(column, value)
    except (TypeError, ValueError, OverflowError, RecursionError, binascii.Error) as problem:
        raise WrongError("account_bad_value", table=table, column=column.name) from problem


def _empty(table: str, column: Column) -> Any:
    """What a value is of which nothing is said; a key and an identity are never made up."""
    field = column.field
    if column.empty is not None or field.null:
        return column.empty
    if not field.has_default() or (callable(field.default) and column.name in ("key", "uid")):
        raise WrongError("account_missing_value", table=table, column=column.name)
    return field.get_default()


def _read(column: Column, value: Any) -> Any:
    if column.target is not None:
        return _text(None, value)
    for kind, read in _READERS:
        if isinstance(column.field, kind):
            return read(column.field, value)
    return column.field.to_python(value)


def _text(field: Any, value: Any) -> str:
    longest = getattr(field, "max_length", None)
    if not isinstance(value, str) or storable(value) != value or (longest and len(value) > longest):
        raise ValueError
    return value


def _whole(field: Any, value: Any) -> int:
    bound = _BIG if isinstance(field, models.BigIntegerField) else _INTEGER
    if type(value) is not int or not -bound <= value < bound:
        raise ValueError
    return value


def _number(_field: Any, value: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError
    return float(value)


def _truth(_field: Any, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 (one kind of fault for the caller)
    return value


def _moment(_field: Any, value: Any) -> datetime:
    found = datetime.fromisoformat(value)
    if found.tzinfo is None:
        raise ValueError
    return found.astimezone(UTC)


def _day(_field: Any, value: Any) -> date:
    if len(value) != _DAY:
        raise ValueError
    return date.fromisoformat(value)


def _bytes(_field: Any, value: Any) -> bytes:
    return base64.b64decode(value, validate=True)


def _json(field: Any, value: Any) -> Any:
    """Any value; its texts have to be such as a database holds."""
    if isinstance(value, str):
        return _text(None, value)
    if isinstance(value, list):
        return [_json(field, one) for one in value]
    if isinstance(value, dict):
        return {_text(None, name): _json(field, one) for name, one in value.items()}
    return value


_READERS: Final[tuple[tuple[Any, Callable[[Any, Any], Any]], ...]] = (
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.IntegerField, _whole),
    (models.FloatField, _number),
    (models.BooleanField, _truth),
    (models.BinaryField, _bytes),
    (models.JSONField, _json),
    ((models.CharField, models.TextField), _text),
)


def _look_at(photo: dict[str, Any]) -> None:
    """A picture is what it says it is, or it is not taken."""
    data = photo["data"]
    if not data.startswith(PICTURES.get(photo["mime"], ())):
        raise WrongError("account_bad_value", table="photo", column="data")
