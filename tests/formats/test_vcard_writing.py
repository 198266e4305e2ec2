from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.particulars import (
    Address,
    Dated,
    Handle,
    NameParts,
    PersonMore,
    Picture,
    Relation,
)
from acquaint.formats.records import Employment, Origin, Party, PersonRecord, Point
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.editing import patch
from acquaint.formats.vcard.reading import read
from acquaint.formats.vcard.writing import fold, parameter, write
from tests.formats.test_vcard_lines import card
from tests.formats.test_vcard_reading import JPEG

ORIGIN = Origin("f", 1)
UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
BELA = PersonRecord(
    ORIGIN,
    "uid:bela",
    "Bela Dahlsen",
    "PhD",
    (
        Point("email", "bela@example.com", "home"),
        Point("phone", "+1 555 0100", "work fax"),
        Point("phone", "+1 555 0101", "Boat"),
        Point("profile", "https://example.org/b?a=1,2;3", ""),
        Point("profile", "https://www.linkedin.com/in/bela-dahlsen", "linkedin"),
        Point("postal", "Main 1; rear\nSpringfield", "home"),
    ),
    (Employment("Amber, Labs; Inc.", "Analyst"),),
    aliases=("Bel", "Lala, the first"),
    pronouns="they/them",
    birthday="--02-29",
    notes="Met at the café, likes chess;\nplays “well”\\ 🙂\n\nBEGIN:VCARD",
    interests=("chess, go",),
    introduced_by=Party("Cora Eberwick"),
    more=PersonMore(
        NameParts("Dahlsen", "Bela", "Jan", "Dr.", "", "", "Dahlsen"),
        departments=("Research",),
        roles=("Counting",),
        addresses=(Address("home", street="Main 1; rear", locality="Springfield"),),
        dates=(Dated("anniversary", "2011-01-13", "anniversary"), Dated("other", "2020-02-02", "First day")),
        handles=(Handle("skype", "bela.d"),),
        categories=("Friends, old", "Chess"),
        relations=(Relation("spouse", Party("Dora"), "spouse"),),
        pictures=(Picture("image/jpeg", JPEG * 30),),
    ),
)


def again(written: bytes) -> PersonRecord:
    found = read(Card.parse(written), ORIGIN)
    assert found is not None
    return replace(found, raw="")


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────


def test_a_record_comes_back_from_version_3_as_it_was():
    assert again(write(BELA)) == BELA


def test_a_record_comes_back_from_version_4_as_it_was():
    found = again(write(BELA, "4.0"))
    # 4.0 knows kinds of relations and anniversaries, so that they need no label
    told = replace(
        BELA.more,
        dates=(Dated("anniversary", "2011-01-13"), BELA.more.dates[1]),
        relations=(Relation("spouse", Party("Dora")),),
    )
    assert found == replace(BELA, more=told)


def test_version_3_is_written_by_default_and_says_introductions_as_telephones_read_them():
    lines = write(BELA).decode().split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    at = next(at for at, line in enumerate(lines) if line.endswith("X-ABRELATEDNAMES:Cora Eberwick"))
    group = lines[at].partition(".")[0]
    assert lines[at + 1] == f"{group}.X-ABLABEL:Introduced by"
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29" in lines
    assert r"CATEGORIES:Friends\, old,Chess" in lines
    assert "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/bela-dahlsen" in lines


def test_version_4_has_the_names_of_rfc_9554():
    introduced = replace(BELA, introduced_by=Party("Cora", key=f"uid:{UUID}"))
    unfolded = write(introduced, "4.0").replace(b"\r\n ", b"").decode().split("\r\n")
    assert "VERSION:4.0" in unfolded
    assert "PRONOUNS:they/them" in unfolded
    assert "SOCIALPROFILE;SERVICE-TYPE=linkedin:https://www.linkedin.com/in/bela-dahlsen" in unfolded
    assert any(line.endswith(f"RELATED;TYPE=contact:urn:uuid:{UUID}") for line in unfolded)
    assert "BDAY:--0229" in unfolded
    assert again(write(introduced, "4.0")).introduced_by == Party(key=f"uid:{UUID}")


def test_a_name_without_parts_is_no_guess_at_a_family_name():
    written = write(PersonRecord(ORIGIN, "", "Nguyễn Văn An"))
    assert "N:;Nguyễn Văn An;;;".encode() in written
    assert again(written).name == "Nguyễn Văn An"


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_no_line_is_longer_than_75_bytes_and_no_letter_is_torn(version):
    for line in write(replace(BELA, notes="äöü🙂" * 100), version).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("evil", ["a\r\nTEL:666", "a\nEND:VCARD\nBEGIN:VCARD", "a\rFN:x", "a\x0b\x0cb"])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_no_text_can_bring_in_a_line(evil, version):
    record = PersonRecord(
        ORIGIN,
        f"uid:{evil}",
        "Bela",
        points=(Point("email", evil, evil), Point("postal", evil, evil), Point("profile", evil, evil)),
        notes=evil,
        more=PersonMore(handles=(Handle(evil, evil, evil),), pictures=(Picture(uri=evil),), revised=evil),
    )
    [one] = [Card.parse(write(record, version))]
    assert one.whole
    assert not [line for line in one.lines if line.head.name in {"TEL", ""}]
    assert len(one.named("FN", "BEGIN", "END")) == 3


@given(st.text(max_size=300))
def test_a_folded_line_unfolds_to_itself(text):
    clean = re.sub(r"[\r\n\ud800-\udfff]", "", text)
    assert fold(clean).decode().replace("\r\n ", "").removesuffix("\r\n") == clean


def test_parameters_are_quoted_where_they_must_be():
    assert parameter("LABEL", 'a, "b"\nc^;:') == ";LABEL=\"a, ^'b^'^nc^^;:\""
    assert parameter("TYPE", "home") == ";TYPE=home"


# ── Editing ──────────────────────────────────────────────────────────────────────────────────────

THEIRS = card(
    "PRODID:-//Somebody//EN",
    "X-FIRST;A=b:odd one",
    "N:Dahlsen;Bela;;;",
    "FN:Bela Dahlsen",
    "EMAIL;type=INTERNET;type=HOME;type=pref:bela@exam",
    " ple.com",
    "item1.TEL;type=pref:+1 555 0100",
    "item1.X-ABLabel:Boat",
    "TEL;TYPE=cell:+1 555 0101",
    "NICKNAME:Bel,Lala",
    "",
    "NOTE:line one\\nline ",
    "\ttwo",
    "half a line",
    "BDAY:1980-03-21",
    "REV:2020-01-01T00:00:00Z",
)


def changed(one: Card, **facts) -> tuple[list[bytes], list[bytes], PersonRecord]:
    """Which lines went and which came, and how the card reads now."""
    was = read(one, ORIGIN)
    more = {name: facts.pop(name) for name in list(facts) if name in PersonMore.__dataclass_fields__}
    now = replace(was, **facts, more=replace(was.more, **more))
    edited = patch(one, was, now)
    old, new = [line.raw for line in one.lines], [line.raw for line in edited.lines]
    assert Card.parse(edited.raw).raw == edited.raw
    assert [raw for raw in old if raw in new] == [raw for raw in new if raw in old]
    return [raw for raw in old if raw not in new], [raw for raw in new if raw not in old], again(edited.raw)


def test_what_is_not_edited_stays_byte_for_byte():
    was = read(THEIRS, ORIGIN)
    assert patch(THEIRS, was, was) is THEIRS
    assert patch(THEIRS, was, replace(was, points=tuple(reversed(was.points)))) is THEIRS


def test_a_value_changes_in_its_line_and_keeps_group_and_parameters():
    points = read(THEIRS, ORIGIN).points
    new = (Point("email", "b@example.org", "home"), Point("phone", "+1 555 0199", "Boat"), points[2])
    gone, come, found = changed(THEIRS, points=new)
    assert gone == [
        b"EMAIL;type=INTERNET;type=HOME;type=pref:bela@exam\r\n ple.com\r\n",
        b"item1.TEL;type=pref:+1 555 0100\r\n",
    ]
    assert come == [
        b"EMAIL;type=INTERNET;type=HOME;type=pref:b@example.org\r\n",
        b"item1.TEL;type=pref:+1 555 0199\r\n",
    ]
    assert found.points == new


def test_a_line_that_goes_takes_its_label_along():
    points = read(THEIRS, ORIGIN).points
    gone, come, found = changed(THEIRS, points=(points[0], points[2]))
    assert (gone, come) == ([b"item1.TEL;type=pref:+1 555 0100\r\n", b"item1.X-ABLabel:Boat\r\n"], [])
    assert found.points == (points[0], points[2])


def test_a_new_line_stands_behind_its_kind_in_a_group_of_its_own():
    points = read(THEIRS, ORIGIN).points
    gone, come, found = changed(THEIRS, points=(*points, Point("phone", "+1 555 0102", "Attic")))
    assert (gone, come) == ([], [b"item2.TEL:+1 555 0102\r\n", b"item2.X-ABLABEL:Attic\r\n"])
    assert found.points[-1] == Point("phone", "+1 555 0102", "Attic")


def test_another_name_changes_the_parts_as_well():
    _gone, come, found = changed(THEIRS, name="Bela Tove")
    assert come == [b"N:;Bela Tove;;;\r\n", b"FN:Bela Tove\r\n"]
    assert found.name == "Bela Tove"
    parts = NameParts("Tove", "Bela")
    _gone, come, found = changed(THEIRS, name="Bela Tove", parts=parts)
    assert (come, found.more.parts) == ([b"N:Tove;Bela;;;\r\n", b"FN:Bela Tove\r\n"], parts)


@pytest.mark.parametrize(
    ("aliases", "come"),
    [
        (("Bel",), [b"NICKNAME:Bel\r\n\r\n"]),
        (("Bel", "Lala", "B, the"), [b"NICKNAME:Bel,Lala,B\\, the\r\n"]),
        (("Bel", "Lulu"), [b"NICKNAME:Bel,Lulu\r\n"]),
        ((), []),
    ],
)
def test_a_list_loses_and_gains_items_in_its_line(aliases, come):
    gone, came, found = changed(THEIRS, aliases=aliases)
    assert len(gone) == 1
    assert [line.strip() for line in came] == [line.strip() for line in come]
    assert found.aliases == aliases


def test_notes_birthdays_and_new_facts():
    _gone, come, found = changed(
        THEIRS,
        notes="quite; new, now",
        birthday="--02-29",
        introduced_by=Party("Cora Eberwick"),
        categories=("Chess",),
    )
    assert b"NOTE:quite\\; new\\, now\r\n" in come
    assert b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\n" in come
    assert found.introduced_by == Party("Cora Eberwick")
    assert (found.birthday, found.more.categories) == ("--02-29", ("Chess",))


def test_several_notes_become_the_one_that_was_written():
    _gone, come, found = changed(card("FN:Bela", "NOTE:one", "X-A:1", "NOTE:two"), notes="three")
    assert (come, found.notes) == ([b"NOTE:three\r\n"], "three")


def test_an_address_goes_with_its_envelope():
    one = card("FN:Bela", "ADR;TYPE=home:;;Main 1;;;;", "LABEL;TYPE=home:Main 1\\nrear", "TEL:1")
    _gone, come, found = changed(one, points=(Point("phone", "1"),), addresses=())
    assert (come, found.more.addresses) == ([], ())


def test_a_card_of_version_2_1_is_edited_in_its_own_way():
    one = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=A4hlsen;Bela;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bela D=C3=A4hlsen",
        "TEL;HOME;VOICE:1234567",
        version="2.1",
    )
    parts = NameParts("Øst; Berg", "Bela")
    gone, come, found = changed(one, name="Bela Øst", parts=parts, notes="a, b;\nc " + "é" * 90)
    assert len(gone) == 2
    assert (found.name, found.more.parts, found.notes) == ("Bela Øst", parts, "a, b;\nc " + "é" * 90)
    assert all(line.isascii() for line in come)


def test_the_day_of_the_edit_is_written_where_one_stood():
    was = read(THEIRS, ORIGIN)
    edited = patch(THEIRS, was, replace(was, notes=""), revised="2026-03-04T12:00:00Z")
    assert [line.raw for line in edited.named("REV")] == [b"REV:2026-03-04T12:00:00Z\r\n"]
    assert not edited.named("NOTE")


def test_a_last_line_without_an_end_takes_nothing_new_into_itself():
    one = Card.parse(b"BEGIN:VCARD\nFN:Bela\nNOTE;QUOTED-PRINTABLE:a=")
    found = again(patch(one, read(one, ORIGIN), replace(read(one, ORIGIN), aliases=("Bel",))).raw)
    assert (found.aliases, found.notes) == (("Bel",), "a")
