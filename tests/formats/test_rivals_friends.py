from __future__ import annotations

import pytest

from acquaint.formats.happenings import ContactRecord, NoteRecord
from acquaint.formats.records import Ignored, Reject
from acquaint.formats.rivals.friends import Friends, key_of
from tests.formats import listing
from tests.formats.rivalry import said, told

BOOK = """### Activities:
- 2018-11-01: **Bela Dahlsen** and I went to _Harbour's End_. @food @trip:sea
- 2018-01-04: Read a book about snake_case_names.

### Notes:
- 2018-06-15: **Cora Eberwick** plays _the_ piano.

### Friends:
- Bela Dahlsen
- Cora Eberwick (a.k.a. The Admiral a.k.a. Cee) [Harbourtown] @navy @science:physics

### Locations:
- Harbourtown
"""


def kinds(found, kind):
    return [one for one in found if isinstance(one, kind)]


def test_a_book_of_friends(tmp_path):
    found = told(tmp_path, Friends(), BOOK, "friends.md")
    bela, cora = listing.people(found)
    assert (bela.name, bela.key, bela.origin.line) == ("Bela Dahlsen", key_of("Bela Dahlsen"), 9)
    assert cora.aliases == ("The Admiral", "Cee")
    assert listing.points(cora, "postal") == [("Harbourtown", "home")]
    assert cora.more.categories == ("navy", "science:physics")
    (trip,) = kinds(found, ContactRecord)
    assert (trip.on, trip.text, trip.place) == (
        "2018-11-01",
        "Bela Dahlsen and I went to Harbour's End.",
        "Harbour's End",
    )
    assert (trip.tags, [one.key for one in trip.people]) == (("food", "trip:sea"), [bela.key])
    book, piano = kinds(found, NoteRecord)
    assert (book.text, book.people) == ("Read a book about snake_case_names.", ())
    assert (piano.on, [one.name for one in piano.people]) == ("2018-06-15", ["Cora Eberwick"])
    assert [one.reason.code for one in kinds(found, Ignored)] == ["a_place"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- 2018-13-01: **Bela** and I", "bad_date"),
        ("- yesterday: **Bela**", "bad_date"),
        ("words without a bullet", "no_item"),
    ],
)
def test_a_broken_item_costs_no_other(tmp_path, line, code):
    book = BOOK.replace("- 2018-01-04", f"{line}\n- 2018-01-04")
    found = told(tmp_path, Friends(), book, "friends.md")
    assert [(one.origin.line, one.reason.code, one.raw.strip()) for one in kinds(found, Reject)] == [
        (3, code, line)
    ]
    assert len(found) == len(told(tmp_path, Friends(), BOOK, "friends.md")) + 1


def test_the_same_event_twice_has_two_keys(tmp_path):
    line = "- 2018-11-01: **Bela** and I met.\n"
    found = told(tmp_path, Friends(), f"### Activities:\n{line}{line}", "friends.md")
    assert len({one.key for one in kinds(found, ContactRecord)}) == 2


def test_the_sample_of_the_program_is_read_whole(corpora):
    found = said(corpora / "friends" / "friends.md", Friends())
    assert len(listing.people(found)) == 3
    assert [one.on for one in kinds(found, ContactRecord)] == [
        "2018-11-01",
        "2018-01-04",
        "2017-12-31",
        "2017-11-15",
    ]
    assert len(kinds(found, NoteRecord)) == 2
    known = {person.key for person in listing.people(found)}
    assert all(one.key in known for event in kinds(found, ContactRecord) for one in event.people)
    assert not kinds(found, Reject)
