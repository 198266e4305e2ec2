"""What a rule gives back and may lean on; the test class in tests/queries/suggestions says what it owes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from acquaint.messages.reasons import Reason
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due
from acquaint.queries.suggestions.desk import Desk


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing worth doing; its reasons are worded where they are read.

    ``id`` is `kind:key` and stays the same from day to day, so that it can be put off; ``about`` is the key
    of what the draft is about; ``owed`` comes first, whatever the capacity.
    """

    id: str
    kind: str
    person: Named | None
    headline: Reason
    reasons: tuple[Reason, ...]
    due: Due
    draft: str | None
    about: str
    owed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A suggestion as a rule found it, with whose attention it would spend (a primary key) and its rank.

    ``rank`` orders what is owed: the lowest first. An ``alone`` one leaves room for no other to that person;
    a ``mere`` word stands back where anything is owed to them; a ``timed`` one answers an event and comes
    before what a rhythm suggests; ``fresh`` ones are about somebody not met yet.
    """

    suggestion: Suggestion
    who: int | None
    rank: int = 50
    alone: bool = True
    mere: bool = False
    fresh: bool = False
    timed: bool = False


Rule = Callable[[Desk], Iterator[Found]]


def due(start: date, ideal: date, latest: date) -> Due:
    """A range whose days stand in order."""
    ideal = max(start, ideal)
    return Due(start, ideal, max(ideal, latest))
