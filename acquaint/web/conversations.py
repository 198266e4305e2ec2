"""Conversations: those ahead with their briefs, those still to be written down, and those that were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.models.scope import Scope
from acquaint.queries import interviews
from acquaint.queries.cards import Named
from acquaint.queries.interviews import InterviewCard
from acquaint.web import scope as scopes
from acquaint.web import words
from acquaint.web.acts import Act

MANY = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A conversation in the list, as the page says it."""

    person: Named
    tint: str
    said: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its conversations."""

    title: str
    lines: tuple[Line, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show all conversations by where they stand."""
    scope = scopes.of(request)
    talks = interviews.listed(scope, limit=MANY)
    return render(request, "acquaint/conversations/page.html", {"groups": _groups(talks, scope)})


def mode(how: str) -> str:
    """Return how a conversation is held, as it follows a comma."""
    return {
        "call": _("by phone"),
        "video": _("by video"),
        "coffee": _("over coffee"),
        "office": _("at their place of work"),
        "written": _("in writing"),
    }.get(how, how)


def moment(talk: InterviewCard, today: date) -> str:
    """Return when a conversation is or was: the day as people say it, and the hour."""
    return _("{day}, {hour}").format(
        day=words.sentence(words.when(talk.at.date(), today)), hour=f"{talk.at:%H:%M}"
    )


def _groups(talks: Iterable[InterviewCard], scope: Scope) -> list[Group]:
    ahead = [talk for talk in talks if _is_open(talk) and talk.at >= scope.now]
    waiting = [talk for talk in talks if (_is_open(talk) and talk.at < scope.now) or talk.state == "held"]
    rest = [talk for talk in talks if talk not in ahead and talk not in waiting]
    groups = (
        Group(_("Ahead of you"), tuple(_line(talk, scope.today) for talk in reversed(ahead))),
        Group(_("Still to write down"), tuple(_line(talk, scope.today) for talk in waiting)),
        Group(_("Talks you have had"), tuple(_line(talk, scope.today) for talk in rest)),
    )
    return [group for group in groups if group.lines]


def _is_open(talk: InterviewCard) -> bool:
    return talk.state in ("booked", "confirmed")


def _line(talk: InterviewCard, today: date) -> Line:
    said = _("{moment}, {mode}").format(moment=moment(talk, today), mode=mode(talk.mode))
    if talk.state in ("cancelled", "no-show"):
        said = _("{day}: it did not take place").format(
            day=words.sentence(words.named(talk.at.date(), today))
        )
    return Line(talk.person, _tint(talk), said, tuple(_acts(talk)))


def _tint(talk: InterviewCard) -> str:
    if talk.state in ("held", "debriefed"):
        return "due"
    return "known" if talk.state in ("cancelled", "no-show") else ""


def _acts(talk: InterviewCard) -> list[Act]:
    if _is_open(talk):
        return [
            Act(_("Brief"), reverse("brief", args=[talk.id]), about=talk.person.name),
            Act(_("We have talked"), reverse("debrief", args=[talk.id]), "quiet", about=talk.person.name),
        ]
    if talk.state == "held":
        return [Act(_("Write it down"), reverse("debrief", args=[talk.id]), about=talk.person.name)]
    if talk.state == "debriefed":
        address = reverse("draft", args=[talk.person.id, "thank-you"]) + f"?about={talk.id}"
        return [Act(_("Thank"), address, about=talk.person.name)]
    return []
