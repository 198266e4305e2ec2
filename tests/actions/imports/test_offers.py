"""What imports found and ask about: yes does it in one Change, no is never asked again, nothing nags."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.actions import imports, interviews, people, undo
from acquaint.actions.imports import accepting
from acquaint.models import Detail, Interaction, Interview, Introduction, Offer, Person
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import offers
from tests import world
from tests.actions.imports.looking import only, persons
from tests.actions.imports.test_dated_contract import wrote
from tests.formats.letters import ME, mbox
from tests.formats.meetings import BELA, calendar, event

CORA = "ATTENDEE;CN=Cora Eberwick;PARTSTAT=ACCEPTED:mailto:cora@example.com"
ROOM = "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.com"


@pytest.fixture
def bring(scope, tmp_path):
    """Import a calendar (or a mailbox) of these parts."""

    def run(*parts, as_of=scope, name="cal.ics", **more):
        path = tmp_path / name
        path.write_text(mbox(*parts) if name.endswith("mbox") else calendar(*parts, name=ME))
        return imports.apply(as_of, paths=[path], **more)

    return run


@pytest.fixture
def bela(scope):
    return people.add(scope, name="Bela Dahlsen", emails=["bela@example.com"]).id


def asked(scope, kind):
    return [one for one in offers.waiting(scope) if one.kind == kind]


def test_a_meeting_that_was_is_a_contact_with_whom_you_know_and_others_are_offered(scope, bring, bela):
    report = bring(event(BELA, CORA, ROOM, "LOCATION:Café Kern"))
    assert (report.total("new"), report.sources[0].read) == (1, 1)
    row = Interaction.objects.of(scope).get()
    assert (row.kind, row.direction, row.on, row.place) == ("meeting", "both", date(2026, 3, 4), "Café Kern")
    (one,) = asked(scope, "person")
    assert (one.what, one.names, one.reach) == (
        "Add Cora Eberwick",
        ("Cora Eberwick",),
        ("cora@example.com",),
    )
    assert "“Coffee”" in one.why
    assert persons(scope).count() == 1


def test_somebody_accepted_is_found_by_the_same_calendar_from_then_on(scope, bring, bela):
    bring(event(BELA, CORA), event(CORA, uid="2", start="DTSTART:20260202T100000Z"))
    (one,) = asked(scope, "person")
    done = accepting.accept(scope, offers=[one.id])
    cora = only(scope, "Cora Eberwick")
    assert done.made == (("person", cora.key),)
    assert cora.chosen_on is None
    more = event(CORA, uid="3", start="DTSTART:20260201T100000Z")
    again = bring(event(BELA, CORA), event(CORA, uid="2", start="DTSTART:20260202T100000Z"), more)
    assert (again.total("new"), again.total("update"), again.total("same")) == (1, 0, 2)
    cora.refresh_from_db()
    assert (cora.first_contact, cora.last_contact) == (date(2026, 2, 1), date(2026, 3, 4))
    assert world.untrue(scope) == []
    assert asked(scope, "person") == []


def test_an_answer_is_one_change_and_undone_in_one_step(scope, bring, bela):
    bring(event(BELA, CORA))
    before = world.state(scope)
    (one,) = asked(scope, "person")
    done = accepting.accept(scope, offers=[one.id], name="Cora E.")
    assert world.changes(scope)[-1] == "offer.accept"
    assert only(scope, "Cora E.")
    undo.undo(scope, change=done.undo)
    assert asked(scope, "person") == [one]
    assert {
        key: rows for key, rows in world.told(before, world.state(scope)).items() if key != "change"
    } == {}


def test_no_is_never_asked_again_and_yes_may_name_somebody_here(scope, bring, bela):
    dora = people.add(scope, name="Dora Finch").id
    bring(event(BELA, CORA), event(BELA, CORA.replace("Cora", "Emil").replace("cora", "emil"), uid="2"))
    first, second = sorted(asked(scope, "person"), key=lambda one: one.names)
    accepting.decline(scope, offers=[first.id])
    accepting.accept(scope, offers=[second.id], who=dora)
    assert bring(event(BELA, CORA), event(BELA, CORA, uid="3")).total("new") == 1
    assert asked(scope, "person") == []
    assert Offer.objects.of(scope).filter(outcome="declined").count() == 1
    assert persons(scope).count() == 2
    with pytest.raises(Invalid):
        accepting.decline(scope, offers=[first.id])
    with pytest.raises(NotFound):
        accepting.accept(scope, offers=["2222222222"])


def test_a_meeting_to_come_is_proposed_and_booked_only_by_a_yes(scope, bring, bela):
    lines = ("LOCATION:https://zoom.us/j/1", "DTEND;TZID=Europe/Berlin:20260401T101500")
    start = "DTSTART;TZID=Europe/Berlin:20260401T093000"
    bring(event(BELA, *lines, start=start))
    assert not Interview.objects.of(scope).exists()
    (one,) = asked(scope, "interview")
    assert one.what == "Book an interview with Bela Dahlsen"
    accepting.accept(scope, offers=[one.id])
    row = Interview.objects.of(scope).get()
    assert (row.at_local, row.zone, row.minutes, row.mode) == (
        "2026-04-01T09:30",
        "Europe/Berlin",
        45,
        "video",
    )
    assert bring(event(BELA, *lines, start=start)).batch is None


def test_a_meeting_that_moves_is_proposed_to_be_moved_and_one_called_off_to_be_called_off(scope, bring, bela):
    bring(event(BELA, start="DTSTART:20260401T100000Z"))
    accepting.accept(scope, offers=[asked(scope, "interview")[0].id])
    bring(event(BELA, "SEQUENCE:1", start="DTSTART:20260402T100000Z"))
    (one,) = asked(scope, "interview")
    assert one.what == "Move the interview with Bela Dahlsen"
    accepting.accept(scope, offers=[one.id])
    assert Interview.objects.of(scope).get().on == date(2026, 4, 2)
    bring(event(BELA, "SEQUENCE:2", "STATUS:CANCELLED", start="DTSTART:20260402T100000Z"))
    (one,) = asked(scope, "interview")
    accepting.accept(scope, offers=[one.id])
    assert Interview.objects.of(scope).get().cancelled_on == scope.today
    assert asked(scope, "interview") == []


def test_what_was_proposed_follows_the_calendar_while_it_is_open(scope, bring, bela):
    bring(event(BELA, start="DTSTART:20260401T100000Z"))
    assert bring(event(BELA, "SEQUENCE:1", start="DTSTART:20260403T100000Z")).total("update") == 1
    (one,) = asked(scope, "interview")
    assert one.on == date(2026, 4, 3)
    bring(event(BELA, "SEQUENCE:2", "STATUS:CANCELLED", start="DTSTART:20260403T100000Z"))
    assert asked(scope, "interview") == []


def test_what_was_proposed_is_silent_once_its_day_has_passed(scope, bring, bela):
    bring(event(BELA, start="DTSTART:20260401T100000Z"))
    assert offers.waiting(world.later(scope, days=60)) == ()


def test_an_interview_that_was_booked_is_offered_as_held_and_stands_once(scope, bring, bela):
    interviews.book(scope, person=bela, at=scope.now.replace(hour=10))
    report = bring(event(BELA))
    assert report.total("new") == 1
    (one,) = asked(scope, "interview")
    accepting.accept(scope, offers=[one.id])
    assert Interview.objects.of(scope).get().held_on == date(2026, 3, 4)
    assert [row.kind for row in Interaction.objects.of(scope)] == ["interview"]
    assert bring(event(BELA)).total("same") == 1


def test_an_introduction_is_asked_with_its_sign_and_recorded_by_a_yes(scope, bring):
    letter = wrote(3, Cc="Emil Gray <emil@example.net>", Subject="Introducing Emil")
    bring(letter, wrote(4), name="box.mbox")
    (one,) = asked(scope, "introduction")
    assert one.what == "Record that Bela Dahlsen introduced Emil Gray to you"
    assert "Introducing Emil" in one.why
    accepting.accept(scope, offers=[one.id])
    row = Introduction.objects.of(scope).get()
    assert (row.mode, row.named_on) == ("joint", date(2026, 2, 3))
    assert only(scope, "Emil Gray").introduced_by == only(scope, "Bela Dahlsen")
    assert offers.waiting(scope) == ()
    assert bring(letter, wrote(4), name="box.mbox").batch is None


def test_an_import_taken_back_takes_its_questions_along(scope, bring, bela):
    report = bring(event(BELA, CORA), event(BELA, uid="2", start="DTSTART:20260401T100000Z"))
    assert len(offers.waiting(scope, batch=report.batch)) == 2
    imports.take_back(scope, batch=report.batch)
    assert offers.waiting(scope) == ()
    assert not Offer.objects.of(scope).exists()


def test_whoever_was_erased_is_not_offered(scope, bring, bela):
    from acquaint.actions import erasures

    cora = people.add(scope, name="Cora Eberwick", emails=["cora@example.com"]).id
    erasures.erase(scope, person=cora)
    bring(event(BELA, CORA))
    assert offers.waiting(scope) == ()
    assert Person.objects.of(scope).count() == 1


def test_a_birthday_by_name_is_asked_about_and_noted_by_a_yes(scope, bring, bela):
    lines = ("RRULE:FREQ=YEARLY", "X-APPLE-OMIT-YEAR=1604", "DTSTAMP:20260101T000000Z")
    whose = {"summary": "Bela Dahlsen's birthday", "start": "DTSTART;VALUE=DATE:16040502", "uid": "b"}
    strange = {**whose, "summary": "Nobody Here's birthday", "uid": "n"}
    parts = event(*lines, **whose), event(*lines, **strange)
    bring(*parts)
    (one,) = offers.waiting(scope)
    assert (one.what, one.names) == ("Note the birthday of Bela Dahlsen", ())
    accepting.accept(scope, offers=[one.id])
    row = Detail.objects.of(scope).get()
    assert (row.kind, row.on, row.person) == ("birthday", "--05-02", only(scope, "Bela Dahlsen"))
    assert offers.waiting(scope) == ()
    assert bring(*parts).batch is None
