"""Every cell of a table keeps its place: several in one, one in several, and those nobody asked for."""

from __future__ import annotations

from acquaint.formats.archives import open_source
from acquaint.formats.contacts import address_books
from acquaint.formats.records import Employment, Party
from tests.formats import listing


def test_what_google_joins_in_a_cell_is_parted_with_its_labels(tmp_path):
    told = {
        "First Name": "Bela",
        "Nickname": "Bel ::: Beli",
        "Organization Name": "Amber ::: Ochre",
        "Organization Title": "Analyst ::: Chair",
        "Phone 1 - Label": "Mobile ::: * Work",
        "Phone 1 - Value": "+44 20 7946 0000 ::: +44 20 7946 0001",
        "Address 1 - Label": "Home",
        "Address 1 - Street": "1 Quay ::: Old Mill",
        "Address 1 - City": "Harbourtown ::: Hilltown",
        "Relation 1 - Label": "Friend",
        "Relation 1 - Value": "Cora ::: Dora",
    }
    path = listing.write(tmp_path, listing.table(list(told), list(told.values())))
    (person,) = listing.people(listing.said(path, address_books.Google()))
    assert person.aliases == ("Bel", "Beli")
    assert person.positions == (Employment("Amber", "Analyst"), Employment("Ochre", "Chair"))
    assert listing.points(person, "phone") == [("+44 20 7946 0001", "work"), ("+44 20 7946 0000", "mobile")]
    assert [(one.street, one.locality, one.label) for one in person.more.addresses] == [
        ("1 Quay", "Harbourtown", "home"),
        ("Old Mill", "Hilltown", "home"),
    ]
    assert [(one.kind, one.party.name) for one in person.more.relations] == [
        ("friend", "Cora"),
        ("friend", "Dora"),
    ]


def test_a_second_column_for_what_a_person_has_once_stays_under_its_heading(tmp_path):
    header = "Name,Job Title,Headline,Company,Employer,Referred By,Met through,Created At,Date Added"
    row = ["Bela", "Analyst", "Numbers, kindly", "Amber Labs", "Ochre Ltd", "Cora", "Dora", "2020", "2021"]
    (person,) = listing.people(listing.said(listing.write(tmp_path, listing.table(header, row))))
    assert person.positions == (Employment("Amber Labs", "Analyst"), Employment("Ochre Ltd"))
    assert person.introduced_by == Party("Cora")
    assert person.more.created == "2020"
    assert person.notes == "Headline: Numbers, kindly\nMet through: Dora\nDate Added: 2021"


def test_three_lines_of_an_address_are_three(tmp_path):
    header = "Name,Home Street,Home Street 2,Home Street 3,Home City"
    row = ["Bela", "Old Mill", "Floor 2", "Door 3", "Harbourtown"]
    (person,) = listing.people(listing.said(listing.write(tmp_path, listing.table(header, row))))
    (address,) = person.more.addresses
    assert (address.street, address.extended) == ("Old Mill", "Floor 2\nDoor 3")


def test_a_row_of_nothing_but_a_page_is_a_row_that_names_nobody(tmp_path):
    path = listing.write(tmp_path, "Name,Website,Job Title\n,https://x.example,\n,,Analyst\n,,\n")
    assert listing.rejects(listing.said(path)) == [(2, "nameless"), (3, "nameless")]


def test_a_few_known_headings_among_many_own_ones_are_enough(tmp_path):
    own = [f"Quality {n}" for n in range(12)]
    path = listing.write(tmp_path, listing.table(["Name", "Email", *own], ["Bela", "b@x.example", *own]))
    with open_source(path) as source:
        assert address_books.Tables().sniff(source)
    assert [person.name for person in listing.people(listing.said(path))] == ["Bela"]


def test_a_row_with_an_address_is_no_row_of_headings(tmp_path):
    rows = [["Contact", "b@x.example", "note 1"], ["Person 2", "c@x.example", "note 2"]]
    path = listing.write(tmp_path, listing.table("Naam,E-mail,Sort of soup", *rows))
    assert [person.name for person in listing.people(listing.said(path))] == ["Contact", "Person 2"]


def test_how_an_address_is_shown_is_kept_where_it_says_more_than_the_name(tmp_path):
    header = "First Name,Last Name,E-mail Address,E-mail Display Name,E-mail 2 Address,E-mail 2 Display Name"
    row = [
        "Bela",
        "Dahlsen",
        "b@x.example",
        "Bela Dahlsen (b@x.example)",
        "c@x.example",
        "The choir (c@x.example)",
    ]
    (person,) = listing.people(listing.said(listing.write(tmp_path, listing.table(header, row))))
    assert person.notes == "E-mail 2 Display Name: The choir (c@x.example)"


def test_an_address_that_is_told_whole_and_in_parts_is_one(tmp_path):
    header = "First Name,Home Address,Home Street,Home City,Home Postal Code"
    row = ["Bela", "1 Quay\nH1 Harbourtown", "1 Quay", "Harbourtown", "H1"]
    (person,) = listing.people(listing.said(listing.write(tmp_path, listing.table(header, row))))
    (address,) = person.more.addresses
    assert (address.formatted, address.street) == ("1 Quay\nH1 Harbourtown", "1 Quay")
    assert listing.points(person, "postal") == [("1 Quay\nH1 Harbourtown", "home")]


def test_what_a_desktop_program_writes_for_nothing_is_nothing(tmp_path):
    header = (
        "First Name,E-mail Address,E-mail 2 Address,E-mail 3 Address,Birthday,Anniversary,Gender,Priority"
    )
    rows = [
        ["Bela", "b@x.example", "", "", "0/0/00", "0/0/00", "Unspecified", "Normal"],
        ["Cora", "c@x.example", "", "", "25/12/1980", "3/4/2010", "Female", "High"],
    ]
    path = listing.write(tmp_path, listing.table(header, *rows))
    bela, cora = listing.people(listing.said(path, address_books.Outlook()))
    assert (bela.birthday, bela.notes, bela.more.dates, bela.more.gender) == ("", "", (), "")
    assert (cora.birthday, cora.notes, cora.more.gender) == ("1980-12-25", "Priority: High", "Female")
    assert [(one.kind, one.on) for one in cora.more.dates] == [("anniversary", "2010-04-03")]
