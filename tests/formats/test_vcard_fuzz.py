from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from acquaint.formats.particulars import Address, Dated, Handle, NameParts, PersonMore, Relation
from acquaint.formats.records import Employment, Origin, Party, PersonRecord, Point
from acquaint.formats.vcard.cards import Card, Refused, pieces
from acquaint.formats.vcard.editing import patch
from acquaint.formats.vcard.facts import facts
from acquaint.formats.vcard.lexing import Lexer, is_end, plain_card
from acquaint.formats.vcard.limits import Limits
from acquaint.formats.vcard.reading import read
from acquaint.formats.vcard.writing import write

ORIGIN = Origin("f", 1)

# ── Any bytes ────────────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *(
            b"BEGIN:VCARD",
            b"END:VCARD",
            b"begin:vcard",
            b"VERSION:2.1",
            b"VERSION:4.0",
            b"AGENT:",
            b"FN:Bela",
        ),
        *(b"\n", b"\r\n", b"\r", b"\n ", b"\r\n\t", b"=\n", b"\\\n", b"\\\n ", b"\n\n", b" ", b"\0", b"\xff"),
        *(
            b"N:Dahlsen;Bela;;;",
            b"TEL;HOME:1",
            b"item1.",
            b"X-ABLABEL:",
            b"_$!<Home>!$_",
            b"NOTE",
            b"a, b; c",
        ),
        *(
            b";ENCODING=QUOTED-PRINTABLE",
            b";ENCODING=b",
            b";CHARSET=UTF-16",
            b";CHARSET=\xc3",
            b";TYPE=",
            b'"',
        ),
        *(b":", b";", b",", b"\\", b"=C3=A9", b"=", b"/9j/4AAQ", b"PHOTO", b"data:image/png;base64,", b"\\n"),
        *(b"BDAY:--0229", b"BDAY;VALUE=text:circa", b"1604-02-29", b"KIND:group", b"MEMBER:urn:uuid:1"),
        *(b"RELATED;TYPE=friend:", b"X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;a;99", b"ADR:;;;;;;;"),
        *("é🙂\u202e".encode(), "é".encode("cp1252"), b"\xef\xbb\xbf", b"\xff\xfe", b"UID:1", b"ORG:a;b"),
    ]
)
SOUPS = st.lists(PIECES, max_size=60).map(b"".join)
FRAMED = SOUPS.map(lambda soup: b"BEGIN:VCARD\r\n" + soup + b"\r\nEND:VCARD\r\n")


def is_utf16(data: bytes) -> bool:
    head = data[:2000]
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"} or head.count(0) > len(head) // 4


@given(st.one_of(SOUPS, st.binary(max_size=400), st.lists(FRAMED, max_size=3).map(b"".join)))
def test_no_byte_is_lost_however_it_is_cut(data):
    found = list(pieces(io.BytesIO(data)))
    if not is_utf16(data):
        assert b"".join(piece.raw for piece in found) == data


@given(st.one_of(FRAMED, SOUPS))
def test_whatever_is_read_can_be_read_again_and_is_the_same(data):
    for piece in pieces(io.BytesIO(data)):
        if isinstance(piece, Card):
            told = read(piece, ORIGIN)
            if told is not None:
                assert read(piece, ORIGIN) == told
                assert patch(piece, told, told) is piece
                assert told.name.strip()
                assert "\0" not in repr(told).replace("\\x00", "\0") or told.more.pictures


@given(st.lists(PIECES, max_size=40).map(b"".join), st.integers(1, 12))
def test_limits_hold_for_any_soup(soup, depth):
    limits = Limits(line_bytes=30, card_bytes=80, properties=5, lines=8, depth=depth)
    for piece in pieces(io.BytesIO(b"BEGIN:VCARD\n" * 5 + soup), limits):
        if isinstance(piece, Card):
            assert len([line for line in piece.lines if line.head.name]) <= 8 * depth + 8
        elif isinstance(piece, Refused):
            assert piece.reason.facts["limit"] in {30, 80, 5, 8}


@given(FRAMED, st.integers(0, 300), st.binary(min_size=1, max_size=4))
def test_a_mutated_card_takes_no_neighbour_along(data, at, patch_bytes):
    torn = bytearray(data)
    torn[at : at + len(patch_bytes)] = patch_bytes
    after = b"\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Neighbour\r\nEND:VCARD\r\n"
    names = [
        told.name
        for piece in pieces(io.BytesIO(b"BEGIN:VCARD\r\nFN:Before\r\nEND:VCARD\r\n" + bytes(torn) + after))
        for told in every(piece)
    ]
    if not is_utf16(bytes(torn)):
        assert "Before" in names
        assert "Neighbour" in names


@given(FRAMED)
def test_the_short_way_reads_what_the_long_way_reads(data):
    lines = data.splitlines(keepends=True)
    if [at for at, line in enumerate(lines) if is_end(line)] != [len(lines) - 1]:
        return  # it is only ever asked about lines up to the first end of a card
    found = plain_card(lines, data, 1, Limits())
    if found is not None:
        lexer = Lexer()
        long = [*lexer.feed(lines), *lexer.finish()]
        told = [[(one.raw, one.head, one.value, one.number) for one in way] for way in (found, long)]
        assert told[0] == told[1]


@given(
    st.lists(
        st.sampled_from([b"FN:Bela", b" cont", b"TEL;TYPE=home:1", b"item1.URL:x:y", b"X;a=b"]), max_size=8
    )
)
def test_plain_cards_take_the_short_way(written):
    lines = [b"BEGIN:VCARD\r\n", b"FN:x\r\n", *(line + b"\r\n" for line in written), b"END:VCARD\r\n"]
    short = plain_card(lines, b"".join(lines), 1, Limits())
    assert (short is None) == (b"X;a=b" in written)


def every(piece: object) -> list[PersonRecord]:
    """The people of a piece, of cards inside it as well."""
    if not isinstance(piece, Card):
        return []
    inner = [told for line in piece.lines for told in every(line.inner)]
    return [*([told] if (told := read(piece, ORIGIN)) else []), *inner]


# ── Any record ───────────────────────────────────────────────────────────────────────────────────

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cf"])
WORD = st.one_of(
    st.sampled_from(
        ["Bela", "likes chess, tea; wine", "a\\b", "C:\\new", "x;y", "é🙂", '"q"', "^n", "%20", "="]
    ),
    st.text(LETTERS, min_size=1, max_size=12),
)
TEXT = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
LONG = st.lists(TEXT, min_size=1, max_size=4).map("\n".join)
LABEL = st.one_of(st.just(""), st.sampled_from(["home", "work", "cell", "work fax", "Boat", "a, b"]))
DAYS = st.sampled_from(["1980-03-21", "--02-29", "2000-02-29", "1985", "1985-04"])
EMAIL = st.sampled_from(["a@example.com", "b.c@example.org", "ä@example.com"])


@st.composite
def records(draw) -> PersonRecord:
    """Records as a card can tell them: nothing that only another source knows."""
    listed = lambda what, most=3: draw(st.lists(what, max_size=most, unique=True))  # noqa: E731
    addresses = [Address(draw(LABEL), street=draw(LONG), locality=draw(TEXT)) for _ in listed(TEXT, 2)]
    points = [Point("email", one, draw(LABEL)) for one in listed(EMAIL)]
    points += [
        Point("phone", one, draw(LABEL)) for one in listed(st.sampled_from(["+1 555 0100", "12345", "x"]))
    ]
    postal = [
        Point("postal", "\n".join(part for part in (one.street, one.locality) if part), one.label)
        for one in addresses
    ]
    places = [Employment(draw(TEXT), draw(TEXT))] if draw(st.booleans()) else []
    return PersonRecord(
        ORIGIN,
        "uid:1",
        draw(st.sampled_from(["Bela Dahlsen", "Cora; the, first", "Ünal \\ Ö", "山田太郎"])),
        points=(*points, *postal),
        positions=tuple(places),
        aliases=tuple(listed(TEXT)),
        birthday=draw(st.one_of(st.just(""), DAYS)),
        notes=draw(st.one_of(st.just(""), LONG)),
        interests=tuple(listed(TEXT, 2)),
        introduced_by=draw(st.one_of(st.none(), st.just(Party("Cora, Eberwick")))),
        more=PersonMore(
            NameParts(draw(TEXT), draw(TEXT)),
            departments=(draw(TEXT),) if places else (),
            addresses=tuple(addresses),
            dates=tuple(Dated("other", draw(DAYS), draw(TEXT)) for _ in listed(TEXT, 2)),
            handles=tuple(Handle("skype", one) for one in listed(TEXT, 2)),
            categories=tuple(listed(TEXT)),
            relations=tuple(Relation("spouse", Party(f"D {one}"), "spouse") for one in listed(TEXT, 2)),
        ),
    )


def again(card: Card) -> PersonRecord:
    found = read(Card.parse(card.raw), ORIGIN)
    assert found is not None
    return replace(found, raw="")


def said(record: PersonRecord) -> list[str]:
    return sorted(repr(fact.key) for fact in facts(record))


@given(records())
def test_any_record_comes_back_from_version_3(record):
    assert again(Card.parse(write(record))) == record


@given(records())
def test_any_record_comes_back_from_version_4(record):
    assert said(again(Card.parse(write(record, "4.0")))) == said(record)


@given(records(), records(), st.sampled_from(["3.0", "4.0"]))
def test_any_edit_arrives_and_leaves_the_rest_alone(was, now, version):
    assume(was.name == now.name or was.more.parts != now.more.parts)  # else the parts follow the name
    theirs = write(was, version).replace(
        b"END:VCARD", b"X-ODD;a=b:kept\r\n  as it is\r\nhalf a line\r\nEND:VCARD"
    )
    card = Card.parse(theirs)
    edited = patch(card, again(card), now)
    assert said(again(edited)) == said(now)
    assert b"X-ODD;a=b:kept\r\n  as it is\r\nhalf a line\r\n" in edited.raw
