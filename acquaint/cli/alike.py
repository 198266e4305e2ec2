"""What `duplicates` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries.cards import Named

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.duplicates import Suspected


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries that may be one person, how likely, and in words what speaks for it and against it."""

    a: Named
    b: Named
    score: float
    certain: bool
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two people who were told apart."""

    a: Named
    b: Named


def worded(scope: Scope, found: Iterable[Suspected]) -> list[Alike]:
    """Return suspicions worded in the reader's language."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    return [
        Alike(
            one.a,
            one.b,
            one.score,
            one.certain,
            tuple(word(reason, today=scope.today, tongue=tongue) for reason in one.reasons),
            tuple(word(reason, today=scope.today, tongue=tongue) for reason in one.against),
        )
        for one in found
    ]
