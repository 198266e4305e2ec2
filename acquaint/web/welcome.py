"""The first page: four doors in, and the one question how much energy there is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acquaint.queries import settings
from acquaint.web import scope as scopes
from acquaint.web.forms import ENERGIES


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the doors."""
    energy = settings.shown(scopes.of(request), "energy").value
    return render(request, "acquaint/welcome/page.html", {"energies": ENERGIES, "energy": energy})
