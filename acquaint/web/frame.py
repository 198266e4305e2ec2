"""What stands around every page: the rail's places, the sheets and scripts, the toast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

SHEETS = tuple(
    f"acquaint/css/{name}.css"
    for name in (
        "foundation",
        "shell",
        "controls",
        "things",
        "chips",
        "notice",
        "person",
        "brief",
        "pages",
        "preferences",
    )
)
SCRIPTS = (
    "django_htmx/htmx-2.min.js",
    "acquaint/js/keys.js",
    "acquaint/js/capture.js",
    "acquaint/js/toast.js",
    "acquaint/js/copy.js",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail: its address by name, its go-key, its icon, its words."""

    name: str
    key: str
    icon: str
    label: str
    short: str = ""
    after: bool = False


def places() -> tuple[Place, ...]:
    """Return the rail in the reader's language; on a phone Capture stands in the middle of them."""
    return (
        Place("today", "t", "today", _("Today")),
        Place("people", "p", "people", _("People")),
        Place("conversations", "v", "talks", _("Conversations"), short=_("Talks"), after=True),
        Place("more", "m", "more", _("More"), after=True),
    )


def around(request: HttpRequest) -> dict[str, Any]:
    """Return what every template may use (a context processor; it asks the database nothing)."""
    return {"sheets": SHEETS, "scripts": SCRIPTS, "places": places(), "here": _here(request)}


def _here(request: HttpRequest) -> str:
    match = request.resolver_match
    name = match.url_name if match else None
    return str(match.kwargs.get("here", name)) if match and name else ""
