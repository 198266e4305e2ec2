"""The brief: five lines and five questions to read on the way there, the rest folded; prints on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.models.scope import Scope
from acquaint.queries import briefs, interviews, recaps
from acquaint.queries.briefs import Brief, LastTime, Logistics, Role
from acquaint.web import conversations, people, words
from acquaint.web import scope as scopes
from acquaint.web.acts import Act

QUESTIONS = 5
FIRST = 3  # on the card of the next conversation


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five lines."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A folded part of the brief."""

    title: str
    lines: tuple[str, ...]


@require_safe
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the brief for one interview."""
    scope = scopes.of(request)
    talk = interviews.show(scope, key)
    brief = briefs.brief(scope, talk.person.id, interview=key)
    return render(request, "acquaint/conversations/brief.html", view_of(brief, scope))


@require_safe
def questions(request: HttpRequest, key: str) -> HttpResponse:
    """Return the first questions of a brief, for the card of the next conversation."""
    scope = scopes.of(request)
    brief = briefs.brief(scope, interviews.show(scope, key).person.id, interview=key)
    return render(request, "acquaint/today/questions.html", {"questions": brief.questions[:FIRST]})


@require_safe
def of_person(request: HttpRequest, key: str) -> HttpResponse:
    """Show the brief for a person: of the next talk booked, or of none yet."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    return render(
        request, "acquaint/conversations/brief.html", view_of(briefs.brief(scope, person.id), scope)
    )


def view_of(brief: Brief, scope: Scope) -> dict[str, Any]:
    """Return all that the template shows of a brief."""
    texts = [question.text for question in brief.questions]
    return {
        "brief": brief,
        "when": _when(brief.logistics, scope) if brief.logistics else _("No time is booked yet"),
        "five": [line for line in _five(brief, scope) if line.text],
        "questions": texts[:QUESTIONS],
        "rest": [part for part in _rest(brief, texts[QUESTIONS:]) if part.lines],
        "day": list(_day(brief.logistics)) if brief.logistics else [],
        "missing": brief.missing,
        "acts": list(_acts(brief)),
    }


def _when(talk: Logistics, scope: Scope) -> str:
    on = talk.at.date()
    day = _("{when}, {weekday} {day}").format(
        when=words.sentence(words.when(on, scope.today)),
        weekday=words.weekday(on, scope.today),
        day=words.named(on, scope.today),
    )
    near = abs((on - scope.today).days) < 2  # noqa: PLR2004 (farther days are named once)
    said = (
        day
        if near
        else _("{weekday}, {day}").format(
            weekday=words.weekday(on, scope.today), day=words.named(on, scope.today)
        )
    )
    hours = _("{start} to {end}").format(start=f"{talk.at:%H:%M}", end=f"{talk.ends:%H:%M}")
    zone = "" if talk.zone == scope.zone else talk.zone
    return ", ".join(filter(None, (said, hours, zone, conversations.mode(talk.mode))))


def _five(brief: Brief, scope: Scope) -> Iterator[Line]:
    yield Line(_("Who"), _roles(brief.who.roles))
    yield Line(_("How you met"), _met(brief))
    last = _last(brief.last_time, scope) if brief.last_time else _("You have not talked yet.")
    yield Line(_("Last time"), last)
    yield Line(_("Promised"), _promised(brief))
    yield Line(_("You both"), ", ".join(one.text for one in brief.connection.common_ground))


def _roles(roles: tuple[Role, ...]) -> str:
    now = [role for role in roles if role.current]
    before = [role for role in roles if not role.current]
    said = "; ".join(_role(role) for role in now[:2])
    if before:
        said = (
            _("{now}; before that {before}").format(now=said, before=_role(before[0]))
            if said
            else _role(before[0])
        )
    return said


def _role(role: Role) -> str:
    since = _("since {year}").format(year=role.started[:4]) if role.current and role.started else ""
    return " ".join(filter(None, (people.work(role.title or None, role.organization), since)))


def _met(brief: Brief) -> str:
    link = brief.connection
    by = _("{name} named them to you").format(name=link.introduced_by.name) if link.introduced_by else ""
    return ". ".join(
        words.sentence(one.rstrip(" .")) for one in (by, link.how_met, *link.introducer_said) if one
    )


def _last(last: LastTime, scope: Scope) -> str:
    said = [_("You talked {ago}.").format(ago=words.ago(last.on, scope.today))]
    said += [f"{text.rstrip(' .')}." for text in last.recap[:1]]
    for advice in last.advice[:1]:
        done = _("you did it") if advice.done_on else ""
        said.append(
            _("They advised: {text}{done}.").format(
                text=advice.text.rstrip(" ."), done=f" ({done})" if done else ""
            )
        )
    return " ".join(said)


def _promised(brief: Brief) -> str:
    mine = [_("you: {text}").format(text=one.text.rstrip(" .")) for one in brief.promises.mine]
    theirs = [_("they: {text}").format(text=one.text.rstrip(" .")) for one in brief.promises.theirs]
    return words.sentence("; ".join((*mine, *theirs))) or _("Nothing is open, either way.")


def _rest(brief: Brief, more: list[str]) -> Iterator[Part]:
    recap = tuple(brief.last_time.recap[1:]) if brief.last_time else ()
    advice = tuple(one.text for one in brief.last_time.advice) if brief.last_time else ()
    yield Part(_("What you most need to learn"), brief.learn)
    yield Part(_("More questions"), tuple(more))
    yield Part(_("Known already, no need to ask"), brief.known)
    yield Part(_("What stayed from last time"), (*recap, *advice))
    yield Part(_("Your story in half a minute"), (brief.story,) if brief.story else ())
    yield Part(_("Something to bring"), brief.offer)
    yield Part(_("They may ask you"), brief.reverse)
    yield Part(_("News"), brief.news)
    yield Part(_("Better left unasked"), brief.avoid)


def _day(talk: Logistics) -> Iterator[str]:
    if talk.place:
        yield talk.place
    if talk.phone:
        yield _("Number to call: {phone}").format(phone=talk.phone)
    if talk.guests:
        yield _("Also there: {names}").format(names=", ".join(one.name for one in talk.guests))
    yield _("At {hour}, ask whether to go on.").format(hour=f"{talk.ends:%H:%M}")
    yield _("Ask before you take notes; write the rest down straight after.")


def _acts(brief: Brief) -> Iterator[Act]:
    person, talk = brief.person, brief.logistics
    if talk is None:
        yield Act(_("Book a conversation"), reverse("book", args=[person.id]), "first")
        return
    yield Act(_("We have talked"), reverse("debrief", args=[talk.interview]), "first")
    yield Act(_("Another time"), reverse("interview-move", args=[talk.interview]))
