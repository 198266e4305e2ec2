"""Nametag, Contrack and Meerkat: what their own exports hold, and what becomes of it."""

from __future__ import annotations

import pytest

from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.particulars import Dated, Handle
from acquaint.formats.records import Employment, Ignored, Party, Point, Reject
from acquaint.formats.rivals.contrack import Contrack
from acquaint.formats.rivals.meerkat import Meerkat
from acquaint.formats.rivals.nametag import Nametag
from tests.formats import listing
from tests.formats.rivalry import contrack, meerkat, nametag, told


def kinds(found, kind):
    return [one for one in found if isinstance(one, kind)]


BELA = {
    "id": "p1",
    "name": "Bela",
    "middleName": "M",
    "surname": "Dahlsen",
    "nickname": "Bel",
    "prefix": None,
    "suffix": "PhD",
    "organization": "Amber Labs",
    "jobTitle": "Analyst",
    "photo": "photos/p1.jpg",
    "gender": "female",
    "anniversary": "2010-05-06T00:00:00.000Z",
    "lastContact": "2025-01-02T00:00:00.000Z",
    "notes": "likes chess",
    "contactReminderEnabled": True,
    "contactReminderInterval": 3,
    "contactReminderIntervalUnit": "MONTHS",
    "importantDates": [
        {"title": "Birthday", "date": "1980-03-21T00:00:00.000Z"},
        {"title": "First day", "date": "soon"},
    ],
    "phoneNumbers": [{"type": "Mobile", "number": "+44 20 7946 0000"}],
    "emails": [{"type": "Work", "email": "bela@x.example"}],
    "addresses": [{"type": "Home", "streetLine1": "1 Quay", "locality": "Harbourtown", "postalCode": "H1"}],
    "urls": [{"type": "Blog", "url": "https://bela.example"}],
    "imHandles": [{"protocol": "Signal", "handle": "bela.d"}],
    "locations": [{"type": "Home", "latitude": 1.5, "longitude": 2, "label": "the quay"}],
    "customFields": [{"key": "Soup", "value": "leek", "type": "TEXT"}],
    "customFieldValues": [{"slug": "shoe", "value": 42}],
    "relationshipToUser": {"name": "FRIEND", "label": "Friend"},
    "groups": ["Harbour"],
    "relationships": [
        {
            "relatedPersonId": "p2",
            "relatedPersonName": "Cora",
            "relationshipType": {"name": "SISTER", "label": "Sister"},
            "notes": "twins",
        }
    ],
}
CORA = {"id": "p2", "name": "Cora", "relationships": [{"relatedPersonId": "p1", "relatedPersonName": "Bela"}]}


def test_nametag_people_relations_and_journal(tmp_path):
    journal = {
        "id": "j1",
        "title": "A day",
        "date": "2025-02-03T00:00:00.000Z",
        "body": "sun",
        "people": ["Bela M Dahlsen", "Cora"],
        "peopleIds": ["p1", "p2"],
    }
    document = nametag(BELA, CORA, {"id": "p3"}, journalEntries=[journal, {"id": "j2"}], widgets=[])
    found = told(tmp_path, Nametag(), document)
    bela, cora = listing.people(found)
    assert (bela.name, bela.credentials, bela.key) == ("Bela M Dahlsen", "PhD", "nametag:p1")
    assert bela.points == (
        Point("email", "bela@x.example", "work"),
        Point("phone", "+44 20 7946 0000", "mobile"),
        Point("profile", "https://bela.example", "blog"),
        Point("postal", "1 Quay\nH1 Harbourtown", "home"),
    )
    assert bela.positions == (Employment("Amber Labs", "Analyst"),)
    assert (bela.birthday, bela.aliases) == ("1980-03-21", ("Bel",))
    assert bela.more.dates == (Dated("anniversary", "2010-05-06"), Dated("other", "", "First day", "soon"))
    assert bela.more.handles == (Handle("signal", "bela.d"),)
    assert (bela.more.categories, bela.more.gender) == (("Harbour",), "female")
    assert bela.notes.split("\n") == [
        "likes chess",
        "Related to me: Friend",
        "Keep in touch every: 3 months",
        "Last contact: 2025-01-02",
        "Place: the quay",
        "Soup: leek",
        "shoe: 42",
    ]
    (tie,) = kinds(found, TieRecord)
    assert (tie.one, tie.kind, tie.other.key, tie.notes) == (
        Party("Cora", key="nametag:p2"),
        "sister",
        "nametag:p1",
        "twins",
    )
    (note,) = kinds(found, NoteRecord)
    assert (note.on, note.text, [one.key for one in note.people]) == (
        "2025-02-03",
        "sun",
        ["nametag:p1", "nametag:p2"],
    )
    assert [one.reason.code for one in kinds(found, Reject)] == ["nameless"]
    assert [one.reason.code for one in kinds(found, Ignored)] == ["said_twice", "empty"]
    assert listing.remarks(found) == ["left_out"]
    assert cora.points == ()


CONTRACK_BELA = {
    "id": "c1",
    "name": "Bela Dahlsen",
    "company": "Amber Labs",
    "role": "Analyst",
    "birthday": "March",
    "about": "likes chess",
    "aiBriefing": "a guess",
    "relationshipScore": 71,
    "isTracked": 1,
    "cadenceDays": 30,
    "website": "bela.example",
    "emails": [
        {"email": "old@x.example", "label": "home", "isPrimary": 0},
        {"email": "bela@x.example", "label": "work", "isPrimary": 1},
    ],
    "phones": [{"phone": "+44 20 7946 0000", "label": "mobile"}],
    "addresses": [{"address": "1 Quay", "label": "home"}],
    "socialLinks": [{"platform": "linkedin", "url": "https://www.linkedin.com/in/bela"}],
    "tags": [{"tag": "harbour"}],
    "interests": [
        {"interest": "chess", "isAiGenerated": False},
        {"interest": "golf", "isAiGenerated": True},
    ],
    "experience": [{"company": "Blue Yard", "role": "Clerk", "startDate": "2015", "endDate": "2018-04"}],
    "education": [{"school": "Sea College", "degree": "BA", "fieldOfStudy": "Maps"}],
    "sources": [{"platform": "linkedin", "connectedOn": "2019-09-10"}],
}
CONTRACK = contrack(
    CONTRACK_BELA,
    {"id": "c2", "name": "Gone", "deletedAt": "2025-01-01"},
    {"id": "c3", "name": "Twice", "canonicalId": "c1"},
    {"id": "c4"},
    interactions=[
        {
            "id": "i1",
            "contactId": "c1",
            "type": "call",
            "title": "Boats",
            "date": "2024-05-06 10:00:00",
        },
        {
            "id": "i2",
            "contactId": "c1",
            "type": "note",
            "title": "N",
            "content": "tea",
            "date": "2024-06-07",
        },
        {"id": "i3", "contactId": "c1", "type": "call", "title": "X", "date": "never"},
    ],
    lists=[{"id": "l1", "name": "Sailors"}],
    listMembers=[{"listId": "l1", "contactId": "c1"}],
    actionItems=[
        {"id": "a1", "contactId": "c1", "title": "send the book", "dueAt": "2024-07-08T00:00:00Z"},
        {"id": "a2", "title": "lend", "completedAt": "2024-08-09T00:00:00Z"},
    ],
    mergeLog=[],
)


def test_a_contact_of_contrack(tmp_path):
    found = told(tmp_path, Contrack(), CONTRACK)
    (person,) = listing.people(found)
    assert [value for value, _label in listing.points(person, "email")] == ["bela@x.example", "old@x.example"]
    assert person.positions == (
        Employment("Amber Labs", "Analyst"),
        Employment("Blue Yard", "Clerk", "2015", "2018-04"),
        Employment("Sea College", "BA, Maps", kind="study"),
    )
    assert (person.connected_on, person.interests) == ("2019-09-10", ("chess",))
    assert person.notes == "likes chess\nKeep in touch every: 30 days"
    assert person.more.categories == ("harbour", "Sailors")
    assert person.more.dates == (Dated("birthday", "", text="March"),)


def test_what_contrack_keeps_beside_contacts(tmp_path):
    found = told(tmp_path, Contrack(), CONTRACK)
    (call,) = kinds(found, ContactRecord)
    assert (call.on, call.kind, call.people) == (
        "2024-05-06",
        "call",
        (Party("Bela Dahlsen", key="contrack:c1"),),
    )
    assert [(one.text, one.title) for one in kinds(found, NoteRecord)] == [("tea", "N")]
    book, lend = kinds(found, PromiseRecord)
    assert (book.due, book.done, lend.done, lend.done_on) == ("2024-07-08", False, True, "2024-08-09")
    assert [one.reason.code for one in kinds(found, Ignored)] == ["deleted_there", "merged_there"]
    assert [one.reason.code for one in kinds(found, Reject)] == ["nameless", "bad_date"]
    assert listing.remarks(found) == ["left_out"]


def test_contrack_table_of_people_is_a_table_like_any_other(tmp_path):
    header = (
        "Name,First Name,Last Name,Company,Role,Location,Industry,Website,Emails,Phones,Tags,Archived,"
        "Tracked,Cadence Days,Tracked At,Added At,Last Contacted At"
    )
    row = ["Bela Dahlsen", "Bela", "Dahlsen", "Amber Labs", "Analyst", "Harbourtown", "", "bela.example"]
    row += [
        "a@x.example; b@x.example",
        "+44 20 7946 0000",
        "chess; sea",
        "no",
        "yes",
        "30",
        "",
        "2024-01-02",
        "2025-01-02",
    ]
    found = listing.said(listing.write(tmp_path, listing.table(header, row)))
    (person,) = listing.people(found)
    assert len(listing.points(person, "email")) == 2
    assert person.positions == (Employment("Amber Labs", "Analyst"),)
    assert person.more.categories == ("chess", "sea")
    assert not listing.remarks(found)


MEERKAT = meerkat(
    contacts=[
        [
            *(
                "1",
                "Bela",
                "Dahlsen",
                "Bel",
                "f",
                "bela@x.example",
                "+44 20 7946 0000",
                "--03-21",
                "1 Quay",
            ),
            *(
                "at the fair",
                "no nuts",
                "Analyst",
                "",
                "harbour; chess",
                "2024-01-02T00:00:00Z",
                "",
                "leek",
            ),
        ],
        ["2", "Cora", "", "", "", "", "", ""],
        ["3", "", "", "", "", "", "", "", "", "", "soup"],
    ],
    relationships=[
        ["1", "1", "Bela Dahlsen", "Cora", "Sister", "f", "", "2", "Cora "],
        ["2", "1", "Bela Dahlsen", "Tim", "Child", "m", "2015-01-02", "", ""],
        ["3", "", "", "", "", "", "", "", ""],
    ],
    activities=[
        ["1", "Sail", "around the bay", "the quay", "2024-05-06T10:00:00Z", "Bela Dahlsen; Stranger"],
        ["2", "Alone", "", "", "2024-05-07T10:00:00Z", ""],
        ["3", "When", "", "", "someday", "Cora"],
    ],
    notes=[["1", "1", "Bela Dahlsen", "line one\nline, two", "2024-06-07T00:00:00Z"], ["2", "", "", ""]],
    reminders=[
        ["1", "1", "Bela Dahlsen", "call", "2024-07-08T00:00:00Z", "monthly", "true", "true", "false"],
        ["2", "2", "Cora ", "write", "2024-07-09T00:00:00Z", "once", "true", "true", "true"],
    ],
)


def test_a_contact_of_meerkat(tmp_path):
    found = told(tmp_path, Meerkat(), MEERKAT, "meerkat.csv")
    bela, _cora = listing.people(found)
    assert (bela.name, bela.key, bela.aliases, bela.birthday) == ("Bela Dahlsen", "id:1", ("Bel",), "--03-21")
    assert bela.notes.split("\n") == [
        "at the fair",
        "Food Preference: no nuts",
        "Work Information: Analyst",
        "Soup: leek",
    ]
    assert bela.more.categories == ("harbour", "chess")


def test_what_meerkat_keeps_beside_contacts(tmp_path):
    found = told(tmp_path, Meerkat(), MEERKAT, "meerkat.csv")
    sister, child = kinds(found, TieRecord)
    assert (sister.one, sister.kind, sister.other.key) == (Party("Cora", key="id:2"), "sister", "id:1")
    assert (child.one, child.notes) == (Party("Tim"), "Birthday: 2015-01-02\nGender: m")
    (sail,) = kinds(found, ContactRecord)
    assert (sail.people, sail.place) == (
        (Party("Bela Dahlsen", key="id:1"), Party("Stranger")),
        "the quay",
    )
    assert [one.text for one in kinds(found, NoteRecord)] == ["Alone", "line one\nline, two"]
    call, write = kinds(found, PromiseRecord)
    assert (call.due, call.every, call.done, write.every, write.done) == (
        "2024-07-08",
        "monthly",
        False,
        "",
        True,
    )
    assert [one.reason.code for one in kinds(found, Reject)] == ["nameless", "nobody_related", "bad_date"]
    lines = MEERKAT.split("\n")
    assert all(lines[one.origin.line - 1].startswith("3,") for one in kinds(found, Reject))


def test_a_quote_left_open_in_one_table_costs_the_next_nothing(tmp_path):
    text = meerkat(contacts=[["1", "Bela", "Dahlsen"]], notes=[["1", "1", "Bela", "note"]])
    broken = text.replace("=== RELATIONSHIPS", '2,"Cora,Open\n=== RELATIONSHIPS')
    found = told(tmp_path, Meerkat(), broken, "meerkat.csv")
    assert [one.name for one in listing.people(found)] == ["Bela Dahlsen"]
    assert [one.reason.code for one in kinds(found, Reject)] == ["unclosed_quote"]
    assert [one.text for one in kinds(found, NoteRecord)] == ["note"]


# ── Programs whose tables nobody here has seen: the fields that are reported, through the mapping ──

REPORTED = {
    "Dex": "id,first_name,last_name,job_title,description,emails,phones,linkedin,twitter,telegram,birthday",
    "Clay": "First Name,Last Name,Email,Phone,Company,Title,LinkedIn URL,Location,Notes,Groups",
    "Covve": "First Name,Last Name,Company,Job Title,Email,Mobile,Address,Birthday,Tags,Notes",
    "Huntr": "Full Name,Job Title,Company,Email,Phone,Location,LinkedIn,Twitter,Created At",
    "Teal": "Name,Email,Phone,Company,Title,LinkedIn URL,Location,Relationship,Status,Notes",
}


@pytest.mark.parametrize("program", sorted(REPORTED))
def test_reported_headings_of_other_trackers_need_no_question(tmp_path, program):
    from acquaint.formats.archives import open_source
    from acquaint.formats.contacts.address_books import Tables

    header = REPORTED[program].split(",")
    row = [f"value {n}" for n in range(len(header))]
    path = listing.write(tmp_path, listing.table(header, row))
    with open_source(path) as source:
        assert Tables().sniff(source)
        questions = list(Tables().questions(source))
    assert [header[at] for question in questions for at in question.proposal.asked] in ([], ["id"])
    (person,) = listing.people(listing.said(path))
    told_of = repr(person)
    assert not [value for value in row if value not in told_of and value.replace(" ", "") not in told_of]


def test_what_contrack_has_no_column_for_is_kept_in_words(tmp_path):
    bela = {
        "id": "c1",
        "name": "Bela Dahlsen",
        "firstName": "Bela",
        "lastName": "Dahlsen",
        "company": "Amber Labs",
        "role": "Head of maps",
        "lastContactedAt": "2025-01-02T00:00:00Z",
        "nextFollowUpAt": "2025-03-04T00:00:00Z",
        "socialLinks": [
            {"platform": "Signal", "handle": "bela.d"},
            {"platform": "linkedin", "url": "https://www.linkedin.com/in/bela", "handle": "bela"},
        ],
        "experience": [
            {"company": "Amber Labs", "role": "Analyst", "location": "Harbourtown", "description": "tides"},
            {"role": "Sailor", "startDate": "2001"},
        ],
        "education": [{"degree": "BA", "description": "evenings"}],
    }
    call = {"id": "i1", "contactId": "c1", "type": "call", "title": "T", "date": "2024-05-06"}
    call |= {"duration": "20 min", "fileName": "map.pdf", "mentions": '["c2", "nobody"]'}
    found = told(tmp_path, Contrack(), contrack(bela, {"id": "c2", "name": "Cora"}, interactions=[call]))
    person, _cora = listing.people(found)
    assert (person.more.parts.given, person.more.parts.family) == ("Bela", "Dahlsen")
    assert person.more.titles == ("Head of maps",)
    assert person.more.handles == (Handle("signal", "bela.d"),)
    assert person.notes.split("\n") == [
        "Last contact: 2025-01-02",
        "Follow up on: 2025-03-04",
        "Amber Labs: Harbourtown, tides",
        "Sailor, 2001",
        "BA, evenings",
    ]
    (contact,) = kinds(found, ContactRecord)
    assert [one.name for one in contact.people] == ["Bela Dahlsen", "Cora"]
    assert contact.text == "Duration: 20 min\nFile: map.pdf"
