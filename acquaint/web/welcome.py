"""The first page: four doors in, and the one question how much energy there is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.queries import settings
from acquaint.web import scope as scopes


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the doors."""
    energy = settings.shown(scopes.of(request), "energy").value
    energies = (("little", _("A little")), ("some", _("Some")), ("plenty", _("Plenty")))
    return render(request, "acquaint/welcome/page.html", {"energies": energies, "energy": energy})
