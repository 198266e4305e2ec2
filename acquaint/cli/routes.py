"""What `path` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquaint.maths.paths import Tier
from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries import paths
from acquaint.queries.cards import Named
from acquaint.queries.targets import Target

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one step, from whom (nobody: you) to whom; inferred if nobody stated it."""

    from_: Named | None
    to: Named
    inferred: bool
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """One way, the person to be reached last."""

    people: tuple[Named, ...]
    between: int
    tier: Tier
    stale: bool
    evidence: tuple[Evidence, ...]
    where: str
    busy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The best ways, who can be reached at all, whether it is nobody, and whether that is by choice."""

    target: Target
    routes: tuple[Route, ...]
    reachable: tuple[Named, ...]
    nobody: bool
    closed: bool


def worded(scope: Scope, ways: paths.Ways) -> Ways:
    """The same in the reader's words."""
    routes = tuple(_route(scope, one) for one in ways.routes)
    return Ways(ways.target, routes, ways.reachable, ways.nobody, ways.closed)


def _route(scope: Scope, one: paths.Route) -> Route:
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    return Route(
        people=one.people,
        between=one.between,
        tier=one.tier,
        stale=one.stale,
        evidence=tuple(
            Evidence(step.from_, step.to, step.inferred, word(step.reason, today=scope.today, tongue=tongue))
            for step in one.steps
        ),
        where=word(one.where, today=scope.today, tongue=tongue) if one.where else "",
        busy=tuple(word(reason, today=scope.today, tongue=tongue) for reason in one.busy),
    )
