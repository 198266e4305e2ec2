"""Who answers: what became of each message, by what lay between two people before it. Days are ordinals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from acquaint.maths.recall import Direction

Before = Literal["cold", "unanswered", "theirs", "two_way"]

ANSWER = 14  # days within which a word counts as an answer
SILENT = 30  # days of silence after which writing is going back to somebody


def answers(days: Sequence[tuple[int, Direction]], *, until: int) -> Iterator[tuple[Before, bool]]:
    """What lay before each of my messages to one person, and whether a word came within fourteen days.

    `days` are the days of contact in order. Counted are a first message ever (cold), and one after thirty
    days of silence: to somebody who had never answered (unanswered), who had written and never heard from me
    (theirs), or with whom both had (two_way). A day that holds a word of theirs as well tells no order and is
    left out, and so is a message whose fourteen days are not over on the day `until`.
    """
    inbound = sorted({day for day, way in days if way != "out"})
    outbound = sorted({day for day, way in days if way != "in"})
    touched = sorted({*inbound, *outbound})
    for day in outbound:
        earlier = [one for one in touched if one < day]
        if day in inbound or day + ANSWER > until or (earlier and day - earlier[-1] < SILENT):
            continue
        heard, wrote = bool(inbound) and inbound[0] < day, outbound[0] < day
        before: Before = "two_way" if heard and wrote else "theirs" if heard else "unanswered"
        answered = any(day < one <= day + ANSWER for one in inbound)
        yield "cold" if not earlier else before, answered
