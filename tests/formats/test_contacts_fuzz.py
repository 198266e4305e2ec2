from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import RefusedError, open_source
from acquaint.formats.contacts import address_books, dates, headings, words
from acquaint.formats.contacts.mapping import Mapping, propose, signature
from acquaint.formats.contacts.people import People
from acquaint.formats.records import Origin, PersonRecord
from acquaint.text.partial_dates import PartialDate
from tests.formats import listing, test_contacts_contract

HEADERS = [
    test_contacts_contract.GOOGLE,
    test_contacts_contract.OUTLOOK,
    test_contacts_contract.OUTLOOK_WEB,
    test_contacts_contract.THUNDERBIRD,
    test_contacts_contract.TABLE,
    "Name,Title,Street,City,Birthday,Spouse,Skype,Photo,Tags,Referred By,Last Contact,LinkedIn",
]
PIECES = st.sampled_from(
    [
        *(",", ",,", ";", "\t", '"', '""', "\n", "\r\n", "\r", "\0", "\ufeff", "é", "\u202e", " ::: ", "* "),
        *("Bela", "Dahlsen, PhD", "b@x.example", "+44 20 7946 0000", "=1+1", "Normal", "0/0/00"),
        *("1/2/3", "31/12/1999", "--02-29", "1604-01-01", "99.99.9999", "00", "1e999"),
    ]
)
IMPORTERS = (
    address_books.Google,
    address_books.Outlook,
    address_books.OutlookWeb,
    address_books.Thunderbird,
    address_books.Tables,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def outcomes(path):
    """Whatever it says has its words and a record can be stored; only a whole source may be refused."""
    for importer in IMPORTERS:
        try:
            told = listing.said(path, importer())
        except RefusedError:
            continue
        for one in told:
            if isinstance(one, PersonRecord):
                assert one.name.strip()
                assert one.key
                assert not one.birthday or PartialDate.parse(one.birthday)
            else:
                assert reasons.word(one.reason)


@given(st.sampled_from(HEADERS), st.lists(PIECES, max_size=60).map("".join))
def test_no_text_under_a_true_header_breaks_a_reader(folder, header, body):
    outcomes(listing.write(folder, f"{header}\n{body}"))


HEADINGS = [heading.strip() for written in words.ROLES.values() for heading in written.split(",")] + [
    *("Home Street", "Home Street 2", "Home Street 3", "Company 2", "Job Title 2", "Favourite soup"),
    *("E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Type", "Phone 1 - Value", "Address 1 - Street"),
    *("Address 1 - Formatted", "Organization 1 - Name", "Organization 1 - Title", "IM 1 - Service"),
    *("IM 1 - Value", "Relation 1 - Value", "Event 1 - Value", "Custom Field 1 - Value"),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=9, unique=True))
def test_whatever_the_columns_are_no_cell_is_lost(header):
    cells = [f"v{at}q" for at in range(len(header))]
    meaning = propose(header, [cells]).mapping
    told = repr(People(meaning.columns, day_first=None)(Origin("a.csv", 2), cells))
    assert [heading for heading, cell in zip(header, cells, strict=True) if cell not in told] == []


@given(st.binary(max_size=1500), st.sampled_from(["a.csv", "a.tsv", "a.txt", "a.xlsx"]))
def test_no_bytes_break_a_reader(folder, data, name):
    outcomes(listing.write(folder, data, name))


@given(
    st.lists(
        st.lists(st.text(max_size=8), min_size=3, max_size=3).filter(lambda row: any(map(str.strip, row))),
        max_size=8,
    ),
    st.integers(0, 8),
)
def test_garbage_costs_no_good_row(folder, rows, at):
    good = [[f"Person {n}", f"p{n}@x.example", "note"] for n in range(9)]
    text = listing.table("Name,Email,Notes", *good[:at]) + listing.table([], *rows, *good[at:])[1:]
    names = {person.name for person in listing.people(listing.said(listing.write(folder, text)))}
    assert {row[0] for row in good} <= names


@given(st.lists(st.text(max_size=30), max_size=12), st.lists(st.lists(st.text(max_size=12)), max_size=5))
def test_any_table_can_be_asked_about(header, rows):
    proposal = propose(header, rows)
    assert len(proposal.mapping.columns) == len(header)
    assert proposal.signature == signature(header)
    assert Mapping.of(proposal.mapping.told()) == proposal.mapping
    assert [column.heading for column in proposal.mapping.on(header)] == header


@given(st.text(max_size=60))
def test_any_heading_can_be_read(text):
    headings.read(text)


@example("0/13/00", None)
@given(
    st.one_of(st.text(max_size=20), st.from_regex(r"\d{0,4}[-/.]\d{0,2}[-/.]\d{0,4}")),
    st.sampled_from([None, True, False]),
)
def test_any_date_can_be_read(text, order):
    found = dates.read(text, first_is_day=order)
    assert not found or PartialDate.parse(found).text == found
    dates.unclear(text)
    dates.day_first(text)


@given(st.dates(), st.sampled_from(["{d}/{m}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}"]))
def test_a_date_written_day_first_is_read_day_first(day, shape):
    if day.year == dates.NO_YEAR:
        return
    text = shape.format(d=day.day, m=day.month, y=f"{day.year:04}")
    assert dates.read(text, first_is_day=True) == day.isoformat()


def test_a_zip_of_a_broken_workbook_is_no_table(folder):
    path = listing.write(folder, b"PK\x03\x04nothing", "b.xlsx")
    with pytest.raises(RefusedError), open_source(path):
        pass


def broken_row(kind, delimiter, width):
    cells = ["Broken", "broken@x.example", "remark", *["z"] * (width - 3)]
    return {
        "unclosed": delimiter.join(['"Broken', *cells[1:]]),
        "unclosed at the end": delimiter.join([*cells[:-1], f'"{cells[-1]}']),
        "stray": delimiter.join(['Bro"ken', '"x"y', *cells[2:]]),
        "few": delimiter.join(cells[:-1]),
        "one": "Broken",
        "many": delimiter.join([*cells, "a", "b"]),
        "nameless": delimiter.join(["", "", *cells[2:]]),
    }[kind]


@given(
    kind=st.sampled_from(["unclosed", "unclosed at the end", "stray", "few", "one", "many", "nameless"]),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    width=st.integers(3, 12),
    several_lines=st.sets(st.integers(0, 7)),
    at=st.integers(0, 8),
)
def test_a_broken_row_is_named_with_its_line_and_costs_no_neighbour(
    folder, kind, delimiter, end, quoting, width, several_lines, at
):
    def lines(*rows):
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
        return out.getvalue()

    more = width - 3
    remarks = ["one line\nand; another, one" if n in several_lines else "one line" for n in range(8)]
    people = [
        [
            f"Pat {'ABCDEFGH'[n]}",
            f"p{n}@x.example",
            remarks[n],
            *["v", ""][: more % 3],
            *["w"] * max(0, more - 2),
        ]
        for n in range(8)
    ]
    people = [(row + [""] * width)[:width] for row in people]
    header = ["Name", "Email", "Notes", *(f"Quality {n}" for n in range(more))]
    before = lines(header, *people[:at])
    text = before + broken_row(kind, delimiter, width) + end + lines(*people[at:])
    told = listing.said(listing.write(folder, text))
    names = [person.name for person in listing.people(told)]
    assert names == [row[0] for row in people]
    assert before.count("\n") + 1 in [line for line, _code in listing.rejects(told)]
