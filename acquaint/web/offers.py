"""What imports found and ask about: a list with a yes and a no beside each, and no hurry."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions.imports import accepting
from acquaint.models.scope import Scope
from acquaint.queries import offers
from acquaint.queries import people as everybody
from acquaint.queries.people import PersonRow
from acquaint.web import people
from acquaint.web import scope as scopes
from acquaint.web.acts import back, done

SHOWN = 50
ALIKE = 8  # people among whom the one meant may be


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show all that waits, of every import."""
    return render(request, "acquaint/imports/offers.html", shown(scopes.of(request), None))


@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Ask who it is: somebody new, under which name, or somebody who is here."""
    scope, q = scopes.of(request), request.GET.get("q", "").strip()
    found = offers.show(scope, key)
    name = found.names[0] if len(found.names) == 1 else ""
    here = _called(scope, q) if q else _like(scope, name)
    given = {
        "offer": found,
        "name": name,
        "q": q,
        "alike": [(row, people.work(row.position, row.organization)) for row in here],
        "back": back(request),
    }
    return render(request, "acquaint/imports/offer.html", given)


@require_POST
def accepted(request: HttpRequest, key: str) -> HttpResponse:
    """Do what was offered: about somebody new, or about somebody who is here."""
    who, name = (request.POST.get(field, "").strip() for field in ("who", "name"))
    made = accepting.accept(scopes.of(request), offers=[key], who=who or None, name=name)
    return done(request, made.undo)


@require_POST
def declined(request: HttpRequest, key: str) -> HttpResponse:
    """Leave it, and never ask again."""
    return done(request, accepting.decline(scopes.of(request), offers=[key]).undo)


@require_POST
def answered(request: HttpRequest) -> HttpResponse:
    """Say the same to all that are ticked, as one change; nothing ticked changes nothing."""
    scope, keys = scopes.of(request), request.POST.getlist("offer")
    if not keys:
        return done(request, None)
    deed = accepting.accept if request.POST.get("say") == "yes" else accepting.decline
    return done(request, deed(scope, offers=keys).undo)


def shown(scope: Scope, batch: str | None) -> dict[str, Any]:
    """Return what the templates show of what waits: of one import, or of all."""
    found = offers.waiting(scope, batch=batch)
    return {
        "offers": found[:SHOWN],
        "further_offers": max(0, len(found) - SHOWN),
        "offers_at": reverse("import-past", args=[batch]) if batch else reverse("import-offers"),
    }


def _like(scope: Scope, name: str) -> tuple[PersonRow, ...]:
    """Who here may be meant by a name: by all its words, else by one of them."""
    for words in (name, *reversed(name.split())):
        if len(words) > 1 and (found := _called(scope, words)):
            return found
    return ()


def _called(scope: Scope, words: str) -> tuple[PersonRow, ...]:
    return everybody.page(scope, search=words, limit=ALIKE).rows
