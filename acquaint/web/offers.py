"""What imports found and ask about: a list with a yes and a no beside each, and no hurry."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions.imports import accepting
from acquaint.models.scope import Scope
from acquaint.queries import offers
from acquaint.web import scope as scopes
from acquaint.web.acts import done

SHOWN = 50


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show all that waits, of every import."""
    return render(request, "acquaint/imports/offers.html", shown(scopes.of(request), None))


@require_POST
def accepted(request: HttpRequest, key: str) -> HttpResponse:
    """Do what was offered."""
    made = accepting.accept(scopes.of(request), offers=[key], name=request.POST.get("name", "").strip())
    return done(request, made.undo)


@require_POST
def declined(request: HttpRequest, key: str) -> HttpResponse:
    """Leave it, and never ask again."""
    return done(request, accepting.decline(scopes.of(request), offers=[key]).undo)


def shown(scope: Scope, batch: str | None) -> dict[str, Any]:
    """Return what the templates show of what waits: of one import, or of all."""
    found = offers.waiting(scope, batch=batch)
    return {"offers": found[:SHOWN], "further_offers": max(0, len(found) - SHOWN)}
