"""The address-book tables that lie beside the checkout, each with the vCard that is expected of it."""

from __future__ import annotations

import pytest

from acquaint.formats.archives import open_source
from acquaint.formats.contacts import address_books
from acquaint.formats.particulars import PersonMore
from acquaint.formats.vcard import VCards
from tests.formats import listing

WORDS = {"cell": "mobile", "homefax": "home fax", "workfax": "work fax", "homepage": "home page"}


def card(text: str) -> list[tuple[str, str, str]]:
    """Name, label and value of each line: enough for these cards, which fold and escape nothing."""
    lines = []
    for line in text.splitlines():
        head, _, value = line.partition(":")
        name, _, params = head.partition(";")
        kinds = params.partition("TYPE=")[2].lower()
        lines.append((name, WORDS.get(kinds, kinds), value))
    return lines


def values(lines, name):
    return [value for said, _label, value in lines if said == name]


@pytest.mark.parametrize("name", ["all", "gmail", "outlook", "tb_plain"])
def test_a_table_says_what_its_card_says(corpora, name):
    folder = corpora / "csv" / "roundcube__roundcubemail"
    told = listing.said(folder / f"src__Csv2vcard__{name}.csv", address_books.Tables())
    (person,) = listing.people(told)
    lines = card((folder / f"src__Csv2vcard__{name}.vcf").read_text())
    assert person.name == values(lines, "FN")[0]
    for kind, prop in (("email", "EMAIL"), ("phone", "TEL")):
        assert sorted(value for value, _label in listing.points(person, kind)) == sorted(values(lines, prop))
    assert sorted(value for value, _ in listing.points(person, "profile")) == sorted(values(lines, "URL"))
    assert person.birthday == next(iter(values(lines, "BDAY")), "")
    assert [place.organization for place in person.positions] == values(lines, "ORG")
    assert [place.title for place in person.positions] == values(lines, "TITLE")
    more = person.more
    if more is None:
        return
    assert list(more.departments) == values(lines, "X-DEPARTMENT")
    assert list(more.categories) == [tag for one in values(lines, "CATEGORIES") for tag in one.split(",")]
    parts = more.parts
    if parts:
        written = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
        assert ";".join(written) == values(lines, "N")[0]
    wanted = [tuple(value.split(";")[2:]) for value in values(lines, "ADR")]
    assert [(one.street, one.locality, one.region, one.code, one.country) for one in more.addresses] == wanted
    assert {one.kind: one.party.name for one in more.relations} == {
        kind: value
        for kind in ("spouse", "manager", "assistant")
        for value in values(lines, f"X-{kind.upper()}")
    }
    assert [one.on for one in more.dates] == values(lines, "X-ANNIVERSARY")
    assert [one.value for one in more.handles] == [
        value
        for said in ("X-AIM", "X-ICQ", "X-JABBER", "X-MSN", "X-SKYPE-USERNAME", "X-YAHOO")
        for value in values(lines, said)
    ]
    assert more.gender == next(iter(values(lines, "X-GENDER")), "")
    note = values(lines, "NOTE")
    assert person.notes.split("\n")[0] == note[0] if note else not person.notes.strip()


@pytest.mark.parametrize(
    ("name", "kind"), [("gmail", "google"), ("outlook", "outlook"), ("tb_plain", "thunderbird")]
)
def test_each_is_known_by_its_headings(corpora, name, kind):
    path = corpora / "csv" / "roundcube__roundcubemail" / f"src__Csv2vcard__{name}.csv"
    for importer in (address_books.Google(), address_books.Outlook(), address_books.Thunderbird()):
        with open_source(path) as source:
            assert importer.sniff(source) == (importer.kind == kind)


@pytest.mark.parametrize("name", ["all", "gmail", "outlook", "tb_plain"])
def test_the_readers_of_tables_and_of_cards_say_the_same(corpora, name):
    """Labels are each program's own words, and an envelope may be written in another order: not compared."""
    folder = corpora / "csv" / "roundcube__roundcubemail"
    (table,) = listing.people(listing.said(folder / f"src__Csv2vcard__{name}.csv"))
    (card,) = listing.people(listing.said(folder / f"src__Csv2vcard__{name}.vcf", VCards()))
    for fact in ("name", "credentials", "aliases", "birthday", "positions", "pronouns"):
        assert getattr(table, fact) == getattr(card, fact), fact
    assert table.notes.split("\n")[0] == card.notes
    for kind in ("email", "phone", "profile"):
        assert [value for value, _ in listing.points(table, kind)] == [
            value for value, _ in listing.points(card, kind)
        ]
    said, meant = table.more or PersonMore(), card.more or PersonMore()
    for fact in ("kind", "titles", "dates", "handles", "categories", "relations", "gender"):
        assert getattr(said, fact) == getattr(meant, fact), fact
    assert (said.parts and said.parts.given) == (meant.parts and meant.parts.given)
    assert [(one.street, one.locality, one.code) for one in said.addresses] == [
        (one.street, one.locality, one.code) for one in meant.addresses
    ]
