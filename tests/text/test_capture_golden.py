"""Every line of the golden file is read as it stands there: written one by one, each reviewed by the grammar.

A line is `> ` and what was typed (⏎ stands for a new line), below it one chip a line: its kind, its words and
what it was taken to mean. Pointers to other chips are shown by their words. A `//` line is the note.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from acquaint.text.capture import REFERENCES, Capture, parse

MONDAY = dt.date(2026, 11, 23)
GOLDEN = Path(__file__).with_name("capture_en.golden")


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for row in GOLDEN.read_text(encoding="utf-8").splitlines():
        if row.startswith("> "):
            cases.append((row.removeprefix("> ").replace("⏎", "\n"), []))
        elif row.startswith("  "):
            cases[-1][1].append(row.strip())
    return cases


def told(capture: Capture) -> list[str]:
    """The capture as the golden file writes it."""
    rows = [
        " ".join([chip.kind, _quoted(chip.text), *_values(capture, chip.value)]) for chip in capture.chips
    ]
    return rows if capture.note is None else [*rows, f"// {capture.note}".strip()]


def _quoted(text: str) -> str:
    return f"«{text}»".replace("\n", "⏎")


def _values(capture: Capture, value) -> list[str]:
    said = []
    for key, one in value.items():
        if (
            one is None
            or one is False
            or one in ("", [])
            or (key, one) == ("marked", True)
            or key == "instead"
        ):
            continue
        if key in REFERENCES:
            places = one if isinstance(one, list) else [one]
            said.append(f"{key}=" + "+".join(_quoted(capture.chips[place].text) for place in places))
        else:
            said.append(f"{key}={one}")
    return said


def test_the_file_holds_enough_lines_and_none_twice():
    lines = [line for line, _chips in _cases()]
    assert len(lines) >= 300
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("line", "chips"), _cases(), ids=lambda one: one[:60] if isinstance(one, str) else ""
)
def test_a_line_is_read_as_written_down(line, chips):
    assert told(parse(line, today=MONDAY)) == chips


def test_every_kind_of_chip_is_in_the_file():
    kinds = {row.split(" ", 1)[0] for _line, chips in _cases() for row in chips}
    assert kinds >= {
        "person", "organization", "topic", "interaction", "introduction", "promise", "promise-theirs",
        "opening", "tie", "ground", "due", "date", "cadence", "feel", "fit", "place", "contact",
    }  # fmt: skip


def test_a_locale_that_writes_the_month_first():
    capture = parse("call @Ada Example by 03/04", today=MONDAY, day_first=False)
    assert capture.chips[-1].value["on"] == "2027-03-04"
