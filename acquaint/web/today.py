"""Today: one sentence, the things worth doing with their reasons, the week ahead, the next conversation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
from acquaint.queries import isolated, people
from acquaint.queries import plan as plans_of
from acquaint.queries.cards import Named
from acquaint.queries.interviews import InterviewCard
from acquaint.queries.isolated import CarriedOn
from acquaint.queries.plan import Plan
from acquaint.queries.suggestions.contract import Suggestion
from acquaint.web import conversations, plans, welcome, words
from acquaint.web import scope as scopes
from acquaint.web.acts import Act

WEEK = 7
SATURDAY = 5
MOST_DOTS = 3
PROMISED = 4
FIRST = 5  # things on the open page; more than that is no morning


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
    dots: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Next:
    """The next conversation: when, with whom and how; its questions come after the page."""

    id: str
    person: Named
    when: str
    how: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the plan of the day."""
    scope = scopes.of(request)
    plan = plans_of.today(scope)
    if _is_empty(plan) and not people.count(scope):
        return welcome.page(request)
    return render(request, "acquaint/today/page.html", view_of(plan, scope))


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Show what is good to do this week, and what has a later day."""
    scope = scopes.of(request)
    plan = plans_of.today(scope, week=True)
    later = [thing(one, scope.today, is_ahead=True) for one in plan.later]
    return render(request, "acquaint/today/week.html", {**view_of(plan, scope), "ahead": later})


def _is_empty(plan: Plan) -> bool:
    return all(one.person is None for one in plan.suggestions) and not plan.interviews


def view_of(plan: Plan, scope: Scope) -> dict[str, Any]:
    """Return all that the template shows of a plan."""
    ahead = [talk for talk in plan.interviews if talk.at >= scope.now]
    back = plan.greeting is not None and plan.greeting.code == "welcome-back"
    shown = plan.suggestions[:1] if back else plan.suggestions
    said = headline(min(len(shown), FIRST), ahead, scope.today)
    return {
        "on": scope.today,
        "headline": word(plan.greeting, today=scope.today, tongue=words.TONGUE) if plan.greeting else said,
        "week": _week(plan, ahead, scope.today),
        "things": [thing(one, scope.today) for one in shown[:FIRST]],
        "rest": [thing(one, scope.today) for one in shown[FIRST:]],
        "rest_said": _rest(len(shown) - FIRST),
        "later": _later(len(plan.later) + len(plan.suggestions) - len(shown)),
        "next": _next(ahead[0], scope) if ahead else None,
        "promised": plan.promises.theirs[:PROMISED],
        "carried": _carried(isolated.talks(scope), scope.today),
    }


def headline(count: int, ahead: Sequence[InterviewCard], today: date) -> str:
    """Return the day in one sentence: how many small things, and the next conversation if it is near."""
    things = ngettext("{count} small thing today", "{count} small things today", count)
    said = things.format(count=words.number(count)) if count else _("Nothing is waiting today")
    near = [talk for talk in ahead if (talk.at.date() - today).days < WEEK]
    if near:
        day = near[0].at.date()
        same = [talk for talk in near if talk.at.date() == day]
        talks = ngettext("{count} conversation {when}", "{count} conversations {when}", len(same))
        talk = talks.format(count=words.number(len(same)), when=words.when(day, today))
        said = _("{things}, and {talks}").format(things=said, talks=talk)
    return words.sentence(said) + "."


def thing(one: Suggestion, today: date, *, is_ahead: bool = False) -> Thing:
    """Return a suggestion as the page says it; one that lies ahead with the day it is for."""
    said = word(one.headline, today=today, tongue=words.TONGUE)
    return Thing(
        anchor=one.id.replace(":", "-"),
        person=one.person,
        tint="due" if one.owed else "",
        sentence=words.linked(said, one.person),
        reason=worded(one.reasons, today=today, tongue=words.TONGUE),
        acts=tuple(plans.acts(one)),
        when=words.when(one.due.ideal, today) if is_ahead else words.best(one.due.latest, today),
    )


def _carried(talks: CarriedOn, today: date) -> dict[str, Any]:
    waiting = len(talks.isolated)
    said = ngettext(
        "{count} is waiting for a word from you.", "{count} are waiting for a word from you.", waiting
    )
    return {
        "held": talks.held,
        "sentence": word(talks.headline, today=today, tongue=words.TONGUE),
        "dots": ("",) * talks.carried + ("open",) * waiting,
        "waiting": words.sentence(said.format(count=words.number(waiting))) if waiting else "",
    }


def _next(talk: InterviewCard, scope: Scope) -> Next:
    long = ngettext("{mode}, {minutes} minute", "{mode}, {minutes} minutes", talk.minutes)
    how = long.format(mode=conversations.mode(talk.mode), minutes=talk.minutes)
    return Next(talk.id, talk.person, conversations.moment(talk, scope.today), how)


def _week(plan: Plan, ahead: Iterable[InterviewCard], today: date) -> list[Day]:
    talks = Counter(talk.at.date() for talk in ahead)
    things = Counter(max(today, one.due.ideal) for one in (*plan.suggestions, *plan.later))
    days = [today + timedelta(days=away) for away in range(WEEK)]
    return [_day(on, talks[on], things[on]) for on in days]


def _day(on: date, talks: int, things: int) -> Day:
    """Return a day of the strip; what its dots say is also said in words."""
    said = []
    if talks:
        said.append(ngettext("{count} conversation", "{count} conversations", talks).format(count=talks))
    if things:
        said.append(ngettext("{count} small thing", "{count} small things", things).format(count=things))
    dots = ("talk",) * talks + ("",) * min(things, MOST_DOTS)
    return Day(on, on.weekday() >= SATURDAY, dots, ", ".join(said) or _("free"))


def _rest(count: int) -> str:
    said = ngettext("{count} more, none of them late", "{count} more, none of them late", max(count, 0))
    return words.sentence(said.format(count=words.number(max(count, 0))))


def _later(count: int) -> str:
    if not count:
        return ""
    said = ngettext("{count} more can wait.", "{count} more can wait.", count)
    return words.sentence(said.format(count=words.number(count)))
