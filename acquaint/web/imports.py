"""Import: choose files, look at every verdict, then write, with progress, a way to stop and a way back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acquaint.actions import settings
from acquaint.formats import spreadsheets
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.queries import imports as past_imports
from acquaint.queries import offers as waiting
from acquaint.queries import settings as choices
from acquaint.web import meaning, offers, settling, sources, uploads, verdicts
from acquaint.web import scope as scopes
from acquaint.web.uploads import Job

if TYPE_CHECKING:
    from acquaint.actions.imports import RowVerdict
    from acquaint.queries.imports import Listed

PAST = 20
RECENT = 5  # imports among which the one just stopped stands


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Ask for files, and take them."""
    scope, place, missing = scopes.of(request), request.POST.get("place", "").strip(), ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(reverse("import-job", args=[_taken(request, scope, place).token]))
        except Invalid as problem:
            missing = problem.message
    shown = {
        "missing": missing,
        "place": place,
        "past": [verdicts.past(one) for one in past_imports.past(scope, limit=PAST)],
        "sources": sources.known(),
        "largest": f"{uploads.LARGEST // 1_000_000} MB",
        "asks": bool(waiting.waiting(scope, limit=1)),
    }
    return render(request, "acquaint/imports/choose.html", shown, status=422 if missing else 200)


@require_safe
def job(request: HttpRequest, token: str) -> HttpResponse:
    """Show where a lot of files stands: being read, to be looked at, being written, stopped, done."""
    scope = scopes.of(request)
    found = uploads.find(scope, token)
    if request.headers.get("HX-Request") and not found.is_busy:
        return HttpResponse(headers={"HX-Refresh": "true"})
    name = "running" if found.is_busy else found.state
    return render(request, f"acquaint/imports/{name}.html", verdicts.of(found) | _more(scope, found))


@require_POST
def applied(request: HttpRequest, token: str) -> HttpResponse:
    """Write what was looked at, or go on where it was stopped."""
    scope = scopes.of(request)
    uploads.apply(scope, uploads.find(scope, token))
    return HttpResponseRedirect(reverse("import-job", args=[token]))


@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Look at it once more, told more: whose it is, how dates are meant, whether to keep the words."""
    scope = scopes.of(request)
    found, said = uploads.find(scope, token), request.POST
    if address := said.get("address", "").strip():
        settings.also_mine(scope, address=address)
    if name := said.get("me", "").strip():
        settings.set_(scope, name="name", value=name)
    bodies = said["keep"] == "yes" if "keep" in said else found.bodies
    order = said["dates"] == "day" if "dates" in said else found.day_first
    kind = said.get("kind") or found.kind
    uploads.look_again(scope, found, kind=kind, bodies=bodies, day_first=order)
    return HttpResponseRedirect(reverse("import-job", args=[token]))


@require_POST
def stopped(request: HttpRequest, token: str) -> HttpResponse:
    """Stop: what was only being read is forgotten, what was being written stays as far as it came."""
    found = uploads.find(scopes.of(request), token)
    reading = found.state == "reading"
    uploads.stop(found)
    return HttpResponseRedirect(reverse("import") if reading else reverse("import-job", args=[token]))


@require_POST
def dropped(request: HttpRequest, token: str) -> HttpResponse:
    """Forget the files."""
    uploads.drop(uploads.find(scopes.of(request), token))
    return HttpResponseRedirect(reverse("import"))


@require_safe
def rejects(request: HttpRequest, token: str) -> StreamingHttpResponse:
    """Hand over the rows that could not be read, with where they stand and why, as CSV."""
    found = uploads.find(scopes.of(request), token)
    return saved(found.report.rejects if found.report else ())


@require_safe
def past_rejects(request: HttpRequest, batch: str) -> StreamingHttpResponse:
    """The same of an import of before."""
    listed = past_imports.listed(scopes.of(request), batch=batch, verdict="rejected")
    first = next(listed, None)  # an unknown import is not found before anything is sent
    return saved(chain([first] if first else [], listed))


def saved(rows: Iterable[RowVerdict | Listed]) -> StreamingHttpResponse:
    """Return rows as a table that no spreadsheet runs."""
    cells = ((uploads.plain(row.path), row.line, row.reason, row.raw) for row in rows)
    named = {"Content-Disposition": 'attachment; filename="rejected.csv"'}
    table = spreadsheets.lines(("file", "line", "reason", "row"), cells)
    return StreamingHttpResponse(table, content_type="text/csv; charset=utf-8", headers=named)


def _taken(request: HttpRequest, scope: Scope, place: str) -> Job:
    """Begin with the files that were handed over, or with what lies at a place. Errors: Invalid."""
    files = [*request.FILES.getlist("files"), *request.FILES.getlist("folder")]
    if files:
        return uploads.take(scope, files)
    if place:
        return uploads.look(scope, place)
    raise Invalid(_("Choose a file first."))


def _more(scope: Scope, found: Job) -> dict[str, Any]:
    """What some states show beside their verdicts."""
    if found.state == "asking":
        return meaning.shown(found)
    if found.state == "failed":
        return {"kinds": sources.kinds()}
    if found.state == "stopped":
        return {"half": _half(scope, found)}
    if found.state == "read":
        name = choices.myself(scope).name
        return {"my_name": "" if name == _("Me") else name}
    batch = found.report.batch if found.report and found.state == "written" else None
    if not batch:
        return {}
    differing = settling.left(scope, batch) if found.report and found.report.conflicts else {}
    return differing | offers.shown(scope, batch)


def _half(scope: Scope, found: Job) -> past_imports.PastImport | None:
    """The import that was stopped, as far as it came; None where nothing had landed."""
    names = {name for name in found.names if found.rows}
    for one in past_imports.past(scope, limit=RECENT):
        roots = {source.path.partition("/")[0] for source in one.sources}
        if not one.finished and not one.undone_on and roots & names:
            return one
    return None
