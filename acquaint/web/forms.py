"""The forms of the pages: they check the shape of what was typed; actions check the meaning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from acquaint.models.errors import AcquaintError

SHORT, LONG = 400, 20_000
KINDS = (
    ("email", _("Mail")),
    ("message", _("Message")),
    ("call", _("Call")),
    ("coffee", _("Coffee")),
    ("meeting", _("Meeting")),
    ("event", _("Event")),
    ("letter", _("Letter")),
    ("other", _("Something else")),
)
DIRECTIONS = (("out", _("From you to them")), ("in", _("From them to you")), ("both", _("Both ways")))
MODES = (
    ("call", _("Phone")),
    ("video", _("Video")),
    ("coffee", _("Coffee")),
    ("office", _("At their place of work")),
    ("written", _("In writing")),
)
CHANNELS = (
    ("email", _("Mail")),
    ("linkedin", _("LinkedIn")),
    ("message", _("Message")),
    ("phone", _("Phone")),
    ("in-person", _("In person")),
)
ENERGIES = (("little", _("A little")), ("some", _("Some")), ("plenty", _("Plenty")))
ENERGY_QUESTION = _("How much energy is there these weeks?")
FORMALITIES = (("friendly", _("Friendly")), ("formal", _("Formal")))
SEARCHES = (("active", _("Going on")), ("paused", _("At rest: only what I owe somebody")))
PHASES = (("searching", _("Searching")), ("keeping", _("Hired, keeping in touch")))


class WallTime(forms.Field):
    """A date and time as the clock on the wall shows it: no zone, the interview carries one."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        """Read what a browser's field sends, or an ISO time typed by hand."""
        if value in self.empty_values or isinstance(value, datetime):
            return value or None
        try:
            return datetime.fromisoformat(str(value).strip()).replace(tzinfo=None)
        except ValueError:
            raise forms.ValidationError(_("I cannot read this time. Try 2026-03-12 14:30.")) from None


def line(label: Any, *, required: bool = False, hint: Any = "", **attrs: str) -> forms.CharField:
    """Return a field of one line in the person's own words."""
    widget = forms.TextInput(attrs={"dir": "auto", **attrs})
    return forms.CharField(
        label=label, required=required, help_text=hint, widget=widget, max_length=SHORT, strip=True
    )


def text(label: Any, *, hint: Any = "", rows: int = 4) -> forms.CharField:
    """Return a field of several lines in the person's own words."""
    widget = forms.Textarea(attrs={"dir": "auto", "rows": rows})
    return forms.CharField(label=label, required=False, help_text=hint, widget=widget, max_length=LONG)


def day(label: Any, *, required: bool = False, hint: Any = "") -> forms.DateField:
    """Return a date field as the browser draws it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget)


def choice(label: Any, choices: Any, *, required: bool = True, hint: Any = "") -> forms.ChoiceField:
    """Return a choice drawn as a row of buttons."""
    first, _label = choices[0]
    return forms.ChoiceField(
        label=label, choices=choices, required=required, help_text=hint, widget=Buttons(), initial=first
    )


class Buttons(forms.RadioSelect):
    """A choice as a row of buttons, one press each."""

    template_name = "acquaint/buttons.html"


class PersonForm(forms.Form):
    """A new person: a name is enough."""

    name = line(_("Name"), required=True, autocomplete="off")
    how_met = line(_("How you met"), hint=_("Where, and one detail that brings them back to mind."))
    introducer = line(_("Who brought you together?"), hint=_("A name that is here already, if anybody did."))
    position = line(_("What they do"))
    organization = line(_("Where"))
    email = forms.EmailField(label=_("Mail"), required=False)
    interest = line(_("What they care about"))


class EditForm(forms.Form):
    """What is said of a person; empty means nothing is known."""

    name = line(_("Name"), required=True)
    pronouns = line(_("Pronouns"), hint=_("Only if they told you."))
    pronunciation = line(_("How the name is said"))
    how_met = line(_("How you met"))
    position = line(_("What they do"))
    organization = line(_("Where"))
    birthday = line(_("Birthday"), hint=_("As far as you know it: 1980-05-02, 1980 or --05-02."))
    email = forms.EmailField(label=_("One more mail address"), required=False)
    phone = line(_("One more phone number"))
    every = forms.IntegerField(
        label=_("Be in touch every so many days"),
        required=False,
        min_value=0,
        max_value=3650,
        help_text=_("Leave it empty for the usual rhythm."),
    )
    notes = text(_("Your notes"))


class LogForm(forms.Form):
    """A contact that was."""

    kind = choice(_("What was it?"), KINDS)
    direction = choice(_("Which way?"), DIRECTIONS)
    on = day(_("When"), required=True)
    text = text(_("A word about it"), hint=_("What you want to remember; a line is enough."))


class BookForm(forms.Form):
    """A conversation to come, or one that was."""

    at = WallTime(label=_("When"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=480, initial=30)
    mode = choice(_("How"), MODES)
    place = line(_("Place or link"))
    phone = line(_("Number to call"))


class MoveForm(forms.Form):
    """Another time for a conversation."""

    at = WallTime(label=_("When"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=480, initial=30)
    mode = choice(_("How"), MODES)
    place = line(_("Place or link"))


class CloseForm(forms.Form):
    """Why a person is not to be contacted any more; for the owner's eyes only."""

    why = line(_("Why"), hint=_("For your eyes only. You may leave it empty."))
    unsafe = forms.BooleanField(label=_("A talk with them felt unsafe"), required=False)


class EraseForm(forms.Form):
    """The second yes before what cannot be taken back."""

    sure = forms.BooleanField(label=_("Yes, erase everything about this person"))


class RestForm(forms.Form):
    """Until when a person may rest."""

    until = day(_("Until"), hint=_("Leave it empty for: until there is a reason."))
    why = line(_("Why"))


class AskForm(forms.Form):
    """A request to talk."""

    channel = choice(_("How will you ask?"), CHANNELS)
    via = line(_("Whose name may you use?"), hint=_("Somebody here who named them to you, if anybody did."))
    link = line(_("What connects you"), hint=_("One line: it becomes the first sentence of your request."))


class AnswerForm(forms.Form):
    """What came of a request."""

    OUTCOMES = (
        ("accepted", _("They said yes")),
        ("deferred", _("Not now")),
        ("redirected", _("They named somebody else")),
        ("declined", _("They could not")),
        ("bounced", _("It came back")),
        ("expired", _("Nothing; let it rest")),
    )
    outcome = choice(_("What came of it?"), OUTCOMES)
    words = line(_("In their words"))
    until = day(_("Ask again after"), hint=_("If they said when."))
    to_name = line(_("Whom they named"))


@contextmanager
def explained(form: forms.Form) -> Iterator[None]:
    """Turn a refusal of an action into words on the form, so that nothing typed is lost."""
    try:
        yield
    except AcquaintError as problem:
        form.add_error(None, problem.message)
        for one in problem.candidates:
            form.add_error(None, f"{one.title}, {one.hint}" if one.hint else one.title)
        for detail in problem.details:
            form.add_error(None, detail)


def ask(request: HttpRequest, form: forms.Form, *, title: str, button: str, **more: Any) -> HttpResponse:
    """Show a form as a page of its own; one with errors is a 422."""
    told = {"form": form, "title": title, "button": button, **more}
    return render(request, "acquaint/form.html", told, status=422 if form.is_bound and form.errors else 200)


def fresh(form: type[forms.Form], request: HttpRequest, **initial: Any) -> forms.Form:
    """Return the form filled from what was sent, or with its first values."""
    return form(request.POST, request.FILES) if request.method == "POST" else form(initial=initial)
