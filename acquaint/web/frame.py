"""What stands around every page: the rail's places, the sheets and scripts, the toast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from acquaint.web import scope as scopes

# Sheets that only some pages need stand in their templates (block sheets).
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
    "acquaint/js/letter.js",
    "acquaint/js/tint.js",
)


# Under which place of the rail an address lies, by its first word.
PLACE_OF = {
    "": "today",
    "week": "today",
    "people": "people",
    "duplicates": "people",
    "interviews": "conversations",
    "more": "more",
    "recall": "more",
    "right": "more",
    "fit": "more",
    "map": "more",
    "ways": "more",
    "recommend": "more",
    "what-if": "more",
    "import": "more",
    "export": "more",
    "history": "more",
    "settings": "more",
    "welcome": "more",
}
RECENT = 5  # a toast tells of what was just done


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
    """Return what every template may use (a context processor; only a toast asks the database)."""
    return {
        "sheets": SHEETS,
        "scripts": SCRIPTS,
        "places": places(),
        "here": _here(request),
        "did": _did(request),
        "read_only": settings.READ_ONLY,
    }


def _did(request: HttpRequest) -> Any:
    """Return the change that the address names, for the toast; None where there is none to tell of."""
    from acquaint.queries import history
    from acquaint.web.history import told

    if not (key := request.GET.get("did", "")):
        return None
    scope = scopes.of(request)
    deeds = history.history(scope, limit=RECENT)
    return next((told(scope, deed) for deed in deeds if deed.id == key), None)


def _here(request: HttpRequest) -> str:
    path = request.path.partition("/")[2].partition("/")[0]
    return PLACE_OF.get(path, "")
