"""The request to talk: set out to ask, and what came of it, one page for both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acquaint.actions import asks
from acquaint.models.scope import Scope
from acquaint.queries import finding, recaps
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """Set out to ask a person for a talk; the draft of the request comes next."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    via = person.introduced_by.name if person.introduced_by else ""
    form = forms.fresh(forms.AskForm, request, via=via)
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            made = asks.ask(scope, person=key, **_request(scope, form.cleaned_data))
            return done(request, made.undo, to=reverse("draft", args=[key, "request"]))
    title = _("Ask {name} for a talk").format(name=person.name)
    back = reverse("person", args=[key])
    return forms.ask(request, form, title=title, button=_("On to the draft"), cancel=back)


@require_http_methods(FORM)
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Record what came of a request."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.AnswerForm, request)
    back = reverse("person", args=[key])
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            undo = _answered(scope, key, form.cleaned_data)
            after = reverse("book", args=[key]) if form.cleaned_data["outcome"] == "accepted" else back
            return done(request, undo, to=after)
    return forms.ask(request, form, title=person.name, button=_("Keep"), cancel=back)


def _request(scope: Scope, said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "via": finding.person(scope, said["via"]) if said["via"] else None}


def _answered(scope: Scope, key: str, said: dict[str, Any]) -> str | None:
    outcome, words = said["outcome"], said["words"]
    if outcome == "expired":
        return asks.expired(scope, person=key).undo
    if outcome == "deferred":
        return asks.deferred(scope, person=key, until=said["until"], words=words).undo
    if outcome == "redirected":
        return asks.redirected(scope, person=key, to_name=said["to_name"], words=words).undo
    deeds = {"accepted": asks.accepted, "declined": asks.declined, "bounced": asks.bounced}
    return deeds[outcome](scope, person=key, words=words).undo
