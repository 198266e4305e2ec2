from __future__ import annotations

import copy
import json
from datetime import UTC, datetime

import pytest

from acquaint.formats.archives import open_source
from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.particulars import Dated, Handle
from acquaint.formats.records import (
    Employment,
    Ignored,
    MessageRecord,
    OwnProfile,
    Party,
    Point,
    Reject,
    Skipped,
)
from acquaint.formats.rivals.monica import Monica
from tests.formats import listing
from tests.formats.rivalry import PICTURE, SECRETS, collection, entry, monica, photo, special, sql, told


def kinds(said, kind):
    return [one for one in said if isinstance(one, kind)]


BELOW = [
    collection(
        "contact_field",
        entry("f1", data="bela@x.example", type="t-mail"),
        entry("f2", data="+44 20 7946 0000", type="t-tel"),
        entry("f3", data="bela.d", type="t-chat"),
        entry("f4", data="https://www.linkedin.com/in/bela", type="t-web"),
    ),
    collection("address", entry("a1", name="Home", street="1 Quay", city="Harbourtown", country="UK")),
    collection("note", entry("n1", body="likes chess")),
    collection("call", entry("k1", called_at="2024-05-06", content="about boats", contact_called=True)),
    collection(
        "reminder",
        entry(
            "r1",
            title="send the book",
            initial_date="2024-06-07",
            frequency_type="week",
            frequency_number=3,
            delible=True,
        ),
        entry("r2", title="Birthday of Bela", initial_date="2024-03-21", delible=False),
    ),
    collection("task", entry("k2", title="lend the map", completed=True, completed_at="2024-07-08")),
    collection(
        "conversation",
        entry(
            "v1",
            happened_at="2024-08-09",
            contact_field_type="t-chat",
            messages=[
                entry("m1", content="hello", written_at="2024-08-09T10:00:00Z", written_by_me=True),
                entry("m2", content="hi", written_at="2024-08-09T10:05:00Z", written_by_me=False),
            ],
        ),
    ),
    collection("pet", entry("p1", name="Rex")),
    {"count": 1, "type": "activity", "values": ["x1"]},
    {"count": 1, "type": "photo", "values": ["ph1"]},
]
CONTACT = entry(
    "c1",
    BELOW,
    first_name="Bela",
    last_name="Dahlsen",
    nickname="Bel",
    description="a good listener",
    job="Analyst",
    company="Amber Labs",
    food_preferences="no nuts",
    stay_in_touch_frequency=30,
    tags=["harbour"],
    gender="g1",
    birthdate=special("1980-03-21", year_unknown=True),
    first_met_date=special("2019-09-10"),
    first_met_through="c2",
    avatar={"avatar_photo": "ph1"},
)
CORA = entry(
    "c2",
    [{"count": 1, "type": "activity", "values": ["x1"]}],
    first_name="Cora",
    is_dead=True,
    birthdate=special("1950-01-01", by_age=True),
)
MORE = [
    collection(
        "relationship",
        entry("", type="sister", contact_is="c1", of_contact="c2"),
        entry("", type="sister", contact_is="c2", of_contact="c1"),
    ),
    collection("photo", photo("ph1")),
    collection("document", entry("d1", original_filename="cv.pdf")),
    collection("addressbook_subscription", entry("s1", password=SECRETS[1])),
    collection(
        "activity",
        entry("x1", summary="Lunch", description="by the sea", happened_at="2024-09-10", type="t-ate"),
    ),
]


def whole_account():
    account = monica(
        CONTACT,
        CORA,
        more=MORE,
        journal_entries=[
            {
                "uuid": "j1",
                "properties": {"type": "entry", "title": "A day", "post": "sun", "date": "2024-10-11"},
            }
        ],
        audit_logs=[{"uuid": "l1"}],
    )
    return copy.deepcopy(account)


@pytest.fixture
def said(tmp_path):
    return told(tmp_path, Monica(), whole_account())


def test_a_contact_with_all_that_it_tells(said):
    bela, cora = listing.people(said)
    assert (bela.name, bela.key, bela.aliases) == ("Bela Dahlsen", "monica:c1", ("Bel",))
    assert bela.points == (
        Point("email", "bela@x.example"),
        Point("phone", "+44 20 7946 0000"),
        Point("profile", "https://www.linkedin.com/in/bela", "linkedin"),
        Point("postal", "1 Quay\nHarbourtown\nUK", "home"),
    )
    assert bela.positions == (Employment("Amber Labs", "Analyst"),)
    assert (bela.birthday, bela.connected_on) == ("--03-21", "2019-09-10")
    assert bela.introduced_by == Party("Cora", key="monica:c2")
    assert bela.notes.split("\n") == [
        "a good listener",
        "Food: no nuts",
        "Keep in touch every: 30 days",
        "Pet: Rex",
    ]
    assert bela.more.handles == (Handle("whatsapp", "bela.d"),)
    assert bela.more.categories == ("harbour",)
    assert bela.more.gender == "F"
    assert [(one.mime, one.data) for one in bela.more.pictures] == [("image/png", PICTURE)]
    assert (cora.birthday, cora.more.dates) == ("1950", (Dated("death", ""),))


def test_what_stands_beside_contacts(said):
    party = Party("Bela Dahlsen", key="monica:c1")
    call, lunch = kinds(said, ContactRecord)
    assert (call.on, call.kind, call.direction, call.text) == ("2024-05-06", "call", "in", "about boats")
    assert (lunch.on, lunch.title, lunch.people) == (
        "2024-09-10",
        "Lunch",
        (party, Party("Cora", key="monica:c2")),
    )
    book, map_ = kinds(said, PromiseRecord)
    assert (book.text, book.due, book.every, book.done) == ("send the book", "2024-06-07", "3 week", False)
    assert (map_.text, map_.done, map_.done_on) == ("lend the map", True, "2024-07-08")
    assert [(one.on, one.text) for one in kinds(said, NoteRecord)] == [
        ("2024-01-02", "likes chess"),
        ("2024-10-11", "sun"),
    ]
    first, second = kinds(said, MessageRecord)
    assert (first.direction, first.body, first.at) == ("out", "hello", datetime(2024, 8, 9, 10, tzinfo=UTC))
    assert (second.direction, second.thread, second.channel) == ("in", "v1", "whatsapp")
    (tie,) = kinds(said, TieRecord)
    assert (tie.one.key, tie.kind, tie.other.key) == ("monica:c1", "sister", "monica:c2")
    assert [one.reason.code for one in kinds(said, Ignored)] == [
        "made_by_itself",
        "said_twice",
        "file_elsewhere",
    ]
    assert {one.origin.file.rpartition("/")[2]: one.reason.code for one in kinds(said, Skipped)} == {
        "addressbook_subscription": "secret",
        "modules": "of_the_program",
        "audit_logs": "of_the_program",
    }


def test_the_day_of_the_export(tmp_path):
    path = listing.write(tmp_path, json.dumps(whole_account()), "monica.json")
    with open_source(path) as source:
        assert Monica().exported_on(source).isoformat() == "2026-03-04"


def test_collections_are_found_by_type_and_not_by_place(tmp_path):
    account = whole_account()
    account["account"]["data"].reverse()
    for contact in account["account"]["data"][-2]["values"]:
        contact["data"].reverse()
    again = told(tmp_path, Monica(), account)
    assert {one.key for one in listing.people(again)} == {"monica:c1", "monica:c2"}
    assert len(kinds(again, ContactRecord)) == 2


@pytest.mark.parametrize(
    "account",
    [None, [], "x", {}, {"data": None}, {"data": [None, 1, {"type": "contact"}]}, {"data": [{"values": 3}]}],
)
def test_any_other_shape_is_passed_over(tmp_path, account):
    document = monica() | {"account": account}
    text = '{"version":"1.0-preview.1","x":1,"account":{"a":1}}'
    assert not listing.people(told(tmp_path, Monica(), document))
    assert not listing.people(told(tmp_path, Monica(), text))


# ── The dump ─────────────────────────────────────────────────────────────────────────────────────

CONTACTS = (
    "id,first_name,last_name,uuid,is_dead,birthday_special_date_id,first_met_through_contact_id,"
    "first_met_special_date_id,first_met_where,first_met_additional_info,job,company,gender_id"
)


BELA = (
    r"1,'Bela','Dahl\'sen','c1',0,5,2,6,'the fair',"
    "'over chess,\n and (later) tea',NULL,NULL,4"
)


def dump(**more):
    return sql(
        {
            "accounts": ("id,api_key", ["1,'key'"]),
            "activities": ("id,activity_type_id,summary,happened_at", ["7,3,'Lunch','2024-09-10'"]),
            "contacts": (
                CONTACTS,
                more.get(
                    "contacts",
                    [
                        BELA,
                        "2,'Cora',NULL,'c2',1,NULL,NULL,NULL,NULL,NULL,'Pilot',NULL,NULL",
                    ],
                ),
            ),
            "activity_contact": ("activity_id,contact_id", ["7,1", "7,2"]),
            "activity_types": ("id,name", ["3,'ate out'"]),
            "contact_field_types": ("id,name,protocol", ["1,'Email','mailto:'", "2,'Phone','tel:'"]),
            "contact_fields": (
                "id,contact_id,contact_field_type_id,data",
                ["1,1,1,'bela@x.example'", "2,1,2,+4420794600", "3,1,2,0079460000"],
            ),
            "companies": ("id,name", ["9,'Amber Labs'"]),
            "occupations": (
                "id,contact_id,company_id,title,start_date,end_date",
                ["1,1,9,'Analyst','2019-01-01','2021-02-03'"],
            ),
            "genders": ("id,name,type", ["4,'Woman','F'"]),
            "notes": ("id,contact_id,body,created_at", ["1,1,'likes chess','2024-01-02 03:04:05'"]),
            "recovery_codes": ("id,recovery", [f"1,'{SECRETS[3]}'"]),
            "special_dates": (
                "id,is_age_based,is_year_unknown,date",
                ["5,0,1,'1980-03-21 00:00:00'", "6,0,0,'2019-09-10 00:00:00'"],
            ),
            "users": (
                "id,first_name,last_name,email,password,remember_token,google2fa_secret",
                [f"1,'Nomen','Nescio','me@x.example','{SECRETS[1]}','{SECRETS[2]}','{SECRETS[0]}'"],
            ),
        }
    )


def test_the_dump_tells_what_the_json_leaves_out(tmp_path):
    said = told(tmp_path, Monica(), dump(), "monica.sql")
    bela, cora = listing.people(said)
    assert (bela.name, bela.key, bela.birthday, bela.connected_on) == (
        "Bela Dahl'sen",
        "monica:c1",
        "--03-21",
        "2019-09-10",
    )
    assert bela.notes == "over chess,\n and (later) tea\nMet at: the fair"
    assert bela.introduced_by == Party("Cora", key="monica:c2")
    assert bela.positions == (Employment("Amber Labs", "Analyst", "2019-01-01", "2021-02-03"),)
    assert bela.more.gender == "F"
    assert cora.more.titles == ("Pilot",)
    (lunch,) = kinds(said, ContactRecord)
    assert ([one.key for one in lunch.people], lunch.tags) == (["monica:c1", "monica:c2"], ("ate out",))
    assert kinds(said, NoteRecord)[0].text == "likes chess"


def test_a_number_that_php_wrote_bare_keeps_its_plus_and_zeros(tmp_path):
    bela = listing.people(told(tmp_path, Monica(), dump(), "monica.sql"))[0]
    assert listing.points(bela, "phone") == [("+4420794600", ""), ("0079460000", "")]


def test_both_exports_know_a_contact_by_the_same_key(tmp_path):
    by_json = {one.key for one in listing.people(told(tmp_path, Monica(), whole_account()))}
    by_dump = {one.key for one in listing.people(told(tmp_path, Monica(), dump(), "monica.sql"))}
    assert by_json == by_dump


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("3,'Open", "bad_statement"),
        ("3,'Few','x'", "too_few_cells"),
        ("3,'a','b','c',0,1,1,1,'a','b','c','d',4,5", "too_many_cells"),
        ("3,'stray'quote','b','c',0,1,1,1,'a','b','c','d',4", "bad_statement"),
        ("3,'a','b',,0,1,1,1,'a','b','c','d',4", "bad_statement"),
        ("3,NULL,NULL,'c3',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL", "nameless"),
    ],
)
def test_a_broken_row_of_the_dump_costs_no_neighbour(tmp_path, row, code):
    good = [f"{n},'P{n}',NULL,'u{n}',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL" for n in range(10, 14)]
    said = told(tmp_path, Monica(), dump(contacts=[*good[:2], row, *good[2:]]), "monica.sql")
    assert [one.name for one in listing.people(said)] == ["P10", "P11", "P12", "P13"]
    found = [one for one in kinds(said, Reject) if one.reason.code != "nobody_meant"]
    assert [one.reason.code for one in found] == [code]
    assert found[0].origin.line == dump(contacts=[*good[:2], row, *good[2:]]).split(row)[0].count("\n") + 1


def test_a_statement_inside_a_text_is_text(tmp_path):
    text = "look:\nINSERT INTO `contacts` (`id`,`first_name`) VALUES\n (99,\\'Evil\\')"
    row = f"1,'Bela',NULL,'c1',0,NULL,NULL,NULL,NULL,'{text}',NULL,NULL,NULL"
    said = told(tmp_path, Monica(), dump(contacts=[row]), "monica.sql")
    assert [one.name for one in listing.people(said)] == ["Bela"]


@pytest.mark.parametrize("name", ["monica.json", "monica.sql"])
def test_no_secret_is_ever_said(tmp_path, name):
    content = whole_account() if name.endswith("json") else dump()
    said = told(tmp_path, Monica(), content, name)
    assert kinds(said, OwnProfile)[0].name == "Nomen Nescio"
    assert not [secret for secret in SECRETS if secret in repr(said)]


def test_no_secret_is_said_of_a_broken_row_either(tmp_path):
    broken = dump().replace("1,'Nomen'", "1,'No'men'").replace(f"1,'{SECRETS[3]}'", f"1,'{SECRETS[3]}")
    said = told(tmp_path, Monica(), broken, "monica.sql")
    assert "bad_statement" in [one.reason.code for one in kinds(said, Reject)]
    assert not [secret for secret in SECRETS if secret in repr(said)]


def test_a_dump_of_another_program_is_left_alone(tmp_path):
    said = told(tmp_path, Monica(), "INSERT INTO soup (id) VALUES\n (1);\n", "other.sql")
    assert [one.reason.code for one in said] == ["unknown_file"]


def test_a_note_about_passwords_hides_no_note(tmp_path):
    words = "'use `password` and `users` (the table), not `remember_me`'"
    text = sql(
        {
            "contacts": (CONTACTS, [BELA]),
            "notes": ("id,contact_id,body", [f"1,1,{words}", "2,1,'second'"]),
        }
    )
    said = [one.text for one in told(tmp_path, Monica(), text, "monica.sql") if isinstance(one, NoteRecord)]
    assert said == [words.strip("'"), "second"]
