from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text.capture import REFERENCES, parse, without

MONDAY = dt.date(2026, 11, 23)
PEOPLE = [
    "@Ada Example", "@bob", '@"Carol of the Hill"', "Dan Probe", "@محمد علي",
    "@山田太郎", "her", "him", "them",
    "she", "he", "who",
]  # fmt: skip
WORDS = [
    "met", "coffee with", "interviewed", "called", "emailed", "at PyCon", "in Oslo", "at #Acme", "from",
    "via", "and", "&", "(", ")", ":", ",", ";", ".", "!", "\n", "–", "send", "thank", "ask", "will", "'ll",
    "promised to", "said she'd", "owe", "I'll", "offered to", "intro me to", "introduce", "to",
    "introduced me to", "knows", "we both like", "also from", "climbing", "the paper", "by Friday",
    "on 3 Nov", "tomorrow", "in two weeks", "every 6 weeks", "monthly", "opening for", "role:", "editor",
    "hiring", "#Acme", '#"A b"', "+python", ":)", ":(", "fit:4", "//", "\\@", '"quoted, text"', '"',
    "ada@example.org", "https://www.linkedin.com/in/ada", "🎉", "\u200f", "(confidential)", "no answer",
    "yesterday", "her boss", "Rédacteur role", "Übersicht", "PhD", ", MBA", "Acme Corp",
    "Ran into", "Ada", "On Friday", "w/",
    "at PyCon I met", "thanks to", "joined", "is hiring", "next week", "3/4", "@", "#", "+", "is", "a",
]  # fmt: skip
LINES = st.one_of(
    st.lists(st.sampled_from(WORDS + PEOPLE), max_size=14).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS + PEOPLE), st.text(max_size=5)), max_size=14).map("".join),
    st.text(st.characters(), max_size=80),
)


def _named(value):
    """Every place that a value points at."""
    return [place for key in REFERENCES & set(value) for place in _places(value[key])]


def _places(said):
    return said if isinstance(said, list) else [] if said is None else [said]


@given(LINES)
def test_reading_never_loses_text(line):
    capture = parse(line, today=MONDAY)
    assert capture.raw == line
    for chip in capture.chips:
        assert 0 <= chip.start < chip.end <= len(line)
        assert chip.text == line[chip.start : chip.end]
        assert chip.text.strip() == chip.text


@given(LINES)
def test_no_letter_is_outlined_in_what_was_understood(line):
    for chip in parse(line.replace("ƿ", "").replace("Ƿ", ""), today=MONDAY).chips:
        assert "ƿ" not in json.dumps(dict(chip.value), ensure_ascii=False)
        assert "Ƿ" not in json.dumps(dict(chip.value), ensure_ascii=False)


@given(LINES)
def test_chips_stand_in_order_apart_or_within_each_other_and_point_at_each_other(line):
    chips = parse(line, today=MONDAY).chips
    spans = [(chip.start, chip.end) for chip in chips]
    assert len(set(spans)) == len(spans)
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for start, end in spans:
        assert not any(start < other < end < beyond for other, beyond in spans), "two chips cross"
    for chip in chips:
        assert all(0 <= place < len(chips) for place in _named(chip.value))
        json.dumps(dict(chip.value))


@given(LINES, st.data())
def test_a_chip_returns_to_text_exactly(line, data):
    capture = parse(line, today=MONDAY)
    if not capture.chips:
        return
    index = data.draw(st.integers(0, len(capture.chips) - 1))
    gone = capture.chips[index]
    left = without(capture, index)
    assert (left.raw, left.note) == (capture.raw, capture.note)
    others = [chip for place, chip in enumerate(capture.chips) if place != index]
    assert [(c.kind, c.text, c.start, c.end) for c in left.chips] == [
        (c.kind, c.text, c.start, c.end) for c in others
    ]
    assert all(0 <= place < len(left.chips) for chip in left.chips for place in _named(chip.value))
    assert parse(line, today=MONDAY, plain=[(gone.start, gone.end)]) == left


@given(LINES)
def test_all_chips_can_be_returned_and_none_is_left(line):
    capture = parse(line, today=MONDAY)
    spans = [(chip.start, chip.end) for chip in capture.chips]
    assert parse(line, today=MONDAY, plain=spans).chips == ()


@given(LINES, st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.booleans())
def test_reading_again_finds_the_same(line, today, day_first):
    once = parse(line, today=today, day_first=day_first)
    assert parse(once.raw, today=today, day_first=day_first) == once


@given(LINES)
def test_a_note_is_kept_and_not_read(line):
    clean = line.replace("/", "").replace('"', "").replace("\\", "")
    plain = parse(clean, today=MONDAY)
    noted = parse(f"{clean} // met @Eve Muster, send her the paper", today=MONDAY)
    assert noted.note == "met @Eve Muster, send her the paper"
    assert [chip.kind for chip in noted.chips] == [chip.kind for chip in plain.chips]


@given(st.lists(st.sampled_from(WORDS + PEOPLE), max_size=10).map(" ".join))
def test_a_quoted_line_is_only_text(line):
    inner = line.replace('"', "").replace("\n", " ").replace("//", "")
    assert parse(f'"{inner}"', today=MONDAY).chips == ()


def test_there_is_no_chip_beyond_the_last():
    with pytest.raises(IndexError, match="no chip 2"):
        without(parse("met @Ada Example", today=MONDAY), 2)


def test_what_a_removed_chip_lent_is_given_back():
    capture = parse("met @Ada Example yesterday at PyCon, send her the paper by Friday", today=MONDAY)
    kinds = [chip.kind for chip in capture.chips]
    assert kinds == ["interaction", "person", "date", "place", "promise", "due"]
    assert without(capture, 5).chips[4].value == {"who": 1, "text": "send the paper by Friday", "due": None}
    assert without(capture, 2).chips[0].value["on"] == "2026-11-23"
    assert without(capture, 3).chips[0].value["place"] is None
    assert without(capture, 1).chips[0].value["who"] == []
    assert without(capture, 0).chips[3].value["who"] == 0


def test_a_line_longer_than_a_page_is_kept_and_read_only_at_its_beginning():
    line = "met @Ada Example at PyCon, " + "and so on " * 1000 + ", send her the paper"
    capture = parse(line, today=MONDAY)
    assert capture.raw == line
    assert [chip.kind for chip in capture.chips] == ["interaction", "person", "place"]
