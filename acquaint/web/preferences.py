"""Settings: what the owner chose, each with what it is for; the energy question has a page of its own too."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import settings as choices
from acquaint.models.scope import Scope
from acquaint.queries import settings
from acquaint.web import forms
from acquaint.web import scope as scopes
from acquaint.web.acts import done
from acquaint.web.forms import choice, line


class SettingsForm(django_forms.Form):
    """Everything that can be set; an empty field goes back to the default."""

    energy = choice(forms.ENERGY_QUESTION, forms.ENERGIES, required=False)
    search = choice(_("Your search"), forms.SEARCHES, required=False)
    name = line(_("Your name, as drafts sign it"))
    looking_for = line(_("What you look for, in one line that others can pass on"))
    fields_ = line(_("The fields you are curious about"))
    email = django_forms.EmailField(label=_("Your mail address"), required=False)
    phone = line(_("Your phone number"))
    minutes = line(_("How many minutes you ask for"))
    formality = choice(_("How drafts greet"), forms.FORMALITIES)
    phase = choice(_("Where you are"), forms.PHASES)
    weekend = line(_("Your weekend"), hint=_("For example: saturday sunday, or none."))
    zone = line(_("Your time zone"), hint=_("For example: Europe/Berlin."))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show every choice, and keep those that were changed."""
    scope = scopes.of(request)
    held = _held(scope)
    form = forms.fresh(SettingsForm, request, **held)
    if form.is_bound and form.is_valid():
        with forms.explained(form):
            return done(request, _keep(scope, held, form.cleaned_data), to=reverse("settings"))
    return forms.ask(request, form, title=str(_("As you like it")), button=str(_("Keep")))


@require_POST
def energy(request: HttpRequest) -> HttpResponse:
    """Keep how much energy there is."""
    made = choices.set_(scopes.of(request), name="energy", value=request.POST.get("energy", ""))
    return done(request, made.undo)


def _held(scope: Scope) -> dict[str, Any]:
    values = {one.name: one.value for one in settings.listed(scope)}
    return {field: values[_name(field)] for field in SettingsForm.base_fields}


def _name(field: str) -> str:
    return field.rstrip("_").replace("_", "-")


def _keep(scope: Scope, held: dict[str, Any], said: dict[str, Any]) -> str | None:
    """Set what differs, one change each; the last one's id is what the toast can take back."""
    undo = None
    for field, value in said.items():
        if value != held[field] and (value or field not in ("energy", "search")):
            undo = choices.set_(scope, name=_name(field), value=value).undo or undo
    return undo
