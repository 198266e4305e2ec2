"""How the pages say things: the reader's tongue, names as links inside sentences, numbers as words."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from acquaint.messages import days
from acquaint.messages.tongue import Tongue

TONGUE = Tongue(gettext, ngettext)


class Named(Protocol):
    """Whoever has a public key and a name."""

    @property
    def id(self) -> str:
        """The public key."""

    @property
    def name(self) -> str:
        """The full name as typed."""


def link_to(person: Named) -> SafeString:
    """Return the name as a link to the person's page, isolated from the direction of the text around it."""
    return format_html('<a href="{}"><bdi>{}</bdi></a>', reverse("person", args=[person.id]), person.name)


def linked(sentence: str, person: Named | None) -> SafeString:
    """Return a sentence, escaped, in which the first mention of the person is a link to them."""
    if person is None or not person.name or person.name not in sentence:
        return escape(sentence)
    before, after = sentence.split(person.name, 1)
    return mark_safe(escape(before) + link_to(person) + escape(after))  # noqa: S308 (each part is escaped)


def number(count: int) -> str:
    """Return a small number as a word, as letters have it; a larger one in digits."""
    small = (
        _("no"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return small[count] if count < len(small) else str(count)


def sentence(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def ago(day: date, today: date) -> str:
    """Return how long ago a day is, as people say it."""
    return days.ago(day, today, TONGUE)


def when(day: date, today: date) -> str:
    """Return a day by its nearest name."""
    return days.when(day, today, TONGUE)


def named(day: date, today: date) -> str:
    """Return a day by its name in the calendar."""
    return days.named(day, today, TONGUE)


def weekday(day: date, today: date) -> str:
    """Return the name of a weekday."""
    return days.weekday(day, today, TONGUE)


def best(latest: date, today: date) -> str:
    """Return until when something is best done."""
    return days.best(latest, today, TONGUE)
