"""The ways to somebody: through whom, what speaks for every step, or plainly nobody."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.messages.reasons import Reason, word
from acquaint.messages.ways import TIERS
from acquaint.models.errors import Ambiguous, Candidate, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import paths
from acquaint.queries.cards import Named
from acquaint.queries.paths import Route, Ways
from acquaint.web import scope as scopes
from acquaint.web import words


@dataclass(frozen=True, slots=True)
class Way:
    """One way in words."""

    people: tuple[Named, ...]
    tier: str
    lines: tuple[str, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Ask for a name, and show the ways there."""
    scope, q = scopes.of(request), request.GET.get("q", "").strip()
    found, trouble, several = _found(scope, q) if q else (None, "", ())
    shown = {
        "q": found.target.name if found else q,
        "found": found,
        "ways": [_way(scope, one) for one in found.routes] if found else [],
        "trouble": trouble,
        "several": several,
    }
    return render(request, "acquaint/ways/page.html", shown)


def _found(scope: Scope, q: str) -> tuple[Ways | None, str, tuple[Candidate, ...]]:
    """The ways, or why there is no saying, with whom or what could be meant."""
    try:
        return paths.to(scope, q), "", ()
    except Ambiguous as several:
        return None, _("That could be several:"), several.candidates
    except NotFound as missing:
        return None, missing.message, ()


def _way(scope: Scope, one: Route) -> Way:
    def said(reason: Reason) -> str:
        return word(reason, today=scope.today, tongue=words.TONGUE)

    guess = _("This is a guess from dates; ask first.")
    steps = (f"{said(step.reason)} {guess}" if step.inferred else said(step.reason) for step in one.steps)
    ends = [one.where] if one.where else []
    return Way(one.people, _(TIERS[one.tier]), (*steps, *map(said, ends), *map(said, one.busy)))
