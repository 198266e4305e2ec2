"""A draft to read, change, copy, open in one's own mail or download; the app itself sends nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acquaint.actions import touches
from acquaint.messages import eml, links
from acquaint.messages.contract import Draft, Style
from acquaint.models.scope import Scope
from acquaint.queries import drafts, recaps, settings
from acquaint.web import river, words
from acquaint.web import scope as scopes
from acquaint.web.acts import back, done

LATELY = 6
STYLES = ("plain", "short", "spoken")
LONGEST = 20_000


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show a draft; sent back with changed words it is shown with them, and kept nowhere."""
    scope = scopes.of(request)
    return render(
        request, "acquaint/drafts/page.html", view_of(request, scope, _draft(request, scope, kind, key), key)
    )


@require_POST
def download(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Hand the draft over as a mail file that opens unsent in one's own mail program."""
    scope = scopes.of(request)
    draft, me = _draft(request, scope, kind, key), settings.myself(scope)
    content = eml.write(draft, at=scope.local_now, me=me.name, my_email=me.email)
    named = {"Content-Disposition": f'attachment; filename="{draft.kind}.eml"'}
    return HttpResponse(content, content_type="message/rfc822", headers=named)


@require_POST
def sent(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Log the draft as sent; it moves what it belongs to."""
    about, channel = (request.POST.get(name, "")[:40] for name in ("about", "channel"))
    made = touches.sent(scopes.of(request), kind=kind, who=key, about=about, channel=channel)
    return done(request, made.undo, to=back(request, referring=False))


@require_POST
def later(request: HttpRequest) -> HttpResponse:
    """Put a suggestion off until a better day."""
    made = touches.later(scopes.of(request), suggestion=request.POST.get("suggestion", ""))
    return done(request, made.undo)


def view_of(request: HttpRequest, scope: Scope, draft: Draft, key: str) -> dict[str, Any]:
    """Return all that the template shows of a draft."""
    about = {name: value for name in ("about", "back") if (value := request.GET.get(name, ""))}
    query = f"?{urlencode(about)}" if about else ""
    mail = links.mailto(draft)
    lately = recaps.lately(scope, key, limit=LATELY)
    return {
        "draft": draft,
        "person": recaps.who(scope, key),
        "title": _title(draft),
        "mailto": mail.href if draft.to.email else "",
        "whole": mail.whole,
        "open_blanks": [blank for blank in draft.blanks if f"[{blank}]" in draft.body + draft.subject],
        "styles": _styles(draft, key, about),
        "eml_url": reverse("draft-eml", args=[key, draft.kind]) + query,
        "sent_url": reverse("sent", args=[key, draft.kind]),
        "about": request.GET.get("about", ""),
        "back": back(request, referring=False),
        "lately": [moment for moment in river.moments(lately, scope.today) if moment.said],
    }


def _draft(request: HttpRequest, scope: Scope, kind: str, key: str) -> Draft:
    style = request.GET.get("style", "plain")
    draft = drafts.draft(
        scope,
        kind=kind,
        who=key,
        about=request.GET.get("about", "")[:40],
        style=cast("Style", style if style in STYLES else "plain"),
        tongue=words.TONGUE,
    )
    if request.method != "POST" or "body" not in request.POST:
        return draft
    subject = " ".join(request.POST.get("subject", "").split())[:400]
    return replace(draft, subject=subject, body=request.POST["body"].replace("\r\n", "\n")[:LONGEST])


def _styles(draft: Draft, key: str, about: dict[str, str]) -> list[tuple[str, str, bool]]:
    names = {"plain": _("Mail"), "short": _("Short message"), "spoken": _("On the phone")}
    address = reverse("draft", args=[key, draft.kind])
    return [
        (name, f"{address}?{urlencode({**about, 'style': style})}", style == draft.style)
        for style, name in names.items()
    ]


def _title(draft: Draft) -> str:
    titles = {
        "request": _("Ask {name} for a talk"),
        "request-referral": _("Ask {name} for a talk"),
        "reconnect": _("A word to {name}"),
        "nudge": _("One gentle word to {name}"),
        "schedule": _("Times for {name}"),
        "confirm": _("Confirm with {name}"),
        "reschedule": _("Another time for {name}"),
        "thank-you": _("Thank {name}"),
        "update": _("Tell {name} what came of it"),
        "congratulate": _("Congratulate {name}"),
        "blurb": _("A few lines for {name} to pass on"),
        "intro-reply": _("Answer the introduction to {name}"),
        "loop": _("Tell {name} how it went"),
    }
    return titles.get(draft.kind, _("A word to {name}")).format(name=draft.to.name)
