from __future__ import annotations

import pytest

from acquaint.formats.particulars import Dated, Relation
from acquaint.formats.records import Party
from tests.formats.test_vcard_reading import person

# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-05-17", "1980-05-17"),
        ("BDAY:19800517", "1980-05-17"),
        ("BDAY;VALUE=date:1980-05-17", "1980-05-17"),
        ("BDAY:--0321", "--03-21"),
        ("BDAY:--03-21", "--03-21"),
        ("BDAY:--02-29", "--02-29"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-21", "--03-21"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-03-21", "--03-21"),
        ("BDAY:1980-03-21T00:00:00Z", "1980-03-21"),
        ("BDAY:19531015T231000Z", "1953-10-15"),
        ("BDAY:1987-09-27T08:30:00-06:00", "1987-09-27"),
        ("BDAY:1985-04", "1985-04"),
        ("BDAY:1985", "1985"),
        ("BDAY:--04", "--04"),
        ("BDAY:2000-02-29", "2000-02-29"),
    ],
)
def test_a_birthday_in_every_writing(line, birthday):
    told = person(line)
    assert (told.birthday, told.more.dates) == (birthday, ())


@pytest.mark.parametrize(
    "value", ["circa 1800", "1981-02-29", "1980-13-01", "03/21/1980", "---15", "--0230", "١٩٨٠-٠٥-١٧"]
)
def test_a_birthday_that_is_no_date_is_kept_as_text(value):
    told = person(f"BDAY;VALUE=text:{value}")
    assert (told.birthday, told.more.dates) == ("", (Dated("birthday", "", text=value),))


def test_other_days():
    told = person(
        "X-MS-ANNIVERSARY:20110113",
        "item1.X-ABDATE;type=pref:1975-03-01",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "item2.X-ABDATE:2021-07-29",
        "item2.X-ABLabel:First day",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2012-05-06;0;Moved;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1980-03-21;3;;;;",
        "DEATHDATE:20300101",
    )
    assert told.birthday == "1980-03-21"
    assert told.more.dates == (
        Dated("anniversary", "2011-01-13"),
        Dated("anniversary", "1975-03-01", "anniversary"),
        Dated("other", "2021-07-29", "First day"),
        Dated("other", "2012-05-06", "Moved"),
        Dated("death", "2030-01-01"),
    )


# ── Other people ─────────────────────────────────────────────────────────────────────────────────


def test_relations_of_every_maker():
    told = person(
        "RELATED;TYPE=friend:urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6",
        "RELATED;TYPE=co-worker;VALUE=text:Cora Eberwick",
        "item1.X-ABRELATEDNAMES;type=pref:Dora",
        "item1.X-ABLabel:_$!<Spouse>!$_",
        "X-MS-MANAGER:Big Blue",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Elin;13;;;;",
        "RELATED:mailto:filo@example.com",
    )
    assert told.more.relations == (
        Relation("friend", Party(key="uid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6")),
        Relation("co-worker", Party("Cora Eberwick")),
        Relation("spouse", Party("Dora"), "spouse"),
        Relation("manager", Party("Big Blue")),
        Relation("sister", Party("Elin")),
        Relation("contact", Party(email="filo@example.com")),
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("item1.X-ABRELATEDNAMES:Cora Eberwick", "item1.X-ABLabel:Introduced by"),
        ("item1.RELATED;TYPE=contact;VALUE=text:Cora Eberwick", "item1.X-ABLABEL:introduced by"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Cora Eberwick;11;;;;",),
    ],
)
def test_who_introduced_somebody(lines):
    told = person(*lines)
    assert (told.introduced_by, told.more.relations) == (Party("Cora Eberwick"), ())


def test_agents_in_place_as_text_and_folded():
    inner = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Susan Tove\r\nTEL:1234567\r\nEND:VCARD"
    for lines in (
        ("AGENT:", *inner.split("\r\n")),
        ("AGENT:BEGIN:VCARD", *inner.split("\r\n")[1:]),
        ("AGENT:BEGIN:VCARD\\nFN:Susan Tove\\nTEL:1234567\\nEND:VCARD\\n",),
        ("AGENT:BEGIN:VCARD", " FN:Susan Tove", " TEL:1234567", " END:VCARD"),
    ):
        [relation] = person(*lines, "EMAIL:bela@example.com").more.relations
        assert (relation.kind, relation.party.name, relation.party.phone) == (
            "agent",
            "Susan Tove",
            "1234567",
        )
    assert person("AGENT:Susan Tove").more.relations == (Relation("agent", Party("Susan Tove")),)
    assert person("AGENT;VALUE=uri:CID:x@y").more.kept == ("AGENT",)
