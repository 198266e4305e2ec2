from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import RefusedError, open_source
from acquaint.formats.records import PersonRecord
from acquaint.formats.rivals import documents
from acquaint.formats.rivals.contrack import Contrack
from acquaint.formats.rivals.friends import Friends
from acquaint.formats.rivals.meerkat import Meerkat
from acquaint.formats.rivals.monica import Monica
from acquaint.formats.rivals.nametag import Nametag
from acquaint.text.partial_dates import PartialDate
from tests.formats import listing, rivalry, test_rivals_friends, test_rivals_monica, test_rivals_others

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["2024-02-30", "2024-05-06", "0000-00-00", "c1", "t-mail", "contact", "data:,", "\ud800"]
    ),
)
DOCUMENTS = {
    "monica.json": (Monica, test_rivals_monica.whole_account()),
    "nametag.json": (Nametag, rivalry.nametag(test_rivals_others.BELA, test_rivals_others.CORA)),
    "contrack.json": (
        Contrack,
        rivalry.contrack({"id": "1", "name": "Bela", "emails": [{"email": "x"}]}, interactions=[{"id": "i"}]),
    ),
}
PIECES = st.sampled_from(
    [
        *("'", '"', "\\", "(", ")", ",", "\n", ";", " (1,", "NULL", "\0", "é", "--", "INSERT INTO `users` ("),
        *("### Friends:\n", "- ", "**", "_", "@tag", "2018-11-01: ", "=== NOTES ===\n", "ID,Name\n", "1,x\n"),
        "INSERT IGNORE INTO `notes` (`id`,`contact_id`) VALUES\n",
    ]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def heard(path, importer):
    """Only a whole source may be refused; what is said has words, and a person a name."""
    try:
        with open_source(path) as source:
            found = list(importer.read(source))
    except RefusedError:
        return
    for one in found:
        if hasattr(one, "reason"):
            assert reasons.word(one.reason)
        if isinstance(one, PersonRecord):
            assert one.name.strip()
            assert not one.birthday or PartialDate.parse(one.birthday)
    assert not [secret for secret in rivalry.SECRETS if secret in repr(found)]
    for one in found:
        for value in _texts(one):
            value.encode()
            assert "\0" not in value


def _texts(value):
    """Every text inside a record: what no database can hold must be in none of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts([*value.keys(), *value.values()])
    elif dataclasses.is_dataclass(value):
        yield from _texts([getattr(value, one.name) for one in dataclasses.fields(value)])


@st.composite
def twisted(draw, name):
    """A true document with a few of its values replaced or taken away."""
    document = json.loads(json.dumps(DOCUMENTS[name][1]))
    for _ in range(draw(st.integers(1, 6))):
        place = document
        while isinstance(place, (dict, list)) and place:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = draw(st.sampled_from(keys))
            if not isinstance(place[key], (dict, list)) or draw(st.integers(0, 3)) == 0:
                place[key] = draw(
                    st.one_of(
                        SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(st.text(max_size=5), SCALARS)
                    )
                )
                break
            place = place[key]
    return json.dumps(document)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
@given(data=st.data())
def test_no_twisted_document_breaks_a_reader(folder, name, data):
    heard(listing.write(folder, data.draw(twisted(name)), name), DOCUMENTS[name][0]())


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
@given(cut=st.integers(0, 5000), more=st.binary(max_size=40))
def test_no_torn_document_breaks_a_reader(folder, name, cut, more):
    content = json.dumps(DOCUMENTS[name][1]).encode()[:cut] + more
    heard(listing.write(folder, content, name), DOCUMENTS[name][0]())


@example("INSERT IGNORE INTO `notes` (`id`,`contact_id`) VALUES\n (1,", 1806)  # inside the row of a user
@given(st.lists(PIECES, max_size=60).map("".join), st.integers(0, 4000))
def test_no_text_in_a_dump_breaks_the_reader(folder, text, at):
    dump = test_rivals_monica.dump()
    heard(listing.write(folder, dump[:at] + text + dump[at:], "monica.sql"), Monica())


@given(st.lists(PIECES, max_size=60).map("".join), st.integers(0, 400))
def test_no_text_in_a_book_of_friends_breaks_the_reader(folder, text, at):
    book = test_rivals_friends.BOOK
    heard(listing.write(folder, book[:at] + text + book[at:], "friends.md"), Friends())


@given(st.lists(PIECES, max_size=60).map("".join), st.integers(0, 800))
def test_no_text_in_five_tables_breaks_the_reader(folder, text, at):
    tables = rivalry.meerkat(contacts=[["1", "Bela"]], notes=[["1", "1", "Bela", "tea"]])
    heard(listing.write(folder, tables[:at] + text + tables[at:], "meerkat.csv"), Meerkat())


def test_a_document_nested_without_end_is_said(folder):
    head = json.dumps(rivalry.nametag())[:-1]
    path = listing.write(folder, f'{head},"deep":{"[" * 200_000}', "deep.json")
    with open_source(path) as source:
        assert [one.reason.code for one in Nametag().read(source)] == ["not_json"]


def test_a_document_past_the_limit_is_refused_with_the_limit_named(folder, monkeypatch):
    monkeypatch.setattr(documents, "LIMIT", 1000)
    path = listing.write(folder, json.dumps(rivalry.nametag()) + " " * 1000, "large.json")
    with open_source(path) as source, pytest.raises(RefusedError) as refused:
        list(Nametag().read(source))
    assert reasons.word(refused.value.reason)


@pytest.mark.parametrize("row", ["'" + "a" * 300_000, "1," * 200_000, "(" * 300_000, "'\\" * 100_000])
def test_a_hostile_row_costs_linear_time(folder, row):
    text = rivalry.sql({"contacts": ("id,first_name", [row, "2,'Cora'"])})
    with open_source(listing.write(folder, text, "monica.sql")) as source:
        names = [one.name for one in Monica().read(source) if isinstance(one, PersonRecord)]
    assert names == ["Cora"]
