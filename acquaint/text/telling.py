"""A debrief told in sentences: what the capture grammar understands becomes `key: text` lines.

The sentences are read as if they followed "met @Name", so that "she" and "they" mean the person of the talk.
A line that has a key already is left as it is. Nothing is guessed: each span can go back to text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from acquaint.text import capture, debriefs
from acquaint.text.capture.chips import Capture, Chip
from acquaint.text.names import normalise

_ASKS_FIRST: Final = frozenset({"ask first", "asks first", "ask her first", "ask him first"})
_JOINTS: Final = " \t.,;:!–-"
_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?]+(?=\s|$)|$)")


@dataclass(frozen=True, slots=True)
class Understood:
    """One span of the told text and the debrief line that it becomes."""

    start: int
    end: int
    line: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The text as told, what was understood of it, and all of it as lines that a debrief keeps."""

    told: str
    understood: tuple[Understood, ...]
    lines: str


def read(told: str, *, name: str, today: dt.date, plain: Iterable[tuple[int, int]] = ()) -> Telling:
    """Read what was told about a talk with `name`; `plain` are spans that somebody returned to text."""
    found: list[Understood] = []
    lines: list[str] = []
    at = 0
    for raw in told.splitlines(keepends=True):
        words = raw.rstrip("\r\n")
        if _has_key(words, today):
            lines.append(words)
        else:
            here = list(_read_line(words, at, name, today, frozenset(plain)))
            found += here
            lines += [one.line for one in here]
            lines += _notes(words, [(one.start - at, one.end - at) for one in here])
        at += len(raw)
    return Telling(told, tuple(found), "\n".join(lines))


def _has_key(words: str, today: dt.date) -> bool:
    """Tell whether a line is one that a debrief reads by its key, well or with a fault."""
    read = debriefs.read(words, today=today)
    return bool(read.faults) or any(one.key != "note" for one in read.lines)


def _read_line(
    words: str, at: int, name: str, today: dt.date, plain: frozenset[tuple[int, int]]
) -> Iterator[Understood]:
    lead = 'met @"{}", '.format(name.replace('"', "'"))
    heard = capture.parse(lead + words, today=today)
    asked_first = [chip for chip in heard.chips if _is_asking_first(chip)]
    for chip in heard.chips:
        line = _line(chip, heard, asks_first=bool(asked_first))
        if chip.start < len(lead) or not line or chip in asked_first:
            continue
        end = max([chip.end, *(other.end for other in heard.chips if _lends(other, chip, heard))])
        span = (chip.start - len(lead) + at, end - len(lead) + at)
        if span not in plain:
            yield Understood(*span, line)


def _lends(other: Chip, chip: Chip, heard: Capture) -> bool:
    """Tell whether a date belongs to the chip, so that both go back to text together."""
    whose = other.value.get("for") if other.kind == "due" else None
    return whose is not None and heard.chips[whose] is chip


def _line(chip: Chip, heard: Capture, *, asks_first: bool) -> str:
    """Return the debrief line of a chip; '' for one that has none of its own."""
    value = chip.value
    if chip.kind in ("promise", "promise-theirs"):
        due = f" by {value['due']}" if value["due"] else ""
        return f"{'promise' if chip.kind == 'promise' else 'theirs'}: {value['text']}{due}"
    if chip.kind == "introduction":
        names = [heard.chips[place].value["name"] for place in value["to"] or () if _is_person(heard, place)]
        mode = " (ask first)" if asks_first else ""
        return f"name: {' and '.join(names)}{mode}" if names and value["direction"] == "received" else ""
    if chip.kind == "opening":
        place = value["org"]
        where = f" at {heard.chips[place].value['name']}" if place is not None else ""
        return f"opening: {value['role']}{where}{' (confidential)' if value['confidential'] else ''}"
    return f"interest: {value['text']}" if chip.kind == "ground" else ""


def _is_person(heard: Capture, place: int) -> bool:
    return heard.chips[place].kind == "person"


def _is_asking_first(chip: Chip) -> bool:
    return chip.kind == "promise" and normalise(chip.value["text"]) in _ASKS_FIRST


def _notes(words: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the sentences in which nothing was understood, word for word."""
    for sentence in _SENTENCE.finditer(words):
        untouched = all(end <= sentence.start() or start >= sentence.end() for start, end in spans)
        if untouched and sentence.group().strip(_JOINTS):
            yield f"note: {sentence.group().strip()}"
