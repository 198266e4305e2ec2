"""The fourth door: the sample network, in a place of its own."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Tell what the sample is; a press makes it and shows its address."""
    address = import_string(settings.SAMPLE_OPENER)() if request.method == "POST" else ""
    told = {"address": address, "failed": request.method == "POST" and not address}
    return render(request, "acquaint/welcome/sample.html", told)
