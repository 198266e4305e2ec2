"""Whom I could name when somebody asks me for a role or a skill: names with their reasons, no numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acquaint.messages.reasons import word
from acquaint.models.scope import Scope
from acquaint.queries import recommend
from acquaint.queries.cards import Named
from acquaint.queries.recommend import Recommended
from acquaint.web import scope as scopes
from acquaint.web import words

LONGEST = 200  # signs of a question that are read


@dataclass(frozen=True, slots=True)
class Line:
    """One person, and why they come to mind."""

    person: Named
    why: tuple[str, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Ask for a role or skills, and show who comes to mind."""
    scope, asked = scopes.of(request), request.GET.get("words", "").strip()[:LONGEST]
    found = recommend.people(scope, asked) if asked else ()
    shown = {"words": asked, "lines": [_line(scope, one) for one in found]}
    return render(request, "acquaint/recommend/page.html", shown)


def _line(scope: Scope, one: Recommended) -> Line:
    why = (word(each, today=scope.today, tongue=words.TONGUE) for each in one.why)
    return Line(one.person, tuple(why))
