"""Reading the dates people write ("by Friday", "in two weeks", "last Tuesday") against a given today.

By fixed rules: "Friday" is the next one strictly ahead, "next Friday" that of the following week,
"the 15th" looks forward; a day without a year is the nearest on the side one looks to. Weeks begin on Monday.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from acquaint.text.date_shapes import BEFORE, SHAPES, START, Clock, Shape

Looking = Literal["ahead", "back"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A date found in a text: the day, where it stands, and the preposition before it (or "")."""

    on: dt.date
    start: int
    end: int
    word: str


class UnreadableDate(ValueError):
    """A text that is no date known here; the message gives ways to write one."""


def read(text: str, *, today: dt.date, day_first: bool = True, looking: Looking = "ahead") -> dt.date:
    """The day that the whole text names, seen from `today`; raises UnreadableDate if it names none."""
    words = " ".join(text.split())
    found = at(words, 0, today=today, day_first=day_first, looking=looking, strict=False)
    if found is None or found.end != len(words):
        raise UnreadableDate(
            f"I cannot read {text!r} as a date: write 2026-12-03, 3 Dec, Friday, next week or in two weeks"
        )
    return found.on


def find(
    text: str,
    *,
    today: dt.date,
    day_first: bool = True,
    looking: Looking = "ahead",
    start: int = 0,
    stop: int | None = None,
) -> Reading | None:
    """The first date in `text[start:stop]` that stands there as a date, not as a word of something else."""
    stop = len(text) if stop is None else stop
    for place in START.finditer(text, start, stop):
        found = at(text, place.start(), today=today, day_first=day_first, looking=looking, stop=stop)
        if found is not None:
            return found
    return None


def at(
    text: str,
    start: int,
    *,
    today: dt.date,
    day_first: bool = True,
    looking: Looking = "ahead",
    strict: bool = True,
    stop: int | None = None,
) -> Reading | None:
    """The date that begins exactly at `start`, its preposition included.

    With `strict`, words that are mostly something else ("May", "Sun", "the 15th", "3/4") count only behind a
    preposition.
    """
    stop = len(text) if stop is None else stop
    clock = Clock(today, day_first, looking == "ahead")
    before = BEFORE.match(text, start, stop)
    for begin in (start, before.end()) if before else (start,):
        for shape in SHAPES:
            if shape.guarded and strict and begin == start:
                continue
            found = _meant(shape, text, begin, stop, clock)
            if found:
                word = before["word"].lower() if before and begin != start else ""
                return Reading(found[0], start, found[1], " ".join(word.split()))
    return None


def _meant(shape: Shape, text: str, begin: int, stop: int, clock: Clock) -> tuple[dt.date, int] | None:
    """The day and where its words end; None where the shape does not fit or no calendar holds it."""
    match = shape.pattern.match(text, begin, stop)
    try:
        day = shape.meaning(match, clock) if match else None
    except (ValueError, OverflowError):
        return None
    return (day, match.end()) if match and day else None
