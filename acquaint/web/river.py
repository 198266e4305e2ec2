"""The river of what happened between the owner and one person: a day's facts gathered under its talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acquaint.queries.timelines import Entry
from acquaint.web import words

# What an entry says by (type, kind, direction); {text} and {place} are the record's own words.
SAYINGS = {
    ("interview", "booked", "both"): gettext_noop("A conversation is booked."),
    ("interview", "confirmed", "both"): gettext_noop("A conversation is booked and confirmed."),
    ("interview", "held", "both"): gettext_noop("You talked."),
    ("interview", "debriefed", "both"): gettext_noop("You talked."),
    ("interview", "thanked", "both"): gettext_noop("You talked, and said thank you."),
    ("interview", "cancelled", "both"): gettext_noop("A conversation was called off."),
    ("interview", "no-show", "both"): gettext_noop("You missed each other."),
    ("ask", "draft", "out"): gettext_noop("You thought of asking for a talk."),
    ("ask", "sent", "out"): gettext_noop("You asked for a talk."),
    ("ask", "nudged", "out"): gettext_noop("You asked once more, gently."),
    ("ask", "accepted", "in"): gettext_noop("They said yes."),
    ("ask", "deferred", "in"): gettext_noop("They said: not now."),
    ("ask", "redirected", "in"): gettext_noop("They named somebody else."),
    ("ask", "answered", "in"): gettext_noop("They answered in writing."),
    ("ask", "declined", "in"): gettext_noop("They could not."),
    ("ask", "bounced", "in"): gettext_noop("Your message came back."),
    ("introduction", "named", ""): gettext_noop("An introduction: {text}."),
    ("introduction", "made", ""): gettext_noop("An introduction was made: {text}."),
    ("introduction", "met", ""): gettext_noop("An introduction led to a meeting: {text}."),
    ("promise", "made", "out"): gettext_noop("You promised: {text}."),
    ("promise", "made", "in"): gettext_noop("They promised: {text}."),
    ("promise", "kept", "out"): gettext_noop("You kept your word: {text}."),
    ("promise", "kept", "in"): gettext_noop("They kept their word: {text}."),
    ("stage", "ally", ""): gettext_noop("You call them an ally."),
    ("stage", "friend", ""): gettext_noop("You call them a friend."),
}
CONTACTS: Mapping[str | tuple[str, str], str] = {
    "out": gettext_noop("You wrote."),
    "in": gettext_noop("They wrote."),
    "both": gettext_noop("You were in touch."),
    ("call", "both"): gettext_noop("You talked on the phone."),
    ("call", "out"): gettext_noop("You called."),
    ("call", "in"): gettext_noop("They called."),
    ("coffee", "both"): gettext_noop("You had coffee."),
    ("meeting", "both"): gettext_noop("You met."),
    ("event", "both"): gettext_noop("You were at the same event."),
    ("interview", "both"): gettext_noop("You talked."),
}
UNDER = {"promise", "opening", "introduction", "journalentry"}  # what a talk of the same day gathers
TALKED = {"held", "debriefed", "thanked"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the river: when, in whose colour, the sentence, and smaller lines under it."""

    on: date
    said: str
    tone: str
    text: str
    lines: tuple[str, ...] = ()
    year: str = ""


def moments(entries: Iterable[Entry], today: date) -> list[Moment]:
    """Return the river, newest first; each first moment of an earlier year carries the year."""
    told: list[Moment] = []
    for _on, group in groupby(entries, key=lambda entry: entry.on):
        told += _day(list(group), today)
    year = today.year
    for place, moment in enumerate(told):
        if moment.on.year < year:
            year = moment.on.year
            told[place] = replace(moment, year=str(year))
    return told


def _day(entries: list[Entry], today: date) -> Iterator[Moment]:
    """Tell one day: a talk gathers what it gave, an answer its words; only its first line has a date."""
    talk = next((entry for entry in entries if entry.type == "interview" and entry.kind in TALKED), None)
    told = [entry for entry in entries if not _is_told_elsewhere(entry, entries, talk) and sentence(entry)]
    for entry in told:
        said = _date(entry.on, today) if entry is told[0] else ""
        lines = tuple(filter(None, _under(entry, entries, talk)))
        yield Moment(entry.on, said, _tone(entry, today), sentence(entry), lines)


def _is_told_elsewhere(entry: Entry, entries: list[Entry], talk: Entry | None) -> bool:
    if entry.type == "interaction":
        return any(other.type == "ask" and other.direction == entry.direction for other in entries)
    return talk is not None and entry.type in UNDER


def _under(entry: Entry, entries: list[Entry], talk: Entry | None) -> Iterator[str]:
    """Return the smaller lines: the recorded words, then what the day's talk gave."""
    if entry.type in ("interaction", "ask") and entry.text:
        yield entry.text if entry.type == "interaction" else _("“{text}”").format(text=entry.text)
    if entry.type == "ask":
        copies = (one for one in entries if one.type == "interaction" and one.direction == entry.direction)
        yield from (one.text for one in copies if one.text != entry.text)
    if entry.place:
        yield _("At {place}.").format(place=entry.place.rstrip(" ."))
    if entry is talk:
        yield from (sentence(one) for one in entries if one.type in UNDER)


def sentence(entry: Entry) -> str:
    """Return what an entry says; '' for what needs no saying."""
    if entry.type == "journalentry":
        return entry.text
    if entry.type == "opening":
        return _("An opening: {text}.").format(text=entry.text)
    if entry.type == "interaction":
        saying = CONTACTS.get((entry.kind, entry.direction)) or CONTACTS.get(entry.direction, "")
    else:
        saying = SAYINGS.get((entry.type, entry.kind, entry.direction), "")
    return _(saying).format(text=entry.text.rstrip(" .")) if saying else ""


def _tone(entry: Entry, today: date) -> str:
    if entry.on > today or entry.kind in ("booked", "confirmed"):
        return "ahead"
    if entry.type == "interview":
        return "talked" if entry.kind in TALKED else ""
    return {"in": "them", "both": "talked"}.get(entry.direction, "")


def _date(on: date, today: date) -> str:
    """Return the day short: the river's year line says the year."""
    if abs((today - on).days) < 2:  # noqa: PLR2004 (yesterday, today, tomorrow)
        return words.sentence(words.when(on, today))
    return f"{on.day} {_months()[on.month - 1]}"


def _months() -> tuple[str, ...]:
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("June"),
        _("July"),
        _("Aug"),
        _("Sept"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )
