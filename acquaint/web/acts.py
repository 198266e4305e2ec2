"""What a person can do from a page: a link to a form, or a button that does it at once."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from acquaint.actions import forecasts
from acquaint.web import scope as scopes


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
    """Go on after a change: to `to`, or where the form says, with the toast that can take it back.

    The first deed of a day has the day's forecasts written down.
    """
    target = to or back(request)
    if undo:
        forecasts.once_a_day(scopes.of(request))
        target += ("&" if "?" in target else "?") + f"did={undo}"
    return HttpResponseRedirect(target)


def back(request: HttpRequest, *, referring: bool = True) -> str:
    """Return the page of ours to go back to: the one named, else the one on the screen, else Today."""
    said = request.POST.get("back", "") or request.GET.get("back", "")
    if _is_ours(said):
        return said
    before = urlsplit(request.headers.get("Referer", ""))
    seen = before.path if referring and before.netloc == request.get_host() else ""
    return seen if _is_ours(seen) else reverse("today")


def _is_ours(address: str) -> bool:
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
