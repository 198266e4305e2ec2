"""What a captured line was understood to hold: chips over its spans, each of which can go back to text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

# The keys of a chip's value that point at other chips of the same line, by their place in `Capture.chips`.
REFERENCES: Final = frozenset({"who", "by", "to", "of", "org", "source", "for", "same"})


@dataclass(frozen=True, slots=True)
class Chip:
    """One understood span; in `value` dates are absolute (ISO) and people are places in the list of chips."""

    kind: str
    text: str
    start: int
    end: int
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Capture:
    """A line as typed, what was understood of it, and the note behind ` //` (None without one).

    Chips stand in the order of the line; two of them lie apart or one within the other, never across.
    """

    raw: str
    chips: tuple[Chip, ...]
    note: str | None = None


def without(capture: Capture, index: int) -> Capture:
    """The capture with one chip returned to plain text: the line and every other chip stay as they are.

    What pointed at the chip points at nothing, a date taken from a promise is part of its words again.
    Raises IndexError if there is no such chip.
    """
    if not 0 <= index < len(capture.chips):
        raise IndexError(f"there is no chip {index}")
    gone = capture.chips[index]
    kept = [
        _released(chip, gone, index, lent=gone.value.get("for") == place)
        for place, chip in enumerate(capture.chips)
        if place != index
    ]
    return Capture(capture.raw, tuple(kept), capture.note)


def without_spans(capture: Capture, spans: frozenset[tuple[int, int]]) -> Capture:
    """The capture without the chips that lie exactly on these spans."""
    for place in reversed(range(len(capture.chips))):
        if (capture.chips[place].start, capture.chips[place].end) in spans:
            capture = without(capture, place)
    return capture


def _released(chip: Chip, gone: Chip, index: int, *, lent: bool) -> Chip:
    """A chip that stays, its pointers moved up, and what the gone one had lent it given back."""
    value = {key: _moved(said, index) if key in REFERENCES else said for key, said in chip.value.items()}
    if lent and gone.kind == "due":
        value["due"] = None
        value["text"] = f"{value['text']} {gone.text}".strip() if "text" in value else gone.text
    elif lent and gone.kind == "date":
        value["on"] = gone.value["instead"]
    elif lent and gone.kind == "place":
        value["place"] = None
    return Chip(chip.kind, chip.text, chip.start, chip.end, value)


def _moved(pointer: Any, index: int) -> Any:
    if isinstance(pointer, (list, tuple)):
        return [_moved(one, index) for one in pointer if one != index]
    if pointer is None or pointer == index:
        return None
    return pointer - 1 if pointer > index else pointer
