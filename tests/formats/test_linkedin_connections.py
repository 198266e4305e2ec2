from __future__ import annotations

import pytest

from acquaint.formats.archives import open_source
from acquaint.formats.linkedin import LinkedIn
from acquaint.formats.records import Ignored, PersonRecord, Reject, Warned
from tests.formats import making
from tests.formats.making import connections, person, table


def read(tmp_path, content: str | bytes, name: str = "Connections.csv") -> list:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with open_source(path) as source:
        assert LinkedIn().sniff(source)
        return list(LinkedIn().read(source))


def people(said) -> list[PersonRecord]:
    return [one for one in said if isinstance(one, PersonRecord)]


def reasons(said, kind) -> list[tuple[int, str]]:
    return [(one.origin.line, one.reason.code) for one in said if isinstance(one, kind)]


THREE = [
    person("Bela", "Dahlsen", "bela-dahlsen", email="b@example.com", company="Amber Labs", title="Analyst"),
    person("Cora", "Eberwick", "cora-eberwick"),
    person("Dora", "Falkbeck", "dora-falkbeck", on="1 Mar 2011"),
]
BARE = table(making.CONNECTIONS, *THREE)
ERAS = {
    "2024": making.NOTES + BARE,
    "no preamble": BARE,
    "quoted notes": '"Notes:"\n"A sentence."\n\n' + BARE,
    "mark": "\ufeff" + making.NOTES + BARE,
    "crlf": (making.NOTES + BARE).replace("\n", "\r\n"),
    "all quoted": making.NOTES + table(making.CONNECTIONS, *THREE, quoted=True),
    "no final newline": (making.NOTES + BARE).rstrip("\n"),
    "semicolons": BARE.replace(",", ";"),
    "tabs": BARE.replace(",", "\t"),
    "sep line": "sep=;\n" + BARE.replace(",", ";"),
    "columns behind": "\n".join(line + ",," for line in BARE.splitlines()),
    "german": BARE.replace(
        making.CONNECTIONS, "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am"
    ),
    "french": BARE.replace(
        making.CONNECTIONS, "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion"
    ),
    "iso dates": BARE.replace("08 Feb 2024", "2024-02-08").replace("1 Mar 2011", "2011-03-01"),
    "german dates": BARE.replace("08 Feb 2024", "08.02.2024").replace("1 Mar 2011", "01.03.2011"),
}


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_era_gives_the_same_people(tmp_path, era, encoding):
    said = read(tmp_path, ERAS[era].encode(encoding))
    found = people(said)
    assert [(one.key, one.name, one.connected_on) for one in found] == [
        ("in/bela-dahlsen", "Bela Dahlsen", "2024-02-08"),
        ("in/cora-eberwick", "Cora Eberwick", "2024-02-08"),
        ("in/dora-falkbeck", "Dora Falkbeck", "2011-03-01"),
    ]
    assert [(point.kind, point.value) for point in found[0].points] == [
        ("profile", making.url("bela-dahlsen")),
        ("email", "b@example.com"),
    ]
    assert (found[0].positions[0].organization, found[0].positions[0].title) == ("Amber Labs", "Analyst")
    assert found[1].positions == ()
    assert not reasons(said, Reject)


def test_before_2022_there_are_no_addresses_and_namesakes_stay_apart(tmp_path):
    header = making.CONNECTIONS.replace("URL,", "")
    rows = [
        ["Bela", "Dahlsen", "", "Amber Labs", "", "08 Feb 2024"],
        ["Bela", "Dahlsen", "", "Birch Press", "", "08 Feb 2024"],
        ["Bela", "Dahlsen", "", "Birch Press", "", "09 Feb 2024"],
        ["Bela", "Dahlsen", "B@Example.com", "", "", "08 Feb 2024"],
    ]
    found = people(read(tmp_path, table(header, *rows)))
    keys = [one.key for one in found]
    assert len(set(keys)) == 4
    assert keys[1] == keys[0] + ":2"
    assert keys[3] == "mail:b@example.com"


def test_hidden_members_are_counted_and_not_made(tmp_path):
    hidden = ["", "", "", "", "", "", "01 Jan 2020"]
    said = read(tmp_path, connections(THREE[0], hidden, hidden))
    assert len(people(said)) == 1
    assert [code for _line, code in reasons(said, Ignored)] == ["hidden_member"] * 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (person("", "", "no-name"), "nameless"),
        (person("Bela", "Dahlsen", "x", on="99 Foo 20xx"), "bad_date"),
        (person("Bela", "Dahlsen", "x", on="05/03/2024"), "bad_date"),
        (person("Bela", "Dahlsen", "x", email="not-an-email"), "bad_email"),
        (["Bela", "Dahlsen", "n/a", "", "", "", "08 Feb 2024"], "bad_address"),
        (["Bela", "Dahlsen", making.url("x"), "", "", "08 Feb 2024"], "too_few_cells"),
        (["Bela", "Dahlsen", making.url("x"), "", "", "", "", "08 Feb 2024"], "too_many_cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_listed_and_costs_nobody_else(tmp_path, row, code):
    said = read(tmp_path, connections(THREE[0], row, THREE[1]))
    assert [one.name for one in people(said)] == ["Bela Dahlsen", "Cora Eberwick"]
    assert reasons(said, Reject) == [(6, code)]


def test_an_unterminated_quote_costs_one_row(tmp_path):
    text = connections(*THREE).replace("Cora,", '"Cora,')
    said = read(tmp_path, text)
    assert [one.name for one in people(said)] == ["Bela Dahlsen", "Dora Falkbeck"]
    assert reasons(said, Reject) == [(6, "unclosed_quote")]


@pytest.mark.parametrize(
    ("first", "last", "name", "credentials"),
    [
        ("Bela", "Reyes, PhD", "Bela Reyes", "PhD"),
        ("Bela, MBA", "Reyes", "Bela Reyes", "MBA"),
        ("Dr. Aoife", "O'Brick-Dahl, MBA, CFA", "Dr. Aoife O'Brick-Dahl", "MBA, CFA"),
        ("Bela 🚀", "Reyes", "Bela 🚀 Reyes", ""),
        ("名前", "苗字", "名前 苗字", ""),
        ("Mononym", "", "Mononym", ""),
        ("", "Reyes", "Reyes", ""),
        ("Bela", "von der Reyes", "Bela von der Reyes", ""),
        ("  Bela ", " Reyes  ", "Bela Reyes", ""),
    ],
)
def test_names_are_kept_as_typed_and_credentials_set_apart(tmp_path, first, last, name, credentials):
    found = people(read(tmp_path, connections(person(first, last, "x"))))
    assert [(one.name, one.credentials) for one in found] == [(name, credentials)]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.linkedin.com/in/Bela-Dahlsen", "in/bela-dahlsen"),
        ("https://www.linkedin.com/in/bela-dahlsen/", "in/bela-dahlsen"),
        ("http://de.linkedin.com/in/bela-dahlsen?trk=x#y", "in/bela-dahlsen"),
        ("www.linkedin.com/in/bela-dahlsen", "in/bela-dahlsen"),
        ("https://www.linkedin.com/in/%E5%90%8D%E5%89%8D", "in/名前"),
        ("https://www.linkedin.com/pub/bela-dahlsen/1/2a/3", "pub/bela-dahlsen/1/2a/3"),
    ],
)
def test_one_member_has_one_key_however_the_address_is_written(tmp_path, address, key):
    row = ["Bela", "Dahlsen", address, "", "", "", "08 Feb 2024"]
    assert [one.key for one in people(read(tmp_path, connections(row)))] == [key]


def test_a_newline_inside_a_cell_is_part_of_it_and_lines_stay_true(tmp_path):
    said = read(tmp_path, connections(person("Bela", "D", "b", title="Head of\nthings"), person("", "", "z")))
    assert people(said)[0].positions == ()
    assert reasons(said, Reject) == [(7, "nameless")]


def test_letters_encoded_twice_are_told_and_kept(tmp_path):
    said = read(tmp_path, connections(person("JosÃ©", "Dahlsen", "jose")))
    assert people(said)[0].name == "JosÃ© Dahlsen"
    assert ("twice_encoded") in [one.reason.code for one in said if isinstance(one, Warned)]


def test_a_spreadsheets_windows_letters_are_read_and_told(tmp_path):
    said = read(tmp_path, connections(person("José", "Dähl", "jose")).encode("cp1252"))
    assert people(said)[0].name == "José Dähl"
    assert [one.reason.code for one in said if isinstance(one, Warned)] == ["encoding"]


@pytest.mark.parametrize(
    "name", ["Connections.csv", "connections.CSV", "Connections (1).csv", "1-Connections.csv", "whatever.csv"]
)
def test_the_file_is_known_by_name_or_by_its_header(tmp_path, name):
    assert len(people(read(tmp_path, connections(*THREE), name))) == 3
