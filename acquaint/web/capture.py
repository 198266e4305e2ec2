"""Capture: one line from anywhere, understood while it is typed, kept word for word.

The grammar is read when the first line is: it would hold up the first page of the day.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.models.errors import AcquaintError
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.web import hearing
from acquaint.web import scope as scopes
from acquaint.web.acts import done
from acquaint.web.capturing import Teller
from acquaint.web.hearing import Heard

LONGEST = 4000


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the line's page, or keep the line; a press on Show or on a chip's × only shows."""
    scope = scopes.of(request)
    line = _line(request.POST) or request.GET.get("line", "")[:LONGEST]
    if request.method == "POST" and line and "look" not in request.POST:
        from acquaint.actions import capture as captures

        try:
            made = captures.add(scope, line=line, plain=hearing.dropped(request.POST))
            return done(request, made.undo)
        except AcquaintError as problem:
            return _shown(request, scope, line, problem)
    return _shown(request, scope, line, None)


@require_POST
def chips(request: HttpRequest) -> HttpResponse:
    """Return what is understood of the line so far; writes nothing."""
    heard = _heard(request.POST, _line(request.POST), scopes.of(request))
    return render(request, "acquaint/capture/heard.html", {"heard": heard})


def _shown(request: HttpRequest, scope: Scope, line: str, trouble: AcquaintError | None) -> HttpResponse:
    shown: dict[str, Any] = {
        "line": line,
        "heard": _heard(request.POST, line, scope) if line else None,
        "trouble": trouble,
        "examples": _examples(),
    }
    return render(request, "acquaint/capture/page.html", shown, status=422 if trouble else 200)


def _line(sent: QueryDict) -> str:
    return sent.get("line", "")[:LONGEST].replace("\r\n", "\n").strip()


def _heard(sent: QueryDict, line: str, scope: Scope) -> Heard:
    from acquaint.actions import capture as captures

    plain = hearing.dropped(sent)
    read = captures.felt(scope, captures.understood(scope, line, plain=plain))
    names = {
        str(chip.value["name"]) for chip in read.chips if chip.kind == "person" and chip.value.get("name")
    }
    known = {name: len(finding.exactly(scope, name)) for name in names}
    return Teller(read, known, scope.today).heard(plain)


def _examples() -> list[str]:
    return [
        _("met @Ana Ruiz at the library talk, she offered to introduce me to Bo Lind"),
        _("call @Bo Lind by Friday"),
        _("Ana will send the slides"),
        _("role data analyst at #Northwind, from @Bo Lind // in confidence"),
    ]
