"""Two of the four doors: a list of names, and the talks one has had already, one line each."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from acquaint.actions import beginnings
from acquaint.actions.beginnings import Earlier
from acquaint.models.errors import Invalid
from acquaint.text import dates, partial_dates
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done

A_WHILE = timedelta(days=30)  # for a talk whose time was not said
FORM = ["GET", "HEAD", "POST"]


class NamesForm(django_forms.Form):
    """A list of names."""

    names = forms.text(
        gettext_lazy("Names, one a line"),
        hint=gettext_lazy(
            "After a comma: what links you. Family, neighbours, classmates, old colleagues, clubs."
        ),
        rows=8,
    )


class EarlierForm(django_forms.Form):
    """Talks of the time before, one a line."""

    talks = forms.text(
        gettext_lazy("Name, when, one thing they told you"),
        hint=gettext_lazy("For example: Ana Ruiz, May 2025, start with the registry. About when is enough."),
        rows=8,
    )


@require_http_methods(FORM)
def names(request: HttpRequest) -> HttpResponse:
    """Begin from a list of names."""
    form = forms.fresh(NamesForm, request)
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            said = form.cleaned_data["names"].splitlines()
            made = beginnings.list_names(scopes.of(request), names=said)
            return done(request, made.undo, to=reverse("people"))
    title, cancel = _("Whom could you ask?"), reverse("welcome")
    return forms.ask(request, form, title=title, button=_("Keep these names"), cancel=cancel)


@require_http_methods(FORM)
def earlier(request: HttpRequest) -> HttpResponse:
    """Carry on talks that were held before."""
    scope = scopes.of(request)
    form = forms.fresh(EarlierForm, request)
    if form.is_bound and form.is_valid():
        lines = [line for line in form.cleaned_data["talks"].splitlines() if line.strip()]
        with forms.explained(form):
            made = beginnings.carry_on(scope, talks=[_read(line, scope.today) for line in lines])
            return done(request, made.undo, to=reverse("today"))
    title, words = (
        _("The talks you have already had"),
        _("Nothing counts as late. A thank-you still pleases."),
    )
    return forms.ask(
        request, form, title=title, words=words, button=_("Carry them on"), cancel=reverse("welcome")
    )


def _read(line: str, today: date) -> Earlier:
    """Read `Name, when, what they told`, or less of it; Invalid for a time that is none."""
    name, when, learned = (part.strip() for part in (*line.split(",", 2), "", "")[:3])
    on = _day(when, today) if when else None
    if when and learned and on is None:
        message = _("“{when}” is no time that I can read. Write it like May 2025 or 14 March.")
        raise Invalid(message.format(when=when))
    return Earlier(name, on or today - A_WHILE, learned if on else when)


def _day(words: str, today: date) -> date | None:
    found = dates.at(words, 0, today=today, looking="back", strict=False)
    if found and found.on <= today:
        return found.on
    try:
        partial = partial_dates.PartialDate.parse(words)
    except ValueError:
        return None
    return partial.lower if partial.year and partial.lower <= today else None
