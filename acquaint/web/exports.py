"""Take it with you: every way out, each a plain link to a file that is written while it is downloaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.actions import backups
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import people as everybody
from acquaint.queries.exports import one, whole
from acquaint.queries.people import PersonRow
from acquaint.web import people
from acquaint.web import scope as scopes

FOUND = 8  # people to choose from


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: what it is called, what is in it, and what is not."""

    url: str
    title: str
    holds: str
    lacks: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every way out, and search for a person to take out alone."""
    scope, q = scopes.of(request), request.GET.get("q", "").strip()
    shown = {"ways": _ways(), "q": q, "found": _found(scope, q) if q else []}
    return render(request, "acquaint/exports/page.html", shown)


@require_safe
def file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Hand over one of them; `?bom=1` begins a table with the mark that Excel wants."""
    mark = request.GET.get("bom") == "1"
    found = whole.export(scopes.of(request), kind, mark=mark)
    return _handed(found.pieces, found.name, found.mime)


@require_safe
def copy(request: HttpRequest) -> HttpResponseBase:
    """Hand over the database itself, looked through from end to end before the first byte goes."""
    scope = scopes.of(request)
    name = f"acquaint-{scope.today.isoformat()}.sqlite3"
    return _handed(backups.passing(scope), name, "application/vnd.sqlite3")


@require_safe
def person(request: HttpRequest, key: str, kind: str) -> HttpResponseBase:
    """Hand over all that is held about one person."""
    try:
        found = one.export(scopes.of(request), key, kind)
    except Invalid as problem:  # a kind that there is not
        raise NotFound(problem.message) from problem
    return _handed(found.pieces, found.name, found.mime)


def _handed(pieces: Iterable[bytes], name: str, mime: str) -> HttpResponseBase:
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(pieces, content_type=mime, headers=named)


def _found(scope: Scope, q: str) -> list[tuple[PersonRow, str]]:
    rows = everybody.page(scope, search=q, limit=FOUND).rows
    return [(row, people.work(row.position, row.organization)) for row in rows]


def _ways() -> list[Way]:
    ways = [*_people(), *_search()]
    if backups.can_copy():
        holds = _("All of it, history too, as one SQLite file, checked before it goes. Restore takes it.")
        copied = Way(reverse("export-copy"), _("A copy of the database"), holds, _("Nothing is left out."))
        ways.append(copied)
    return ways


def _way(kind: str, title: str, holds: str, lacks: str, query: str = "") -> Way:
    return Way(reverse("export-file", args=[kind]) + query, title, holds, lacks)


def _people() -> tuple[Way, ...]:
    """The people, for other programs."""
    no_talks = _("Not in it: talks, promises, your journal.")
    no_photos = _("Not in it: photos, talks, promises.")
    return (
        _way(
            "vcf",
            _("Address book for phones"),
            _(
                "Everybody with names, addresses, birthdays, photos, notes, who introduced you. Cards"
                " that you brought go out as they came, with what you changed; others as vCard 3.0."
            ),
            no_talks,
        ),
        _way(
            "vcf4",
            _("Address book, the newer kind"),
            _("The same as vCard 4.0, for programs that know it: pronouns and profile pages too."),
            no_talks,
        ),
        _way(
            "csv",
            _("Table"),
            _("One row a person, for a spreadsheet or another program; its words cannot run as formulas."),
            no_photos,
        ),
        _way(
            "csv",
            _("Table for Excel"),
            _("The same, marked so that Excel reads every letter."),
            no_photos,
            "?bom=1",
        ),
    )


def _search() -> tuple[Way, ...]:
    """The search itself: its days, its story, all of it."""
    return (
        _way(
            "ics",
            _("Calendar"),
            _("Your talks, and what is due on which day."),
            _("Not in it: what was said, and how to reach people."),
        ),
        _way(
            "md",
            _("The story of your search"),
            _("By date, to read and to keep: journal, talks, people, pages you saved."),
            _("Not in it: addresses, photos, openings told in confidence."),
        ),
        _way(
            "json",
            _("Everything"),
            _("The whole account with photos, in a documented form. An empty Acquaint takes it back whole."),
            _("Not in it: history, and past imports."),
        ),
    )
