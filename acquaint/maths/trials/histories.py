"""Made-up records of contacts with a known truth: ties of their own strength that flare up and fade."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from math import exp
from random import Random

from acquaint.maths.trials.predicting import MONTH, Event

REVIVED = 1 / 240  # a day: old ties wake up now and then
FADES = (90.0, 0.8)  # days until half the strength is gone: median, spread of its logarithm
STRENGTH = (1 / 25, 1.2)  # contacts a day at its best: median, spread
MINE = 0.8  # what I write for each word of theirs
EBB = 3 / 5  # of the days after which contact may ebb away


@dataclass(frozen=True, slots=True)
class History:
    """Events (day, sender, receiver), whose contacts they are, and what was really to be expected."""

    events: tuple[Event, ...]
    egos: tuple[str, ...]
    _rates: dict[tuple[str, str], list[float]] = field(repr=False)

    def truth(self, ego: str, alter: str, day: int) -> float:
        """The chance that the alter is in touch in the month after that day."""
        told = self._rates[ego, alter]
        last = min(day + MONTH, len(told) - 1)
        return 1.0 - exp(-(told[last] - told[day]))


def history(seed: int, *, egos: int = 10, alters: int = 40, days: int = 900, ebb: float = 1.0) -> History:
    """A record of so many days: each ego knows so many alters, met some time in its first two thirds.

    With `ebb` only that share of all contact is left in its last two fifths, as where a term or a firm ends.
    """
    chance = Random(seed)  # noqa: S311 (a simulation, no secret)
    events: list[Event] = []
    rates: dict[tuple[str, str], list[float]] = {}
    names = tuple(f"ego{number}" for number in range(egos))
    for ego in names:
        for number in range(alters):
            alter = f"{ego}-{number}"
            daily = _strengths(chance, chance.randrange(days * 2 // 3), days)
            daily[int(days * EBB) :] = [ebb * rate for rate in daily[int(days * EBB) :]]
            rates[ego, alter] = list(accumulate(daily))
            for day, rate in enumerate(daily):
                if rate and chance.random() < 1.0 - exp(-rate):
                    events.append((day, alter, ego))
                if rate and chance.random() < 1.0 - exp(-MINE * rate):
                    events.append((day, ego, alter))
    return History(tuple(events), names, rates)


def _strengths(chance: Random, met: int, days: int) -> list[float]:
    """Contacts to be expected on each day."""
    best = STRENGTH[0] * exp(chance.gauss(0.0, STRENGTH[1]))
    kept = 0.5 ** (1.0 / (FADES[0] * exp(chance.gauss(0.0, FADES[1]))))
    found, now = [0.0] * met, best
    for _day in range(met, days):
        found.append(now)
        now = best if chance.random() < REVIVED else now * kept
    return found
