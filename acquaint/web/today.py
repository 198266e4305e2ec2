"""Today: one sentence, the things worth doing with their reasons, the week ahead, the next conversation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from acquaint.messages.reasons import word
from acquaint.messages.reasons import words as worded
from acquaint.models.scope import Scope
from acquaint.queries import plan as plans_of
from acquaint.queries.interviews import InterviewCard
from acquaint.queries.plan import Plan
from acquaint.queries.suggestions.contract import Suggestion
from acquaint.web import conversations, plans, words
from acquaint.web import scope as scopes
from acquaint.web.acts import Act

WEEK = 7


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing worth doing, as the page says it."""

    anchor: str
    person: Any
    tint: str
    sentence: SafeString
    reason: str
    acts: tuple[Act, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the strip: its talks and what is best done by then."""

    on: date
    is_rest: bool
    talks: int
    things: int
    words: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the plan of the day."""
    scope = scopes.of(request)
    plan = plans_of.today(scope)
    return render(request, "acquaint/today/page.html", view_of(plan, scope))


def view_of(plan: Plan, scope: Scope) -> dict[str, Any]:
    """Return all that the template shows of a plan."""
    return {
        "on": scope.today,
        "headline": headline(plan, scope),
        "week": _week(plan, scope),
        "things": [thing(one, scope.today) for one in plan.suggestions],
    }


def thing(one: Suggestion, today: date) -> Thing:
    """Return a suggestion as the page says it."""
    said = word(one.headline, today=today, tongue=words.TONGUE)
    return Thing(
        anchor=one.id.replace(":", "-"),
        person=one.person,
        tint="due" if one.owed else "",
        sentence=words.linked(said, one.person),
        reason=worded(one.reasons, today=today, tongue=words.TONGUE),
        acts=tuple(plans.acts(one)),
        when=words.best(one.due.latest, today),
    )
