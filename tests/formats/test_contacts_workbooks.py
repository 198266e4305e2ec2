from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import registry
from acquaint.formats.archives import RefusedError, open_source
from acquaint.formats.contacts import address_books, workbooks
from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord
from acquaint.formats.records import Party
from tests.formats import listing
from tests.formats.listing import people, points, rejects, remarks, said


def book(folder, sheets, name="people.xlsx"):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / name
    made.save(path)
    return path


def rewritten(path, part, change):
    """The same workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as before:
        parts = {info.filename: before.read(info) for info in before.infolist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return path


def test_every_sheet_of_people_is_read_with_its_lines(tmp_path):
    path = book(
        tmp_path,
        {
            "Relationships": [
                ["My people"],
                [],
                ["Name", "Email", "Phone", "Birthday"],
                ["Bela Dahlsen", "b@x.example", 491701234567, date(1980, 5, 17)],
                ["Cora Eberwick", None, 4.5, datetime(1981, 6, 18, 12, 30, tzinfo=UTC).replace(tzinfo=None)],
            ],
            "Notes": [["Colour", "Number"], ["red", 1]],
        },
    )
    told = said(path)
    first, second = people(told)
    assert (first.name, first.birthday, first.origin.line) == ("Bela Dahlsen", "1980-05-17", 4)
    assert first.origin.file == f"{path}/Relationships"
    assert points(first, "phone") == [("491701234567", "")]
    assert (second.birthday, points(second, "phone")) == ("1981-06-18", [("4.5", "")])
    assert [one.reason.code for one in told if not hasattr(one, "key")] == ["mapping_needed"]


def test_a_workbook_is_known_by_its_headings(tmp_path, monkeypatch):
    monkeypatch.setitem(registry.TABLE, "csv", listing.PLUGS["csv"])
    path = book(tmp_path, {"A": [["Name", "Email"], ["Bela", "b@x.example"]]})
    (job,), skipped = registry.plan([path])
    assert (job.importer.kind, skipped) == ("csv", [])
    job.source.close()


def test_a_formula_is_text_and_its_stored_result_is_what_it_shows(tmp_path):
    path = book(tmp_path, {"A": [["Name", "Email", "Notes"], ["=1+1", "b@x.example", "=A2"]]})
    (person,) = people(said(path))
    assert (person.name, person.notes) == ("=1+1", "=A2")
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
        ),
    )
    (person,) = people(said(path))
    assert (person.name, person.notes) == ("2", "=A2")


def test_a_row_wider_than_its_headings_is_reported_and_its_neighbours_are_read(tmp_path):
    rows = [
        ["Name", "Email"],
        ["Bela"],
        ["Cora", "c@x.example", "more"],
        [None, "", None],
        ["Dora", "d@x.example"],
    ]
    told = said(book(tmp_path, {"A": rows}))
    assert [person.name for person in people(told)] == ["Bela", "Dora"]
    assert rejects(told) == [(3, "too_many_cells")]


def test_a_sheet_that_claims_a_far_row_is_given_up_at_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "ROWS", 500)
    path = book(tmp_path, {"A": [["Name", "Email"], ["Bela", "b@x.example"], ["Cora", "c@x.example"]]})
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="3">', b'<row r="1000000000">'),
    )
    with pytest.raises(RefusedError) as refused:
        said(path)
    assert refused.value.reason.code == "sheet_too_large"


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_parsed(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "PART_BYTES", 100_000)
    path = book(tmp_path, {"A": [["Name", "Email"], ["Bela", "b@x.example"]]})
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml + b"<!-- " + b"a" * 200_000 + b" -->")
    with pytest.raises(RefusedError) as refused:
        said(path)
    assert refused.value.reason.code == "file_too_large"


@pytest.mark.parametrize(
    "trap",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/hostname">',
    ],
)
def test_a_document_type_is_refused(tmp_path, trap):
    path = book(tmp_path, {"A": [["Name", "Email"], ["Bela", "b@x.example"]]})
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: trap + xml)
    with pytest.raises(RefusedError) as refused:
        said(path)
    assert refused.value.reason.code == "trapped"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<", b"<a/>", b"\0\xff"])
def test_a_damaged_part_is_said_or_passed_over(tmp_path, part, content):
    path = book(tmp_path, {"A": [["Name", "Email"], ["Bela", "b@x.example"]]})
    rewritten(path, part, lambda _xml: content)
    told = said(path)
    assert people(told) or remarks(told)


def test_an_answer_holds_for_a_sheet_too(tmp_path):
    path = book(tmp_path, {"A": [["Who", "Soup"], ["Bela", "leek"]]})
    importer = address_books.Tables()
    with open_source(path) as source:
        (question,) = importer.questions(source)
    told = question.proposal.mapping.told()
    told["columns"][0][1] = "name"
    knowing = importer.answered({question.proposal.signature: type(question.proposal.mapping).of(told)})
    (person,) = people(said(path, knowing))
    assert (person.name, person.notes) == ("Bela", "Soup: leek")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shelf")
    rows = [["Name", "Email", "Birthday"], ["Bela", "b@x.example", date(1980, 5, 17)], ["=1+1", "", 3.5]]
    return folder, book(folder, {"A": rows}).read_bytes()


PARTS = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
XML = st.sampled_from(
    [
        *(b"<", b">", b'"', b"</row>", b"<c/>", b"<v>9</v>", b"&amp;", b"&x;", b"\0", b"r=", b"s='99'"),
        *(b't="s"', b't="d"', b't="b"', b"<f>", b"9" * 30, b"1e999", b"-1", b"XFD1", b"ZZZZZZ1", b"\xff"),
    ]
)


@given(
    part=st.sampled_from(PARTS),
    at=st.floats(0, 1),
    cut=st.integers(0, 30),
    more=st.lists(XML, max_size=4).map(b"".join),
)
def test_no_change_to_a_part_breaks_the_reader(shelf, part, at, cut, more):
    folder, content = shelf
    path = folder / "changed.xlsx"
    path.write_bytes(content)

    def change(xml):
        place = int(at * len(xml))
        return xml[:place] + more + xml[place + cut :]

    rewritten(path, part, change)
    try:
        told = said(path)
    except RefusedError:
        return
    assert all(person.name.strip() for person in people(told))


COVVE = {
    "Relationships": [
        ["First Name", "Last Name", "Company", "Email"],
        ["Bela", "Dahlsen", "Amber Labs", "b@x.example"],
        ["Cora", "Eberwick", "Ochre", "c@x.example"],
    ],
    "Notes": [
        ["Contact", "Note", "Date", "Mood"],
        ["Bela Dahlsen", "likes chess", date(2025, 1, 2), "glad"],
        ["Bela Dahlsen", "has a boat", None, None],
        [None, "of nobody", None, None],
    ],
    "Reminders": [
        ["Contact", "Reminder", "Due date", "Completed"],
        ["Cora Eberwick", "send the map", date(2025, 3, 4), "Yes"],
    ],
    "Interactions": [
        ["Name", "Type", "Date", "Summary"],
        ["Bela Dahlsen; Cora Eberwick", "Phone call", date(2025, 5, 6), "about tides"],
        ["Cora Eberwick", "Regatta", "2025-05-07", ""],
        ["Cora Eberwick", "Call", "some day", "about sails"],
    ],
    "Colours": [["red"], ["green"]],
}


def test_notes_reminders_and_interactions_stand_with_the_people_of_their_workbook(tmp_path):
    path = book(tmp_path, COVVE)
    told = said(path)
    bela, cora = people(told)
    both = (Party("Bela Dahlsen", key=bela.key), Party("Cora Eberwick", key=cora.key))
    notes = [one for one in told if isinstance(one, NoteRecord)]
    assert [(one.text, one.on, one.people) for one in notes] == [
        ("likes chess\nMood: glad", "2025-01-02", both[:1]),
        ("has a boat", "", both[:1]),
        ("Call: about sails\nsome day", "", both[1:]),
    ]
    (promise,) = [one for one in told if isinstance(one, PromiseRecord)]
    assert (promise.text, promise.due, promise.done, promise.people) == (
        *("send the map", "2025-03-04", True),
        both[1:],
    )
    contacts = [one for one in told if isinstance(one, ContactRecord)]
    assert [(one.kind, one.on, one.text, one.people, one.tags) for one in contacts] == [
        ("call", "2025-05-06", "about tides", both, ()),
        ("other", "2025-05-07", "", both[1:], ("Regatta",)),
    ]
    assert rejects(told) == [(4, "nobody_meant")]
    assert remarks(told) == ["no_header"]
    with open_source(path) as source:
        assert list(address_books.Tables().questions(source)) == []


def test_a_sheet_of_that_title_without_people_beside_it_is_a_table_like_any_other(tmp_path):
    told = said(book(tmp_path, {"Notes": [["Name", "Note"], ["Bela Dahlsen", "likes chess"]]}))
    assert [(person.name, person.notes) for person in people(told)] == [("Bela Dahlsen", "likes chess")]


def test_a_workbook_of_which_one_sheet_is_another_programs_loses_no_other(tmp_path):
    google = ["First Name", "Last Name", "Labels", "E-mail 1 - Label", "E-mail 1 - Value"]
    sheets = {
        "A": [google, ["Bela", "Dahlsen", "", "* Home", "b@x.example"]],
        "B": [["Name", "Phone"], ["Cora", "1"]],
    }
    with open_source(book(tmp_path, sheets)) as source:
        found = registry.detect(source)
        assert [person.name for person in people(found.read(source))] == ["Bela Dahlsen", "Cora"]
