"""Calendars for tests, line by line; everybody is invented."""

from __future__ import annotations

from pathlib import Path

from acquaint.formats.archives import open_source
from acquaint.formats.ics import Calendars
from acquaint.formats.records import Self

ME = "nomen@example.org"
BELA = "ATTENDEE;CN=Bela Dahlsen;PARTSTAT=ACCEPTED:mailto:bela@example.com"
MINE = f"ATTENDEE;CN=Nomen;PARTSTAT=TENTATIVE:mailto:{ME}"


def event(
    *lines: str, uid: str = "1", start: str = "DTSTART:20260304T100000Z", summary: str = "Coffee"
) -> str:
    """An event; an empty uid, start or summary is left out."""
    head = [f"UID:{uid}" if uid else "", start, f"SUMMARY:{summary}" if summary else ""]
    return "\n".join(["BEGIN:VEVENT", *filter(None, head), *lines, "END:VEVENT"])


def calendar(*parts: str, method: str = "", name: str = "") -> str:
    """A calendar of these components."""
    head = [f"METHOD:{method}" if method else "", f"X-WR-CALNAME:{name}" if name else ""]
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *filter(None, head), *parts, "END:VCALENDAR", ""])


def read(path: Path, *own: str, bodies: bool = False) -> list:
    """All that is said of a source."""
    with open_source(path) as source:
        return list(Calendars().read(source, Self(emails=frozenset(own or (ME,))), bodies=bodies))


def read_text(folder: Path, text: str | bytes, **more: bool) -> list:
    """All that is said of one calendar."""
    path = folder / "one.ics"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, **more)
