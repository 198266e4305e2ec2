"""Publish the shape of every command's JSON, derived from the dataclasses that the commands show.

`python -m acquaint.cli.schemas docs/schemas` writes one file per command; a test keeps them true.
The dialect is JSON Schema 2020-12, as far as our dataclasses need it.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import click

from acquaint.cli.grammar import command
from acquaint.cli.sessions import scoped
from acquaint.cli.shapes import SHAPES

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

Schema = dict[str, Any]
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    Path: {"type": "string"},
}


@dataclass(frozen=True, slots=True)
class Published:
    """A schema under its name."""

    name: str
    shape: Mapping[str, Any]


def schema_of(name: str) -> Schema:
    """Return the schema of the whole answer of the command `name`, envelope included; KeyError if unknown."""
    target = SHAPES[name]
    many = target.startswith("[")
    module, _colon, attribute = target.strip("[]").partition(":")
    inner = _shape(getattr(import_module(module), attribute))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"acquaint/{name}/1",
        "type": "object",
        "required": ["schema", "data", "undo"],
        "properties": {
            "schema": {"const": f"acquaint/{name}/1"},
            "data": {"type": "array", "items": inner} if many else inner,
            "undo": {"type": ["string", "null"]},
        },
    }


def _shape(kind: Any) -> Schema:
    """Return the schema of one type."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, types.UnionType):
        return _either(inner)
    return _of_class(origin, inner) if isinstance(origin, type) else {}


def _of_class(kind: type, inner: tuple[Any, ...]) -> Schema:
    if is_dataclass(kind):
        return _object(kind)
    if issubclass(kind, Enum):
        return {"enum": [one.value for one in kind]}
    if issubclass(kind, (Sequence, set, frozenset)):
        return {"type": "array", "items": _shape(inner[0]) if inner else {}}
    if issubclass(kind, Mapping):
        return {"type": "object", "additionalProperties": _shape(inner[1]) if inner else {}}
    return {}


def _either(kinds: Sequence[Any]) -> Schema:
    found = [_shape(kind) for kind in kinds]
    if all(set(one) == {"type"} for one in found):
        return {"type": [one["type"] for one in found]}
    return {"anyOf": found}


def _object(kind: type) -> Schema:
    hints = get_type_hints(kind, localns=_named_for_types(kind.__module__))
    properties = {one.name.rstrip("_"): _shape(hints[one.name]) for one in fields(kind)}
    return {"type": "object", "required": list(properties), "properties": properties}


@cache
def _named_for_types(module: str) -> dict[str, Any]:
    """Return what a module imports, also under TYPE_CHECKING: a command must not load Django by itself."""
    found: dict[str, Any] = {}
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            origin = import_module(node.module)
            found |= {one.asname or one.name: getattr(origin, one.name, None) for one in node.names}
    return found


@command("schema", examples=("acquaint schema person.list", "acquaint schema today"))
@click.argument("name")
@scoped
def schema(ctx: click.Context, scope: Scope, name: str) -> None:  # noqa: ARG001 - Django has to be loaded
    """Print the published JSON schema of a command, named as in its `schema` key."""
    from acquaint.cli.output import emit

    if name not in SHAPES:
        raise click.BadParameter(f"'{name}' is not one of {', '.join(sorted(SHAPES))}.", ctx)
    made = schema_of(name)
    emit(ctx, "schema", Published(name, made), text=json.dumps(made, indent=2))


def write_all(folder: Path) -> None:
    """Write every schema into `folder`, one file per command, and remove files of commands that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        if old.stem not in SHAPES:
            old.unlink()
    for name in SHAPES:
        text = json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    write_files(folder / "files")


def write_files(folder: Path) -> None:
    """Write the schemas of files that we write and read, which are no command's answer."""
    from acquaint.queries.exports import shapes

    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(shapes.account(), indent=2, ensure_ascii=False) + "\n"
    (folder / "account.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    from acquaint.cli.options import Options
    from acquaint.cli.sessions import start_django

    start_django(Options())
    write_all(Path(sys.argv[1]))
