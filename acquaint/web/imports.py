"""Import: choose files, look at every row's verdict, then write, with progress, a summary and a way back."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acquaint.queries import imports as past_imports
from acquaint.queries import offers as waiting
from acquaint.web import meaning, offers, settling, uploads
from acquaint.web import scope as scopes
from acquaint.web.uploads import Job

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, RowVerdict

SHOWN = 100
PAST = 20
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows share a verdict, in words; `key` names its colour, `share` its part of the bar."""

    key: str
    count: int
    said: str
    label: str


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Ask for files, and take them."""
    files = request.FILES.getlist("files")
    if request.method == "POST" and files:
        job = uploads.take(scopes.of(request), files)
        return HttpResponseRedirect(reverse("import-job", args=[job.token]))
    missing = _("Choose a file first.") if request.method == "POST" else ""
    scope = scopes.of(request)
    shown = {
        "missing": missing,
        "past": past_imports.past(scope, limit=PAST),
        "asks": bool(waiting.waiting(scope, limit=1)),
    }
    return render(request, "acquaint/imports/choose.html", shown, status=422 if missing else 200)


@require_safe
def job(request: HttpRequest, token: str) -> HttpResponse:
    """Show where a lot of files stands: being read, to be looked at, being written, done."""
    found = uploads.find(scopes.of(request), token)
    name = "running" if found.is_busy else found.state
    shown = view_of(found)
    if name == "asking":
        shown |= meaning.shown(found)
    if name == "written" and found.report and found.report.batch and found.report.conflicts:
        shown |= settling.left(scopes.of(request), found.report.batch)
    if name == "written" and found.report and found.report.batch:
        shown |= offers.shown(scopes.of(request), found.report.batch)
    return render(request, f"acquaint/imports/{name}.html", shown)


@require_POST
def applied(request: HttpRequest, token: str) -> HttpResponse:
    """Write what was looked at."""
    scope = scopes.of(request)
    uploads.apply(scope, uploads.find(scope, token))
    return HttpResponseRedirect(reverse("import-job", args=[token]))


@require_POST
def dropped(request: HttpRequest, token: str) -> HttpResponse:
    """Forget the files; nothing was written."""
    uploads.drop(uploads.find(scopes.of(request), token))
    return HttpResponseRedirect(reverse("import"))


@require_safe
def rejects(request: HttpRequest, token: str) -> HttpResponse | StreamingHttpResponse:
    """Hand over the rows that could not be read, with where they stand and why, as CSV."""
    found = uploads.find(scopes.of(request), token)
    rows = found.report.rejects if found.report else ()
    named = {"Content-Disposition": 'attachment; filename="rejected.csv"'}
    return StreamingHttpResponse(_csv(rows), content_type="text/csv; charset=utf-8", headers=named)


def view_of(found: Job) -> dict[str, Any]:
    """Return all that the templates show of a job."""
    report = found.report
    title = _("Reading your file") if found.state == "reading" else _("Bringing your people in")
    shown = {"job": found, "said": _progress(found), "title": title}
    if report is None:
        return shown
    counts = [one for one in _counts(report) if one.count]
    return {
        **shown,
        "report": report,
        "counts": counts,
        "bar": list(_bar(counts)),
        "changes": report.total("new") + report.total("update"),
        "sample": [row for row in report.sample if row.verdict in ("new", "update")][:SHOWN],
        "conflicts": report.conflicts[:SHOWN],
        "rejects": report.rejects[:SHOWN],
        "summary": _summary(report),
    }


def _counts(report: ImportReport) -> list[Count]:
    labels = {
        "new": _("new"),
        "update": _("with news"),
        "same": _("as they were"),
        "conflict": _("for you to decide"),
        "rejected": _("not readable"),
        "ignored": _("left aside"),
    }
    totals = {key: report.total(key) for key in labels}  # type: ignore[arg-type]
    return [Count(key, totals[key], f"{totals[key]:,}", label) for key, label in labels.items()]


def _bar(counts: list[Count]) -> Iterator[tuple[str, float, float]]:
    """Yield each verdict's piece of the bar: its key, where it starts and how wide it is, of 100."""
    whole, start = sum(one.count for one in counts) or 1, 0.0
    for one in counts:
        wide = 100 * one.count / whole
        yield one.key, round(start, 2), round(wide, 2)
        start += wide


def _progress(found: Job) -> str:
    if found.expected:
        said = ngettext("{rows} of {all} row is in.", "{rows} of {all} rows are in.", found.expected)
        return said.format(rows=f"{found.rows:,}", all=f"{found.expected:,}")
    return ngettext("{rows} row so far.", "{rows} rows so far.", found.rows).format(rows=f"{found.rows:,}")


def _summary(report: ImportReport) -> str:
    new, update, rejected = (report.total(verdict) for verdict in ("new", "update", "rejected"))
    said = [ngettext("{n} row is new", "{n} rows are new", new).format(n=f"{new:,}")]
    if update:
        said.append(ngettext("{n} brought news", "{n} brought news", update).format(n=f"{update:,}"))
    if rejected:
        said.append(
            ngettext("{n} could not be read", "{n} could not be read", rejected).format(n=f"{rejected:,}")
        )
    return ", ".join(said) + "."


class _Echo:
    """A file that gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        """Give the line back."""
        return line


def _csv(rows: tuple[RowVerdict, ...]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(["file", "line", "reason", "row"])
    for row in rows:
        yield writer.writerow(
            [_safe(cell) for cell in (uploads.plain(row.path), row.line, row.reason, row.raw)]
        )


def _safe(cell: object) -> object:
    """A cell that a spreadsheet would run as a formula is quoted: the file came from elsewhere."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
