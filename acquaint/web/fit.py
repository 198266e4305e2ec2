"""How I liked the people of each field: names and counts, and words for what they may mean."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from acquaint.queries import fit
from acquaint.queries.fit import FieldFit, Part, Slice, Voice
from acquaint.web import scope as scopes


@dataclass(frozen=True, slots=True)
class Answer:
    """Those about whom I said the same."""

    label: str
    names: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One field, in words."""

    fit: FieldFit
    counts: str
    meaning: str
    answers: tuple[Answer, ...]
    apart: tuple[str, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every field where somebody was met, and name the others."""
    found = fit.of(scopes.of(request))
    shown = {
        "fields": [_shown(one) for one in found if one.met],
        "others": [one for one in found if not one.met],
    }
    return render(request, "acquaint/fit/page.html", shown)


def _shown(one: FieldFit) -> Shown:
    labels = {"yes": _("Liked"), "mixed": _("Mixed"), "no": _("Not liked"), "": _("Not said yet")}
    groups = {liked: tuple(voice for voice in one.names if voice.liked == liked) for liked in labels}
    return Shown(
        fit=one,
        counts=_counts(one),
        meaning=_meaning(one),
        answers=tuple(Answer(labels[liked], names) for liked, names in groups.items() if names),
        apart=tuple(_apart(one)),
    )


def _apart(one: FieldFit) -> list[str]:
    """Introduced and found, then employers and roles, where there is more than one kind."""
    told = [f"{part.name}: {_counts(part)}" for part in one.slices]
    if one.introduced.met and one.found.met:
        told.insert(0, _("Found by you: {counts}").format(counts=_counts(one.found)))
        told.insert(0, _("Introduced to you: {counts}").format(counts=_counts(one.introduced)))
    return told


def _counts(part: FieldFit | Part | Slice) -> str:
    return _("you liked {liked} of {met}").format(liked=part.liked, met=part.met)


def _meaning(one: FieldFit) -> str:
    if one.verdict == "likes":
        return _("You like most of the people you have met here so far.")
    if one.verdict == "dislikes":
        return _("You do not like most of the people met here so far; hear one more before you let it go.")
    words = ngettext(
        "Not decided: {count} more talk could settle it.",
        "Not decided: {count} more talks could settle it.",
        one.more_needed,
    )
    return words.format(count=one.more_needed)
