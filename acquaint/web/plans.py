"""What each kind of suggestion offers to do: its buttons, the first of them the likeliest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from acquaint.queries.suggestions.contract import Suggestion
from acquaint.web.acts import Act


def acts(thing: Suggestion) -> Iterator[Act]:
    """Return the buttons of a suggestion, `Later` last."""
    own = OWN.get(thing.kind)
    if own:
        yield from own(thing)
    elif thing.draft and thing.person:
        yield from _drafted(thing)
    elif thing.person:
        yield Act(_("Open the page"), reverse("person", args=[thing.person.id]), "first", about=_name(thing))
    yield Act(_("Later"), reverse("later"), "quiet", True, (("suggestion", thing.id),), _name(thing))


def draft_url(kind: str, person: str, about: str = "", back: str = "") -> str:
    """Return the address of a draft."""
    asked = {name: value for name, value in (("about", about), ("back", back)) if value}
    return reverse("draft", kwargs={"kind": kind, "key": person}) + (f"?{urlencode(asked)}" if asked else "")


def _drafted(thing: Suggestion) -> Iterator[Act]:
    person, kind = thing.person, thing.draft or ""
    assert person is not None
    yield Act(_("Open the draft"), draft_url(kind, person.id, thing.about), "first", about=_name(thing))
    sent = (("kind", kind), ("about", thing.about), ("suggestion", thing.id))
    yield Act(
        _("Sent"), reverse("sent", kwargs={"kind": kind, "key": person.id}), "", True, sent, _name(thing)
    )


def _debrief(thing: Suggestion) -> Iterator[Act]:
    address = reverse("debrief", args=[thing.about])
    yield Act(_("Write it down"), address, "first", about=_name(thing))


def _confirm(thing: Suggestion) -> Iterator[Act]:
    draft, *more = _drafted(thing)
    yield replace(draft, label=_("Confirm"))
    yield from more
    yield Act(_("Brief"), reverse("brief", args=[thing.about]), "quiet", about=_name(thing))


def _mine(thing: Suggestion) -> Iterator[Act]:
    yield Act(_("Done"), reverse("promise-kept", args=[thing.about]), "first", True, (), _name(thing))
    if thing.draft and thing.person:
        address = draft_url(thing.draft, thing.person.id, thing.about)
        yield Act(_("Write"), address, about=_name(thing))


def _theirs(thing: Suggestion) -> Iterator[Act]:
    if thing.draft:
        yield from _drafted(thing)
    yield Act(_("It came"), reverse("promise-kept", args=[thing.about]), "", True, (), _name(thing))
    yield Act(
        _("Let it go"), reverse("promise-released", args=[thing.about]), "quiet", True, (), _name(thing)
    )


def _first_talk(thing: Suggestion) -> Iterator[Act]:
    assert thing.person is not None
    yield Act(_("Ask for a talk"), reverse("ask", args=[thing.person.id]), "first", about=_name(thing))


def _answered(thing: Suggestion) -> Iterator[Act]:
    yield from _drafted(thing)
    assert thing.person is not None
    yield Act(_("They answered"), reverse("answer", args=[thing.person.id]), "quiet", about=_name(thing))


def _agreed(thing: Suggestion) -> Iterator[Act]:
    assert thing.person is not None
    yield Act(_("Book a time"), reverse("book", args=[thing.person.id]), "first", about=_name(thing))
    if thing.draft:
        yield Act(_("Offer three times"), draft_url(thing.draft, thing.person.id, thing.about))


def _drifted(thing: Suggestion) -> Iterator[Act]:
    yield from _drafted(thing)
    assert thing.person is not None
    yield Act(_("Log a word"), reverse("log", args=[thing.person.id]), "quiet", about=_name(thing))


def _first_name(_thing: Suggestion) -> Iterator[Act]:
    yield Act(_("Write down a name"), reverse("person-new"), "first")


def _address(thing: Suggestion) -> Iterator[Act]:
    assert thing.person is not None
    yield Act(
        _("Add an address"), reverse("person-edit", args=[thing.person.id]), "first", about=_name(thing)
    )


OWN: dict[str, Callable[[Any], Iterator[Act]]] = {
    "address": _address,
    "confirm": _confirm,
    "debrief": _debrief,
    "drifted": _drifted,
    "first-name": _first_name,
    "first-talk": _first_talk,
    "nudge": _answered,
    "promise-mine": _mine,
    "promise-theirs": _theirs,
    "schedule": _agreed,
    "second-person": _first_talk,
}


def _name(thing: Suggestion) -> str:
    return thing.person.name if thing.person else ""
