"""Photos, and facts taken away: small things of a person's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions import details
from acquaint.queries import photos
from acquaint.web import scope as scopes
from acquaint.web.acts import done


@require_safe
def picture(request: HttpRequest, key: str) -> HttpResponse:
    """Hand over a photo, which can only be looked at."""
    found = photos.show(scopes.of(request), key)
    guarded = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    return HttpResponse(found.data, content_type=found.mime, headers=guarded)


@require_POST
def removed(request: HttpRequest, key: str) -> HttpResponse:
    """Take a fact about somebody away."""
    made = details.remove(scopes.of(request), detail=key)
    _noun, person = made.items[0]
    return done(request, made.undo, to=reverse("person", args=[person]))
