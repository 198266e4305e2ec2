"""The importer of calendars: every component one outcome, of each meeting its newest version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from acquaint.formats import meetings, watching
from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.ics.birthdays import birthday
from acquaint.formats.ics.components import COMPONENTS, Frame, components
from acquaint.formats.ics.events import meeting
from acquaint.formats.ics.guests import is_one_of
from acquaint.formats.ics.series import is_refused
from acquaint.formats.ics.zones import Zones
from acquaint.formats.lines import ByteStream
from acquaint.formats.mail.addresses import same_box
from acquaint.formats.records import (
    BirthdayRecord,
    EventRecord,
    Ignored,
    Origin,
    Reason,
    Reject,
    Said,
    Self,
    Skipped,
    Warned,
)

FILE: Final = 64 * 1024 * 1024
_WORK: Final = 4096  # bytes that a component stands for where work is measured: all are read, then told
_HEAD: Final = 2048
_SUFFIXES: Final = frozenset({".ics", ".ical", ".icalendar", ".ifb"})
_MOST: Final = 0.9  # of the meetings with guests are the owner's own, where nobody says who that is
_AT_LEAST: Final = 3
_PROPOSALS: Final = frozenset({"COUNTER", "DECLINECOUNTER", "REFRESH"})

Told = Said | EventRecord | BirthdayRecord


class Calendars:
    """Calendar files and invitations, loose, in folders or zipped."""

    kind = "ics"

    def sniff(self, source: Source) -> bool:
        """Whether a file of the source begins as a calendar does."""
        return any(_is_calendar(entry) for entry in source.entries)

    def exported_on(self, source: Source) -> date | None:
        """A calendar does not say as of when it speaks."""
        del source
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _is_calendar(entry))

    def read(self, source: Source, known: Self | None = None, *, bodies: bool = False) -> Iterator[Told]:
        """Yield one outcome a component. Errors: RefusedError, before any.

        `bodies` has the descriptions of meetings read too; without it no long text leaves the file.
        """
        chosen = self.chosen(source)
        source.admit(chosen)
        yield from source.skipped
        told: list[Told] = []
        frames: list[Frame] = []
        for entry in source.entries:
            if entry not in chosen:
                told.append(Skipped(Origin(entry.shown), Reason("unknown_file")))
                continue
            frame = Frame()
            frames.append(frame)
            told.extend(_file(entry, frame, notes=bodies))
        versions = [one for one in told if isinstance(one, EventRecord)]
        own = frozenset(map(same_box, (known or Self()).emails)) - {""}
        own = own or _owner(frames, versions)
        if not own and any(one.guests for one in versions):
            yield Warned(Origin(source.shown), Reason("whose_calendar_unknown"))
        yield from meetings.settled(_mine(one, own) if isinstance(one, EventRecord) else one for one in told)


def invitation(
    data: bytes, place: Callable[[int], Origin], own: frozenset[str], *, notes: bool
) -> Iterator[EventRecord]:
    """The meetings of a calendar that came with a letter; `place` gives the origin for a line of it."""
    told = _components(_Bytes(data), Frame(), place, notes=notes)
    for one in meetings.settled(_mine(one, own) for one in told if isinstance(one, EventRecord)):
        if isinstance(one, EventRecord):
            yield one


class _Bytes:
    """Bytes to be read once."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        size = len(self._data) if size < 0 else size
        found, self._data = self._data[:size], self._data[size:]
        return found


def _is_calendar(entry: Entry) -> bool:
    if entry.packed is None and entry.size == 0:
        return False
    try:
        with entry.open() as stream:
            head = stream.read(_HEAD)
    except DamagedError:
        return False
    marks = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT") if entry.suffix in _SUFFIXES else (b"BEGIN:VCALENDAR",)
    bare = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").upper()
    return bare.startswith(marks) or (entry.suffix in _SUFFIXES and any(mark in bare for mark in marks))


def _file(entry: Entry, frame: Frame, *, notes: bool) -> Iterator[Told]:
    if entry.size > FILE:
        yield Skipped(Origin(entry.shown), Reason("file_too_large", {"file": entry.shown, "limit": FILE}))
        return
    try:
        with entry.open() as stream:
            yield from _components(stream, frame, lambda line: Origin(entry.shown, line), notes=notes)
    except DamagedError as error:
        yield Warned(Origin(entry.shown), error.reason)
    if frame.full:
        yield Warned(Origin(entry.shown), Reason("too_many_events", {"limit": COMPONENTS}))


def _components(
    stream: ByteStream, frame: Frame, place: Callable[[int], Origin], *, notes: bool
) -> Iterator[Told]:
    zones = Zones()
    found_here = list(components(stream, frame))
    for component in found_here:  # a zone may be described behind the meetings that lie in it
        if component.name == "VTIMEZONE":
            zones.describe(component.raw)
    for component in found_here:
        watching.passed(_WORK)
        origin = place(component.line)
        if component.name == "VTIMEZONE":
            continue
        if component.name != "VEVENT":
            yield Ignored(origin, Reason("not_a_meeting"))
        elif component.method in _PROPOSALS:
            yield Ignored(origin, Reason("counter_proposal"))
        else:
            found = meeting(component, origin, zones, notes=notes)
            if isinstance(found, Reject):
                yield found
                continue
            if found.repeats and is_refused(found.repeats):
                yield Warned(origin, Reason("rule_refused", {"rule": found.repeats.rule[:100]}))
                found = replace(found, repeats=None)
            yield birthday(found, component) or found


def _owner(frames: Iterable[Frame], versions: Iterable[EventRecord]) -> frozenset[str]:
    """Whose calendar it is: the address it is called by, else who is in nearly all of its meetings."""
    named = frozenset(same_box(frame.name) for frame in frames) - {""}
    if named:
        return named
    count: Counter[str] = Counter()
    met = 0
    for one in versions:
        boxes = {same_box(guest.party.email) for guest in one.guests if guest.party.email}
        met += len(boxes) > 1
        count.update(boxes if len(boxes) > 1 else ())
    everywhere = [box for box, times in count.items() if times >= met * _MOST]
    return frozenset(everywhere) if met >= _AT_LEAST and len(everywhere) == 1 else frozenset()


def _mine(record: EventRecord, own: frozenset[str]) -> EventRecord:
    """Seen from the owner: who is no guest of their own meeting."""
    me = [guest for guest in record.guests if is_one_of(guest.party, own)]
    if not me:
        return record
    guests = tuple(guest for guest in record.guests if guest not in me)
    return replace(record, guests=guests, my_answer=me[0].answer, mine=any(one.organizes for one in me))
