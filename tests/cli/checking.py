"""A small JSON Schema reader for the tests: as much of the dialect as the published schemas use."""

from __future__ import annotations

from typing import Any

TYPES: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
    "array": list,
    "object": dict,
}


def faults(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """Return what in `value` the schema does not allow; an empty list means that it fits."""
    if "anyOf" in schema:
        return (
            []
            if any(not faults(value, one, where) for one in schema["anyOf"])
            else [f"{where}: fits no choice"]
        )
    found: list[str] = []
    if "const" in schema and value != schema["const"]:
        found.append(f"{where}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "type" in schema and not _fits(value, schema["type"]):
        return [*found, f"{where}: {value!r} is not {schema['type']}"]
    if isinstance(value, dict):
        found += _object_faults(value, schema, where)
    if isinstance(value, list):
        for at, one in enumerate(value):
            found += faults(one, schema.get("items", {}), f"{where}[{at}]")
    return found


def _fits(value: Any, kinds: str | list[str]) -> bool:
    names = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def _object_faults(value: dict[str, Any], schema: dict[str, Any], where: str) -> list[str]:
    found = [f"{where}: {name} is missing" for name in schema.get("required", []) if name not in value]
    properties = schema.get("properties", {})
    rest = schema.get("additionalProperties", {})
    if properties and not rest:
        found += [f"{where}: {name} is not published" for name in value if name not in properties]
    for name, one in value.items():
        found += faults(one, properties.get(name, rest), f"{where}.{name}")
    return found
