from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from acquaint.formats import tables
from acquaint.formats.tables import Broken, Row, open_table

HEADER = ["First", "Last", "Note", "On"]
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_header(cells):
    return {"First", "On"} <= set(cells)


def dated(cells):
    return len(cells) == 4 and DAY.fullmatch(cells[3]) is not None


def read(text: str | bytes, anchor=dated):
    data = text if isinstance(text, bytes) else text.encode()
    found = open_table(io.BytesIO(data), is_header)
    assert found is not None
    found.expect(anchor, 3)
    return list(found.rows())


def good(rows):
    return [one.cells[0] for one in rows if isinstance(one, Row)]


def broken(rows):
    return [(one.line, one.reason.code) for one in rows if isinstance(one, Broken)]


ROWS = [f"P{n},Last,note,2024-01-{n:02}" for n in range(1, 10)]


def lines(*rows: str) -> str:
    return "\n".join(["First,Last,Note,On", *rows]) + "\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_are_read_however_they_were_written(delimiter, quoting, end):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows(
        [HEADER, ["Ann", "de, la; Cruz", 'said "hi"\nand left', "2024-01-01"], ["B", "", "", ""]]
    )
    found = read(out.getvalue(), None)
    assert [row.cells for row in found] == [
        ["Ann", "de, la; Cruz", 'said "hi"\nand left', "2024-01-01"],
        ["B", "", "", ""],
    ]
    assert [row.line for row in found] == [2, 4]


@pytest.mark.parametrize(
    "preamble", ["", "Notes:\n", 'Notes:\n"A sentence, with a comma."\n\n', "sep=,\n", '"Notes:"\n\n\n\n']
)
def test_the_header_is_found_by_what_it_says(preamble):
    found = read(preamble + lines(*ROWS))
    assert len(good(found)) == 9
    assert found[0].line == preamble.count("\n") + 2


def test_no_header_is_no_table():
    assert open_table(io.BytesIO(b"a,b\n1,2\n"), is_header) is None
    assert open_table(io.BytesIO(b""), is_header) is None
    assert open_table(io.BytesIO(b"\n" * 500 + b"First,Last,Note,On\n"), is_header) is None


@pytest.mark.parametrize("at", [0, 4, 8])
@pytest.mark.parametrize(
    "row",
    [
        '"Open,Last,note,2024-02-02',
        'Open,"Last,note,2024-02-02',
        'Open,Last,"note,2024-02-02',
        'Open,Last,note,"2024-02-02',
    ],
)
def test_a_quote_never_closed_costs_its_own_row_only(at, row):
    found = read(lines(*ROWS[:at], row, *ROWS[at:]))
    assert good(found) == [f"P{n}" for n in range(1, 10)]
    assert broken(found) == [(at + 2, "unclosed_quote")]


def test_two_open_quotes_that_would_close_each_other_swallow_nobody():
    found = read(lines('A,Last,"x,2024-01-01', *ROWS, 'B,Last,y",2024-01-02'))
    assert good(found)[:9] == [f"P{n}" for n in range(1, 10)]
    assert broken(found)[0] == (2, "unclosed_quote")


def test_a_neighbour_that_spans_lines_is_not_swallowed_either():
    rows = ['"Open,Last,note,2024-01-01', 'Ann,Last,"one\ntwo, three",2024-01-02', "Bea,Last,,2024-01-03"]
    found = read(lines(*rows), lambda cells: len(cells) == 4 and dated(cells))
    assert good(found) == ["Ann", "Bea"]
    assert broken(found) == [(2, "unclosed_quote")]


def test_cells_with_a_stray_quote_inside_are_read_as_written():
    found = read(lines('Ann,5" pipes,note,2024-01-01', *ROWS))
    assert found[0].cells[1] == '5" pipes'
    assert len(good(found)) == 10


def test_a_quote_in_the_middle_of_a_quoted_cell_is_reported():
    found = read(lines('Ann,"The "Best" one",note,2024-01-01', *ROWS))
    assert good(found) == [f"P{n}" for n in range(1, 10)]
    assert broken(found) == [(2, "stray_quote")]


@pytest.mark.parametrize(
    ("row", "code"), [("Ann,Last,note", "too_few_cells"), ("Ann,Last,note,x,2024-01-01", "too_many_cells")]
)
def test_a_cell_too_many_or_too_few_is_reported_with_its_line(row, code):
    found = read(lines(ROWS[0], row, ROWS[1]))
    assert good(found) == ["P1", "P2"]
    assert broken(found) == [(3, code)]
    assert next(one for one in found if isinstance(one, Broken)).raw == row + "\n"


def test_empty_cells_behind_the_row_are_a_spreadsheets_habit():
    assert good(read("First,Last,Note,On,,\nAnn,L,n,2024-01-01,,\nBea,L,n,2024-01-01,,,\n")) == ["Ann", "Bea"]


def test_blank_lines_empty_rows_and_a_repeated_header_are_no_rows():
    found = read(lines(ROWS[0], "", ",,,", "First,Last,Note,On", ROWS[1]))
    assert good(found) == ["P1", "P2"]
    assert not broken(found)


def test_text_that_looks_like_commas_stays_inside_its_cell():
    text = 'Ann,Last,"one, two, three, four\nfive, six, seven, eight\n\nend",2024-01-01'
    found = read(lines(text, *ROWS))
    assert len(good(found)) == 10
    assert not broken(found)


def test_the_scraps_of_a_broken_long_row_are_reported_once():
    text = 'Ann,Last,"one "two" three\nfour\nfive\nsix",2024-01-01'
    found = read(lines(ROWS[0], text, ROWS[1]))
    assert good(found) == ["P1", "P2"]
    assert len(broken(found)) == 1
    assert broken(found)[0][0] == 3


def test_a_record_without_end_is_given_up_at_the_limit_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(tables, "RECORD_LIMIT", 2000)
    text = lines('Ann,Last,"' + "word\n" * 1000 + "tail", *ROWS)
    found = read(text)
    assert good(found)[-9:] == [f"P{n}" for n in range(1, 10)]
    assert broken(found)[0][0] == 2


def test_many_open_quotes_cost_no_more_than_a_bounded_second_reading(monkeypatch):
    monkeypatch.setattr(tables, "REREAD_LIMIT", 10_000)
    found = read(lines(*['"x,Last,note,""2024' for _ in range(2000)], *ROWS))
    assert good(found)[-9:] == [f"P{n}" for n in range(1, 10)]


def test_an_overlong_line_is_a_reject():
    found = read("First,Last,Note,On\nAnn,Last," + "x" * 1_500_000 + ",2024-01-01\n" + ROWS[0] + "\n")
    assert good(found) == ["P1"]
    assert broken(found) == [(2, "record_too_long")]


CELL = st.text(st.characters(exclude_characters="\0\r", codec="utf-8"), max_size=12)


@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=15), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
)
def test_what_a_writer_wrote_is_what_is_read(rows, quoting):
    wanted = [[*row, f"2024-01-{n + 1:02}"] for n, row in enumerate(rows)]
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="\n").writerows([HEADER, *wanted])
    assert [row.cells for row in read(out.getvalue())] == wanted


@given(
    st.lists(st.sampled_from(['"', ",", "a", "\n", ";", "2024-01-01", "é"]), max_size=60), st.integers(0, 9)
)
def test_garbage_between_rows_costs_no_whole_row_after_the_next_line(junk, at):
    text = "".join(junk)
    assume("\n" not in text)
    found = read(lines(*ROWS[:at], text, *ROWS[at:]))
    assert [name for name in good(found) if name.startswith("P")] == [f"P{n}" for n in range(1, 10)]


@given(st.binary(max_size=2000))
def test_no_bytes_break_it(data):
    for one in read(b"First,Last,Note,On\n" + data):
        assert one.line >= 2


@given(st.text(st.sampled_from('",;\n a1'), max_size=200))
def test_every_line_is_accounted_for_once(text):
    seen = [one.line for one in read(lines(text))]
    assert seen == sorted(set(seen))
