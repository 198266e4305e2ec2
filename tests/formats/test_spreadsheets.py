from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.spreadsheets import bare, harmless, lines


@pytest.mark.parametrize(
    "text", ["=1+1", "@cmd", "\tx", "\rx", "\0x", "+cmd|' /C calc'!A0", "-2+3+cmd", "=HYPERLINK(1)"]
)
def test_no_cell_is_run(text):
    assert harmless(text) == f"'{text}"


@given(st.text(st.sampled_from("'=+-@\t\r\0 a1"), max_size=6))
def test_a_guard_comes_off_again(text):
    assert bare(harmless(text)) == text


@pytest.mark.parametrize("text", ["+49 170 1234567", "-12.5", "+1 (555) 010-0199", "plain", "", "a=b"])
def test_numbers_and_words_stay_as_they_are(text):
    assert harmless(text) == text


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")), min_size=2, max_size=2)
    )
)
def test_what_is_written_is_read_back(rows):
    text = "".join(lines(("a", "b"), rows))
    back = list(csv.reader(io.StringIO(text)))
    assert back == [["a", "b"], *[[harmless(cell) for cell in row] for row in rows]]
