"""Cards that came from elsewhere go out again as they came; what was changed here changes its own lines."""

from __future__ import annotations

import base64
import io
import re
from collections import Counter

import pytest
from PIL import Image

from acquaint.actions import details, erasures, imports, people, ties, undo
from acquaint.actions.imports import running
from acquaint.formats.records import Origin
from acquaint.formats.vcard.cards import Card, pieces
from acquaint.formats.vcard.reading import read as read_card
from acquaint.formats.vcard.reading import written
from acquaint.models import Detail, Person, SourceRecord
from acquaint.queries.exports import one, whole
from tests import world
from tests.actions.imports.looking import only
from tests.actions.imports.test_cards import FULL, bring, photograph, verdicts
from tests.actions.imports.test_cards_contract import card

__all__ = ["bring"]

MARK = b"\xef\xbb\xbf"
ODD = (
    'BEGIN:VCARD\nVERSION:3.0\nitem1.X-ABADR:de\nX-ODD;A="b;c":1\nFN:Ada Moss\nN:Moss;Ada;;;\n'
    "TEL;type=CELL;type=pref:+44 20 7946 0991\nTEL;type=HOME:+442079460991\nEMAIL:ADA@Example.org\n"
    "NOTE:Met at the ca\n fé, likes chess\nBDAY:1980-03-21\nBDAY:1981-03-21\nORG:Ferncare;North\nEND:VCARD\n"
)
OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Varga;Ben\r\nFN:Ben Varga\r\nTEL;HOME;VOICE:0123\r\n"
    "X-ODD;QUOTED-PRINTABLE:=C3=A9\r\nEND:VCARD\r\n"
)
NEW = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo Anker\r\nEMAIL;PREF=1:cleo@example.org\r\nX-ODD:é\r\nEND:VCARD\r\n"
)


def out(scope, kind="vcf"):
    return b"".join(whole.export(scope, kind).pieces).decode()


def lines(text):
    return text.replace("\r\n", "\n").replace("\n ", "").splitlines()


def changed(before, after):
    """What the one has and the other has not, and the other way round."""
    old, new = lines(before), lines(after)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_untouched_cards_of_every_version_are_the_same_to_the_byte(scope, bring):
    book = ODD + OLD + NEW + card("zoe", "Zoe Young", *FULL, photograph())
    bring(book)
    assert out(scope) == book


def test_a_card_called_as_its_file_is_gets_no_name_put_on_it(scope, bring):
    nameless = "BEGIN:VCARD\r\nVERSION:3.0\r\nBDAY:1980-03-21\r\nEND:VCARD\r\n"
    bring(nameless, name="Ada_Moss.vcf")
    assert only(scope, "Ada Moss")
    assert out(scope) == nameless


def test_what_was_edited_changes_its_own_lines(scope, bring):
    bring(ODD)
    ada = only(scope, "Ada Moss").key
    people.edit(scope, person=ada, emails=["ada@new.example"], drop=["ada@example.org"], pronouns="she/her")
    people.edit(scope, person=ada, notes="Likes go")
    gone, come = changed(ODD, out(scope))
    assert gone == ["EMAIL:ADA@Example.org", "NOTE:Met at the café, likes chess"]
    assert sorted(come) == ["EMAIL:ada@new.example", "NOTE:Likes go", "X-PRONOUNS:she/her"]


def test_another_name_is_put_in_place_of_the_first(scope, bring):
    bring(ODD)
    people.edit(scope, person=only(scope, "Ada Moss").key, name="Ada Moss-Varga")
    _gone, come = changed(ODD, out(scope))
    assert "FN:Ada Moss-Varga" in come
    [said] = read(out(scope).encode())
    assert said.name == "Ada Moss-Varga"


def test_an_edit_taken_back_leaves_the_card_as_it_came(scope, bring):
    bring(ODD)
    made = people.edit(scope, person=only(scope, "Ada Moss").key, emails=["ada@new.example"])
    undo.undo(scope, change=made.undo)
    assert out(scope) == ODD


def test_a_fact_taken_away_takes_its_line(scope, bring):
    day = ("item1.X-ABDATE:2020-01-02", "item1.X-ABLABEL:moved in")
    book = card("a", "Ada Moss", "CATEGORIES:chess,tea", "ROLE:Referee", *day)
    bring(book)
    for fact in Detail.objects.of(scope).filter(kind__in=("role", "day")):
        details.remove(scope, detail=fact.key)
    details.remove(scope, detail=Detail.objects.of(scope).get(text="tea").key)
    gone, come = changed(book, out(scope))
    assert gone == ["CATEGORIES:chess,tea", "ROLE:Referee", *day]
    assert come == ["CATEGORIES:chess"]


def test_what_another_source_adds_is_put_on_the_card(scope, bring):
    bring(ODD)
    more = card("b", "Ada Moss", "EMAIL:ada@example.org", "URL:https://ada.example", "NICKNAME:Addie")
    assert verdicts(bring(more, name="more.vcf")) == {"update": 1}
    text = out(scope)
    assert text.count("BEGIN:VCARD") == 1
    [said] = read(text.encode())
    assert "https://ada.example" in {point.value for point in said.points}
    assert "+44 20 7946 0991" in {point.value for point in said.points}
    assert (said.notes, said.aliases) == ("Met at the café, likes chess", ("Addie",))


def test_one_whom_a_card_calls_a_friend_keeps_their_own_card_untouched(scope, bring):
    book = card("a", "Ada Moss", "item1.X-ABRELATEDNAMES:Ben Varga", "item1.X-ABLABEL:friend") + card(
        "b", "Ben Varga"
    )
    bring(book)
    bring(book.replace("X-ABLABEL:friend", "X-ABLABEL:brother"), name="b.vcf")
    assert out(scope) == book.replace("X-ABLABEL:friend", "X-ABLABEL:brother")


def test_a_tie_told_here_stands_on_both_cards(scope, bring):
    book = card("a", "Ada Moss") + card("b", "Ben Varga")
    bring(book)
    ties.add(scope, one=only(scope, "Ada Moss").key, two=only(scope, "Ben Varga").key, how="rowed together")
    _gone, come = changed(book, out(scope))
    assert [line for line in come if "ABRELATEDNAMES" in line] == [
        "item1.X-ABRELATEDNAMES:Ben Varga",
        "item1.X-ABRELATEDNAMES:Ada Moss",
    ]


def test_groups_things_and_firms_go_out_as_they_came(scope, bring):
    group = card("g", "Book club", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:a")
    room = card("r", "Room 5", "KIND:location").replace("3.0", "4.0")
    firm = card("f", "Amber Labs", "X-ABSHOWAS:COMPANY", "TEL:+4930777")
    book = card("a", "Ada Moss") + group + room + firm
    report = bring(book)
    assert verdicts(report) == {"new": 4}
    assert [row.name for row in Person.objects.of(scope)] == ["Ada Moss"]
    assert out(scope) == book
    assert verdicts(bring(book)) == {"same": 4}
    assert b"Book club" in b"".join(one.export(scope, "Ada Moss", "vcf").pieces)
    undo.undo(scope, change=report.undo)
    assert out(scope) == ""


def test_version_four_is_written_anew_with_what_only_the_card_knows(scope, bring):
    bring(ODD + OLD + NEW)
    text = out(scope, "vcf4")
    assert text.endswith(NEW)
    ours = lines(text)
    assert ours.count("VERSION:4.0") == 3
    assert {'X-ODD;A="b;c":1', "X-ODD:é", "FN:Ada Moss", "FN:Ben Varga"} <= set(ours)


def test_a_photo_taken_away_or_never_usable(scope, bring):
    torn = "PHOTO;ENCODING=b:" + base64.b64encode(b"x" * 60).decode()
    book = card("a", "Ada Moss", photograph()) + card("b", "Ben Varga", torn)
    bring(book)
    assert out(scope) == book
    bring(card("a", "Ada Moss"), name="later.vcf")
    assert out(scope) == card("a", "Ada Moss") + card("b", "Ben Varga", torn)


def test_no_photo_tells_where_it_was_taken_not_even_inside_the_kept_card(scope, bring):
    said = Image.Exif()
    said[0x010E] = "taken at home"
    said[0x0112] = 6
    data = io.BytesIO()
    Image.new("RGB", (200, 100), "teal").save(data, "JPEG", exif=said)
    line = "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(data.getvalue()).decode()
    book = card("a", "Ada Moss", "X-ODD:1", line)
    bring(book)
    text = out(scope)
    assert re.sub(r"PHOTO(.|\n )*?\n(?! )", "", text) == book.replace(line + "\r\n", "")
    [told] = read(text.encode())
    assert b"taken at home" not in told.more.pictures[0].data
    assert Image.open(io.BytesIO(told.more.pictures[0].data)).getexif()[0x0112] == 6
    assert verdicts(bring(text, name="again.vcf")) == {"same": 1}


@pytest.mark.parametrize("kind", ["vcf", "vcf4"])
def test_out_in_and_out_again_is_equal(scope, bring, kind):
    bring(ODD + OLD + NEW + card("zoe", "Zoe Young", *FULL, photograph()))
    people.edit(scope, person=only(scope, "Ben Varga").key, emails=["ben@example.org"], notes="é, and ;")
    world.know(scope, "Dora Falk", notes="new here", emails=["dora@example.org"])
    first = out(scope, kind)
    other = world.somebody()
    bring(first, name="out.vcf", as_of=other)
    assert out(other, kind) == first


def read(data):
    return [read_card(piece, Origin("")) for piece in pieces(io.BytesIO(data)) if isinstance(piece, Card)]


def test_every_card_of_the_corpora_goes_out_as_it_came(corpora, scope, monkeypatch):
    """All but those that became one person with another card, and photos that tell where they were taken."""
    monkeypatch.setattr(running, "CHUNK", 1000)
    imports.apply(scope, paths=[corpora / "vcf"])
    came = b"".join(whole.export(scope, "vcf").pieces)
    rows = SourceRecord.objects.of(scope).exclude(raw="")
    many = Counter(rows.values_list("person_id", flat=True))
    alone = {raw for person, raw in rows.values_list("person_id", "raw") if many[person] == 1 or not person}
    compared = 0
    for path in (corpora / "vcf").rglob("*.vcf"):
        for piece in pieces(io.BytesIO(path.read_bytes())):
            if isinstance(piece, Card) and written(piece)[0] in alone:
                assert piece.raw.removeprefix(MARK).strip() in came, (path.name, piece.number)
                compared += 1
    assert compared > 100


def test_the_card_of_another_forgets_who_was_erased_however_it_named_them(scope, bring):
    quoted = "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Came with =42=65=6E Varga, twice=0D=0Aand back"
    old = f"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Falk;Dora\r\nFN:Dora Falk\r\n{quoted}\r\nEND:VCARD\r\n"
    nested = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Varga\r\nTEL:0123\r\nEND:VCARD\r\n"
    outer = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Elin Tove\r\nAGENT:\r\n" + nested + "TEL:1\r\nEND:VCARD\r\n"
    ada = card("a", "Ada Moss", "X-ODD:1", "NOTE:Rows with Ben Va\r\n rga\\, sings")
    bring(ada + card("b", "Ben Varga") + old + outer)
    erasures.erase(scope, person=only(scope, "Ben Varga").key)
    text = out(scope)
    assert "Varga" not in text.replace("\r\n ", "")
    assert "BEN" not in text.upper().replace("=42=65=6E", "BEN")
    assert text.startswith(ada.replace("Ben Va\r\n rga", "…"))
    assert [said.name for said in read(text.encode())] == ["Ada Moss", "Dora Falk", "Elin Tove"]
    assert read(text.encode())[1].notes == "Came with …, twice\nand back"
