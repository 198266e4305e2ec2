"""Book a conversation, move it, call it off, or say that it did not happen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import interviews
from acquaint.models.scope import Scope
from acquaint.queries import interviews as talks
from acquaint.queries import recaps
from acquaint.queries.interviews import InterviewCard
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def book(request: HttpRequest, key: str) -> HttpResponse:
    """Book a conversation with a person; one that was already goes straight to its debrief."""
    scope = scopes.of(request)
    person = recaps.who(scope, key)
    form = forms.fresh(forms.BookForm, request, at=_morning(scope))
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            made = interviews.book(scope, person=key, **form.cleaned_data)
            return done(request, made.undo, to=reverse("brief", args=[_interview(made.items)]))
    title = _("When do you talk with {name}?").format(name=person.name)
    back = reverse("person", args=[key])
    return forms.ask(request, form, title=title, button=_("Book it"), cancel=back)


@require_http_methods(FORM)
def move(request: HttpRequest, key: str) -> HttpResponse:
    """Move a conversation to another time; the brief is kept."""
    scope = scopes.of(request)
    talk = talks.show(scope, key)
    form = forms.fresh(forms.MoveForm, request, **_known(talk))
    back = reverse("brief", args=[key])
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            made = interviews.reschedule(scope, person=talk.person.id, interview=key, **form.cleaned_data)
            return done(request, made.undo, to=back)
    title = _("Another time with {name}").format(name=talk.person.name)
    return forms.ask(request, form, title=title, button=_("Move it"), cancel=back)


@require_POST
def confirmed(request: HttpRequest, key: str) -> HttpResponse:
    """Record that the time was confirmed."""
    scope = scopes.of(request)
    talk = talks.show(scope, key)
    return done(request, interviews.confirm(scope, person=talk.person.id, interview=key).undo)


@require_POST
def cancelled(request: HttpRequest, key: str) -> HttpResponse:
    """Record that a conversation was called off."""
    scope = scopes.of(request)
    talk = talks.show(scope, key)
    by = request.POST.get("by", "")
    made = interviews.cancel(scope, person=talk.person.id, interview=key, by=by)
    return done(request, made.undo, to=reverse("person", args=[talk.person.id]))


@require_POST
def missed(request: HttpRequest, key: str) -> HttpResponse:
    """Record that somebody did not come."""
    scope = scopes.of(request)
    talk = talks.show(scope, key)
    by = request.POST.get("by", "them")
    made = interviews.no_show(scope, person=talk.person.id, interview=key, by=by)
    return done(request, made.undo, to=reverse("person", args=[talk.person.id]))


def _morning(scope: Scope) -> Any:
    """Return ten o'clock of the next day, as the wall clock shows it."""
    at = (scope.local_now + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    return at.replace(tzinfo=None)


def _known(talk: InterviewCard) -> dict[str, Any]:
    at = talk.at.replace(tzinfo=None)
    return {"at": at, "minutes": talk.minutes, "mode": talk.mode, "place": talk.place}


def _interview(items: tuple[tuple[str, str], ...]) -> str:
    return next(key for noun, key in items if noun == "interview")
