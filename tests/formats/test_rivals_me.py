"""Who I am in an account of Monica, and the little that stands beside its columns; everybody is invented."""

from __future__ import annotations

from acquaint.formats.happenings import ContactRecord, NoteRecord, TieRecord
from acquaint.formats.records import Ignored, OwnProfile, Point
from acquaint.formats.rivals.monica import Monica
from tests.formats import listing
from tests.formats.rivalry import collection, entry, monica, sql, told
from tests.formats.test_rivals_monica import kinds

ME = entry(
    "c-me",
    [collection("contact_field", entry("fm", data="+44 20 7946 0001", type="t-tel"))],
    first_name="Nomen",
    last_name="Nescio",
)


def test_the_contact_who_is_me_is_no_person_and_my_relations_stand_with_them(tmp_path):
    bela = entry(
        "c1", [collection("note", entry("n1", body="x"))], first_name="Bela", first_met_through="c-me"
    )
    more = [
        collection(
            "relationship",
            entry("", type="sibling", contact_is="c1", of_contact="c-me"),
            entry("", type="sibling", contact_is="c-me", of_contact="c1"),
        )
    ]
    said = told(tmp_path, Monica(), monica(ME, bela, more=more))
    (person,) = listing.people(said)
    assert (person.name, person.notes, person.introduced_by) == ("Bela", "Your sibling", None)
    assert not kinds(said, TieRecord)
    assert [one.reason.code for one in kinds(said, Ignored)] == ["yourself", *["related_to_you"] * 2]
    (own,) = kinds(said, OwnProfile)
    assert own.points == (Point("email", "me@x.example"), Point("phone", "+44 20 7946 0001"))


def test_the_dump_knows_who_i_am_as_well(tmp_path):
    text = sql(
        {
            "users": ("id,first_name,last_name,email,me_contact_id", ["1,'Nomen','Nescio','me@x.example',7"]),
            "contacts": ("id,uuid,first_name", ["7,'c-me','Nomen'", "8,'c1','Bela'"]),
            "relationship_types": ("id,name", ["1,'sibling'"]),
            "relationships": ("id,contact_is,of_contact,relationship_type_id", ["1,8,7,1"]),
        }
    )
    said = told(tmp_path, Monica(), text, "dump.sql")
    assert [(one.name, one.notes) for one in listing.people(said)] == [("Bela", "Your sibling")]


def test_who_owes_whom_what_became_of_a_gift_and_how_a_call_felt_are_kept(tmp_path):
    below = [
        collection("debt", entry("d1", amount="5", currency="EUR", status="inprogress", in_debt="yes")),
        collection("gift", entry("g1", name="a map", status="offered")),
        collection("call", entry("k1", called_at="2024-05-06", emotions=["hope", "joy"])),
    ]
    said = told(tmp_path, Monica(), monica(entry("c1", below, first_name="Bela")))
    assert [one.text for one in kinds(said, NoteRecord)] == [
        "Gift: a map\nStatus: offered",
        "Debt: 5 EUR\nYou owe it.\nStatus: inprogress",
    ]
    assert kinds(said, ContactRecord)[0].tags == ("hope", "joy")
