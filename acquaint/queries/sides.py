"""Where my network leans one way: one field, one workplace, one introducer; and what is missing from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from acquaint.maths import variety
from acquaint.messages.reasons import Reason
from acquaint.models import Field
from acquaint.models.scope import Scope
from acquaint.queries.groupings import Known, Title

FEW = 8  # people: before so many nothing is said
LISTED = 8  # parts of a side
QUIET, TWICE = 5, 2  # a group from so many on with whom I never talked; at most so many of a kind are named
SOUGHT = ("preferred", "exploring")
By = Literal["field", "employer", "introducer"]
SAID: Mapping[By, tuple[str, str]] = {
    "field": ("map.field", "field"),
    "employer": ("map.employer", "organization"),
    "introducer": ("map.through", "name"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One field, employer or introducer: how many of my people, and with how many of those I talked."""

    name: str
    people: int
    talked: int


@dataclass(frozen=True, slots=True)
class Side:
    """My people by one thing: of how many it is known, as how many equal parts, and the largest parts."""

    by: By
    people: int
    effective: float
    parts: tuple[Part, ...]


def counted(rows: Sequence[Mapping[str, Any]], known: Sequence[Known]) -> tuple[Side, ...]:
    """My people by field, by workplace and by who introduced them; rows and what is known in one order."""
    called: dict[Hashable, str] = {row["id"]: row["name"] for row in rows}
    through = [{row["introduced_by"]} & called.keys() for row in rows]
    talked = [row["last_two_way"] is not None for row in rows]
    return (
        _side("field", [one.fields for one in known], talked, {}),
        _side("employer", [one.employers for one in known], talked, {}),
        _side("introducer", through, talked, called),
    )


def _side(by: By, told: Iterable[set[Any]], talked: Sequence[bool], called: Mapping[Hashable, str]) -> Side:
    told = list(told)
    count = Counter(one for some in told for one in some)
    heard = Counter(one for some, spoke in zip(told, talked, strict=True) if spoke for one in some)
    largest = sorted(count, key=lambda one: (-count[one], called.get(one, one)))[:LISTED]
    return Side(
        by=by,
        people=sum(map(bool, told)),
        effective=round(variety.effective(count.values()), 2),
        parts=tuple(Part(called.get(one, one), count[one], heard[one]) for one in largest),
    )


def leaning(
    scope: Scope, sides: Iterable[Side], known: Sequence[Known], groups: Iterable[tuple[Title, int, int]]
) -> tuple[Reason, ...]:
    """What is said of it, in order; `groups` with title, people, and talked with. One query at most."""
    if len(known) < FEW:
        return (Reason("map.early"),)
    heavy = list(_heavy(sides))
    there = {name for one in known for name in one.fields}
    sought = Field.objects.of(scope).filter(state__in=SOUGHT).order_by("-state", "name")
    missing = [name for name in sought.values_list("name", flat=True) if name not in there]
    quiet = [title for title, people, talked in groups if people >= QUIET and not talked]
    return (
        *(heavy or [Reason("map.even")]),
        *(Reason("map.missing", {"field": name}) for name in missing[:TWICE]),
        *(Reason(f"map.quiet-{title.kind}", {"name": title.name}) for title in quiet[:TWICE]),
    )


def _heavy(sides: Iterable[Side]) -> Iterator[Reason]:
    """Each part that holds more than half of those of whom it is known, beyond chance."""
    for side in sides:
        if side.parts and variety.at_least(side.parts[0].people, side.people) > variety.HALF:
            code, fact = SAID[side.by]
            yield Reason(code, {fact: side.parts[0].name})
