"""When a next contact is due: the rhythm of each stage while searching and after, and what bends it.

A range (ideal, latest) beats a single date; any logged contact starts the clock anew. Days are ordinals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from acquaint.maths.recall import Direction

Stage = Literal["known", "asked", "acquainted", "in_touch", "ally", "friend"]
Phase = Literal["searching", "keeping"]
Rhythm = tuple[int, int]  # ideal and latest number of days after the last contact

MINIMUM_GAP = 21  # between two messages that answer nothing
PATIENCE = 3  # unanswered messages until a tie is left to rest as dormant
DORMANT_AFTER = 365
SETTLING_IN = 7  # a thank-you in the days after a talk belongs to that talk
QUICK = 3  # days within which an answer came quickly

# Friends are not tasks, and somebody only known or asked waits for the request's own timers: no rhythm.
RHYTHMS: Mapping[Phase, Mapping[Stage, Rhythm]] = {
    "searching": {"acquainted": (70, 84), "in_touch": (42, 56), "ally": (21, 35)},
    "keeping": {"acquainted": (182, 365), "in_touch": (120, 180), "ally": (90, 105)},
}
FIRST_UPDATE: Rhythm = (14, 21)  # while searching, after a first talk


@dataclass(frozen=True, slots=True)
class Due:
    """A range in which something is best done: not before start, at the latest on latest."""

    start: int
    ideal: int
    latest: int


def rhythm(stage: Stage, phase: Phase, *, custom: Mapping[Stage, Rhythm] | None = None) -> Rhythm | None:
    """Ideal and latest days between contacts at a stage; the owner's own rhythm wins; None: no rhythm."""
    if custom and stage in custom:
        return custom[stage]
    return RHYTHMS[phase].get(stage)


def own_rhythm(days: int) -> Rhythm:
    """The range around a number of days that the owner said: a week's room at least, a sixth of it else."""
    return days, days + max(7, days // 6)


def minimum_gap(unanswered: int) -> int:
    """Days to leave between messages: three weeks, doubled after each one that stayed unanswered."""
    return MINIMUM_GAP << min(unanswered, PATIENCE)


def is_dormant(
    stage: Stage,
    phase: Phase,
    *,
    last_contact: int | None,
    unanswered: int,
    on: int,
    custom: Mapping[Stage, Rhythm] | None = None,
) -> bool:
    """Two missed rhythms, a year of silence or three unanswered messages: asleep, never dead."""
    if unanswered >= PATIENCE:
        return True
    if last_contact is None:
        return False
    usual = rhythm(stage, phase, custom=custom)
    limit = DORMANT_AFTER if usual is None else min(DORMANT_AFTER, 2 * usual[1])
    return on - last_contact >= limit


def is_warm(contacts: Iterable[tuple[int, Direction]]) -> bool:
    """Whether their latest word to me was a quick answer; contacts are (day, direction), in any order.

    A talk is no answer: whoever met me has not shown how gladly they write.
    """
    told = set(contacts)
    theirs = max((day for day, direction in told if direction == "in"), default=None)
    if theirs is None:
        return False
    mine = max((day for day, direction in told if direction == "out" and day <= theirs), default=None)
    return mine is not None and theirs - mine <= QUICK


def next_due(
    stage: Stage,
    phase: Phase,
    *,
    last_contact: int | None,
    unanswered: int = 0,
    warm: bool = False,
    met_on: int | None = None,
    custom: Mapping[Stage, Rhythm] | None = None,
) -> Due | None:
    """When to be in touch again; None if nothing is recorded, no rhythm fits or three stayed unanswered.

    ``warm`` says that their latest answer came quickly (a quarter sooner, `is_warm`); ``met_on`` is the day
    of the last talk held: the first update follows it after two or three weeks.
    """
    usual = rhythm(stage, phase, custom=custom)
    if usual is None or last_contact is None or unanswered >= PATIENCE:
        return None
    fresh = met_on is not None and 0 <= last_contact - met_on <= SETTLING_IN
    if fresh and stage == "acquainted" and phase == "searching":
        usual = (min(usual[0], FIRST_UPDATE[0]), min(usual[1], FIRST_UPDATE[1]))
        return _range(last_contact, usual, floor=FIRST_UPDATE[0])
    if warm:
        usual = (usual[0] * 3 // 4, usual[1] * 3 // 4)
    if unanswered > 1:
        usual = (usual[0] * 2, usual[1] * 2)
    return _range(last_contact, usual, floor=minimum_gap(unanswered))


def _range(last_contact: int, days: Rhythm, *, floor: int) -> Due:
    ideal = max(days[0], floor)
    return Due(last_contact + floor, last_contact + ideal, last_contact + max(days[1], ideal))
