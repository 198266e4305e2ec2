"""Which of three numbers is the day: told from a whole chat, or said to be unclear; never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from acquaint.formats.whatsapp.heads import Head

Order = Literal["day first", "month first", "year first"]
_PLACES: Final[dict[Order, tuple[int, int, int]]] = {  # where year, month and day stand
    "day first": (2, 1, 0),
    "month first": (2, 0, 1),
    "year first": (0, 1, 2),
}
_OPEN: Final[tuple[Order, Order]] = ("day first", "month first")
_CENTURY: Final = 2000
_SHORT: Final = 100
_BUDDHIST: Final = 52  # 2552 was 2009
_BUDDHIST_CENTURY: Final = 2500 - 543
_FOUNDED: Final = 2009


def day_of(head: Head, order: Order) -> date | None:
    """The date of a head in that order, None if no calendar holds it or the program was not made yet."""
    year, month, day = (head.numbers[place] for place in _PLACES[order])
    if year < _SHORT:  # of two digits, also of the Buddhist era
        year += _CENTURY if year < _BUDDHIST else _BUDDHIST_CENTURY
    try:
        return date(year, month, day) if year >= _FOUNDED else None
    except ValueError:
        return None


def order_of(heads: Sequence[Head]) -> Order | None:
    """The order of a chat's dates, None where more than one fits as well.

    What counts is how many dates exist, then how seldom time runs backwards: chats are written forwards.
    """
    if not heads:
        return None
    if heads[0].year_first:
        return "year first"
    if heads[0].dotted:
        # No language writes the month first between full stops; somebody's own settings may.
        day, month = (_score(heads, order)[0] for order in _OPEN)
        return "month first" if month < day else "day first"
    scores = {order: _score(heads, order) for order in _OPEN}
    least = min(scores.values())
    if least[0] and heads[0].year_first is None and _score(heads, "year first")[0] < least[0]:
        return "year first"
    best = [order for order, score in scores.items() if score == least]
    return best[0] if len(best) == 1 or _agree(heads, best) else None


def _score(heads: Sequence[Head], order: Order) -> tuple[int, int]:
    missing = backwards = 0
    before: date | None = None
    for head in heads:
        day = day_of(head, order)
        if day is None:
            missing += 1
            continue
        backwards += before is not None and day < before
        before = day
    return missing, backwards


def _agree(heads: Sequence[Head], orders: Sequence[Order]) -> bool:
    return all(len({day_of(head, order) for order in orders}) == 1 for head in heads)
