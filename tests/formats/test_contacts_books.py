from __future__ import annotations

import pytest

from acquaint.formats.archives import RefusedError, open_source
from acquaint.formats.contacts import address_books
from acquaint.formats.particulars import Address, Dated, Handle
from acquaint.formats.records import Employment, Party, Point
from tests.formats import listing, making
from tests.formats.listing import table

GOOGLE_HEADER = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,"
    "Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,"
    "Custom Field 1 - Value"
)
GOOGLE = GOOGLE_HEADER.split(",")


def google(**cells: str) -> list[str]:
    return [cells.get(heading.lower().replace(" ", "_").replace("-", ""), "") for heading in GOOGLE]


def one(folder, header, row, importer=None):
    (person,) = listing.people(listing.said(listing.write(folder, table(header, row)), importer))
    return person


def test_all_that_a_google_row_tells_is_kept(tmp_path):
    row = google(
        first_name="Bela",
        last_name="Dahlsen",
        name_suffix="PhD",
        nickname="Bel",
        organization_name="Amber Labs",
        organization_title="Analyst",
        organization_department="Research",
        birthday="--03-21",
        notes="Met at the fair,\nlikes chess",
        labels="* myContacts ::: Harbour",
        email_1__label="* Work",
        email_1__value="bela@amber.example ::: b.d@amber.example",
        phone_1__label="Mobile",
        phone_1__value="+44 20 7946 0000",
        address_1__label="Home",
        address_1__formatted="1 Quay\nHarbourtown",
        address_1__street="1 Quay",
        address_1__city="Harbourtown",
        relation_1__label="Sister",
        relation_1__value="Runa Dahlsen",
        event_1__label="First day",
        event_1__value="2020-02-01",
        custom_field_1__label="Soup",
        custom_field_1__value="leek",
    )
    person = one(tmp_path, GOOGLE, row, address_books.Google())
    assert (person.name, person.credentials, person.aliases) == ("Bela Dahlsen", "PhD", ("Bel",))
    assert person.birthday == "--03-21"
    assert person.positions == (Employment("Amber Labs", "Analyst"),)
    assert person.points == (
        Point("email", "bela@amber.example", "work"),
        Point("email", "b.d@amber.example", "work"),
        Point("phone", "+44 20 7946 0000", "mobile"),
        Point("postal", "1 Quay\nHarbourtown", "home"),
    )
    assert person.notes == "Met at the fair,\nlikes chess\nSoup: leek"
    more = person.more
    assert more.categories == ("myContacts", "Harbour")
    assert more.departments == ("Research",)
    assert more.dates == (Dated("other", "2020-02-01", "first day"),)
    assert [(said.kind, said.party.name) for said in more.relations] == [("sister", "Runa Dahlsen")]
    assert more.addresses == (
        Address("home", street="1 Quay", locality="Harbourtown", formatted="1 Quay\nHarbourtown"),
    )


def test_the_preferred_address_stands_first(tmp_path):
    header = "First Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value"
    row = ["Bela", "Home", "b@home.example", "* Work", "b@work.example"]
    assert listing.points(one(tmp_path, header, row), "email") == [
        ("b@work.example", "work"),
        ("b@home.example", "home"),
    ]


def test_who_referred_somebody_in_outlook_introduced_them(tmp_path):
    header = (
        "First Name,Last Name,E-mail Address,E-mail 2 Address,E-mail 3 Address,Referred By,Priority,Private"
    )
    row = ["Bela", "Dahlsen", "b@x.example", "", "", "Cora Eberwick", "Normal", "False"]
    person = one(tmp_path, header, row, address_books.Outlook())
    assert person.introduced_by == Party("Cora Eberwick")
    assert person.notes == ""


def test_a_german_desktop_export_in_its_code_page(tmp_path):
    emails = "E-Mail-Adresse;E-Mail 2: Adresse;E-Mail 3: Adresse"
    header = f"Anrede;Vorname;Nachname;Firma;{emails};Straße privat;Geburtstag"
    text = f"{header}\r\nFrau;Jürgen;Müßig;Öl & Söhne;j@x.example;;;Straße 1;0.0.00\r\n"
    path = listing.write(tmp_path, text.encode("cp1252"))
    told = listing.said(path, address_books.Outlook())
    (person,) = listing.people(told)
    assert person.name == "Frau Jürgen Müßig"
    assert person.birthday == ""
    assert person.positions == (Employment("Öl & Söhne"),)
    assert listing.remarks(told) == ["encoding"]


@pytest.mark.parametrize(
    ("encoding", "header", "name"),
    [
        ("cp1251", "Имя,Фамилия,Телефон,Компания", "Иван Петров"),
        ("cp932", "氏名,電話番号,会社名,メール", "山田太郎"),
        ("gb18030", "姓名,电话,公司,邮箱", "张三"),
        ("cp1250", "Imię,Nazwisko,Telefon,Stanowisko", "Łucja Żak"),
        ("utf-16", "Name,Phone,Company,Notes", "Zoë Ångström"),
        ("utf-8-sig", "Name,Phone,Company,Notes", "Zoë Ångström"),
    ],
)
def test_the_headings_tell_in_which_code_page_they_stand(tmp_path, encoding, header, name):
    cells = name.split(" ") if header.split(",")[1] in {"Фамилия", "Nazwisko"} else [name, "1234567"]
    row = ",".join([*cells, "1234567", "x"][:4])
    path = listing.write(tmp_path, f"{header}\n{row}\n".encode(encoding))
    assert [person.name for person in listing.people(listing.said(path))] == [name]


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp932", ["山田太郎", "佐藤さくら"]),
        ("cp949", ["김철수", "서울 강남구"]),
        ("gb18030", ["王小明", "张伟", "北京海淀"]),
        ("big5", ["王小明", "陳大文"]),
        ("cp1251", ["Иван Петров", "Ольга Смирнова"]),
        ("cp1253", ["Γιώργος Παπαδόπουλος"]),
        ("cp1252", ["Jörg Müßig", "François Élise", "José Ñúñez"]),
        ("cp1252", ["Åse Øye", "“Zoë” Ångström"]),
    ],
)
def test_where_the_headings_are_ascii_the_cells_tell_the_code_page(tmp_path, encoding, names):
    text = "Name,E-mail\n" + "".join(f"{name},x{at}@x.example\n" for at, name in enumerate(names))
    told = listing.said(listing.write(tmp_path, text.encode(encoding)))
    assert [person.name for person in listing.people(told)] == names
    assert listing.remarks(told) == ["encoding"]


def test_the_person_may_say_how_a_file_is_written(tmp_path):
    path = listing.write(tmp_path, "Name,Phone\nŁucja,1234567\n".encode("cp1250"))
    assert listing.people(listing.said(path))[0].name == "£ucja"
    told = listing.said(path, address_books.Tables().answered({}, "cp1250"))
    assert listing.people(told)[0].name == "Łucja"


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Name,Vorname,Telefon", ["Dahlsen", "Bela", "1"], "Bela Dahlsen"),
        ("Nom,Prénom,Téléphone", ["Dahlsen", "Bela", "1"], "Bela Dahlsen"),
        ("Nombre,Apellidos,Teléfono", ["Bela", "Dahlsen", "1"], "Bela Dahlsen"),
        ("Nombre,Teléfono,Empresa", ["Bela Dahlsen", "1", ""], "Bela Dahlsen"),
        ("Title,First Name,Last Name,Job Title", ["Dr.", "Bela", "Dahlsen", "Analyst"], "Dr. Bela Dahlsen"),
        ("First Name,Last Name,Suffix,Email", ["Bela", "Dahlsen", "Jr.", ""], "Bela Dahlsen Jr."),
        ("Name,Company", ["", "Amber Labs"], "Amber Labs"),
        ("Name,Email", ["", "b@x.example"], "b@x.example"),
    ],
)
def test_what_somebody_is_called(tmp_path, header, row, name):
    assert one(tmp_path, header, row).name == name


def test_a_company_without_a_person_is_an_organization(tmp_path):
    header = "Name,Company,Phone"
    path = listing.write(tmp_path, table(header, ["", "Amber Labs", "1234567"]))
    told = listing.said(path)
    assert listing.people(told)[0].more.kind == "org"
    assert listing.remarks(told) == ["unnamed"]


def test_formulas_are_text(tmp_path):
    row = ['=HYPERLINK("http://evil.example")', "+44 20 7946 0000", "@cmd", "-2+3"]
    person = one(tmp_path, "Name,Phone,Notes,Company", row)
    assert person.name == row[0]
    assert listing.points(person, "phone") == [("+44 20 7946 0000", "")]
    assert person.notes == "@cmd"
    assert person.positions[0].organization == "-2+3"


def test_a_column_nobody_knows_stays_in_the_notes_and_is_listed(tmp_path):
    path = listing.write(tmp_path, table("Name,Email,Favourite soup", ["Bela", "b@x.example", "leek"]))
    told = listing.said(path)
    assert listing.people(told)[0].notes == "Favourite soup: leek"
    warned = [said.reason.facts for said in told if getattr(said, "reason", None)]
    assert warned == [{"columns": "Favourite soup"}]


def test_several_in_one_cell_are_several_and_a_comma_in_a_word_is_none(tmp_path):
    header = "Name,Emails,Phones,Tags"
    row = ["Bela", "a@x.example; b@x.example, c@x.example", "1234567, 7654321", "chess; harbour"]
    person = one(tmp_path, header, row)
    assert [value for value, _ in listing.points(person, "email")] == [f"{n}@x.example" for n in "abc"]
    assert [value for value, _ in listing.points(person, "phone")] == ["1234567", "7654321"]
    assert person.more.categories == ("chess", "harbour")


def test_values_that_are_no_address_stay_as_they_were_written(tmp_path):
    person = one(tmp_path, "Name,Email,Phone,Skype", ["Bela", "ask, later", "at work", "bela.d"])
    assert listing.points(person, "email") == [("ask, later", "")]
    assert listing.points(person, "phone") == [("at work", "")]
    assert person.more.handles == (Handle("skype", "bela.d"),)


# ── Who is who ───────────────────────────────────────────────────────────────────────────────────


def keys(folder, *rows):
    told = listing.said(listing.write(folder, table("Name,Email,Phone", *rows)))
    return {(person.name, person.points[0].value): person.key for person in listing.people(told)}


def test_a_changed_address_is_a_change_of_the_same_person(tmp_path):
    before = keys(tmp_path, ["Bela Dahlsen", "old@x.example", "1"])
    after = keys(tmp_path, ["Bela Dahlsen", "new@x.example", "1"])
    assert set(before.values()) == set(after.values())


def test_namesakes_are_told_apart_whatever_their_order(tmp_path):
    first, second = ["Bela Dahlsen", "a@x.example", ""], ["Bela  DAHLSEN", "b@x.example", ""]
    there = keys(tmp_path, first, second)
    back = keys(tmp_path, second, first)
    assert there == back
    assert len(set(there.values())) == 2


def test_rows_that_say_the_same_have_keys_of_their_own(tmp_path):
    told = listing.said(listing.write(tmp_path, table("Name,Email", *[["Bela", "b@x.example"]] * 3)))
    assert len({person.key for person in listing.people(told)}) == 3


def test_a_number_of_the_source_is_the_key(tmp_path):
    person = one(tmp_path, "Contact ID,Name,Email", ["17", "Bela", "b@x.example"])
    assert person.key.endswith(":id:17")


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["03/04/1990", "20/01/1991"], ["1990-04-03", "1991-01-20"]),
        (["03/04/1990", "01/20/1991"], ["1990-03-04", "1991-01-20"]),
        (["03.04.1990", "1604-12-08", "0/0/00"], ["1990-04-03", "--12-08", ""]),
        (["1/2/85", "13/2/85"], ["1985-02-01", "1985-02-13"]),
        (["1980-05-17 00:00:00", "17 May 1980", "May 1980"], ["1980-05-17", "1980-05-17", "1980-05"]),
    ],
)
def test_other_rows_tell_the_order_of_a_date(tmp_path, cells, dates):
    rows = [[f"P{n}", cell] for n, cell in enumerate(cells)]
    told = listing.said(listing.write(tmp_path, table("Name,Birthday", *rows)))
    assert [person.birthday for person in listing.people(told)] == dates


def test_a_date_that_may_be_two_is_kept_as_written_and_said(tmp_path):
    told = listing.said(listing.write(tmp_path, table("Name,Birthday", ["Bela", "03/04/1990"])))
    (person,) = listing.people(told)
    assert (person.birthday, person.notes) == ("", "Birthday: 03/04/1990")
    assert listing.remarks(told) == ["dates_unclear"]


@pytest.mark.parametrize("cell", ["someday", "31/02/1990", "1990-13-01", "99/99/9999"])
def test_a_date_that_is_none_is_kept_as_written(tmp_path, cell):
    person = one(tmp_path, "Name,Birthday", ["Bela", cell])
    assert (person.birthday, person.notes) == ("", f"Birthday: {cell}")


# ── Files ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    text = table("Name,Email,Notes", ["Bela", "b@x.example", "a,b;c"], delimiter=delimiter)
    (person,) = listing.people(listing.said(listing.write(tmp_path, text, "people.tsv")))
    assert (person.name, person.notes) == ("Bela", "a,b;c")


def test_words_before_the_headings_are_passed_over(tmp_path):
    text = "My contacts\nexported today, by hand\n\n" + table("Name,Email", ["Bela", "b@x.example"])
    assert len(listing.people(listing.said(listing.write(tmp_path, text)))) == 1


def test_a_zip_of_tables_is_read_and_the_rest_is_named(tmp_path):
    files = {"a/people.csv": table("Name,Email", ["Bela", "b@x.example"]), "notes.md": "x", "b.xlsx": "y"}
    told = listing.said(making.make_zip(tmp_path / "all.zip", files))
    assert [person.name for person in listing.people(told)] == ["Bela"]
    assert listing.remarks(told) == ["unknown_file", "workbook_inside"]


def test_there_is_no_cap_on_rows(tmp_path):
    rows = [[f"Person {n}", f"p{n}@x.example"] for n in range(6000)]
    assert len(listing.people(listing.said(listing.write(tmp_path, table("Name,Email", *rows))))) == 6000


def test_a_table_that_names_nobody_is_not_read_but_asked_about(tmp_path):
    path = listing.write(tmp_path, "soup;spoon\nleek;big\n")
    told = listing.said(path)
    assert [said.reason.code for said in told] == ["mapping_needed"]
    with open_source(path) as source:
        (question,) = address_books.Tables().questions(source)
    assert question.proposal.asked == (0, 1)


def test_an_encoding_nobody_knows_is_refused():
    with pytest.raises(LookupError):
        address_books.Tables().answered({}, "klingon")


@pytest.mark.parametrize("odd", ["\u2028", "\x0b", "\x1c", "\x85"])
def test_a_mark_that_only_some_take_for_a_line_end_is_none(tmp_path, odd):
    text = f"Name,Email,No{odd}tes\nBela,b@x.example,one{odd}two\n"
    (person,) = listing.people(listing.said(listing.write(tmp_path, text)))
    assert f"one{odd}two" in person.notes


def test_lines_that_end_as_on_an_old_desktop(tmp_path):
    (person,) = listing.people(listing.said(listing.write(tmp_path, "Name,Email\rBela,b@x.example\r")))
    assert person.name == "Bela"


def test_a_bomb_is_refused(tmp_path):
    path = making.make_zip(tmp_path / "a.zip", {"people.csv": "Name,Email\n" + "a" * 20_000_000})
    with open_source(path) as source, pytest.raises(RefusedError):
        list(address_books.Tables().read(source))
