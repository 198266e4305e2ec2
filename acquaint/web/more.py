"""More: the doors that are not opened every day."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.queries import duplicates
from acquaint.web import scope as scopes


@dataclass(frozen=True, slots=True)
class Door:
    """One entry: where it leads, and what is behind it."""

    url: str
    title: str
    words: str
    opens: str = ""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List the doors."""
    twice = duplicates.any_(scopes.of(request))
    return render(request, "acquaint/more.html", {"doors": _doors(twice=twice)})


def _doors(*, twice: bool) -> list[Door]:
    same = Door(
        reverse("duplicates"),
        _("The same person twice"),
        _("Entries that look like one person; you say which are."),
    )
    return [
        *_explore(),
        Door(
            reverse("import"),
            _("Import my people"),
            _("A LinkedIn archive or a list; you see each row before it is kept."),
        ),
        Door(
            reverse("export"),
            _("Take it with you"),
            _("Address book, calendar, table, story, or the whole account."),
        ),
        *([same] if twice else []),
        Door(reverse("earlier"), _("Carry on earlier talks"), _("Talks you had before this, one line each.")),
        Door(reverse("history"), _("History"), _("Everything that was done here, and how to take it back.")),
        Door(reverse("settings"), _("Settings"), _("Your energy, your name, your time zone, your weekend.")),
        Door(
            reverse("welcome"),
            _("The four doors"),
            _("Where you began; the sample network is behind one of them."),
        ),
        Door("#keys", _("Keys"), _("What single keys do, and turning them off."), opens="keys"),
    ]


def _explore() -> list[Door]:
    """What one's network tells when it is asked."""
    return [
        Door(
            reverse("ways"),
            _("A way to somebody"),
            _("Through whom to reach a person, an organization or a field."),
        ),
        Door(
            reverse("map"),
            _("The map of your people"),
            _("Who knows whom, in which groups, and where it leans one way."),
        ),
        Door(
            reverse("recall"),
            _("Who may think of you"),
            _("By how you have been in touch; and for a role, who knows of it."),
        ),
        Door(
            reverse("right"),
            _("Was I right?"),
            _("What was said of people's words month by month, what came, and who answers you."),
        ),
        Door(
            reverse("fit"),
            _("Which field suits you"),
            _("Whom you liked in each, and whether that settles anything."),
        ),
        Door(
            reverse("recommend"),
            _("Whom you could name"),
            _("Somebody asks you for a role or a skill: who comes to mind, and why."),
        ),
        Door(
            reverse("what-if"),
            _("What if you keep in touch?"),
            _("What so many touches a week would leave alive: a range, and what it rests on."),
        ),
    ]
