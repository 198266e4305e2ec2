"""Log a word: any contact that was, with one person, in half a minute."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import interactions, promises
from acquaint.queries import recaps
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest, key: str) -> HttpResponse:
    """Log a contact; it resets the clock of the person."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.LogForm, request, on=scope.today)
    back = reverse("person", args=[key])
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            made = interactions.log(scope, people=[key], **form.cleaned_data)
            return done(request, made.undo, to=back)
    title = _("A word with {name}").format(name=person.name)
    return forms.ask(request, form, title=title, button=_("Keep"), cancel=back)


@require_POST
def promise_kept(request: HttpRequest, key: str) -> HttpResponse:
    """Record that a promise was kept, mine or theirs."""
    return done(request, promises.keep(scopes.of(request), promise=key).undo)


@require_POST
def promise_released(request: HttpRequest, key: str) -> HttpResponse:
    """Let a promise go; nobody is blamed."""
    return done(request, promises.release(scopes.of(request), promise=key).undo)
