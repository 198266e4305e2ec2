"""What the owner decided about suspected pairs, against what was said of them; sums only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from acquaint.maths.sameness import SUGGEST_FROM
from acquaint.models import Change
from acquaint.models.scope import Scope
from acquaint.queries import duplicates, history

ENOUGH: Final = 50  # decisions below which a share would tell more of chance than of the weights
# Where what was said is cut into bands; a pair below the first was never suggested.
LINES: Final = (SUGGEST_FROM, 0.7, 0.9, 0.99)
_SAID: Final = "said"


@dataclass(frozen=True, slots=True)
class Band:
    """Pairs of which about the same was said: how likely, the share that was joined, how many they are."""

    said: float
    seen: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How what was said held: nothing is told from fewer than `needed` decisions.

    `error` is how far said and seen lie apart on average (null until there are enough). Who decides looks at
    the strongest first, so the bands below are thin for a long while.
    """

    decided: int
    joined: int
    needed: int
    error: float | None
    bands: tuple[Band, ...]


def said_of(scope: Scope, a: str, b: str) -> dict[str, Any]:
    """What is said of two people (keys) before somebody decides, to be kept with the decision; {} if unknown.

    Among very many people it is known where the list was asked for in the same process.
    """
    told = duplicates.of_pair(scope, a, b)
    return {_SAID: told.score} if told is not None else {}


def calibration(scope: Scope) -> Calibration:
    """What was said of the pairs decided on, and what became of them; what was undone is left out."""
    rows = Change.objects.of(scope).filter(what__in=duplicates.DECISIONS).order_by("number")
    told = [row for row in rows.values_list("pk", "what", "facts") if _SAID in row[2]]
    undone = history.undoers(scope, [pk for pk, _what, _facts in told])
    pairs = [(float(facts[_SAID]), what == duplicates.JOINED) for pk, what, facts in told if pk not in undone]
    joined = sum(true for _said, true in pairs)
    if len(pairs) < ENOUGH:
        return Calibration(len(pairs), joined, ENOUGH, None, ())
    bands = tuple(_banded(pairs))
    error = sum(abs(band.said - band.seen) * band.pairs for band in bands) / len(pairs)
    return Calibration(len(pairs), joined, ENOUGH, round(error, 4), bands)


def _banded(pairs: Sequence[tuple[float, bool]]) -> list[Band]:
    found = []
    for low, high in zip(LINES, (*LINES[1:], 2.0), strict=True):
        some = [
            (said, true) for said, true in pairs if low <= said < high or (low == LINES[0] and said < low)
        ]
        if some:
            said, seen = (sum(column) / len(some) for column in zip(*some, strict=True))
            found.append(Band(round(said, 4), round(seen, 4), len(some)))
    return found
