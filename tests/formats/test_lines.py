from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.lines import CHUNK, Lines, Overlong


def read(data: bytes, **more) -> list[str]:
    return list(Lines(io.BytesIO(data), **more))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_people_save_is_read(encoding):
    text = "Zoë,Åse\r\n名前,🚀\r\nplain words to judge by\r\n"
    data = text.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert "".join(read(data)) == text


def test_windows_letters_are_read_line_by_line():
    source = Lines(io.BytesIO("Zoë\n".encode() + "Jörg\n".encode("cp1252") + b"Anna\n"))
    assert list(source) == ["Zoë\n", "Jörg\n", "Anna\n"]
    assert source.encoding == "cp1252"


def test_letters_undefined_in_windows_do_not_stop_it():
    assert read(b"a\x81b\xff\n") == ["a\ufffdbÿ\n"]


def test_old_line_ends_are_lines_too():
    assert read(b"a,b\rc,d\r") == ["a,b\n", "c,d\n"]


def test_no_final_newline_and_no_bytes_at_all():
    assert read(b"a\nb") == ["a\n", "b"]
    assert read(b"") == []


def test_nul_is_dropped():
    assert read(b"a\0b\nplain words to judge by\n")[0] == "ab\n"


def test_a_line_over_the_limit_is_cut_and_its_neighbours_stay():
    data = b"first\n" + b"x" * (3 * CHUNK) + b"\nlast\n"
    found = read(data, limit=CHUNK)
    assert [type(line) for line in found] == [str, Overlong, str]
    assert found[2] == "last\n"
    assert len(found[1]) < 1000


def test_an_overlong_last_line_ends_quietly():
    found = read(b"first\n" + b"x" * (3 * CHUNK), limit=CHUNK)
    assert [type(line) for line in found] == [str, Overlong]


def test_letters_across_a_chunk_border_stay_whole():
    text = "é" * CHUNK + "\n" + "ü" * 10
    assert "".join(read(text.encode())) == text


@given(st.binary(max_size=3000))
def test_no_bytes_break_it(data):
    assert all(isinstance(line, str) for line in read(data))


@given(st.lists(st.text(st.characters(exclude_characters="\n\r\0", codec="utf-8"), max_size=20), max_size=30))
def test_lines_come_back_as_they_were(texts):
    found = [line.rstrip("\n") for line in read("\n".join(["judge by me", *texts]).encode())]
    while texts and not texts[-1]:
        texts.pop()
    while found and not found[-1]:
        found.pop()
    assert found == ["judge by me", *texts]
