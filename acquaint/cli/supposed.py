"""What `what-if` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries import what_if
from acquaint.queries.what_if import Course, Range, Supposed

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both ranges, how each comes out under every assumption, and the assumptions in the reader's words."""

    on: date
    weeks: int
    touches: int
    people: int
    talked: int
    least: int
    keeping: Range | None
    courses: tuple[Course, ...]
    so_far: Range | None
    cases: tuple[Supposed, ...]
    says: tuple[str, ...]
    assumptions: tuple[str, ...]


def worded(scope: Scope, found: what_if.WhatIf) -> WhatIf:
    """The same in the reader's words."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    return WhatIf(
        on=found.on,
        weeks=found.weeks,
        touches=found.touches,
        people=found.people,
        talked=found.talked,
        least=found.least,
        keeping=found.keeping,
        courses=found.courses,
        so_far=found.so_far,
        cases=found.cases,
        says=tuple(word(one, today=scope.today, tongue=tongue) for one in found.says),
        assumptions=tuple(word(one, today=scope.today, tongue=tongue) for one in found.assumes),
    )
