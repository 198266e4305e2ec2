"""What was understood of words while they are typed: tinted in the text, and as chips that can go back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from acquaint.text import debriefs
from acquaint.text.debriefs import Line
from acquaint.web import words

if TYPE_CHECKING:
    from acquaint.text.telling import Telling

MOST_SPANS = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: plain, or tinted as understood (`owe` for what is mine to do)."""

    text: str
    chip: bool = False
    owe: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """One understood thing in words; `drop` is the span that gives it back to the text ('': it cannot)."""

    label: str
    text: str
    drop: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """All of it, and the spans that were returned to text before."""

    pieces: tuple[Piece, ...]
    chips: tuple[Chip, ...]
    dropped: tuple[str, ...]


def dropped(sent: QueryDict) -> list[tuple[int, int]]:
    """Return the spans that a form says are plain text, with the one whose × was just pressed."""
    found = []
    for said in [*sent.getlist("drop"), sent.get("look", "")][-MOST_SPANS:]:
        start, dash, end = said.partition("-")
        if dash and start.isdecimal() and end.isdecimal() and len(said) < 16:  # noqa: PLR2004 (no text is longer)
            found.append((int(start), int(end)))
    return found


def of_telling(telling: Telling, plain: Iterable[tuple[int, int]], today: date) -> Heard:
    """Return what was understood of a told debrief."""
    chips, owing = [], set()
    for one in telling.understood:
        for line in debriefs.read(one.line, today=today).lines:
            chips.append(_chip(line, f"{one.start}-{one.end}", today))
            owing |= {one.start} if line.key == "promise" else set()
    spans = [(one.start, one.end, one.start in owing) for one in telling.understood]
    return Heard(tuple(pieces(telling.told, spans)), tuple(chips), spans_said(plain))


def pieces(text: str, spans: Iterable[tuple[int, int, bool]]) -> Iterator[Piece]:
    """Yield the text in stretches; the spans lie apart, each with whether it is mine to do."""
    at = 0
    for start, end, owe in sorted(spans):
        if start < at:
            continue
        yield Piece(text[at:start])
        yield Piece(text[start:end], chip=True, owe=owe)
        at = end
    yield Piece(text[at:])


def spans_said(plain: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Return spans as a form carries them."""
    return tuple(f"{start}-{end}" for start, end in plain)


def _chip(line: Line, drop: str, today: date) -> Chip:
    labels = {
        "promise": _("You promised"),
        "theirs": _("They promised"),
        "name": _("Introduction"),
        "opening": _("Opening"),
        "interest": _("You both"),
    }
    return Chip(labels.get(line.key, _("Noted")), _said(line, today), drop)


def _said(line: Line, today: date) -> str:
    if line.key == "name":
        modes = {"ask-first": _("they ask first"), "use-my-name": _("you may use the name")}
        return ", ".join(filter(None, (line.name, line.organization, modes.get(line.mode, ""), line.why)))
    if line.key == "opening":
        where = _("at {place}").format(place=line.organization) if line.organization else ""
        secret = _("in confidence") if line.confidential else ""
        return ", ".join(filter(None, (f"{line.text} {where}".strip(), secret)))
    if line.key in ("promise", "theirs"):
        due = by(line.due, today) if line.due else _("no date")
        return f"{line.text}, {due}"
    return line.text


def by(day: date, today: date) -> str:
    """Return a deadline with its weekday and its date, so that a wrong reading shows."""
    said = {"weekday": words.weekday(day, today), "day": words.named(day, today)}
    return _("by {weekday} {day}").format(**said)
