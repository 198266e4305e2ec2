"""After the conversation: enjoyed or not, one thing learned, the rest in one's own words with live chips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import debriefs
from acquaint.models.scope import Scope
from acquaint.queries import interviews
from acquaint.queries.interviews import InterviewCard
from acquaint.web import conversations, forms, hearing
from acquaint.web import scope as scopes
from acquaint.web.acts import Act, done

if TYPE_CHECKING:
    from acquaint.text.telling import Telling

LIKED = (("yes", gettext_lazy("Yes")), ("mixed", gettext_lazy("Mixed")), ("no", gettext_lazy("No")))
ENERGIES = (
    ("", gettext_lazy("No word")),
    ("-2", gettext_lazy("Drained")),
    ("-1", gettext_lazy("Tired")),
    ("0", gettext_lazy("The same")),
    ("1", gettext_lazy("Lifted")),
    ("2", gettext_lazy("Full of it")),
)
KEYED = ("liked", "learned", "advice", "will", "interest", "want", "notwant", "energy", "next")
LONGEST = 20_000


class DebriefForm(django_forms.Form):
    """The 90 seconds first, the ten minutes below; all of it may stay empty but something must be said."""

    liked = django_forms.ChoiceField(choices=LIKED, required=False)
    learned = forms.line(gettext_lazy("One thing you learned"))
    words = forms.text("")
    advice = forms.line(gettext_lazy("What they advised"))
    will = forms.line(gettext_lazy("What you will do about it"))
    interest = forms.line(gettext_lazy("What they care about"))
    want = forms.line(gettext_lazy("What of their day you would want"))
    notwant = forms.line(gettext_lazy("And what not"))
    energy = forms.choice(gettext_lazy("How you felt afterwards"), ENERGIES, required=False)
    next = forms.line(gettext_lazy("When to be in touch again, and why"))

    @property
    def more(self) -> list[django_forms.BoundField]:
        """The fields for those who have ten minutes."""
        return [self[name] for name in KEYED[2:]]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the debrief of an interview, or keep it; a press on Show or on a chip's × only shows."""
    scope = scopes.of(request)
    talk = interviews.show(scope, key)
    form = forms.fresh(DebriefForm, request)
    if form.is_bound and "look" not in request.POST and form.is_valid():
        with forms.explained(form):
            text = _lines(form.cleaned_data, _telling(request.POST, talk, scope))
            kept = debriefs.keep(scope, person=talk.person.id, interview=key, text=text)
            return done(request, kept.undo, to=_after(talk, request.POST.get("then", "")))
    return _shown(request, scope, talk, form)


@require_POST
def chips(request: HttpRequest, key: str) -> HttpResponse:
    """Return what is understood of the words so far; writes nothing."""
    scope = scopes.of(request)
    talk = interviews.show(scope, key)
    heard = _heard(request.POST, talk, scope)
    return render(request, "acquaint/capture/heard.html", {"heard": heard})


def _shown(request: HttpRequest, scope: Scope, talk: InterviewCard, form: django_forms.Form) -> HttpResponse:
    shown = {
        "form": form,
        "person": talk.person,
        "talk": talk,
        "when": conversations.moment(talk, scope.today),
        "liked": LIKED,
        "heard": _heard(request.POST, talk, scope) if request.method == "POST" else None,
        "opened": any(form[name].value() for name in KEYED[2:]),
        "otherwise": _otherwise(talk),
    }
    refused = form.is_bound and form.errors
    return render(request, "acquaint/conversations/debrief.html", shown, status=422 if refused else 200)


def _telling(sent: QueryDict, talk: InterviewCard, scope: Scope) -> Telling:
    from acquaint.text import telling

    told = sent.get("words", "")[:LONGEST].replace("\r\n", "\n")
    return telling.read(told, name=talk.person.name, today=scope.today, plain=hearing.dropped(sent))


def _heard(sent: QueryDict, talk: InterviewCard, scope: Scope) -> hearing.Heard:
    return hearing.of_telling(_telling(sent, talk, scope), hearing.dropped(sent), scope.today)


def _lines(said: dict[str, Any], told: Telling) -> str:
    """Return the form as the lines that a debrief reads: one for each field, then the words."""
    keyed = [f"{name}: {said[name]}" for name in KEYED if said[name]]
    return "\n".join((*keyed, told.lines))


def _after(talk: InterviewCard, then: str) -> str:
    if then == "thank":
        return reverse("draft", args=[talk.person.id, "thank-you"]) + f"?about={talk.id}"
    return reverse("person", args=[talk.person.id])


def _otherwise(talk: InterviewCard) -> list[Act]:
    if talk.held_on:
        return []
    missed = reverse("interview-missed", args=[talk.id])
    return [
        Act(_("Find another time"), reverse("interview-move", args=[talk.id]), "link"),
        Act(_("They did not come"), missed, "link", True, (("by", "them"),)),
        Act(_("I did not make it"), missed, "link", True, (("by", "me"),)),
        Act(_("It was called off"), reverse("interview-cancelled", args=[talk.id]), "link", True),
    ]
