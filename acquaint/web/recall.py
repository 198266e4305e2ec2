"""Who is likely to think of me: people by band, or for a role who knows what I am looking for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.messages.reasons import word
from acquaint.models.scope import Scope
from acquaint.queries import recall
from acquaint.queries.cards import Named
from acquaint.queries.recall import Remembering
from acquaint.web import scope as scopes
from acquaint.web import words

SHOWN = 60  # more is a list nobody reads


@dataclass(frozen=True, slots=True)
class Line:
    """One person, and what speaks for it."""

    person: Named
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People of one band under its heading (none for a role)."""

    heading: str
    lines: tuple[Line, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the likeliest people, each with facts and no number."""
    scope, role = scopes.of(request), request.GET.get("role", "").strip()
    found = recall.people(scope, role=role, limit=SHOWN)
    groups = [Group("", _lines(scope, found))] if role and found else _bands(scope, found)
    return render(request, "acquaint/recall/page.html", {"groups": groups, "role": role})


def _bands(scope: Scope, found: Iterable[Remembering]) -> list[Group]:
    said = {
        "hot": _("Lately in touch"),
        "warm": _("Warm"),
        "fading": _("Fading"),
        "quiet": _("Quiet for long"),
    }
    return [
        Group(said[band], _lines(scope, several))
        for band, several in groupby(found, key=lambda one: one.band)
    ]


def _lines(scope: Scope, found: Iterable[Remembering]) -> tuple[Line, ...]:
    return tuple(
        Line(
            one.person,
            tuple(word(reason, today=scope.today, tongue=words.TONGUE) for reason in one.because_of),
        )
        for one in found
    )
