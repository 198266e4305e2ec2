"""Take it with you: every way out, each a plain link to a file that is written while it is downloaded."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.models.errors import Invalid, NotFound
from acquaint.queries.exports import one, whole
from acquaint.queries.exports.whole import Export
from acquaint.web import scope as scopes


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: what it is called, what is in it and whom it serves."""

    url: str
    title: str
    words: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every way out."""
    return render(request, "acquaint/exports/page.html", {"ways": _ways()})


@require_safe
def file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Hand over one of them; `?bom=1` begins a table with the mark that Excel wants."""
    mark = request.GET.get("bom") == "1"
    return _handed(whole.export(scopes.of(request), kind, mark=mark))


@require_safe
def person(request: HttpRequest, key: str, kind: str) -> HttpResponseBase:
    """Hand over all that is held about one person."""
    try:
        return _handed(one.export(scopes.of(request), key, kind))
    except Invalid as problem:  # a kind that there is not
        raise NotFound(problem.message) from problem


def _handed(found: Export) -> HttpResponseBase:
    named = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return StreamingHttpResponse(found.pieces, content_type=found.mime, headers=named)


def _ways() -> list[Way]:
    def way(kind: str, title: str, words: str, query: str = "") -> Way:
        return Way(reverse("export-file", args=[kind]) + query, title, words)

    return [
        way("vcf", _("Address book"), _("vCard 3.0, with photos; telephones read it.")),
        way("vcf4", _("Address book, newer"), _("vCard 4.0, for programs that know it.")),
        way("csv", _("Table"), _("One row a person, for a spreadsheet or another program.")),
        way("csv", _("Table for Excel"), _("The same, marked so that Excel reads every letter."), "?bom=1"),
        way("ics", _("Calendar"), _("Your talks, and what is due on which day; nothing of what was said.")),
        way("md", _("The story"), _("Your search by date, to read: journal, talks, people, pages you kept.")),
        way(
            "json",
            _("Everything"),
            _("The whole account with photos; an empty folder takes it back."),
        ),
    ]
