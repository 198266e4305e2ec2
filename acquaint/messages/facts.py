"""What kinds of facts about a person are called, and how partial days of a life are said."""

from __future__ import annotations

from typing import Final

from acquaint.messages.days import MONTHS
from acquaint.messages.tongue import ENGLISH, Tongue, gettext_noop
from acquaint.text.partial_dates import PartialDate

KINDS: Final[dict[str, str]] = {
    "birthday": gettext_noop("Birthday"),
    "anniversary": gettext_noop("Anniversary"),
    "death": gettext_noop("Died"),
    "day": gettext_noop("A day"),
    "category": gettext_noop("Group"),
    "relation": gettext_noop("Related"),
    "introducer": gettext_noop("Introduced by"),
    "title": gettext_noop("Title"),
    "role": gettext_noop("Role"),
    "other": gettext_noop("Also on the card"),
}
FULL: Final = ("birthday", "anniversary", "death")  # kinds whose own name says more than a label


def said(kind: str, label: str, text: str, on: str, tongue: Tongue = ENGLISH) -> str:
    """A fact as one line: in which sense, what, and when ("Birthday: 2 May 1980", "brother: Ben Varga")."""
    sense = tongue.say(KINDS[kind]) if kind in FULL or not label else label
    day = partial(on, tongue) if on else ""
    return f"{sense}: {', '.join(filter(None, (text, day)))}"


def partial(text: str, tongue: Tongue = ENGLISH) -> str:
    """A partial date as people say it, the year only where it is known; ValueError for what is none."""
    date = PartialDate.parse(text)
    if date.month is None:
        return str(date.year)
    month = tongue.say(MONTHS[date.month - 1])
    if date.day is None:
        return tongue.say("{month} {year}", month=month, year=date.year) if date.year else month
    if date.year is None:
        return tongue.say("{day} {month}", day=date.day, month=month)
    return tongue.say("{day} {month} {year}", day=date.day, month=month, year=date.year)
