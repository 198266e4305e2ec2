"""The same person twice: who may be, two entries side by side, and the owner's word on each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions import duplicates as telling
from acquaint.actions import merging
from acquaint.messages.reasons import Reason, word
from acquaint.models.scope import Scope
from acquaint.queries import duplicates, photos
from acquaint.queries import people as everybody
from acquaint.queries import person as persons
from acquaint.queries.duplicates import Suspected
from acquaint.queries.person import PersonPage
from acquaint.web import looking, people, words
from acquaint.web import scope as scopes
from acquaint.web.acts import done

PAGE = 20
SAID = 3  # reasons under a pair of the list
KEPT = "keep-"  # what a choice is called in the form


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody as the list draws them."""

    id: str
    name: str
    photo: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries of the list, with a few of the reasons."""

    one: Suspected
    faces: tuple[Face, ...]
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries: who it is and what lies behind it."""

    person: PersonPage
    line: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that may stay of a fact."""

    value: str
    label: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A fact on which the two differ, and what may stay."""

    name: str
    label: str
    options: tuple[Option, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List who may be here twice, the strongest suspicion first, a page at a time."""
    scope, at = scopes.of(request), people.page_number(request)
    if (found := looking.found(scope)) is None:
        return _awaited(request, scope)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})
    start = (at - 1) * PAGE
    here = reverse("duplicates")
    shown = {
        "pairs": _pairs(scope, found[start : start + PAGE]),
        "before": f"{here}?page={at - 1}" if at > 1 else "",
        "after": f"{here}?page={at + 1}" if len(found) > start + PAGE else "",
    }
    return render(request, "acquaint/duplicates/page.html", shown)


@require_POST
def stopped(request: HttpRequest) -> HttpResponse:
    """Stop looking through everybody."""
    looking.stop(scopes.of(request))
    return HttpResponseRedirect(reverse("duplicates") + "?stopped=1")


@require_safe
def pair(request: HttpRequest, key: str, other: str) -> HttpResponse:
    """Show two entries side by side, with a choice for each fact on which they differ."""
    scope = scopes.of(request)
    a, b = (persons.show(scope, one) for one in (key, other))
    if a.id == b.id:
        return HttpResponseRedirect(reverse("person", args=[a.id]))
    told = duplicates.of_pair(scope, a.id, b.id)
    shown = {
        "sides": [_side(one, scope.today) for one in (a, b)],
        "choices": [choice for choice in _choices(a, b) if len({one.text for one in choice.options}) > 1],
        "reasons": _said(scope, told.reasons) if told else (),
        "against": _said(scope, told.against) if told else (),
        "kept": list(_kept(a, b)),
    }
    return render(request, "acquaint/duplicates/pair.html", shown)


@require_POST
def joined(request: HttpRequest, key: str, other: str) -> HttpResponse:
    """Make one person of two entries, as chosen; the first of them stays."""
    keep = {fact: said for fact in merging.CHOICES if (said := request.POST.get(KEPT + fact, ""))}
    made = merging.merge(scopes.of(request), a=key, b=other, keep=keep)
    return done(request, made.undo, to=reverse("duplicates"))


@require_POST
def apart(request: HttpRequest, key: str, other: str) -> HttpResponse:
    """Keep two people apart: the pair is not asked about again."""
    made = telling.tell_apart(scopes.of(request), a=key, b=other)
    return done(request, made.undo, to=reverse("duplicates"))


def _awaited(request: HttpRequest, scope: Scope) -> HttpResponse:
    """The page while everybody is looked through, and after that was stopped or failed."""
    if "stopped" in request.GET:
        return render(request, "acquaint/duplicates/stopped.html")
    going = looking.look(scope)
    if going.fault:
        looking.stop(scope)
        return render(request, "acquaint/broken.html", {"fault": going.fault}, status=500)
    whole = everybody.count(scope)
    if not going.entries:
        said = ngettext("Gathering {count} entry.", "Gathering {count} entries.", whole).format(
            count=f"{whole:,}"
        )
    elif going.pairs:
        said = ngettext("{count} pair compared so far.", "{count} pairs compared so far.", going.pairs)
        said = said.format(count=f"{going.pairs:,}")
    else:
        said = _("{count} of {all} entries read.").format(count=f"{going.entries:,}", all=f"{whole:,}")
    shown = {"said": said, "read": going.entries, "whole": whole, "comparing": bool(going.pairs)}
    return render(request, "acquaint/duplicates/looking.html", shown)


def _pairs(scope: Scope, some: Sequence[Suspected]) -> list[Pair]:
    faces = photos.of_people(scope, [side.id for one in some for side in (one.a, one.b)])
    return [
        Pair(
            one,
            tuple(Face(side.id, side.name, faces.get(side.id)) for side in (one.a, one.b)),
            _said(scope, one.reasons[:SAID]),
            _said(scope, one.against[:SAID]),
        )
        for one in some
    ]


def _said(scope: Scope, reasons: Iterable[Reason]) -> tuple[str, ...]:
    return tuple(word(reason, today=scope.today, tongue=words.TONGUE) for reason in reasons)


def _side(person: PersonPage, today: date) -> Side:
    def behind() -> Iterator[str]:
        if person.last_contact:
            yield _("Last in touch {when}").format(when=words.ago(person.last_contact, today))
        for row in person.sources:
            yield _("From {source}, {day}").format(source=row.kind, day=words.named(row.seen_on, today))
        if person.closed_on:
            yield _("Closed: no more contact")

    return Side(person, people.work(person.position, person.organization), tuple(behind()))


def _choices(a: PersonPage, b: PersonPage) -> Iterator[Choice]:
    """The facts of which each side knows something."""
    gladly = {"gladly": _("Gladly"), "sure": _("Sure"), "reason": _("If there is a reason")}
    told = {
        "name": (_("Name"), [one.name for one in (a, b)]),
        "work": (_("What they do"), [people.work(one.position, one.organization) for one in (a, b)]),
        "credentials": (_("Credentials"), [one.credentials for one in (a, b)]),
        "pronouns": (_("Pronouns"), [one.pronouns for one in (a, b)]),
        "pronunciation": (_("How the name is said"), [one.pronunciation for one in (a, b)]),
        "how_met": (_("How you met"), [one.how_met for one in (a, b)]),
        "met_on": (_("Met or connected on"), [one.met_on for one in (a, b)]),
        "introduced_by": (
            _("Who brought you together"),
            [one.introduced_by.name if one.introduced_by else "" for one in (a, b)],
        ),
        "gladly": (_("Staying in touch"), [gladly.get(one.gladly, "") for one in (a, b)]),
        "rhythm": (
            _("A rhythm of their own"),
            [_every(one.rhythm_days) if one.rhythm_days else "" for one in (a, b)],
        ),
        "notes": (_("Your notes"), [one.notes for one in (a, b)]),
    }
    for fact, (label, (mine, theirs)) in told.items():
        if mine and theirs:
            yield _choice(fact, label, mine, theirs)


def _every(days: int) -> str:
    return ngettext("Every {days} day", "Every {days} days", days).format(days=days)


def _choice(fact: str, label: str, mine: str, theirs: str) -> Choice:
    both = fact == "notes"
    options = [
        Option("a", _("First entry"), mine, not both),
        Option("b", _("Second entry"), theirs, checked=False),
    ]
    if fact in merging.TEXTS:
        options.append(Option("both", _("Both"), _("One under the other."), both))
    return Choice(KEPT + fact, label, tuple(options))


def _kept(a: PersonPage, b: PersonPage) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stays of both, each thing once."""
    lists = (
        (_("How to reach them"), [point.value for one in (a, b) for point in one.points]),
        (_("Also known as"), [name for one in (a, b) for name in one.aliases]),
        (_("They care about"), [row.text for one in (a, b) for row in one.interests]),
    )
    for label, values in lists:
        once = {value.casefold(): value for value in reversed(values)}
        if once:
            yield label, tuple(reversed(once.values()))
