"""The doors of local mode: who may reach the app at all, and what a browser may do with its pages.

Each middleware is one rule, because any page in the same browser, and any program on the same machine, can
send requests here: only loopback under its own names, only with the start-up secret, changes only from our
own origin with its port, and headers that let no other page in. None of them opens the database.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from acquaint.web import entry

Next = Callable[[HttpRequest], HttpResponse]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
ENTER = "/enter/"
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: under it browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-store",
}


def headers(get_response: Next) -> Next:
    """Put the strict headers on every answer; a static file keeps its own Cache-Control."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def loopback(get_response: Next) -> Next:
    """Refuse whoever is not on this machine, and every Host that is not this server by name and port.

    A page of another site can point its own name at 127.0.0.1 (DNS rebinding), but cannot change the Host.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if not _is_loopback(str(request.META.get("REMOTE_ADDR", ""))):
            return _refusal(403, "This app answers only to its own machine.")
        if str(request.META.get("HTTP_HOST", "")).lower() not in own_hosts(request):
            return _refusal(421, "This is not the address of this app.")
        return get_response(request)

    return answer


def origin(get_response: Next) -> Next:
    """Refuse a change that another page asks for, another port of this machine included.

    Cookies ignore ports and another port is "same site", so the Origin must match to the letter. A client
    that sends neither header is no browser; the CSRF token still stands before it.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and not _is_own_page(request):
            return _refusal(403, "That request came from another page.")
        return get_response(request)

    return answer


def entered(get_response: Next) -> Next:
    """Let a browser in that holds the cookie; trade the one-time secret for the cookie; 403 for the rest."""

    def answer(request: HttpRequest) -> HttpResponse:
        port = str(request.META["SERVER_PORT"])
        if entry.is_entered(request.COOKIES.get(entry.cookie_name(port)), port):
            return HttpResponseRedirect("/") if request.path.startswith(ENTER) else get_response(request)
        if request.path.startswith(ENTER) and _may_spend(request):
            said = request.path.removeprefix(ENTER).strip("/")
            if entry.use_up(Path(settings.DATA_DIR), said):
                return _let_in(port)
        return render(request, "acquaint/closed.html", status=403)

    return answer


def read_only(get_response: Next) -> Next:
    """Refuse every change, in words, when the app was opened with --read-only."""

    def answer(request: HttpRequest) -> HttpResponse:
        if settings.READ_ONLY and request.method not in SAFE:
            told = {"title": _("Open for reading only"), "words": _("Nothing was changed.")}
            return render(request, "acquaint/trouble.html", told, status=403)
        return get_response(request)

    return answer


def own_hosts(request: HttpRequest) -> set[str]:
    """Return the Host values that mean this server; the port is the socket's, never the caller's word."""
    port = str(request.META["SERVER_PORT"])
    own = {f"{name}:{port}" for name in LOOPBACK_NAMES}
    return own | set(LOOPBACK_NAMES) if port == "80" else own


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _is_own_page(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    return site in (None, "same-origin", "none") and origin in (
        None,
        f"http://{request.headers['Host'].lower()}",
    )


def _may_spend(request: HttpRequest) -> bool:
    """A browser that only guesses ahead (prefetch, preview) must not use the secret up."""
    ahead = request.headers.get("Sec-Purpose") or request.headers.get("Purpose") or ""
    return request.method == "GET" and "prefetch" not in ahead


def _let_in(port: str) -> HttpResponse:
    response = HttpResponseRedirect("/")
    response.set_cookie(
        entry.cookie_name(port),
        entry.cookie_value(port),
        max_age=entry.DAYS * 86400,
        httponly=True,
        samesite="Strict",
    )
    return response


def _refusal(status: int, words: str) -> HttpResponse:
    return HttpResponse(words + "\n", status=status, content_type="text/plain; charset=utf-8")
