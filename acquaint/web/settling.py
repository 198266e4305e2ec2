"""What an import left to decide: each fact with mine beside the source's, and a button for either."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions.imports import settling
from acquaint.models.scope import Scope
from acquaint.queries import conflicts, imports
from acquaint.web import offers, verdicts
from acquaint.web import scope as scopes
from acquaint.web.acts import done

SHOWN = 100


@require_safe
def page(request: HttpRequest, batch: str) -> HttpResponse:
    """Show an import of before: what became of it, what it left to decide, and the way back."""
    scope = scopes.of(request)
    one = imports.one(scope, batch)
    shown = {
        "line": verdicts.past(one),
        "rejected": sum(source.rejected for source in one.sources),
        **verdicts.counted(one.sources),
        **(left(scope, batch) if one.conflicts else {}),
        **offers.shown(scope, batch),
    }
    return render(request, "acquaint/imports/past.html", shown)


@require_POST
def settled(request: HttpRequest, batch: str) -> HttpResponse:
    """Keep mine or take theirs: of one fact, about one person, or about everybody still open."""
    who, facts = ([one for one in request.POST.getlist(name) if one] for name in ("who", "fact"))
    take: Any = request.POST.get("take", "")
    made = settling.settle(scopes.of(request), batch=batch, take=take, who=who, facts=facts)
    return done(request, made.undo)


def left(scope: Scope, batch: str) -> dict[str, Any]:
    """Return what the templates show of an import's conflicts."""
    found = conflicts.of_batch(scope, batch=batch, limit=SHOWN)
    return {"batch": batch, "differing": found, "undecided": any(one.is_open for one in found)}
