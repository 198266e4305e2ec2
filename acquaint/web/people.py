"""People: the list with search and filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from acquaint.models.scope import Scope
from acquaint.queries import people, photos, search
from acquaint.queries.people import PersonRow
from acquaint.queries.search import Hit
from acquaint.web import scope as scopes
from acquaint.web import words

PAGE = 50
HITS = 12  # what is said elsewhere
FEW = 12  # names found, below which it is worth looking elsewhere too


@dataclass(frozen=True, slots=True)
class Line:
    """A person in the list, as the page says it."""

    id: str
    name: str
    line: str
    last: str
    tint: str
    photo: str | None


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list."""

    label: str
    url: str
    current: bool


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show people by name, searched and filtered, a page at a time."""
    scope = scopes.of(request)
    q, among, at = request.GET.get("q", "").strip(), request.GET.get("among", ""), page_number(request)
    chosen = _chosen(q, among)
    found = people.page(scope, **chosen, limit=PAGE, offset=(at - 1) * PAGE)
    listed = {row.id for row in found.rows}
    faces = photos.of_people(scope, [row.id for row in found.rows])
    shown = {
        "hits": _said_elsewhere(scope, q, listed) if at == 1 and len(listed) < FEW else [],
        "erased": "erased" in request.GET,
        "rows": [_line(row, scope.today, faces.get(row.id)) for row in found.rows],
        "q": q,
        "among": among,
        "counted": _counted(found.count),
        "filters": _filters(q, among),
        "before": _address(q, among, at - 1) if at > 1 else "",
        "after": "" if found.is_last else _address(q, among, at + 1),
    }
    return render(request, "acquaint/people/page.html", shown)


def tint(stage: str, next_due: date | None, closed_on: date | None, today: date) -> str:
    """Return what a monogram's colour says: my turn (due), not met yet or closed (known), or all well."""
    if closed_on or stage in ("known", "asked"):
        return "known"
    return "due" if next_due and next_due <= today else ""


def work(position: str | None, organization: str | None) -> str:
    """Return what somebody does and where, as one phrase."""
    return ", ".join(filter(None, (position, organization)))


def _said_elsewhere(scope: Scope, q: str, listed: set[str]) -> list[Hit]:
    """Return where else the words stand: notes, talks, promises, and names that are nearly the words."""
    hits = search.who(scope, q, limit=HITS) if len(q) > 1 else ()
    return [hit for hit in hits if hit.person and not (hit.type == "person" and hit.id in listed)]


def _line(row: PersonRow, today: date, photo: str | None) -> Line:
    line = work(row.position, row.organization)
    if not line and row.introduced_by:
        line = _("introduced by {name}").format(name=row.introduced_by.name)
    last = words.ago(row.last_contact, today) if row.last_contact else ""
    return Line(row.id, row.name, line, last, tint(row.stage, row.next, row.closed_on, today), photo)


def _chosen(q: str, among: str) -> dict[str, Any]:
    chosen: dict[str, Any] = {"search": q}
    if among == "active":
        chosen["active"] = True
    elif among in dict(_stages()):
        chosen["stage"] = among
    return chosen


def _stages() -> tuple[tuple[str, str], ...]:
    return (
        ("asked", _("Asked")),
        ("acquainted", _("Met once")),
        ("in_touch", _("In touch")),
        ("ally", _("Allies")),
        ("friend", _("Friends")),
        ("known", _("Not met yet")),
    )


def _filters(q: str, among: str) -> list[Filter]:
    choices = (("", _("Everybody")), ("active", _("In your circle")), *_stages())
    return [Filter(label, _address(q, value, 1), value == among) for value, label in choices]


def _counted(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=f"{count:,}")


def _address(q: str, among: str, at: int) -> str:
    asked = {"q": q, "among": among, "page": str(at) if at > 1 else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return reverse("people") + (f"?{query}" if query else "")


def page_number(request: HttpRequest) -> int:
    """Return the page of a list that was asked for, from 1."""
    said = request.GET.get("page", "")
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1  # noqa: PLR2004 (a page beyond any)
