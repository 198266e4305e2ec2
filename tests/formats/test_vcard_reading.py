from __future__ import annotations

import base64

import pytest

from acquaint.formats.particulars import Address, Handle, NameParts, Picture
from acquaint.formats.records import Employment, Origin, PersonRecord, Point
from acquaint.formats.vcard.reading import read
from tests.formats.test_vcard_lines import card

JPEG = b"\xff\xd8\xff\xe0picture"
PNG = b"\x89PNG\r\n\x1a\npicture"
JPEG64, PNG64 = (base64.b64encode(data).decode() for data in (JPEG, PNG))


def person(*lines: str | bytes, version: str = "3.0", name: bool = True, groups=()) -> PersonRecord:
    told = read(card(*(["FN:Bela Dahlsen"] if name else []), *lines, version=version), Origin("f", 1), groups)
    assert told is not None
    return told


def values(told: PersonRecord, kind: str) -> list[str]:
    return [point.value for point in told.points if point.kind == kind]


# ── Nothing is cut ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_bare_comma_cuts_no_text(version):
    told = person(
        "FN:Mr. Bela Dahlsen, Jan Eberwick Sr.",
        "NOTE:Met at the café, likes chess; plays well",
        "TITLE:Head, of things",
        "LABEL;HOME:Main 1, Springfield",
        "HOBBY:chess, go",
        "ADR;HOME:;;Main 1, rear;Springfield;;;",
        version=version,
        name=False,
    )
    assert told.name == "Mr. Bela Dahlsen, Jan Eberwick Sr."
    assert told.notes == "Met at the café, likes chess; plays well"
    assert told.more.titles == ("Head, of things",)
    assert told.interests == ("chess, go",)
    assert told.more.addresses[0].street == "Main 1, rear"
    assert told.more.addresses[0].formatted == "Main 1, Springfield"


def test_only_lists_are_split_at_commas():
    told = person(r"NICKNAME:Bel,Lala\, the first", r"CATEGORIES:a b,c\,d,,e")
    assert told.aliases == ("Bel", "Lala, the first")
    assert told.more.categories == ("a b", "c,d", "e")


def test_escapes_are_undone_and_unknown_ones_kept():
    told = person(r"NOTE:a\nb\Nc\, d\; e\\ f\: g\" h\x i\\n", "URL:http\\://example.org/x")
    assert told.notes == 'a\nb\nc, d; e\\ f: g" h\\x i\\n'
    assert values(told, "profile") == ["http://example.org/x"]


def test_version_2_1_escapes_little():
    told = person("N:;A\\;B\\\\;C", "NOTE:C:\\new\\;x", name=False, version="2.1")
    assert told.more.parts == NameParts(given="A;B\\", additional="C")
    assert told.notes == "C:\\new;x"


def test_an_encoded_semicolon_parts_nothing():
    told = person(
        "ADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Stra=C3=9Fe 1=3B links;Bonn;;;", version="2.1"
    )
    assert (told.more.addresses[0].street, told.more.addresses[0].locality) == ("Straße 1; links", "Bonn")


# ── Letters ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("NOTE:Größe".encode("cp1252"), "Größe"),
        (b"NOTE;CHARSET=ISO-8859-2:" + "łąka".encode("iso8859_2"), "łąka"),
        (b"NOTE;CHARSET=SHIFT_JIS:" + "表示".encode("cp932"), "表示"),
        (b"NOTE;CHARSET=no-such-thing:" + "Größe".encode(), "Größe"),
        (b"NOTE;CHARSET=UTF-8:" + "Größe".encode("cp1252"), "Größe"),
        (b"NOTE;CHARSET=WINDOWS-1251;QUOTED-PRINTABLE:=CC=E8=F0", "Мир"),
        (b"NOTE;ENCODING=b:" + base64.b64encode("Größe".encode()), "Größe"),
        ("NOTE:ÑÑÑÑÑÑÑÑÑÑ".encode()[:-1], "ÑÑÑÑÑÑÑÑÑ\ufffd"),
        (b"NOTE:a\0b", "ab"),
    ],
)
def test_letters_are_read_as_declared_then_as_utf8_then_by_guess(line, note):
    assert person(line, version="2.1").notes == note


def test_the_guess_follows_what_the_card_says_elsewhere():
    declared = person(
        "NOTE:Αθήνα".encode("cp1253"), b"LABEL;CHARSET=Windows-1253;QUOTED-PRINTABLE:=E8", version="2.1"
    )
    by_language = person("N;LANGUAGE=ru:x", "NOTE:Мир и труд".encode("cp1251"), version="2.1")
    assert (declared.notes, by_language.notes) == ("Αθήνα", "Мир и труд")


def test_a_wide_letter_that_ends_in_a_backslash_escapes_nothing():
    told = person(b"N;CHARSET=SHIFT_JIS:" + "表;能".encode("cp932") + b";;;", name=False, version="2.1")
    assert (told.more.parts.family, told.more.parts.given) == ("表", "能")


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Bela  Dahlsen ", "N:Other;Name"), "Bela Dahlsen"),
        (("N:Dahlsen;Bela;Jan;Dr.;Jr.",), "Dr. Bela Jan Dahlsen Jr."),
        (("N:Mononym",), "Mononym"),
        (("FN:", "N:;;;;", "ORG:Amber Labs;Research"), "Amber Labs"),
        (("FN", "EMAIL:bela@example.com"), "bela@example.com"),
        (("TEL:1234567",), "1234567"),
        (("NICKNAME:Bel",), "Bel"),
        (("X-SKYPE:bela.d",), "bela.d"),
    ],
)
def test_a_name_is_found_wherever_one_stands(lines, name):
    assert person(*lines, name=False).name == name


def test_nobody_is_made_of_nothing():
    assert read(card("BDAY:1980-03-21", "GEO:1;2"), Origin("f", 1)) is None


def test_letters_behind_a_name_are_told_apart():
    told = person("FN:Aoife Reyes, PhD, MBA", name=False)
    assert (told.name, told.credentials) == ("Aoife Reyes", "PhD, MBA")


def test_other_forms_of_the_name_become_aliases():
    told = person(
        "FN;LANGUAGE=en:Taro Yamada",
        "FN;PREF=1;LANGUAGE=jp:山田太郎",
        "N;ALTID=1:Yamada;Taro",
        "N;ALTID=1:山田;太郎",
        "X-MAIDENNAME:Iser",
        version="4.0",
        name=False,
    )
    assert told.name == "山田太郎"
    assert set(told.aliases) == {"Taro Yamada", "太郎 山田", "Iser"}


def test_sounds_and_order_of_a_name():
    told = person("N:Yamada;Taro", "X-PHONETIC-FIRST-NAME:tah-roh", "SORT-STRING:Yamada")
    assert (told.more.parts.phonetic, told.more.parts.sort_as) == ("tah-roh", "Yamada")
    assert person('N;SORT-AS="Harten,Rene":van der Harten;Rene').more.parts.sort_as == "Harten,Rene"


# ── Ways to reach somebody ───────────────────────────────────────────────────────────────────────


def test_points_keep_their_labels_and_the_preferred_come_first():
    told = person(
        "TEL;TYPE=HOME,VOICE:111111",
        "TEL;TYPE=WORK;TYPE=FAX;PREF=50:222222",
        "item1.TEL;type=pref:333333",
        "item1.X-ABLabel:_$!<Main>!$_",
        "item2.EMAIL;TYPE=INTERNET:mailto:bela@example.com",
        "item2.X-ABLabel:Boat club",
        "TEL;VALUE=uri;TYPE=cell:tel:+1-555-0100;ext=7",
    )
    assert told.points == (
        Point("email", "bela@example.com", "Boat club"),
        Point("phone", "333333", "main"),
        Point("phone", "222222", "work fax"),
        Point("phone", "111111", "home"),
        Point("phone", "+1-555-0100;ext=7", "cell"),
    )


def test_pages_and_profiles():
    told = person(
        "URL;TYPE=work:https://example.org",
        "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/bela-dahlsen",
        "SOCIALPROFILE;SERVICE-TYPE=GitHub:https://github.com/bela",
        "X-SOCIALPROFILE;type=twitter;x-user=beladah:x-apple:beladah",
    )
    assert [(point.value, point.label) for point in told.points] == [
        ("https://example.org", "work"),
        ("https://www.linkedin.com/in/bela-dahlsen", "linkedin"),
        ("https://github.com/bela", "github"),
    ]
    assert told.more.handles == (Handle("twitter", "beladah", "twitter"),)


def test_chats_old_and_new():
    told = person(
        "IMPP;X-SERVICE-TYPE=Skype;TYPE=home:skype:bela",
        "IMPP:xmpp:bela@example.org",
        "X-ICQ:1234",
        "X-messaging/irc-All:bela_",
        "TEL:sip:bela@example.net",
    )
    assert told.more.handles == (
        Handle("skype", "bela", "home"),
        Handle("xmpp", "bela@example.org"),
        Handle("icq", "1234"),
        Handle("irc", "bela_"),
        Handle("sip", "bela@example.net"),
    )


def test_addresses_with_parts_and_with_what_stands_on_the_envelope():
    told = person(
        "ADR;TYPE=home:Box 9;rear;Main 1;Springfield;OR;12345;USA",
        "item1.ADR;TYPE=work:;;Dock 4\\nPier 9;Hamburg;;20457;",
        "item1.X-ABADR:de",
        "LABEL;TYPE=home:To Bela\\nMain 1",
        "LABEL;TYPE=work:Dock",
        "LABEL:Elsewhere",
    )
    assert told.more.addresses == (
        Address("home", "Box 9", "rear", "Main 1", "Springfield", "OR", "12345", "USA", "To Bela\nMain 1"),
        Address("work", "", "", "Dock 4\nPier 9", "Hamburg", "", "20457", "", "Dock"),
        Address(formatted="Elsewhere"),
    )
    assert values(told, "postal") == ["To Bela\nMain 1", "Dock", "Elsewhere"]


# ── The rest ─────────────────────────────────────────────────────────────────────────────────────


def test_organizations_with_departments_and_titles():
    told = person("ORG:Amber\\, Labs;Research;Lab 3;", "TITLE:Analyst", "ROLE:Counting", "TITLE:Author")
    assert told.positions == (Employment("Amber, Labs", "Analyst"),)
    assert (told.more.departments, told.more.titles) == (("Research, Lab 3",), ("Author",))
    assert told.more.roles == ("Counting",)


def test_titles_find_the_organization_of_their_group():
    told = person("item1.ORG:Amber", "item2.ORG:Birch", "item2.TITLE:Editor", "item1.TITLE:Analyst")
    assert told.positions == (Employment("Amber", "Analyst"), Employment("Birch", "Editor"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"PHOTO;ENCODING=b;TYPE=PNG:{PNG64}", Picture("image/png", PNG)),
        (f"PHOTO;ENCODING=BASE64;JPEG:{JPEG64.rstrip('=')}", Picture("image/jpeg", JPEG)),
        (f"PHOTO;BASE64:{JPEG64}", Picture("image/jpeg", JPEG)),
        (f"PHOTO:data:image/png;base64,{PNG64}", Picture("image/png", PNG)),
        (f"PHOTO:data:image/png\\;base64\\,{PNG64}", Picture("image/png", PNG)),
        (f"PHOTO:{JPEG64 if JPEG64.startswith('/9j/') else ''}", Picture("image/jpeg", JPEG)),
        ("PHOTO;VALUE=URI:https://example.org/a.jpg", Picture(uri="https://example.org/a.jpg")),
        ("PHOTO;ENCODING=b;TYPE=PNG:PHN2Zz4=", Picture("", b"<svg>")),
    ],
)
def test_pictures_are_handed_over_as_bytes_and_told_by_their_first(line, found):
    assert person(line).more.pictures == (found,)


def test_names_of_rfc_9554_and_others_in_one_word():
    told = person(
        "PRONOUNS;LANGUAGE=en:they/them",
        "CREATED:20240101T000000Z",
        "REV:20250101T000000Z",
        "GENDER:O;agender",
        "LANG:fr",
        "TZ:Europe/Paris",
        "KIND:individual",
        "INTEREST;LEVEL=high:orchids",
        version="4.0",
    )
    more = told.more
    assert (told.pronouns, told.interests) == ("they/them", ("orchids",))
    assert (more.created, more.revised) == ("20240101T000000Z", "20250101T000000Z")
    assert (more.gender, more.languages, more.zone) == ("O;agender", ("fr",), "Europe/Paris")


def test_several_notes_are_all_kept():
    assert person("NOTE:one", "NOTE:two", "NOTE:one").notes == "one\n\ntwo"


def test_what_is_not_understood_is_named():
    told = person("X-FOO:bar", "KEY:abc", "half a line", "X-FOO:baz")
    assert (told.more.kept, told.more.strays) == (("X-FOO", "KEY"), ("half a line",))


def test_companies_and_groups_are_said_to_be_such():
    assert person("X-ABSHOWAS:COMPANY").more.kind == "org"
    assert person("KIND:ORG", version="4.0").more.kind == "org"


@pytest.mark.parametrize(
    ("uid", "key"),
    [
        ("urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "uid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        ("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6:ABPerson", "uid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        ("Card-7@Example", "uid:Card-7@Example"),
    ],
)
def test_a_person_is_known_by_the_uid(uid, key):
    assert person(f"UID:{uid}").key == key


def test_without_a_uid_a_person_is_known_by_name_and_first_address():
    same = person("EMAIL:a@example.com"), person("NOTE:later", "EMAIL:a@example.com")
    other = person("FN:Cora Eberwick", "EMAIL:a@example.com", name=False)
    assert same[0].key == same[1].key != other.key
    assert len(person(f"UID:{'x' * 5_000}").key) < 300


@pytest.mark.parametrize(
    ("line", "codec"), [("NOTE:Größe", "utf-8"), ("NOTE:Größe".encode("cp1252"), "latin-1")]
)
def test_the_raw_card_gives_its_bytes_again(line, codec):
    one = card("FN:Bela", line, version="2.1")
    told = read(one, Origin("f", 1))
    assert told.more.codec == codec
    assert told.raw.encode(codec) == one.raw
