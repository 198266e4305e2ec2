"""Spending a few touches a week where they matter: the index v(1 - R) under a budget.

R = 2^(-t/60) is what is left of the last two-way contact after t days. In simulated worlds this index gains
as much as the optimal one as long as v is only known in three steps. Days are ordinals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp2, inf
from typing import Generic, TypeVar

Key = TypeVar("Key")

HALF_LIFE = 60.0
GLADLY, SURE, REASON = 7.0, 3.0, 1.0  # "How gladly would you stay in touch?"
OLD_TIES = 5  # one touch in five goes to a weak or dormant two-way tie: they bring the news


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Key]):
    """One possible touch. ``since`` is the last two-way day, None if there never was one.

    ``earliest`` is the first day that the gap allows; ``who`` is the person whose attention it would spend;
    ``old_tie`` marks a weak or dormant tie that was two-way, ``fresh_face`` somebody not met yet; a ``timed``
    touch answers an event and loses its point by waiting, as a rhythm does not.
    """

    key: Key
    who: Key | None
    value: float
    since: int | None
    earliest: int
    old_tie: bool = False
    fresh_face: bool = False
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[Key]):
    """A candidate with the day that the plan proposes for it."""

    candidate: Candidate[Key]
    on: int


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Key]):
    """What this week holds, in order, and what was given a day in a later week."""

    now: tuple[Placed[Key], ...]
    later: tuple[Placed[Key], ...]


def index(value: float, days: float | None) -> float:
    """What a touch is worth now: value times what has faded since the last two-way contact (None: all)."""
    return value if days is None else value * (1.0 - exp2(-max(0.0, days) / HALF_LIFE))


def overdue(on: int, last_contact: int, rhythm: int) -> float:
    """How overdue relative to the rhythm (1 = just due): days alone would always favour the slow ties."""
    return (on - last_contact) / max(1, rhythm)


def order(candidates: Iterable[Candidate[Key]], on: int) -> list[Candidate[Key]]:
    """Timed ones first; then the highest index; between equals the longest silent, then the order given."""
    return sorted(candidates, key=lambda one: (not one.timed, -_index_on(one, on), _since(one)))


def choose(
    candidates: Iterable[Candidate[Key]],
    *,
    on: int,
    capacity: int,
    touched: int = 0,
    workdays: Sequence[int] = (),
) -> Chosen[Key]:
    """Fill what is left of this week's capacity, then give the rest a day in the weeks that follow.

    ``touched`` counts the touches already made this week, ``workdays`` names the working days left in it,
    today included. Nobody is chosen twice or before ``earliest``; no later week gets more than its capacity.
    """
    ranked = _one_per_person(order(candidates, on))
    ready = [one for one in ranked if one.earliest <= on]
    room = max(0, capacity - touched)
    now = _fill(ready, room)
    taken = {id(one) for one in now}
    waiting = [one for one in ranked if id(one) not in taken]
    days = list(workdays) or [on]
    placed = tuple(Placed(one, day) for one, day in zip(now, spread(len(now), days), strict=True))
    return Chosen(placed, tuple(_respace(waiting, on=max(*days, on) + 1, capacity=max(1, capacity))))


def spread(count: int, days: Sequence[int]) -> list[int]:
    """So many touches laid evenly over these days, in order, the first on the first day."""
    return [days[place * len(days) // count] for place in range(count)]


def _index_on(one: Candidate[Key], on: int) -> float:
    return index(one.value, None if one.since is None else on - one.since)


def _since(one: Candidate[Key]) -> float:
    return -inf if one.since is None else one.since


def _one_per_person(ranked: list[Candidate[Key]]) -> list[Candidate[Key]]:
    """The best candidate of each person: two wishes towards one person are one conversation."""
    seen: set[Key] = set()
    kept = []
    for one in ranked:
        if one.who is not None and one.who in seen:
            continue
        if one.who is not None:
            seen.add(one.who)
        kept.append(one)
    return kept


def _fill(ready: list[Candidate[Key]], room: int) -> list[Candidate[Key]]:
    """The best of them, with one place in five kept for an old tie and one for a fresh face."""
    chosen = ready[:room]
    if room <= 1:
        return chosen
    for wanted, places in (("old_tie", room // OLD_TIES), ("fresh_face", 1)):
        missing = places - sum(getattr(one, wanted) for one in chosen)
        extra = [one for one in ready[room:] if getattr(one, wanted)][: max(0, missing)]
        for one in extra:
            leaving = _least(chosen)
            if leaving is not None:
                chosen.remove(leaving)
                chosen.append(one)
    return chosen


def _least(chosen: list[Candidate[Key]]) -> Candidate[Key] | None:
    """The last of the chosen that holds no reserved place."""
    return next((one for one in reversed(chosen) if not (one.old_tie or one.fresh_face)), None)


def _respace(waiting: list[Candidate[Key]], *, on: int, capacity: int) -> Iterable[Placed[Key]]:
    """A day for each: in order, at most ``capacity`` in seven days, never before it may be."""
    load: dict[int, int] = {}
    for one in waiting:
        week = max(0, (one.earliest - on) // 7)
        while load.get(week, 0) >= capacity:
            week += 1
        load[week] = load.get(week, 0) + 1
        day = on + 7 * week + (load[week] - 1) * 7 // capacity
        yield Placed(one, max(day, one.earliest))
