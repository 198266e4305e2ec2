from __future__ import annotations

import pytest

from acquaint.formats import reasons, registry
from acquaint.formats.archives import open_source
from acquaint.formats.records import Ignored, PersonRecord, Reject, Skipped, Warned
from acquaint.formats.vcard import VCards
from acquaint.formats.vcard.limits import Limits
from tests.formats import making
from tests.formats.contract import ImporterContract


def vcf(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


BELA = vcf("FN:Bela Dahlsen", "UID:bela", "EMAIL:bela@example.com")
CORA = vcf("FN:Cora Eberwick", "UID:cora", "NOTE:likes chess, tea")
GROUP = vcf("FN:Book club", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:bela")


@pytest.fixture(autouse=True)
def _in_the_table(monkeypatch):
    # not in the table until an import can store all that a card tells
    monkeypatch.setitem(registry.TABLE, "vcard", "acquaint.formats.vcard:VCards")


def read(path, limits: Limits | None = None) -> list:
    with open_source(path) as source:
        return list(VCards(limits or Limits()).read(source))


def people(said: list) -> dict[str, PersonRecord]:
    return {one.name: one for one in said if isinstance(one, PersonRecord)}


def of(said: list, kind: type) -> list:
    return [one for one in said if isinstance(one, kind)]


def write(folder, content: str | bytes, name: str = "a.vcf"):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


class TestVCards(ImporterContract):
    kind = "vcard"
    rows = 7

    def sample(self, folder):
        return making.make_zip(
            folder / "book.zip",
            {
                "all.vcf": BELA + "stray text\r\n" + vcf("BDAY:1980-01-01") + CORA + vcf("FN:", "TEL:"),
                "more/dora.vcf": vcf("FN:Dora Falkbeck", "BEGIN:VCARD", "FN:Elin Tove", "END:VCARD", "TEL:1"),
                "more/picture.jpg": b"\xff\xd8",
            },
        )


def test_a_file_a_folder_and_a_zip_tell_the_same_people(tmp_path):
    whole = write(tmp_path, BELA + CORA)
    folder = making.make_folder(tmp_path / "vdir", {"1.vcf": BELA, "sub/2.VCF": CORA, "color": "#fff"})
    packed = making.make_zip(tmp_path / "b.zip", {"x/all.vcf": BELA + CORA})
    keys = [{one.key for one in people(read(path)).values()} for path in (whole, folder, packed)]
    assert keys == [{"uid:bela", "uid:cora"}] * 3


def test_a_card_under_another_name_is_known_by_its_content(tmp_path):
    for name in ("contacts.txt", "contacts.vcf4", "contacts"):
        assert people(read(write(tmp_path, BELA, name)))
    assert VCards().sniff(open_source(write(tmp_path, BELA.encode("utf-16"), "b.vcf")))


@pytest.mark.parametrize("order", [GROUP + BELA + CORA, BELA + CORA + GROUP])
def test_a_group_becomes_a_category_of_its_members_and_nobody(tmp_path, order):
    said = read(write(tmp_path, order))
    found = people(said)
    assert found.keys() == {"Bela Dahlsen", "Cora Eberwick", "Book club"}
    assert found["Bela Dahlsen"].more.categories == ("Book club",)
    assert found["Cora Eberwick"].more.categories == ()
    assert found["Book club"].more.kind == "group"
    assert found["Book club"].raw.encode() == GROUP.encode()


def test_a_group_may_stand_in_another_file(tmp_path):
    group = vcf("FN:Team", "KIND:group", "MEMBER:urn:uuid:cora", version="4.0")
    folder = making.make_folder(tmp_path / "v", {"1.vcf": CORA, "2.vcf": group})
    assert people(read(folder))["Cora Eberwick"].more.categories == ("Team",)


@pytest.mark.parametrize("kind", ["location", "device", "application"])
def test_places_and_devices_are_nobody(tmp_path, kind):
    card = vcf("FN:Room 5", f"KIND:{kind}", version="4.0")
    [said] = read(write(tmp_path, card))
    assert (said.more.kind, said.raw) == (kind, card)


def test_what_is_nobody_and_has_no_name_is_passed_over(tmp_path):
    [said] = read(write(tmp_path, vcf("KIND:device", "REV:1", version="4.0")))
    assert isinstance(said, Ignored)
    assert reasons.word(said.reason) == "Not a person: device."


def test_a_broken_card_is_told_and_takes_no_neighbour_along(tmp_path):
    broken = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Open Ended\r\nNOTE:kept\r\n"
    said = read(write(tmp_path, broken + BELA + "what is this?\r\n" + vcf("X-A:1") + CORA))
    assert people(said).keys() == {"Open Ended", "Bela Dahlsen", "Cora Eberwick"}
    assert [(one.origin.line, one.reason.code) for one in of(said, Reject)] == [
        (11, "outside_card"),
        (12, "nameless"),
    ]
    assert [one.raw for one in of(said, Reject)] == ["what is this?\r\n", vcf("X-A:1")]
    [warned] = of(said, Warned)
    assert (warned.origin.line, warned.reason.code) == (1, "unended")


def test_letters_that_were_guessed_are_told(tmp_path):
    said = read(write(tmp_path, vcf("FN:Björn").encode("cp1252") + BELA.encode()))
    assert people(said).keys() == {"Björn", "Bela Dahlsen"}
    [warned] = of(said, Warned)
    assert reasons.word(warned.reason) == "Some lines are not UTF-8; they were read as cp1252."


def test_a_card_alone_in_its_file_may_be_named_by_it(tmp_path):
    nameless = vcf("BDAY:1980-03-21", "ADR:;;Main 1;;;;")
    said = read(write(tmp_path, nameless, "Bela_Dahlsen.vcf"))
    assert people(said)["Bela Dahlsen"].birthday == "1980-03-21"
    assert reasons.word(of(said, Warned)[0].reason).endswith("named after its file: Bela Dahlsen.")
    for content, name in (
        (nameless * 2, "Bela.vcf"),
        (nameless, "5f3a0c1e-77aa-41d2.vcf"),
        (nameless, "1.vcf"),
    ):
        said = read(write(tmp_path, content, name))
        assert {one.reason.code for one in said} == {"nameless"}
        assert len(said) == content.count("BEGIN")


def test_two_people_under_one_uid_stay_two(tmp_path):
    said = people(read(write(tmp_path, BELA + vcf("FN:Dora Falkbeck", "UID:bela"))))
    assert len({one.key for one in said.values()}) == 2


def test_one_person_twice_keeps_the_key(tmp_path):
    said = read(write(tmp_path, BELA + vcf("FN:Bela Dahlsen-Tove", "UID:bela")))
    assert {one.key for one in of(said, PersonRecord)} == {"uid:bela"}


def test_a_file_with_no_card_says_so(tmp_path):
    for content in (b"", b"\xef\xbb\xbf", b"\r\n\r\n"):
        [warned] = read(write(tmp_path, content))
        assert warned.reason.code == "no_card"


def test_past_the_limit_of_cards_nothing_is_read_and_that_is_said(tmp_path):
    said = read(write(tmp_path, BELA + CORA + BELA), Limits(cards=2))
    assert len(of(said, PersonRecord)) == 2
    [reject] = of(said, Reject)
    assert (reject.origin.line, reject.reason.code) == (13, "too_many_cards")


def test_a_card_past_a_limit_is_a_reject_with_its_beginning(tmp_path):
    big = vcf("FN:Big", *(f"TEL:{number}" for number in range(600)))
    said = read(write(tmp_path, BELA + big + CORA))
    assert people(said).keys() == {"Bela Dahlsen", "Cora Eberwick"}
    [reject] = of(said, Reject)
    assert reasons.word(reject.reason) == "The card has more than 500 properties; that is the limit."
    assert "FN:Big" in reject.raw


def test_a_damaged_zip_keeps_what_was_read_before_the_damage(tmp_path):
    path = making.make_zip(tmp_path / "a.zip", {"a.vcf": BELA * 50})
    data = bytearray(path.read_bytes())
    data[60:64] = b"\0\0\0\0"
    path.write_bytes(data)
    assert [one.reason.code for one in of(read(path), Warned)][:1] == ["damaged"]


def test_other_files_of_a_folder_are_named(tmp_path):
    folder = making.make_folder(tmp_path / "v", {"1.vcf": BELA, "notes.md": "hello"})
    [skipped] = of(read(folder), Skipped)
    assert skipped.origin.file.endswith("notes.md")


def test_a_nul_reaches_nobody(tmp_path):
    [said] = read(write(tmp_path, vcf("FN:Be\0la", "NOTE:a\0b")))
    assert (said.name, said.notes) == ("Bela", "ab")
    assert "\0" not in said.raw
