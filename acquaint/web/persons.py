"""The forms about one person: add, edit, let rest, close, reopen, erase; each a page that works by itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import erasures, people, touches
from acquaint.models.scope import Scope
from acquaint.queries import finding, recaps
from acquaint.queries import person as persons
from acquaint.queries.person import PersonPage
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def add(request: HttpRequest) -> HttpResponse:
    """Add a person; always a new one, however alike."""
    scope = scopes.of(request)
    form = forms.fresh(forms.PersonForm, request, name=request.GET.get("name", ""))
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            added = people.add(scope, **_facts(scope, form.cleaned_data))
            return done(request, added.undo, to=reverse("person", args=[added.id]))
    return forms.ask(request, form, title=_("Who did you meet?"), button=_("Add"), cancel=reverse("people"))


@require_http_methods(FORM)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Correct what is said of a person."""
    scope = scopes.of(request)
    person = persons.show(scope, key)
    form = forms.fresh(forms.EditForm, request, **_known(person))
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            made = people.edit(scope, person=key, **_changes(person, form.cleaned_data))
            return done(request, made.undo, to=_page(key))
    return forms.ask(request, form, title=person.name, button=_("Keep"), cancel=_page(key))


@require_http_methods(FORM)
def close(request: HttpRequest, key: str) -> HttpResponse:
    """Never contact a person again; quietly."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.CloseForm, request, unsafe=request.GET.get("why") == "unsafe")
    if form.is_bound and form.is_valid():
        made = _close(scope, key, form.cleaned_data)
        return done(request, made, to=reverse("today"))
    words = _("No suggestion, draft or list will hold them. They are not told. You can take it back.")
    title = _("Never contact {name} again?").format(name=person.name)
    return forms.ask(request, form, title=title, words=words, button=_("Close quietly"), cancel=_page(key))


@require_http_methods(FORM)
def rest(request: HttpRequest, key: str) -> HttpResponse:
    """Let a person rest, with thanks."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.RestForm, request)
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            return done(request, touches.rest(scope, who=key, **form.cleaned_data).undo, to=_page(key))
    title = _("Let it rest with {name}, with thanks").format(name=person.name)
    return forms.ask(request, form, title=title, button=_("Let it rest"), cancel=_page(key))


@require_POST
def reopen(request: HttpRequest, key: str) -> HttpResponse:
    """Open a closed person: they came back by themselves."""
    made = people.reopen(scopes.of(request), person=key)
    return done(request, made.undo, to=_page(key))


@require_http_methods(FORM)
def erase(request: HttpRequest, key: str) -> HttpResponse:
    """Erase a person for good, once that was said twice."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.EraseForm, request)
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            erasures.erase(scope, person=key)
            return HttpResponseRedirect(reverse("people") + "?erased=1")
    title = _("Erase {name} for good?").format(name=person.name)
    words = _("Their rows, notes and every mention in history go. This alone cannot be taken back.")
    return forms.ask(request, form, title=title, words=words, button=_("Erase for good"), cancel=_page(key))


def _page(key: str) -> str:
    return reverse("person", args=[key])


def _facts(scope: Scope, said: dict[str, Any]) -> dict[str, Any]:
    introducer = said.pop("introducer")
    email, interest = said.pop("email"), said.pop("interest")
    return {
        **said,
        "emails": [email] if email else [],
        "interest": [interest] if interest else [],
        "introduced_by": finding.person(scope, introducer) if introducer else "",
    }


def _known(person: PersonPage) -> dict[str, Any]:
    return {
        "name": person.name,
        "pronouns": person.pronouns,
        "pronunciation": person.pronunciation,
        "how_met": person.how_met,
        "position": person.position or "",
        "organization": person.organization or "",
        "notes": person.notes,
        "birthday": person.birthday,
        "every": person.rhythm_days,
    }


def _changes(person: PersonPage, said: dict[str, Any]) -> dict[str, Any]:
    """Return what the form changed, as the action takes it; what is the same is left alone."""
    added = {"emails": said["email"], "phones": said["phone"]}
    changed = {name: said[name] for name, value in _known(person).items() if said[name] != value}
    if "every" in changed:
        changed["every"] = changed["every"] or 0
    return {**changed, **{name: [value] for name, value in added.items() if value}}


def _close(scope: Scope, key: str, said: dict[str, Any]) -> str | None:
    from acquaint.actions import interviews

    deed = interviews.unsafe if said["unsafe"] else people.close
    return deed(scope, person=key, why=said["why"]).undo
