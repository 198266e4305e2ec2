"""Our records as plain values and back: what comes from the other process can become nothing but a record.

The shapes are taken from the records themselves. A record is a list of its fields in order, followed by its
place in `KINDS` where it may be any. Each value must have a type that its field may hold, or nothing is made
of it.
"""

from __future__ import annotations

import base64
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from acquaint.formats import happenings, particulars, records
from acquaint.formats.apart.wire import WireError

T = TypeVar("T")
Carry = Callable[[Any], Any]

KINDS: Final[tuple[type, ...]] = get_args(records.Said)
_NUMBER: Final = {kind: number for number, kind in enumerate(KINDS)}
_NAMES: Final = {**vars(particulars), **vars(happenings), **vars(records)}
_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_UNFIT: Final = (TypeError, ValueError, LookupError, AttributeError)
_NOTHING: Final = frozenset({type(None)})


@dataclass(frozen=True, slots=True)
class _Way:
    """How one type of field travels: the types it may come as, and what changes it out and back, if so."""

    allowed: frozenset[type]
    out: Carry | None = None
    back: Carry | None = None


def pack(said: records.Said) -> list[Any]:
    """A record as plain values."""
    kind: type = type(said)
    values: list[Any] = encode(kind)(said)
    values.append(_NUMBER[kind])
    return values


def unpack(values: Any) -> records.Said:
    """The record that such values tell. Errors: WireError."""
    try:
        made: records.Said = decode(KINDS[values.pop()])(values)
    except _UNFIT as error:
        raise WireError("no record") from error
    return made


def of(kind: type[T], values: Any) -> T:
    """The dataclass that such values tell. Errors: WireError."""
    try:
        made: T = decode(kind)(values)  # type: ignore[arg-type]  # every class can be a key
    except _UNFIT as error:
        raise WireError(kind.__name__) from error
    return made


@cache
def encode(kind: type) -> Carry:
    """What makes plain values of a dataclass."""
    names = [one.name for one in fields(kind)]
    whole = attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)
    changed = [(at, way.out) for at, way in enumerate(_ways(kind)) if way.out is not None]

    def carry(one: Any) -> list[Any]:
        values = list(whole(one))
        for at, out in changed:
            values[at] = out(values[at])
        return values

    return carry


@cache
def decode(kind: type[T]) -> Callable[[Any], T]:
    """What makes a dataclass of plain values; fails in one of several ways for any that do not fit."""
    ways = _ways(kind)
    allowed = [way.allowed for way in ways]
    changed = [(at, way.back) for at, way in enumerate(ways) if way.back is not None]
    good: set[tuple[type, ...]] = set()  # the same few patterns come again and again

    def carry(values: Any) -> T:
        found = tuple(map(type, values))
        if found not in good:
            if len(found) != len(allowed) or not all(map(frozenset.__contains__, allowed, found)):
                raise TypeError(kind.__name__)
            good.add(found)
        for at, back in changed:
            values[at] = back(values[at])
        return kind(*values)

    return carry


def _ways(kind: type) -> list[_Way]:
    hints = get_type_hints(kind, globalns={**_NAMES, **vars(sys.modules[kind.__module__])})
    return [_way(hints[one.name]) for one in fields(kind)]


def _way(hint: Any) -> _Way:
    if hint in _WAYS:
        return _WAYS[hint]
    if is_dataclass(hint):
        made: type = hint  # type: ignore[assignment]  # a class: no hint is an instance
        return _Way(frozenset({list}), encode(made), decode(made))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _Way(frozenset(map(type, inner)), back={word: word for word in inner}.__getitem__)
    if origin in (Union, types.UnionType):
        return _or_nothing(_way(inner[0]))
    if origin in (tuple, frozenset):
        return _several(origin, _way(inner[0]))
    return _Way(frozenset({dict}), _plain_facts, _facts)


def _or_nothing(some: _Way) -> _Way:
    def unless_none(change: Carry | None) -> Carry | None:
        return change and (lambda value: None if value is None else change(value))

    return _Way(some.allowed | _NOTHING, unless_none(some.out), unless_none(some.back))


def _several(made: type, each: _Way) -> _Way:
    out, back, allowed = each.out, each.back, each.allowed
    none = made()

    def carry(values: list[Any]) -> Any:
        if not values:
            return none
        if not allowed.issuperset(map(type, values)):
            raise TypeError(made.__name__)
        return made(values if back is None else map(back, values))

    return _Way(frozenset({list}), list if out is None else lambda value: [*map(out, value)], carry)


def _plain_facts(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one if type(one) in _PLAIN else str(one) for name, one in value.items()}


def _facts(value: dict[str, Any]) -> dict[str, Any]:
    if not _PLAIN.issuperset(map(type, value.values())):
        raise TypeError("facts")
    return value


_WAYS: Final[dict[Any, _Way]] = {
    **{kind: _Way(frozenset({kind})) for kind in (str, int, float, bool)},
    bytes: _Way(frozenset({str}), lambda value: base64.b64encode(value).decode("ascii"), base64.b64decode),
    datetime: _Way(frozenset({str}), datetime.isoformat, datetime.fromisoformat),
}
