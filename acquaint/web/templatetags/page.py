"""Pieces that every page uses: assets with their digest, icons, monograms, dates as people say them."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from acquaint.text import names
from acquaint.web import uploads
from acquaint.web.acts import Act

register = template.Library()


@register.simple_tag
def asset(path: str) -> str:
    """Return the address of a static file with its digest, so that browsers may keep it for ever."""
    return f"{static(path)}?v={_digest(path)}"


@cache
def _digest(path: str) -> str:
    found = finders.find(path)
    return f"{zlib.crc32(Path(found).read_bytes()):08x}" if isinstance(found, str) else "0"


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return one of the symbols of icons.html, which says nothing that the words beside it do not."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def monogram(person: Any, tint: str = "", size: str = "") -> SafeString:
    """Return the round initials of a person; decoration, for the name always stands beside it."""
    if photo := getattr(person, "photo", None):
        shown = (
            '<img class="mono {} {}" src="{}" alt="" width="46" height="46" loading="lazy" decoding="async">'
        )
        return format_html(shown, tint, size, reverse("photo", args=[photo]))
    name = person.name if person else ""  # some things worth doing are about nobody yet
    return format_html(
        '<span class="mono {} {}" aria-hidden="true">{}</span>', tint, size, names.initials(name) or "·"
    )


@register.simple_tag(takes_context=True)
def button(context: Context, act: Act) -> SafeString:
    """Return what does an act: a link to its page, or a form of one button that does it at once."""
    about = format_html('<span class="unseen">: <bdi>{}</bdi></span>', act.about) if act.about else ""
    if not act.post:
        look = act.weight if act.weight == "link" else f"button {act.weight}".strip()
        return format_html('<a class="{}" href="{}">{}{}</a>', look, act.url, act.label, about)
    hidden = (("csrfmiddlewaretoken", str(context.get("csrf_token", ""))), *act.fields)
    inputs = format_html_join("", '<input type="hidden" name="{}" value="{}">', hidden)
    form = '<form method="post" action="{}">{}<button class="{}">{}{}</button></form>'
    return format_html(form, act.url, inputs, act.weight, act.label, about)


@register.filter
def plain_path(path: str) -> str:
    """Return the name of a file that was handed over, as the person called it."""
    return uploads.plain(path)
