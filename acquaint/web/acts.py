"""What a person can do from a page: a link to a form, or a button that does it at once."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


@dataclass(frozen=True, slots=True)
class Act:
    """A button: its words, where it goes, how it looks (first, quiet, link), what it sends if it changes."""

    label: str
    url: str
    weight: str = ""
    post: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    about: str = ""


def done(request: HttpRequest, undo: str | None, *, to: str = "") -> HttpResponse:
    """Go on after a change: to `to`, or where the form says, with the toast that can take it back."""
    target = to or back(request)
    if undo:
        target += ("&" if "?" in target else "?") + f"did={undo}"
    return HttpResponseRedirect(target)


def back(request: HttpRequest) -> str:
    """Return the page of ours that the form names as the one to go back to; Today otherwise."""
    said = request.POST.get("back", "") or request.GET.get("back", "")
    ours = said.startswith("/") and url_has_allowed_host_and_scheme(said, allowed_hosts=None)
    return said if ours else reverse("today")
