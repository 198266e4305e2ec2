"""What an ask and a talk do to a relationship: stage, contact, introductions; late and out of order too."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from acquaint.actions import asks, capture, interactions, interviews, introductions, people, undo
from acquaint.models import Interaction, Interview, Introduction, Person, StageStep
from acquaint.models.errors import Invalid


def person(desk, key):
    return Person.objects.of(desk.scope).get(key=key)


def stages(desk, key):
    steps = StageStep.objects.of(desk.scope).filter(person__key=key).order_by("on", "id")
    return [(step.stage, step.on) for step in steps]


def test_a_draft_chooses_the_person_and_sending_it_makes_them_asked(desk):
    ada = people.add(desk.scope, name="Ada Moss").id
    asks.ask(desk.scope, person=ada)
    assert (person(desk, ada).stage, person(desk, ada).chosen_on) == ("known", date(2025, 3, 3))
    asks.sent(desk.scope, person=ada)
    row = person(desk, ada)
    assert (row.stage, row.last_contact, row.unanswered) == ("asked", date(2025, 3, 3), 1)


def test_a_talk_makes_acquainted_and_a_second_one_in_touch(desk):
    ada = desk.person("Ada Moss")
    interviews.hold(desk.scope, person=ada)
    assert person(desk, ada).stage == "acquainted"
    interviews.hold(desk.at("2025-05-01T12:00"), person=ada)
    assert person(desk, ada).stage == "in_touch"
    assert person(desk, ada).last_two_way == date(2025, 5, 1)


def test_an_exchange_after_the_talk_makes_in_touch_but_one_side_alone_does_not(desk):
    ada = desk.person("Ada Moss")
    interviews.hold(desk.scope, person=ada)
    interactions.log(desk.at("2025-03-10T12:00"), people=[ada], kind="email", direction="out")
    assert person(desk, ada).stage == "acquainted"
    interactions.log(desk.at("2025-03-12T12:00"), people=[ada], kind="email", direction="in")
    assert person(desk, ada).stage == "in_touch"


def test_a_line_about_an_earlier_talk_leaves_the_booked_one_to_come(desk):
    ada = desk.person("Ada Moss")
    later = datetime.fromisoformat("2025-03-12T10:00")
    booked = dict(interviews.book(desk.scope, person=ada, at=later).items)["interview"]
    capture.add(desk.scope, line="interviewed @Ada Moss yesterday")
    assert Interview.objects.get(key=booked).held_on is None
    assert [row.held_on for row in Interview.objects.exclude(key=booked)] == [date(2025, 3, 2)]


def test_a_step_entered_late_never_takes_one_back(desk):
    ada = desk.person("Ada Moss")
    interviews.hold(desk.scope, person=ada, at=datetime.fromisoformat("2025-02-01T10:00"))
    asks.sent(desk.scope, person=ada, on=date(2025, 1, 20))
    assert stages(desk, ada) == [("acquainted", date(2025, 2, 1))]


def test_an_earlier_talk_entered_after_a_later_ask_still_counts(desk):
    ada = desk.person("Ada Moss")
    asks.sent(desk.scope, person=ada)
    interviews.hold(desk.scope, person=ada, at=datetime.fromisoformat("2025-02-01T10:00"))
    assert person(desk, ada).stage == "acquainted"


def test_a_friend_stays_a_friend(desk):
    ada = desk.person("Ada Moss")
    people.stage(desk.scope, person=ada, stage="friend")
    interviews.hold(desk.scope, person=ada)
    assert person(desk, ada).stage == "friend"


def test_a_reply_resets_what_is_unanswered_and_connects_the_introduction(desk):
    ada = desk.person("Ada Moss")
    made = introductions.offered(desk.scope, introducer=ada, name="Cleo Ober", mode="use-my-name")
    cleo = dict(made.items)["person"]
    asks.sent(desk.scope, person=cleo)
    assert Introduction.objects.get().made_on is None
    asks.accepted(desk.at("2025-03-05T12:00"), person=cleo)
    assert Introduction.objects.get().made_on == date(2025, 3, 5)
    assert person(desk, cleo).unanswered == 0


def test_moving_a_held_talk_to_its_true_day_moves_the_contact(desk):
    ada = desk.person("Ada Moss")
    made = interviews.hold(desk.scope, person=ada)
    key = dict(made.items)["interview"]
    interviews.hold(desk.scope, person=ada, interview=key, at=datetime.fromisoformat("2025-02-27T09:00"))
    assert Interaction.objects.get().on == date(2025, 2, 27)
    assert person(desk, ada).last_contact == date(2025, 2, 27)


def test_a_new_ask_follows_one_that_has_had_its_talk(desk):
    ada = desk.person("Ada Moss")
    asks.sent(desk.scope, person=ada)
    interviews.book(desk.scope, person=ada, at=datetime.fromisoformat("2025-03-04T10:00"))
    interviews.hold(desk.at("2025-03-04T12:00"), person=ada)
    asks.declined(desk.at("2025-06-01T12:00"), person=ada)
    outcomes = [row.outcome for row in asks.Ask.objects.of(desk.scope).order_by("id")]
    assert outcomes == ["accepted", "declined"]


def test_an_expired_ask_rests_ninety_days_and_one_that_was_answered_cannot_expire(desk):
    ada = desk.person("Ada Moss")
    asks.sent(desk.scope, person=ada)
    asks.expired(desk.scope, person=ada)
    assert asks.Ask.objects.get().until == date(2025, 6, 1)
    asks.accepted(desk.scope, person=ada)
    assert asks.Ask.objects.get().until is None
    with pytest.raises(Invalid):
        asks.expired(desk.scope, person=ada)


def test_names_of_ways_and_channels_are_checked(desk):
    ada = desk.person("Ada Moss")
    with pytest.raises(Invalid):
        asks.ask(desk.scope, person=ada, channel="pigeon")
    with pytest.raises(Invalid):
        interviews.book(desk.scope, person=ada, at=datetime.fromisoformat("2025-03-04T10:00"), mode="dream")
    with pytest.raises(Invalid):
        introductions.offered(desk.scope, introducer=ada, name="Cleo Ober", mode="magic")
    assert Person.objects.of(desk.scope).count() == 1


def test_saying_the_same_twice_writes_nothing_the_second_time(desk):
    ada = desk.person("Ada Moss")
    asks.sent(desk.scope, person=ada)
    assert asks.sent(desk.scope, person=ada).undo is None
    interviews.book(desk.scope, person=ada, at=datetime.fromisoformat("2025-03-04T10:00"))
    interviews.confirm(desk.scope, person=ada)
    assert interviews.confirm(desk.scope, person=ada).undo is None
    interviews.hold(desk.at("2025-03-04T12:00"), person=ada)
    assert interviews.hold(desk.scope, person=ada).undo is None


def test_undoing_a_talk_takes_contact_and_stage_along(desk):
    ada = desk.person("Ada Moss")
    made = interviews.hold(desk.scope, person=ada)
    undo.undo(desk.scope, change=made.undo)
    row = person(desk, ada)
    assert (row.stage, row.last_contact) == ("known", None)
