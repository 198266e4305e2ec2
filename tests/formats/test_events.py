"""A table of contacts: its columns in any order, plain or gzipped, and what is refused."""

from __future__ import annotations

import contextlib
import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquaint.formats.events import events, names

ROWS = [(0, "ana", "bo"), (1, "bo", "ana"), (19675, "ana", "cy")]


@pytest.mark.parametrize(
    "heading", [("time", "sender", "receiver"), ("src", "dst", "t"), ("\ufeffTo", " FROM", "Timestamp")]
)
@pytest.mark.parametrize("zipped", [False, True])
def test_columns_are_found_by_their_headings(tmp_path, heading, zipped):
    places = {"t": 0, "s": 1, "f": 1, "r": 2, "d": 2}
    said = [one.strip("\ufeff ").lower() for one in heading]
    order = [2 if one == "to" else places[one[0]] for one in said]
    lines = [",".join(heading)]
    for day, sender, receiver in ROWS:
        told = (str(day * 86400 + 86399.5), sender, receiver)
        lines.append(",".join(told[at] for at in order))
    text = "\r\n".join(lines) + "\r\n\r\n"
    file = tmp_path / "calls"
    file.write_bytes(gzip.compress(text.encode()) if zipped else text.encode())
    assert list(events(file)) == ROWS


@pytest.mark.parametrize("sign", [";", "\t", " ", ", "])
def test_what_parts_the_columns_is_seen_in_the_heading(tmp_path, sign):
    file = tmp_path / "calls.txt"
    lines = [("src", "dst", "t", "weight"), ("ana", "bo", "0", "1"), ("bo", "ana", "86400", "1", "more")]
    file.write_text("".join(sign.join(line) + "\n" for line in lines), encoding="utf-8")
    assert list(events(file)) == ROWS[:2]


@pytest.mark.parametrize("row", ["noon,ana,bo", "nan,ana,bo", "inf,ana,bo", "5,ana"])
def test_a_row_that_is_none_is_told_with_its_line(tmp_path, row):
    file = tmp_path / "calls.csv"
    file.write_text(f"time,sender,receiver\n1,ana,bo\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 3"):
        list(events(file))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=60), st.booleans())
def test_anything_else_is_refused_in_words(tmp_path, rubbish, zipped):
    file = tmp_path / "calls.csv"
    whole = gzip.compress(b"time,sender,receiver\n1,ana,bo\n" + rubbish) if zipped else rubbish
    file.write_bytes(whole[:-4] if zipped else whole)
    with contextlib.suppress(ValueError, OSError):
        assert all(len(one) == len(ROWS[0]) for one in events(file))  # anything else would be raised here


def test_names_stand_one_a_line(tmp_path):
    file = tmp_path / "egos.txt"
    file.write_text("ana\n\n bo \n", encoding="utf-8")
    assert names(file) == ["ana", "bo"]
