"""Talks and what is to follow as a calendar: one component after the other, so that any number streams by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from icalendar import Component

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
PRODID: Final = "-//Acquaint//Acquaint//EN"


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting: `uid` and `sequence` are the same until it changes; `starts` is aware."""

    uid: str
    sequence: int
    starts: datetime
    minutes: int
    title: str
    place: str = ""
    notes: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do on a day, which keeps nobody busy."""

    uid: str
    sequence: int
    on: date
    title: str


def escaped(text: str) -> str:
    r"""A text as RFC 5545 writes it; the library takes `\N` for a new line, as in `C:\New`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in "\\;,":
        lines = lines.replace(sign, f"\\{sign}")
    return _UNSEEN.sub(" ", lines).replace("\n", "\\n")


def calendar(entries: Iterable[Talk | Reminder], *, name: str, at: datetime) -> Iterator[bytes]:
    """Yield the calendar in pieces; `at` is when it was written, in UTC."""
    from icalendar import Calendar  # here: it costs a command that writes none as much as Django does

    head = Calendar()
    head.add("prodid", PRODID)
    head.add("version", "2.0")
    head.add("method", "PUBLISH")
    head.add("x-wr-calname", name)
    first, last = head.to_ical().split(b"END:VCALENDAR")
    yield first
    for entry in entries:
        yield _event(entry, at).to_ical()
    yield b"END:VCALENDAR" + last


def _event(entry: Talk | Reminder, at: datetime) -> Component:
    from icalendar import Event, vText

    class Words(vText):
        """A text that is escaped by us."""

        def to_ical(self) -> bytes:
            return escaped(str(self)).encode()

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", at)
    event.add("summary", Words(entry.title))
    if isinstance(entry, Reminder):
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.starts + timedelta(minutes=entry.minutes))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", Words(entry.place))
    if entry.notes:
        event.add("description", Words(entry.notes))
    return event
