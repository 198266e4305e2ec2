"""What `recommend` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries import recommend
from acquaint.queries.cards import Named

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Recommended:
    """One person, and why they come to mind, in the reader's words."""

    person: Named
    why: tuple[str, ...]


def worded(scope: Scope, found: Iterable[recommend.Recommended]) -> tuple[Recommended, ...]:
    """The same in the reader's words."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    return tuple(
        Recommended(one.person, tuple(word(each, today=scope.today, tongue=tongue) for each in one.why))
        for one in found
    )
