"""Records on their way between two processes: whatever they hold comes through, and nothing else does."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import happenings, particulars, records
from acquaint.formats.apart import wire
from acquaint.formats.apart.carrying import KINDS, pack, unpack
from acquaint.formats.records import Ignored, Origin, Party, PersonRecord, Reason

NAMES = {**vars(particulars), **vars(happenings), **vars(records)}
PLAIN: dict[Any, Any] = {
    str: "Ada \ud800 \0 \u202e Moss",
    int: 7,
    bool: True,
    bytes: b"\x00\xff",
    datetime: datetime(2026, 3, 4, 10, tzinfo=UTC),
}


def made(hint: Any) -> Any:
    """Something that such a field can hold, with nothing left empty."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint, globalns={**NAMES, **vars(sys.modules[hint.__module__])})
        return hint(*(made(hints[one.name]) for one in fields(hint)))
    if origin is Literal:
        return inner[-1]
    if origin is tuple:
        return (made(inner[0]), made(inner[0]))
    if origin is Mapping:
        return {"name": "Ada", "limit": 3, "share": 0.5, "is": True, "none": None}
    return made(inner[0])


def sent(values: Any) -> Any:
    """As it arrives."""
    return wire.loads(wire.dumps(values))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_comes_through_whole(kind):
    record = made(kind)
    assert unpack(sent(pack(record))) == record


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_field_takes_what_it_cannot_hold(kind):
    body = wire.dumps(pack(made(kind)))
    for at, held in enumerate(wire.loads(body)):
        for wrong in ({"a": [1]}, 1.5, [[[]]], [None], "\x00"):
            if isinstance(held, str) and isinstance(wrong, str):
                continue  # a word is a word
            values = wire.loads(body)
            values[at] = wrong
            with pytest.raises(wire.WireError):
                unpack(values)
    for odd in ([], [99], [0], None, "text", {}):
        with pytest.raises(wire.WireError):
            unpack(odd)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=30))
def test_whatever_else_is_sent_is_refused(values):
    with pytest.raises(wire.WireError):
        unpack(values)


def test_a_fact_that_is_no_plain_value_arrives_as_its_text():
    said = Ignored(Origin("a", 1), Reason("older", {"on": datetime(2026, 3, 4, tzinfo=UTC).date()}))
    assert unpack(sent(pack(said))).reason.facts == {"on": "2026-03-04"}


def test_a_text_of_another_making_arrives_as_a_plain_one():
    class Text(str):
        __slots__ = ()

    said = PersonRecord(Origin("a", 1), "k", Text("Ada"), introduced_by=Party(Text("Ben")))
    told = unpack(sent(pack(said)))
    assert (type(told.name), type(told.introduced_by.name)) == (str, str)
