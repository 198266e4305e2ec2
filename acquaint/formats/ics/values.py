"""The properties of an event as the library has them, asked so that a broken one is as good as none."""

from __future__ import annotations

from typing import Any

from icalendar import Event

from acquaint.text.names import storable


def all_of(event: Event, name: str) -> list[Any]:
    """Every value of a property."""
    value = event.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def first(event: Event, name: str) -> Any:
    """The first value of a property, None if there is none."""
    return next(iter(all_of(event, name)), None)


def part(value: Any, name: str) -> Any:
    """A part of a value ("dt", "dts"), None where it is broken: the library raises only when it is asked."""
    try:
        return getattr(value, name, None)
    except Exception:  # noqa: BLE001  # whatever a value made of hostile text raises, it has no such part
        return None


def param(value: Any, name: str) -> str:
    """A parameter of a value, the first of several."""
    params = part(value, "params")
    found = params.get(name, "") if params is not None else ""
    return str(found[0] if isinstance(found, list) and found else found)


def text(event: Event, name: str, *, lines: bool = False) -> str:
    """A property as text: one line, or as many as it has; "" if there is none."""
    value = first(event, name)
    if value is None:
        return ""
    try:
        plain = storable(str(value) if isinstance(value, str) else value.to_ical().decode("utf-8", "replace"))
    except Exception:  # noqa: BLE001  # a value that the library could not read cannot be written either
        return ""
    if lines:
        return plain.replace("\r\n", "\n").strip()
    return " ".join("".join(letter if letter.isprintable() else " " for letter in plain).split())
