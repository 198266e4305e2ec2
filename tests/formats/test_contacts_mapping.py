from __future__ import annotations

import json

import pytest

from acquaint.formats.archives import open_source
from acquaint.formats.contacts import address_books
from acquaint.formats.contacts.mapping import ROLES, Column, Mapping, propose, signature
from acquaint.formats.table_reasons import ROLE_WORDS
from tests.formats import listing
from tests.formats.listing import table

HEADER = ["Who", "Reach", "Home", "Since", "Soup"]
ROWS = [
    ["Bela Dahlsen", "b@x.example", "https://bela.example", "03/04/2020", "leek"],
    ["Cora Eberwick", "c@x.example", "www.cora.example", "05/06/2021", ""],
]


def roles(proposal):
    return [column.role for column in proposal.mapping.columns]


def test_a_signature_is_of_the_headings_whatever_their_order_and_case():
    assert signature(["First Name", "E-Mail"]) == signature(["email", "FIRST NAME "])
    assert signature(["First Name", "E-Mail"]) != signature(["First Name", "E-Mail", "E-Mail"])


def test_known_headings_are_certain():
    proposal = propose(["First Name", "Last Name", "Email"], [["Bela", "Dahlsen", "b@x.example"]])
    assert roles(proposal) == ["given", "family", "email"]
    assert proposal.certain


def test_unknown_headings_are_guessed_by_what_stands_below_and_asked_about():
    proposal = propose(HEADER, ROWS)
    assert roles(proposal) == ["fact", "email", "url", "fact", "fact"]
    assert proposal.asked == (0, 1, 2, 3, 4)
    assert not proposal.certain
    assert proposal.samples == tuple(map(tuple, ROWS))


def test_a_column_without_values_is_not_asked_about():
    assert propose(["Name", "Email", "Soup"], [["Bela", "b@x.example", ""]]).certain


def test_what_a_person_has_once_is_asked_about_when_it_stands_twice():
    proposal = propose(["Name", "Email", "Full Name"], [["Bela", "b@x.example", "Bela Dahlsen"]])
    assert roles(proposal) == ["name", "email", "fact"]
    assert proposal.asked == (2,)


@pytest.mark.parametrize(
    ("cells", "order", "asked"),
    [
        (["03/04/1990"], None, True),
        (["03/04/1990", "20/04/1990"], True, False),
        (["03/04/1990", "04/20/1990"], False, False),
        (["20/04/1990", "04/20/1990", "03/04/1990"], None, True),
        (["1990-04-03", "3.4.1990", ""], None, False),
    ],
)
def test_the_order_of_dates_is_asked_only_where_no_row_tells_it(cells, order, asked):
    proposal = propose(["Name", "Birthday"], [["Bela", cell] for cell in cells])
    assert (proposal.mapping.day_first, proposal.dates_asked) == (order, asked)


def test_a_mapping_is_kept_as_json_and_read_back():
    mapping = Mapping((Column("Who", "name"), Column("Reach", "email", "work", "1")), day_first=True)
    assert Mapping.of(json.loads(json.dumps(mapping.told()))) == mapping


def test_a_role_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="soup"):
        Mapping.of({"columns": [["Who", "soup", "", ""]], "day_first": None})


def test_a_mapping_follows_its_columns_to_another_place():
    mapping = Mapping((Column("Who", "name"), Column("Reach", "email"), Column("Reach", "phone")))
    assert [column.role for column in mapping.on(["reach", "New", "WHO", "Reach"])] == [
        "email",
        "fact",
        "name",
        "phone",
    ]


def test_an_answer_is_remembered_by_signature_and_asked_no_more(tmp_path):
    path = listing.write(tmp_path, table(HEADER, *ROWS))
    importer = address_books.Tables()
    with open_source(path) as source:
        (question,) = importer.questions(source)
    columns = tuple(
        Column(column.heading, role)
        for column, role in zip(
            question.proposal.mapping.columns, ("name", "email", "url", "met on", "ignored"), strict=True
        )
    )
    answers = {question.proposal.signature: Mapping(columns, day_first=False)}
    knowing = importer.answered(answers)
    with open_source(path) as source:
        assert list(knowing.questions(source)) == []
        assert knowing.sniff(source)
        first, second = listing.people(knowing.read(source))
    assert (first.name, first.connected_on, first.notes) == ("Bela Dahlsen", "2020-03-04", "")
    assert listing.points(second, "profile") == [("www.cora.example", "")]


def test_without_an_answer_what_is_certain_is_read_and_the_rest_is_kept(tmp_path):
    path = listing.write(tmp_path, table("Name,Reach,Soup", ["Bela", "b@x.example", "leek"]))
    (person,) = listing.people(listing.said(path))
    assert listing.points(person, "email") == [("b@x.example", "")]
    assert person.notes == "Soup: leek"


def test_every_role_that_can_be_asked_for_has_words():
    assert set(ROLE_WORDS) == set(ROLES)
    assert len(set(ROLE_WORDS.values())) == len(ROLE_WORDS)


@pytest.mark.parametrize(
    ("header", "row", "meant"),
    [
        ("Nome,Rua,Cidade,CEP", ["Bela", "Rua A", "Recife", "50000-000"], "postcode"),
        ("Ad,Soyad,Cep,Şirket", ["Bela", "Dahlsen", "+90 555 0000000", "Amber"], "phone"),
        ("Nome,Apelido,Telemóvel", ["Bela", "Dahlsen", "1"], "name"),
        ("Nome,Sobrenome,Apelido,Celular", ["Bela", "Dahlsen", "Belinha", "1"], "nickname"),
    ],
)
def test_words_that_two_languages_use_differently_are_told_by_their_neighbours(tmp_path, header, row, meant):
    (person,) = listing.people(listing.said(listing.write(tmp_path, table(header, row))))
    if meant == "postcode":
        assert [address.code for address in person.more.addresses] == ["50000-000"]
        assert not listing.points(person, "phone")
    elif meant == "phone":
        assert listing.points(person, "phone") == [("+90 555 0000000", "mobile")]
    else:
        assert person.name == "Bela Dahlsen"
        assert person.aliases == (("Belinha",) if meant == "nickname" else ())


def test_a_position_is_no_form_of_address(tmp_path):
    header = "First Name,Last Name,Headline,Title,Company"
    row = ["Bela", "Dahlsen", "Maps and tides", "Analyst", "Amber Labs"]
    (person,) = listing.people(listing.said(listing.write(tmp_path, table(header, row))))
    assert (person.name, person.positions[0].title) == ("Bela Dahlsen", "Analyst")
    assert person.notes == "Headline: Maps and tides"
    header, row[2] = "First Name,Last Name,Job Title,Title,Company", "Analyst"
    row[3] = "Doctor of very many things"
    (person,) = listing.people(listing.said(listing.write(tmp_path, table(header, row))))
    assert (person.name, person.notes) == ("Bela Dahlsen", "Title: Doctor of very many things")


def test_a_heading_that_only_says_where_it_leads_is_what_its_cells_are():
    header = ["First", "Last", "Home", "Work", "Other"]
    rows = [["Bela", "Dahlsen", "+44 20 7946 0000", "bela@x.example", "a friend of Cora's"]]
    proposal = propose(header, rows)
    told = [(column.role, column.label) for column in proposal.mapping.columns]
    assert told == [
        *(("given", ""), ("family", ""), ("phone", "home")),
        *(("email", "work"), ("fact", "other")),
    ]
    assert proposal.asked == (2, 3, 4)


def test_a_field_inside_a_field_is_the_inner_one():
    header = ["Name / First Name", "Name / Last Name", "Emails / Primary Email", "Linkedin / Link URL"]
    proposal = propose([*header, "Created by / Name"], [["a", "b", "c@x.example", "https://x.example", "d"]])
    assert roles(proposal) == ["given", "family", "email", "url", "fact"]


# As reported or reasonable, since nobody here has seen a real export.
TRACKERS = [
    "First Name,Last Name,Job Title,Company,Emails,Phone Numbers,Linkedin,Keep In Touch Frequency,Groups",
    "First Name,Last Name,Full Name,Email,Phone,LinkedIn,Headline,Company,Title,Last Interaction,Groups,Bio",
    "First name,Last name,Company,Job title,Email 1,Email 2,Phone 1,Tags,Keep in touch every,Notes",
    "First Name,Last Name,Job Title,Company,Location,Email,Phone,LinkedIn,GitHub,Created At,Jobs",
    "Name,Email,Phone,Company,Title,LinkedIn URL,Relationship,Goal,Status,Follow Up Date,Last Contacted",
    "First Name,Last Name,Emails,Phones,Companies,Job Title,Addresses,Urls,Description,Groups,Created at",
    "name,company,type,title,phone,email,linkedin,tracker,notes",
    "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Phone,Mobile,Email",
]


@pytest.mark.parametrize("header", TRACKERS)
def test_the_likely_headings_of_trackers_are_read_without_asking(header):
    names = header.split(",")
    proposal = propose(names, [[f"value {at}" for at in range(len(names))]])
    assert [names[at] for at in proposal.asked] == []
    assert proposal.certain
