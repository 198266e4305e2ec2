"""History: every change in words, by day, and taking each back; undo and redo from any page's toast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from acquaint.actions import undo as undoing
from acquaint.messages.reasons import Reason, word
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries import history, recaps
from acquaint.queries.history import Deed
from acquaint.web import scope as scopes
from acquaint.web import words
from acquaint.web.acts import back, done

PAGE = 40


@dataclass(frozen=True, slots=True)
class Change:
    """One line of history: what was done, when by the owner's clock, and whether it can be taken back."""

    id: str
    what: str
    at: datetime
    clock: str
    undone: bool
    can_undo: bool
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of one day, newest first."""

    said: str
    changes: tuple[Change, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what was done, newest first, a page at a time."""
    scope = scopes.of(request)
    said = request.GET.get("from", "")
    start = int(said) if said.isdecimal() and len(said) < 9 else 0  # noqa: PLR2004 (more changes than a life holds)
    deeds = history.history(scope, limit=PAGE + 1, offset=start)
    shown = {
        "days": _by_day(scope, deeds[:PAGE]),
        "can_redo": any(deed.what == "undo" for deed in deeds[:1]),
        "after": f"{reverse('history')}?from={start + PAGE}" if len(deeds) > PAGE else "",
    }
    return render(request, "acquaint/history/page.html", shown)


@require_POST
def undo(request: HttpRequest, key: str) -> HttpResponse:
    """Take one change back; a page that went with it leads to the list of people."""
    scope = scopes.of(request)
    made = undoing.undo(scope, change=key)
    return done(request, made.undo, to=_standing(scope, back(request)))


@require_POST
def redo(request: HttpRequest) -> HttpResponse:
    """Bring back what the last undo took."""
    return done(request, undoing.redo(scopes.of(request)).undo, to=reverse("history"))


def _standing(scope: Scope, address: str) -> str:
    """Return the address, or that of the list if it was the page of somebody who is gone now."""
    try:
        match = resolve(urlsplit(address).path)
        if match.route.startswith("people/<key:"):
            recaps.who(scope, match.kwargs["key"])
    except (NotFound, Resolver404):
        return reverse("people")
    return address


def told(scope: Scope, deed: Deed) -> Change:
    """Return a deed as a line of history."""
    at = deed.at.astimezone(ZoneInfo(scope.zone))
    reason = Reason(f"did.{deed.what}", {"about": deed.about, **_facts(deed)})
    what = word(reason, today=scope.today, tongue=words.TONGUE)
    return Change(
        id=deed.id,
        what=words.sentence(what),
        at=at,
        clock=f"{at:%H:%M}",
        undone=deed.undone_by is not None,
        can_undo=deed.undone_by is None and deed.what not in ("redo", undoing.FINAL),
        kept=_kept(deed),
    )


def _kept(deed: Deed) -> str:
    """Return what an undo had to leave as it was, and why; empty where it left nothing."""
    count, stayed = deed.facts.get("kept", 0), deed.facts.get("stayed", [])
    if not count:
        return ""
    whys = {"changed": _("changed later"), "needed": _("needed by something later")}
    named = ", ".join(f"{title} ({whys[why]})" for title, why in stayed) or _("something later needs it")
    said = ngettext("Kept {count}: {named}", "Kept {count}: {named}", count).format(count=count, named=named)
    return f"{said} …" if count > len(stayed) > 0 else f"{said}."


def _facts(deed: Deed) -> dict[str, str]:
    return {name: str(value) for name, value in deed.facts.items() if name != "about"}


def _by_day(scope: Scope, deeds: Iterable[Deed]) -> list[Day]:
    changes = [told(scope, deed) for deed in deeds]
    return [
        Day(words.sentence(_day(scope, day_changes[0])), tuple(day_changes))
        for day_changes in (list(group) for _on, group in groupby(changes, key=lambda one: one.at.date()))
    ]


def _day(scope: Scope, change: Change) -> str:
    on = change.at.date()
    near = (scope.today - on).days < 2  # noqa: PLR2004 (today, yesterday)
    return words.when(on, scope.today) if near else words.named(on, scope.today)
