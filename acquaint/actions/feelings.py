"""Where a smile in a captured line goes: into the debrief of the talk it is about, else it stays in words.

How somebody liked a talk is recorded of interviews alone, for that is what fit is counted from; of any other
contact the line itself, kept word for word, is the record, and the chip says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from acquaint.models import Interview
from acquaint.models.scope import Scope
from acquaint.text.capture import Capture, Chip

FELT = ("feel", "fit")
# Contact that may be the interview that was booked; running into somebody is not.
MAY_BE_BOOKED = frozenset({"meeting", "coffee", "call", "other"})
BY_CHANCE = ("ran into", "bumped into", "saw")


def may_be_booked(chip: Chip) -> bool:
    """Whether a contact could be the interview that was booked."""
    by_chance = " ".join(chip.text.lower().split()).endswith(BY_CHANCE)
    return chip.value["kind"] in MAY_BE_BOOKED and not by_chance


def told(chips: Iterable[Chip], debriefed: Collection[int]) -> tuple[Chip, ...]:
    """The chips, each smile with where it is kept; `debriefed`: the places of those whose talk holds it."""
    return tuple(
        replace(one, value={**one.value, "kept": "debrief" if one.value["who"] in debriefed else "note"})
        if one.kind in FELT
        else one
        for one in chips
    )


def expected(scope: Scope, read: Capture, keys: Mapping[int, str | None]) -> set[int]:
    """The places of people whose talk a line is going to be about, before anything is written."""
    if not any(one.kind in FELT for one in read.chips):
        return set()
    found: set[int] = set()
    for chip in read.chips:
        if chip.kind != "interaction" or chip.value.get("planned"):
            continue
        who = [place for place in chip.value["who"] if place is not None]
        if chip.value["kind"] == "interview" or (may_be_booked(chip) and _booked(scope, chip, who, keys)):
            found.update(who)
    return found


def _booked(scope: Scope, chip: Chip, who: list[int], keys: Mapping[int, str | None]) -> bool:
    rows = Interview.objects.of(scope).filter(held_on=None, cancelled_on=None, no_show_on=None)
    people = [key for place in who if (key := keys.get(place))]
    return rows.filter(person__key__in=people, on__lte=date.fromisoformat(chip.value["on"])).exists()
