"""Cut a calendar into its components before anything is believed: one that is broken costs no other.

What is nested in an event (its alarms) is not kept, so nothing nested ever reaches a parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from acquaint.formats.lines import ByteStream, Lines, Overlong

COMPONENTS: Final = 100_000
LINES: Final = 5_000  # of one component
LINE: Final = 256 * 1024  # characters of one line, folds undone
DEPTH: Final = 8
_WHOLE: Final = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})


@dataclass(slots=True)
class Component:
    """One component: its name, the physical line on which it begins, its own lines with folds undone.

    `flaw` is the reason's code where it cannot be trusted; `method` is that of the calendar around it.
    """

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    method: str = ""
    flaw: str = ""

    @property
    def raw(self) -> str:
        """The component as text, without what was nested in it."""
        return "\n".join((f"BEGIN:{self.name}", *self.lines, f"END:{self.name}"))


@dataclass(slots=True)
class Frame:
    """What a calendar says of itself, so far as it was read: its name, by which its owner may be known."""

    method: str = ""
    name: str = ""
    full: bool = False  # more components than are read


def components(stream: ByteStream, frame: Frame) -> Iterator[Component]:
    """Yield each component in order; `frame` is filled on the way."""
    cutter = _Cutter(frame)
    for number, line in _unfolded(stream):
        yield from cutter.take(number, line)
        if frame.full:
            return
    yield from cutter.finish()


def _unfolded(stream: ByteStream) -> Iterator[tuple[int, str]]:
    """The lines with folds undone, each with the number of its first physical line."""
    held: list[str] = []
    began = size = 0
    for number, line in enumerate(Lines(stream, limit=LINE), start=1):
        text = line.rstrip("\r\n")
        if held and text[:1] in {" ", "\t"}:
            size += len(text)
            if size <= LINE:
                held.append(text[1:])
            continue
        if held:
            yield began, "".join(held)
        held, began, size = [text], number, len(text)
        if isinstance(line, Overlong):
            held = [text[:LINE]]
    if held:
        yield began, "".join(held)


class _Cutter:
    """Follows BEGIN and END, also where they do not match."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._held: Component | None = None
        self._inner: list[str] = []  # names of what is open within the component in hand
        self._count = 0

    def take(self, number: int, line: str) -> Iterator[Component]:
        """Take one line; yield the component that ends with it, or that it shows to be unclosed."""
        mark, _, name = line.partition(":")
        mark, name = mark.strip().upper(), name.strip().upper()
        if mark == "BEGIN":
            yield from self._begin(number, name)
        elif mark == "END":
            yield from self._end(name)
        elif self._held is None:
            self._note(mark, line)
        elif line and (not self._inner or self._held.name == "VTIMEZONE"):
            self._add(line)

    def finish(self) -> Iterator[Component]:
        """The component that the file broke off in."""
        if self._held:
            yield self._given("unclosed_event")

    def _begin(self, number: int, name: str) -> Iterator[Component]:
        if self._held and name in _WHOLE | {"VCALENDAR"}:
            yield self._given("unclosed_event")
        if self._held:
            self._inner.append(name)
            if len(self._inner) > DEPTH:
                self._held.flaw = "too_deep_event"
            elif self._held.name == "VTIMEZONE":
                self._add(f"BEGIN:{name}")
        elif name in _WHOLE:
            self._count += 1
            if self._count > COMPONENTS:
                self._frame.full = True
                return
            self._held = Component(name, number, method=self._frame.method)
        elif name == "VCALENDAR":
            self._frame.method = ""

    def _end(self, name: str) -> Iterator[Component]:
        if self._held is None:
            return
        if name == self._held.name:
            yield self._given("unclosed_event" if self._inner and self._inner[-1] == name else "")
        elif name in self._inner:
            del self._inner[self._inner.index(name) :]
            if self._held.name == "VTIMEZONE":
                self._add(f"END:{name}")
        elif name == "VCALENDAR":
            yield self._given("unclosed_event")

    def _given(self, flaw: str) -> Component:
        assert self._held is not None
        found, self._held, self._inner = self._held, None, []
        found.flaw = found.flaw or flaw
        return found

    def _add(self, line: str) -> None:
        assert self._held is not None
        if len(self._held.lines) >= LINES:
            self._held.flaw = "too_long_event"
        else:
            self._held.lines.append(line)

    def _note(self, mark: str, line: str) -> None:
        value = line.partition(":")[2].strip()
        if mark == "METHOD":
            self._frame.method = value.upper()
        elif mark.partition(";")[0] == "X-WR-CALNAME":
            self._frame.name = self._frame.name or value
