"""One event to one meeting: when, what, with whom, which version; a line that is broken costs only itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal, NamedTuple, cast
from zoneinfo import ZoneInfo

from icalendar import Event

from acquaint.formats import meetings
from acquaint.formats.ics.components import Component
from acquaint.formats.ics.guests import guests_of
from acquaint.formats.ics.series import repeats_of
from acquaint.formats.ics.values import first, param, part, text
from acquaint.formats.ics.zones import Zones, iana, instant
from acquaint.formats.records import EventRecord, Origin, Reason, Reject

_STAMP: Final = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
)
_LINK: Final = re.compile(
    r"https://[\w.-]*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|whereby\.com"
    r"|meet\.jit\.si|gotomeeting\.com|bluejeans\.com|chime\.aws)/[^\s<>\"\\]{1,500}",
    re.IGNORECASE,
)
_PATH: Final = re.compile(r';TZID="?(/[^";:]{1,200})"?', re.IGNORECASE)
_LINKS: Final = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "CONFERENCE")
_TITLE, _NOTES, _RAW = 1000, 20_000, 10_000
_LONGEST: Final = 60 * 24 * 400
_STATES: Final[dict[str, Literal["tentative", "cancelled"]]] = {
    "CANCELLED": "cancelled",
    "CANCELED": "cancelled",
    "TENTATIVE": "tentative",
}


# Methods by which something is said of a meeting that need name it only (RFC 5546, 3.2.3 and 3.2.5).
_NAMING: Final = frozenset({"CANCEL", "REPLY"})


class When(NamedTuple):
    """Day, wall time, zone and instant, as EventRecord has them."""

    on: str
    local: str = ""
    zone: str = ""
    at: datetime | None = None


def meeting(component: Component, origin: Origin, zones: Zones, *, notes: bool) -> EventRecord | Reject:
    """The meeting that an event says, everybody in it named, the owner too; or why it cannot be read."""
    if component.flaw:
        return Reject(origin, Reason(component.flaw), component.raw[:_RAW])
    event = parsed(component)
    when = _when(event, component, zones)
    if (
        when is None
        and component.method in _NAMING
        and text(event, "UID")
        and not _line(component, "DTSTART")
    ):
        when = When("")
    if when is None:
        value = _line(component, "DTSTART").partition(":")[2][:100]
        reason = Reason("bad_event_date", {"value": value}) if value else Reason("no_event_date")
        return Reject(origin, reason, component.raw[:_RAW])
    title = text(event, "SUMMARY")[:_TITLE]
    people = guests_of(event)
    cancelled = component.method == "CANCEL" or text(event, "STATUS").upper().startswith("CANCEL")
    record = EventRecord(
        origin,
        _key(event, when, title, zones),
        title,
        when.on,
        people,
        when.at,
        when.local,
        when.zone,
        _minutes(event, when, zones),
        "cancelled" if cancelled else _STATES.get(text(event, "STATUS").upper(), "confirmed"),
        place=text(event, "LOCATION")[:_TITLE],
        link=_link(event),
        notes=text(event, "DESCRIPTION", lines=True)[:_NOTES] if notes else "",
        sequence=_number(event, "SEQUENCE"),
        stamped=_stamped(event),
        repeats=None if text(event, "RECURRENCE-ID") or not when.on else repeats_of(event),
        only_if_known=cancelled,
    )
    if component.method == "REPLY":
        answers = tuple(guest for guest in people if not guest.organizes)
        return replace(record, guests=answers, only_if_known=True)
    return record


def parsed(component: Component) -> Event:
    """The event as the library has it; where it gives up, without the lines over which it does."""
    try:
        return cast("Event", Event.from_ical(_wrapped(component.lines)))
    except Exception:  # noqa: BLE001  # a library on hostile text: whatever it raises, the lines are tried singly
        kept = [line for line in component.lines if _is_sound(line)]
    try:
        return cast("Event", Event.from_ical(_wrapped(kept)))
    except Exception:  # noqa: BLE001  # the same
        return Event()


def _wrapped(lines: list[str]) -> str:
    # The library guesses at what lies behind a maker's path, and warns; we know.
    named = (
        _PATH.sub(lambda found: f";TZID={iana(found[1]) or found[1].strip('/')}", line) for line in lines
    )
    return "\r\n".join(("BEGIN:VEVENT", *named, "END:VEVENT", ""))


def _is_sound(line: str) -> bool:
    try:
        Event.from_ical(_wrapped([line]))
    except Exception:  # noqa: BLE001  # the same
        return False
    return True


def _line(component: Component, name: str) -> str:
    """A property as it stands in the file."""
    for line in component.lines:
        if line[: len(name)].upper() == name and line[len(name) : len(name) + 1] in {":", ";"}:
            return line
    return ""


def _when(event: Event, component: Component, zones: Zones) -> When | None:
    value = first(event, "DTSTART")
    found = part(value, "dt")
    label, kind = param(value, "TZID"), param(value, "VALUE").upper()
    if not isinstance(found, date):
        line = _line(component, "DTSTART")
        found, kind = _mended(line.rpartition(":")[2] if line.count(":") == 1 else line.partition(":")[2])
        named = re.search(r';TZID="?([^";:]+)', line)
        label = named[1] if named else ""
    if found is None:
        return None
    if not isinstance(found, datetime) or kind == "DATE":
        return When(f"{found:%Y-%m-%d}".zfill(10))
    return _placed(found, label, zones)


def _placed(found: datetime, label: str, zones: Zones) -> When | None:
    """A wall time in its zone; one that no zone places floats."""
    zone = str(getattr(found.tzinfo, "key", "")) if found.tzinfo else ""
    wall = found.replace(tzinfo=None)
    at: datetime | None = found if found.tzinfo else None
    if label and not zone:
        zone, place = zones.of(label)
        at = instant(wall, place) if place else at
    try:
        utc = at.astimezone(UTC) if at else None
    except (OverflowError, ValueError):
        return None
    day = f"{wall.year:04}-{wall.month:02}-{wall.day:02}"
    return When(day, f"{day}T{wall.hour:02}:{wall.minute:02}", zone, utc)


def _mended(value: str) -> tuple[date | None, str]:
    """A date or a wall time in a form that the standard does not know, and whether it is a whole day."""
    found = _STAMP.match(value.strip())
    if found is None:
        return None, ""
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day)), "DATE"
        at = datetime.fromisoformat(
            f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{(zone or '').replace('Z', '+00:00')}"
        )
    except ValueError:
        return None, ""
    return at, ""


def _minutes(event: Event, when: When, zones: Zones) -> int | None:
    if not when.local:
        return None
    length = part(first(event, "DURATION"), "dt")
    if length is None:
        value = first(event, "DTEND")
        end = part(value, "dt")
        if not isinstance(end, datetime):
            return None
        last = _placed(end, param(value, "TZID"), zones)
        if last is None:
            return None
        if when.at and last.at:
            length = last.at - when.at
        else:
            length = datetime.fromisoformat(last.local) - datetime.fromisoformat(when.local)
    if not isinstance(length, timedelta):
        return None
    minutes = int(length.total_seconds() // 60)
    return minutes if 0 <= minutes <= _LONGEST else None


def _key(event: Event, when: When, title: str, zones: Zones) -> str:
    """Its UID, and which one of a series it replaces; without a UID what it says."""
    uid = text(event, "UID") or f"{when.on}|{when.local}|{title}"
    again = text(event, "RECURRENCE-ID")
    if again and (day := _replaces(event, when, zones)):
        return meetings.key_on(_digest(f"{uid}|"), day)
    return _digest(f"{uid}|{again}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:36]


def _replaces(event: Event, when: When, zones: Zones) -> str:
    """The day (ISO) on which it was to be, as its series counts days: by the wall clock of its zone."""
    value = first(event, "RECURRENCE-ID")
    found = part(value, "dt")
    if not isinstance(found, date):
        return ""
    if not isinstance(found, datetime):
        return When(f"{found:%Y-%m-%d}".zfill(10)).on
    placed = _placed(found, param(value, "TZID"), zones)
    if placed is None:
        return ""
    if placed.at is not None and placed.zone in {"", "UTC"} and when.zone:
        return placed.at.astimezone(ZoneInfo(when.zone)).date().isoformat()
    return placed.on


def _number(event: Event, name: str) -> int:
    try:
        return max(0, min(int(text(event, name)), 2**31 - 1))
    except ValueError:
        return 0


def _stamped(event: Event) -> datetime | None:
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        found = part(first(event, name), "dt")
        if isinstance(found, datetime):
            try:
                return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
            except (OverflowError, ValueError):
                continue
    return None


def _link(event: Event) -> str:
    """Where to meet online: the fields made for it, else an address of a known service in the texts."""
    for name in _LINKS:
        if (value := text(event, name)).startswith("https://"):
            return value[:_TITLE]
    for name in ("LOCATION", "URL", "DESCRIPTION", "X-ALT-DESC"):
        if found := _LINK.search(text(event, name)[:_NOTES]):
            return found[0]
    return ""
