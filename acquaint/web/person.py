"""One person's page: where things stand, what happened, what is open, and what can be done now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.messages import facts
from acquaint.queries import person as persons
from acquaint.queries import recaps
from acquaint.queries.facts import DetailRow, IntroductionRow, PositionRow, PromiseRow
from acquaint.queries.person import PersonPage
from acquaint.queries.recaps import Recap
from acquaint.text import notes
from acquaint.web import people, river, standing, words
from acquaint.web import scope as scopes
from acquaint.web.acts import Act

ENDED = {"declined", "silent", "met"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line beside the page, with what can be done about it."""

    text: str | SafeString
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading beside the page and its lines."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach a person, with a link where one is safe."""

    label: str
    value: str
    href: str = ""


@require_safe
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one person."""
    scope = scopes.of(request)
    person = persons.show(scope, key)
    if person.id != key:  # a key from before two entries were joined
        return HttpResponseRedirect(reverse("person", args=[person.id]))
    shown = view_of(person, recaps.of(scope, person.id), scope.today)
    return render(request, "acquaint/people/person.html", shown)


def view_of(person: PersonPage, recap: Recap | None, today: date) -> dict[str, Any]:
    """Return all that the template shows of a person."""
    return {
        "person": person,
        "tint": people.tint(person.stage, person.next, person.closed_on, today),
        "line": _line(person),
        "stands": standing.opening(person, recap, today),
        "closed": bool(person.closed_on),
        "acts": list(acts(person)),
        "river": river.moments(person.timeline, today),
        "parts": [part for part in _parts(person, today) if part.items],
        "reach": [_reach(point.kind, point.value, point.label) for point in person.points],
        "sources": [_source(row.kind, words.named(row.seen_on, today)) for row in person.sources],
    }


def acts(person: PersonPage) -> Iterator[Act]:
    """Return what can be done now, the likeliest first."""
    at = {name: reverse(name, args=[person.id]) for name in ("log", "book", "rest", "reopen")}
    if person.closed_on:
        yield Act(_("They came back by themselves"), at["reopen"], post=True)
        return
    yield from _first(person)
    yield Act(_("Log a word"), at["log"])
    yield Act(_("Book a conversation"), at["book"])
    yield Act(_("Let it rest"), at["rest"], "quiet")


def _first(person: PersonPage) -> Iterator[Act]:
    booked, talk = standing.booked_talk(person), standing.latest_talk(person)
    if booked:
        yield Act(_("Open the brief"), reverse("brief", args=[booked.id]), "first")
        yield Act(_("We have talked"), reverse("debrief", args=[booked.id]))
    elif talk and talk.kind == "held":
        yield Act(_("Write down how it went"), reverse("debrief", args=[talk.id]), "first")
    elif talk and talk.kind == "debriefed":
        yield Act(_("Write a thank-you"), _draft("thank-you", person.id, talk.id), "first")
    elif person.stage == "known":
        yield Act(_("Ask for a talk"), reverse("ask", args=[person.id]), "first")
    elif person.stage == "asked":
        yield Act(_("What came of it?"), reverse("answer", args=[person.id]), "first")
    else:
        yield Act(_("Write to them"), _draft("reconnect", person.id), "first")


def _draft(kind: str, person: str, about: str = "") -> str:
    address = reverse("draft", args=[person, kind])
    return f"{address}?about={about}" if about else address


def _line(person: PersonPage) -> str:
    introduced = ""
    if person.introduced_by:
        introduced = _("introduced by {name}").format(name=person.introduced_by.name)
    elif person.how_met:
        introduced = person.how_met
    work = people.work(person.position, person.organization)
    told = [person.credentials, work, person.pronouns, introduced]
    return words.sentence(". ".join(words.sentence(one.rstrip(" .")) for one in told if one))


def _parts(person: PersonPage, today: date) -> Iterator[Part]:
    shared = [Item(one.text) for one in person.common_ground]
    yield Part(_("You both"), tuple(shared))
    ours = ((_("You: {text}"), person.promises.mine), (_("They: {text}"), person.promises.theirs))
    promised = [_promise(row, today, said) for said, rows in ours for row in rows if row.state == "open"]
    led = [_introduction(row, person) for row in person.introductions if row.state not in ENDED]
    yield Part(_("Open between you"), (*promised, *led))
    yield Part(_("Openings they told you of"), tuple(_opening(row) for row in person.openings))
    yield Part(_("They care about"), tuple(Item(one.text) for one in person.interests))
    yield Part(_("Worth knowing"), tuple(map(_fact, person.details)))
    yield Part(
        _("Where they were before"), tuple(_before(row) for row in person.positions if not row.current)
    )
    yield Part(_("They know"), tuple(Item(words.link_to(one)) for one in person.knows))
    yield Part(_("Your notes"), (_noted(person.notes),) if person.notes else ())


def _fact(row: DetailRow) -> Item:
    text = facts.said(row.kind, row.label, row.text, row.on, words.TONGUE)
    gone = Act(_("Take away"), reverse("fact-removed", args=[row.id]), "link", post=True, about=text)
    return Item(text, (gone,))


def _before(row: PositionRow) -> Item:
    years = " – ".join(dict.fromkeys(year for year in (row.started[:4], row.ended[:4]) if year.isdecimal()))
    return Item(", ".join(filter(None, (people.work(row.title or None, row.organization), years))))


def _noted(note: str) -> Item:
    """The owner's note as Markdown, cleaned of whatever could run or load."""
    return Item(mark_safe(notes.to_html(note)))  # noqa: S308 (nh3 cleaned it; tests/text/test_notes.py)


def _promise(row: PromiseRow, today: date, saying: str) -> Item:
    text = saying.format(text=row.text.rstrip(" ."))
    if row.due:
        text += ", " + _("by {day}").format(day=words.named(row.due, today))
    kept = Act(_("Kept"), reverse("promise-kept", args=[row.id]), "link", post=True, about=row.text)
    go = Act(_("Let it go"), reverse("promise-released", args=[row.id]), "link", post=True, about=row.text)
    return Item(text, (kept, go))


def _introduction(row: IntroductionRow, person: PersonPage) -> Item:
    ends = [end for end in (row.introducer, row.introduced, row.other) if end and end.id != person.id]
    name = ", ".join(end.name for end in ends) or row.organization or ""
    sayings = {
        "use-my-name": _("An introduction: {name}; you may use the name."),
        "ask-first": _("An introduction: {name}; they ask first."),
    }
    text = sayings.get(row.mode, _("An introduction: {name}.")).format(name=name)
    return Item(words.linked(text, ends[0] if ends else None))


def _opening(row: Any) -> Item:
    text = _("{role} at {organization}") if row.organization else "{role}"
    said = text.format(role=row.role, organization=row.organization)
    return Item(said + (" · " + _("in confidence") if row.confidential else ""))


def _reach(kind: str, value: str, label: str) -> Reach:
    names = {"email": _("Mail"), "phone": _("Phone"), "profile": _("Profile"), "postal": _("Post")}
    href = ""
    if kind == "email":
        href = f"mailto:{quote(value, safe='@')}"
    elif kind == "phone":
        href = "tel:" + "".join(sign for sign in value if sign.isdigit() or sign == "+")
    elif kind == "profile" and value.lower().startswith(("https://", "http://")):
        href = value
        value = value.partition("://")[2].removeprefix("www.")
    return Reach(label or names.get(kind, kind), value, href)


def _source(kind: str, day: str) -> str:
    names = {"linkedin": "LinkedIn", "connection": _("LinkedIn connections"), "vcard": _("Address book")}
    return _("{source}, {day}").format(source=names.get(kind, kind), day=day)
