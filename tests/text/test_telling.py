from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import debriefs, telling

TODAY = date(2026, 11, 23)  # a Monday
TOLD = (
    "Hospitals buy from few vendors. Send her my notes by Friday. She will look for the slides. "
    "She can introduce me to Corin Abel, ask first. We both like astronomy.\n"
    "learned: read the standard\n"
    "There is an opening for data analyst at Harbor Clinic. It was 9.30 when we left."
)


def read(told, **more):
    return telling.read(told, name="Marisol Quent", today=TODAY, **more)


def test_sentences_become_lines_and_the_rest_stays_word_for_word():
    assert read(TOLD).lines.splitlines() == [
        "promise: Send my notes by 2026-11-27",
        "theirs: look for the slides",
        "name: Corin Abel (ask first)",
        "interest: astronomy",
        "note: Hospitals buy from few vendors.",
        "learned: read the standard",
        "opening: data analyst at Harbor Clinic",
        "note: It was 9.30 when we left.",
    ]


def test_the_spans_are_the_words_that_were_understood():
    spans = [TOLD[one.start : one.end] for one in read(TOLD).understood]
    assert spans[0] == "Send her my notes by Friday"
    assert spans[3] == "We both like astronomy"


def test_a_span_returned_to_text_is_a_note_again():
    first = read(TOLD).understood[0]
    again = read(TOLD, plain=[(first.start, first.end)])
    assert first not in again.understood
    assert "note: Send her my notes by Friday." in again.lines.splitlines()
    assert len(again.understood) == len(read(TOLD).understood) - 1


def test_every_line_is_one_that_a_debrief_reads():
    said = debriefs.read(read(TOLD).lines, today=TODAY)
    assert not said.faults
    assert [one.due for one in said.lines if one.key == "promise"] == [date(2026, 11, 27)]
    assert [(one.name, one.mode) for one in said.lines if one.key == "name"] == [("Corin Abel", "ask-first")]


@pytest.mark.parametrize("told", ["", "\n\n", "   ", "...", 'a "quoted" word', "liked: perhaps"])
def test_odd_texts_are_taken_as_they_are(told):
    assert read(told).told == told


@given(st.text(max_size=300))
def test_reading_never_fails_and_spans_lie_in_the_text(told):
    heard = read(told)
    for one in heard.understood:
        assert 0 <= one.start < one.end <= len(told)
        assert one.line.split(":")[0] in debriefs.READERS
