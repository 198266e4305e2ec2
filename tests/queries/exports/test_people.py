"""People out and in again through the formats of others: names of every script, numbers, hostile words."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import people, ties
from acquaint.actions.changes import writing
from acquaint.formats.archives import open_source
from acquaint.formats.contacts.address_books import Tables
from acquaint.formats.people_table import COLUMNS
from acquaint.formats.records import PersonRecord
from acquaint.formats.vcard import VCards
from acquaint.models import Person, Photo
from acquaint.queries.exports import people as outgoing
from acquaint.queries.exports import whole
from tests import world
from tests.web import payloads

NAMES = ("Ada Moss", "Đức Lê", "نور الهدى", "דנה כהן-לוי", "山田 花子", 'O\'Brien; Jr., "Bo"', "Ünal \\ Söz")
PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def bytes_of(scope, kind, **more) -> bytes:
    return b"".join(whole.export(scope, kind, **more).pieces)


def read(importer, data: bytes, file) -> list[PersonRecord]:
    file.write_bytes(data)
    with open_source(file) as source:
        return [said for said in importer.read(source) if isinstance(said, PersonRecord)]


@pytest.fixture
def known(scope):
    """People of many scripts, each with all that a card may hold."""
    first = ""
    for number, name in enumerate(NAMES):
        first = people.add(
            scope,
            name=name,
            emails=[f"p{number}@example.org", f"q{number}@example.org"],
            phones=[f"+44 20 7946 09{number:02}"],
            profiles=[f"https://example.org/{number}"],
            aliases=[f"Nick {number}"],
            organization="Ferncare, Ltd; North",
            position="Clerk, senior",
            interest=["chess", "open-water swimming"],
            notes="First line\nsecond; line, with \\ signs",
            pronouns="they/them",
            introduced_by=first,
        ).id
    return scope


def told(record):
    return (
        record.name,
        {(point.kind, point.value) for point in record.points},
        {(place.organization, place.title) for place in record.positions},
        set(record.aliases),
        set(record.interests),
        record.pronouns,
        record.notes,
        record.introduced_by.name if record.introduced_by else "",
    )


@pytest.mark.parametrize("kind", ["vcf", "vcf4"])
def test_cards_say_what_we_say(known, tmp_path, kind):
    back = read(VCards(), bytes_of(known, kind), tmp_path / "people.vcf")
    here = [one.record for one in outgoing.listed(known)]
    assert [record.key for record in back] == [record.key for record in here]
    for mine, theirs in zip(here, back, strict=True):
        got, held = told(theirs), told(mine)
        assert got[:-1] == held[:-1]
        if mine.introduced_by is None:
            assert theirs.introduced_by is None
        elif kind == "vcf4":
            assert theirs.introduced_by.key == mine.introduced_by.key
        else:
            assert theirs.introduced_by.name == mine.introduced_by.name


def test_a_table_says_what_we_say(known, tmp_path):
    back = read(Tables(), bytes_of(known, "csv"), tmp_path / "people.csv")
    here = [one.record for one in outgoing.listed(known)]
    assert [record.name for record in back] == [record.name for record in here]
    for mine, theirs in zip(here, back, strict=True):
        assert told(theirs)[1:] == told(mine)[1:]


def test_a_photo_goes_out_with_the_card_and_comes_back_the_same(scope, tmp_path):
    [ada] = world.know(scope, "Ada Moss")
    with writing(scope, "person.edit") as w:
        photo = w.add(Photo, digest="d", mime="image/png", data=PIXEL, width=1, height=1)
        w.edit(w.get(Person, ada), photo=photo)
    for kind in ("vcf", "vcf4"):
        [record] = read(VCards(), bytes_of(scope, kind), tmp_path / "one.vcf")
        assert record.more.pictures[0].data == PIXEL


def test_who_knows_whom_stands_on_both_cards(scope, tmp_path):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    ties.add(scope, one=ada, two=ben, how="rowed together")
    back = read(VCards(), bytes_of(scope, "vcf"), tmp_path / "two.vcf")
    assert [record.more.relations[0].party.name for record in back] == ["Ben Varga", "Ada Moss"]


@pytest.mark.parametrize("text", payloads.ALL)
def test_hostile_words_make_no_new_line_of_a_card_and_no_new_cell(scope, text):
    world.know(scope, "Ada Moss", notes=text, aliases=[text], organization=text, position=text)
    alone = world.somebody()
    world.know(alone, "Ada Moss", notes="x", aliases=["x"], organization="x", position="x")
    for kind in ("vcf", "vcf4"):
        heads = [names_of(bytes_of(one, kind)) for one in (scope, alone)]
        assert set(heads[0]) <= set(heads[1])
    rows = list(csv.reader(io.StringIO(bytes_of(scope, "csv").decode(), newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert not [cell for cell in rows[1] if cell[:1] in "=+-@\t\r\0" and cell]


def names_of(card: bytes) -> list[bytes]:
    lines = card.replace(b"\r\n ", b"").split(b"\r\n")
    return [line.partition(b":")[0].partition(b";")[0] for line in lines]


def test_everybody_streams_by_with_as_many_questions_as_there_are_lots(scope, monkeypatch):
    monkeypatch.setattr(outgoing, "LOT", 3)
    world.know(scope, *(f"Person {number}" for number in range(7)))
    with CaptureQueriesContext(connection) as few:
        found = outgoing.listed(scope)
        next(found)
        asked = len(few)
        assert len(list(found)) == 6
    assert len(few) <= 3 * asked + 1
    with CaptureQueriesContext(connection) as alone:
        pieces = whole.export(scope, "csv").pieces
        assert len(alone) == 0
        pieces.close()


def test_the_owner_is_in_no_address_book(scope):
    people.describe_me(scope, name="Zoe Self")
    world.know(scope, "Ada Moss")
    assert b"Zoe" not in bytes_of(scope, "vcf") + bytes_of(scope, "csv")
