"""What `recall` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acquaint.maths.recall import Band
from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries import recall
from acquaint.queries.cards import Named
from acquaint.queries.recall import Because

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Remembered:
    """One person, the likeliest first; `p30` is told to scripts only."""

    person: Named
    band: Band
    p30: float | None
    because: Because
    facts: tuple[str, ...]


def worded(scope: Scope, found: Iterable[recall.Remembering]) -> tuple[Remembered, ...]:
    """The same in the reader's words."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(cache(gettext), ngettext)  # a few sentences, each said of very many
    return tuple(
        Remembered(
            one.person,
            one.band,
            one.p30,
            one.because,
            tuple(word(reason, today=scope.today, tongue=tongue) for reason in one.because_of),
        )
        for one in found
    )
