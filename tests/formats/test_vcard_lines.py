from __future__ import annotations

import io

import pytest

from acquaint.formats.vcard.cards import Card, Refused, Stray, pieces
from acquaint.formats.vcard.limits import Limits
from acquaint.formats.vcard.values import parts_of, text_of


def card(*lines: str | bytes, end: bytes = b"\r\n", version: str = "3.0") -> Card:
    """A card of these lines in its frame."""
    whole = [b"BEGIN:VCARD", f"VERSION:{version}".encode(), *map(as_bytes, lines), b"END:VCARD"]
    return Card.parse(end.join(whole) + end)


def as_bytes(line: str | bytes) -> bytes:
    return line.encode() if isinstance(line, str) else line


def text(one: Card, name: str) -> str:
    [line] = one.named(name)
    return text_of(one, line)


def cut(data: bytes, limits: Limits | None = None) -> list:
    return list(pieces(io.BytesIO(data), limits or Limits()))


# ── Unfolding ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
@pytest.mark.parametrize("space", [" ", "\t"])
def test_a_fold_is_undone_whatever_ends_the_lines(end, space):
    one = card("NOTE:likes che", f"{space}ss and tea", end=end)
    assert text(one, "NOTE") == "likes chess and tea"


def test_line_ends_may_differ_from_line_to_line():
    data = b"BEGIN:VCARD\rVERSION:3.0\nFN:Bela\r\n  Dahlsen\rNOTE:a\n\tb\r\nEND:VCARD"
    one = Card.parse(data)
    assert (text(one, "FN"), text(one, "NOTE")) == ("Bela Dahlsen", "ab")
    assert one.raw == data


def test_a_fold_may_part_the_bytes_of_one_letter():
    whole = "Zoë".encode()
    assert text(card(b"FN:" + whole[:3], b" " + whole[3:]), "FN") == "Zoë"


def test_a_fold_may_stand_before_the_colon():
    one = card("TEL;TYPE=home", " ;TYPE=fax:12345")
    [line] = one.named("TEL")
    assert (line.head.types, text_of(one, line)) == (("home", "fax"), "12345")


def test_a_blank_line_inside_a_folded_value_ends_nothing():
    assert text(card("NOTE:one", "", " two"), "NOTE") == "onetwo"


def test_soft_breaks_of_quoted_printable_keep_the_space_that_follows():
    one = card(
        "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:caf=C3=A9=",
        " and=0D=0A=",
        "tea; cake: both",
        version="2.1",
    )
    assert text(one, "NOTE") == "café and\ntea; cake: both"


def test_a_soft_break_before_the_end_swallows_nobody():
    data = (
        b"BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:abc=\nEND:VCARD\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n"
    )
    found = cut(data)
    assert [type(one) for one in found] == [Card, Card]
    assert text(found[0], "NOTE") == "abc"


@pytest.mark.parametrize("indent", [b" ", b"    ", b""])
@pytest.mark.parametrize("after", [(), (b"",), (b"", b"")])
def test_a_picture_without_padding_or_with_a_blank_end_does_not_sink_the_card(indent, after):
    one = card(
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ",
        indent + b"SkZJRgABAQE",
        *after,
        "FN:Bela Dahlsen",
        version="2.1",
    )
    assert text(one, "FN") == "Bela Dahlsen"
    assert len(one.named("PHOTO")[0].value.replace(b" ", b"")) == 19


def test_a_backslash_at_the_end_of_a_line_of_an_address_carries_on():
    one = card("ADR;HOME:;;Dock 4\\", "Pier 9\\", "Harbour 7;Hamburg;;99999;", "TEL:1234567", version="2.1")
    assert parts_of(one, one.named("ADR")[0])[2:4] == ["Dock 4\nPier 9\nHarbour 7", "Hamburg"]
    assert text(one, "TEL") == "1234567"


# ── Heads ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "types"),
    [
        ("TEL;HOME;VOICE", ("home", "voice")),
        ("TEL;TYPE=home;TYPE=voice", ("home", "voice")),
        ("TEL;TYPE=home,voice", ("home", "voice")),
        ('TEL;TYPE="home,voice"', ("home", "voice")),
        ('tel;type=HOME,"voice"', ("home", "voice")),
        ("TEL", ()),
        ("TEL;TYPE=", ()),
    ],
)
def test_types_are_read_in_every_way_in_which_they_are_written(head, types):
    assert card(f"{head}:1").named("TEL")[0].head.types == types


@pytest.mark.parametrize(
    ("head", "pref"),
    [
        ("TEL;PREF=1", 1),
        ("TEL;PREF=40", 40),
        ("TEL;TYPE=pref", 1),
        ("TEL;PREF;HOME", 1),
        ("TEL", 0),
        ("TEL;PREF=x", 1),
    ],
)
def test_preference_is_a_number_or_a_type(head, pref):
    assert card(f"{head}:1").named("TEL")[0].head.pref == pref


def test_a_colon_may_stand_in_a_quoted_parameter():
    one = card('ADR;GEO="geo:12.3,78.9";LABEL="Box 1: left":;;Main 1;;;;', version="4.0")
    [line] = one.named("ADR")
    assert line.head.param("GEO") == "geo:12.3,78.9"
    assert parts_of(one, line)[2] == "Main 1"


def test_a_quote_that_is_never_closed_costs_only_itself():
    one = card('TEL;X-A="b:c:123', "FN:Bela Dahlsen")
    assert (text(one, "TEL"), text(one, "FN")) == ("c:123", "Bela Dahlsen")


def test_circumflexes_in_parameters_are_undone():
    [line] = card("ADR;LABEL=one^ntwo ^^ ^'three^':;;;;;;", version="4.0").named("ADR")
    assert line.head.param("LABEL") == 'one\ntwo ^ "three"'


def test_a_group_is_told_from_the_name():
    [line] = card("item1.X-ABLabel:Boat").named("X-ABLABEL")
    assert (line.head.group, line.head.name) == ("item1", "X-ABLABEL")


@pytest.mark.parametrize("odd", ["just a comment", "FN", "# note: to myself", ": nothing", "é:x", "a.b.c:1"])
def test_a_line_that_is_no_property_is_kept_as_it_is(odd):
    one = card("FN:Bela Dahlsen", odd, "TEL:1234567")
    assert [line.raw for line in one.lines if not line.head.name] == [odd.encode() + b"\r\n"]
    assert (text(one, "FN"), text(one, "TEL")) == ("Bela Dahlsen", "1234567")


# ── Cutting ──────────────────────────────────────────────────────────────────────────────────────

A, B, C = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n".encode() for name in "ABC")
OPEN = b"BEGIN:VCARD\nVERSION:3.0\nFN:Open\n"


def names(found: list) -> list[str]:
    return [text(one, "FN") for one in found if isinstance(one, Card)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (A + B + C, ["A", "B", "C"]),
        (A + b"\n\n" + B, ["A", "B"]),
        (OPEN + A + B, ["Open", "A", "B"]),
        (A + OPEN + OPEN + B, ["A", "Open", "Open", "B"]),
        (A + OPEN, ["A", "Open"]),
        (OPEN + A * 30, ["Open"] + ["A"] * 30),
        (A.replace(b"END:VCARD\n", b"end : vcard \n") + B, ["A", "B"]),
        (b"\xef\xbb\xbf" + A + b"\xef\xbb\xbf" + B, ["A", "B"]),
    ],
)
def test_each_card_stands_by_itself_and_no_byte_is_lost(data, expected):
    found = cut(data)
    assert names(found) == expected
    assert b"".join(one.raw for one in found) == data


def test_text_between_cards_belongs_to_none():
    found = cut(A + b"hello\n\nthere\n" + B)
    assert [type(one) for one in found] == [Card, Stray, Card]
    assert found[1].raw == b"hello\n\nthere\n"


def test_a_card_inside_a_card_stays_in_its_place():
    data = OPEN + A + b"TEL:1\nEND:VCARD\n"
    [outer] = cut(data)
    assert [text(line.inner, "FN") for line in outer.lines if line.inner] == ["A"]
    assert text(outer, "TEL") == "1"
    assert outer.raw == data


@pytest.mark.parametrize("agent", [b"AGENT:\n" + A, b"AGENT:" + A])
def test_an_agent_belongs_to_the_card_even_if_the_card_has_no_end(agent):
    found = cut(OPEN + agent + B)
    assert names(found) == ["Open", "B"]
    inner = [line.inner for line in found[0].lines if line.inner]
    assert text(inner[0], "FN") == "A"


def test_utf16_is_read_with_and_without_its_mark():
    for data in (A.decode().encode("utf-16"), A.decode().encode("utf-16-be"), A.decode().encode("utf-16-le")):
        assert names(cut(data)) == ["A"]


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("limits", "code", "limit"),
    [
        (Limits(properties=4), "too_many_properties", 4),
        (Limits(lines=5), "too_many_lines", 5),
        (Limits(card_bytes=100), "card_too_large", 100),
        (Limits(line_bytes=60), "line_too_long", 60),
    ],
)
def test_a_card_past_a_limit_is_refused_by_name_and_its_neighbours_stand(limits, code, limit):
    big = (
        OPEN
        + b"".join(b"TEL:%d\n" % number for number in range(20))
        + b"NOTE:"
        + b"x" * 100
        + b"\nEND:VCARD\n"
    )
    found = cut(A + big + B, limits)
    assert [type(one) for one in found] == [Card, Refused, Card]
    assert (found[1].reason.code, found[1].reason.facts["limit"], found[1].number) == (code, limit, 5)
    assert found[1].raw.startswith(OPEN)


def test_members_of_a_group_do_not_count_as_properties():
    members = b"".join(b"MEMBER:urn:uuid:%d\n" % number for number in range(900))
    assert isinstance(cut(OPEN + members + b"END:VCARD\n")[0], Card)


def test_one_value_folded_without_end_is_refused_in_bounded_memory():
    data = OPEN + b"NOTE:x\n" + b" yyyyyyyyyy\n" * 2_000 + b"END:VCARD\n" + A
    found = cut(data, Limits(card_bytes=5_000))
    assert isinstance(found[0], Refused)
    assert found[0].reason.code == "card_too_large"
    assert names(found) == ["A"]


@pytest.mark.parametrize("end", [b"", b"END:VCARD\n" * 1_200, b"END:VCARD\n"])
def test_cards_within_cards_without_end_neither_crash_nor_grow(end):
    found = cut(b"BEGIN:VCARD\nFN:x\n" * 1_200 + end)
    assert all(isinstance(one, (Card, Stray)) for one in found)
    depth = max(depth_of(one) for one in found if isinstance(one, Card))
    assert depth <= Limits().depth


def depth_of(one: Card) -> int:
    return 1 + max((depth_of(line.inner) for line in one.lines if isinstance(line.inner, Card)), default=0)


def test_a_line_longer_than_any_chunk_is_passed_over():
    long = b"NOTE:" + b"x" * 3_000_000
    found = cut(A + OPEN + long + b"\nEND:VCARD\n" + B)
    assert [type(one) for one in found] == [Card, Refused, Card]
    assert len(found[1].raw) <= 10_000
