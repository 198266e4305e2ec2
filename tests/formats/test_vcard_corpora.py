from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pytest
import vobject

from acquaint.formats import reasons
from acquaint.formats.archives import open_source
from acquaint.formats.records import Ignored, Origin, PersonRecord, Reject
from acquaint.formats.vcard import VCards
from acquaint.formats.vcard.cards import Card, pieces
from acquaint.formats.vcard.editing import patch
from acquaint.formats.vcard.reading import gather, read
from acquaint.formats.vcard.values import text_of

TEXTS = ("FN", "NOTE", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "LABEL", "UID", "X-ABRELATEDNAMES", "HOBBY")


@pytest.fixture(scope="module")
def files(corpora):
    found = sorted([*corpora.rglob("*.vcf"), *(corpora / "vcf").rglob("*.vcs")])
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def cards(files):
    return [
        (path, piece)
        for path in files
        for piece in pieces(io.BytesIO(path.read_bytes()))
        if isinstance(piece, Card)
    ]


def test_every_file_is_read_and_nearly_every_card_gives_a_person(files):
    kinds: Counter[str] = Counter()
    for path in files:
        with open_source(path) as source:
            for said in VCards().read(source):
                kinds[said.reason.code if isinstance(said, (Ignored, Reject)) else type(said).__name__] += 1
                if hasattr(said, "reason"):
                    assert reasons.word(said.reason)
                if isinstance(said, PersonRecord):
                    assert said.name.strip()
    people = kinds["PersonRecord"]
    assert people / (people + kinds["nameless"]) >= 0.99
    assert not kinds["too_many_properties"] + kinds["too_many_lines"] + kinds["card_too_large"]


def test_untouched_cards_are_the_same_to_the_byte(files):
    for path in files:
        data = path.read_bytes()
        if data[:2] == b"\xff\xfe":
            continue
        assert b"".join(piece.raw for piece in pieces(io.BytesIO(data))) == data, path.name


def test_an_edit_leaves_every_other_line_alone(cards):
    for path, card in cards:
        was = read(card, Origin("f", 1))
        if was is None:
            continue
        assert patch(card, was, was) is card
        edited = patch(card, was, replace(was, interests=(*was.interests, "orchids")))
        old, new = [line.raw for line in card.lines], [line.raw for line in edited.lines]
        added = [raw for raw in new if raw not in old]
        assert added == [b"INTEREST:orchids\r\n"], path.name
        again = read(Card.parse(edited.raw), Origin("f", 1))
        assert replace(again, raw="") == replace(was, raw="", interests=(*was.interests, "orchids")), (
            path.name
        )


def plain(text: str) -> str:
    """A text without its escapes and white space, for comparing."""
    return re.sub(r"\\n|[\s\\]", "", text)


def test_no_text_is_shortened(cards):
    """Against a second, much simpler reading: unfold, cut at the colon, and compare what is left."""
    compared = 0
    for path, card in cards:
        if any(line.inner for line in card.lines):
            continue
        unfolded = re.sub(rb"(\r\n|\r|\n)[ \t]", b"", card.raw)
        written = Counter[str]()
        for line in re.split(rb"\r\n|\r|\n", unfolded):
            found = re.fullmatch(rb"(?:[\w-]+\.)?([\w-]+)((?:;[^:;\"]*)*):(.*)", line)
            name = found[1].decode().upper() if found else ""
            encoded = found and re.search(rb"QUOTED|BASE64|CHARSET|ENCODING=B", found[2], re.IGNORECASE)
            if found is None or name not in TEXTS or encoded or not found[3].isascii():
                continue
            written[f"{name}:{plain(found[3].decode())}"] += 1
        told = Counter(f"{line.head.name}:{plain(text_of(card, line))}" for line in card.named(*TEXTS))
        assert not written - told, path.name
        compared += written.total()
    assert compared > 700


def test_vobject_reads_no_text_longer_than_we_do(cards):
    """Where the two differ it is vobject that cut at a comma, kept a scheme, or split what is one text."""
    compared = 0
    for path, card in cards:
        try:
            theirs = vobject.readOne(card.raw.decode())
        except Exception:  # noqa: BLE001 -- it raises anything on a third of these files' oddities
            continue
        if any(line.inner for line in card.lines):
            continue
        g = gather(card)
        ours = {
            "fn": [name for _rank, name in g.names],
            "note": g.notes,
            "title": [title for _head, title in g.titles],
            "email": [point.value for _rank, point in g.emails],
            "tel": [point.value for _rank, point in g.phones] + [handle.value for handle in g.handles],
            "org": [";".join(parts) for _head, parts in g.organizations],
            "n": [";".join(parts) for _head, parts in g.structured],
        }
        for name, told in ours.items():
            texts = [plain(text) for text in told]
            for content in theirs.contents.get(name, ()):
                value = plain(_text(content.value)).removeprefix("tel:").removeprefix("sip:")
                assert any(text.startswith(value) or value in text for text in texts) or not value.strip(
                    ";"
                ), (
                    path.name,
                    name,
                    value,
                )
                compared += 1
    assert compared > 700


def _text(value: object) -> str:
    """What vobject holds, as the text that stood there."""
    if isinstance(value, vobject.vcard.Name):
        parts = (value.family, value.given, value.additional, value.prefix, value.suffix)
        joined = [",".join(part) if isinstance(part, list) else part for part in parts]
        return ";".join(joined).rstrip(";")
    if isinstance(value, list):
        return ";".join(value).rstrip(";")
    return str(value)
