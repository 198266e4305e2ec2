"""What was sent moves what it belongs to; put off, left to rest; and each can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from acquaint.actions import asks, interviews, introductions, people, touches, undo
from acquaint.messages.registry import KINDS
from acquaint.models import Ask, DebriefLine, Interaction, Interview, Introduction, Person, Promise, Snooze
from acquaint.models.errors import Invalid, NotFound
from tests.queries.world import World


@pytest.fixture
def world(scope):
    return World(scope)


def send(world, kind, key, **more):
    return touches.sent(world.scope, kind=kind, who=key, **more)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_logged_once_as_a_message_of_mine(world, kind):
    key = world.person()
    if kind == "nudge":
        world.asked(key, on=world.ago(9))
    before = Person.objects.get(key=key).last_contact
    made = send(world, kind, key, channel="linkedin")
    (row,) = Interaction.objects.filter(on=world.today)
    assert (row.direction, row.channel, bool(row.message_kind)) == ("out", "linkedin", True)
    assert Person.objects.get(key=key).last_contact == world.today
    undo.undo(world.scope, change=made.undo)
    assert not Interaction.objects.filter(on=world.today).exists()
    assert Person.objects.get(key=key).last_contact == before


def test_a_request_and_a_nudge_move_the_ask(world):
    key = world.person()
    asks.ask(world.scope, person=key, channel="email")
    send(world, "request", key, on=world.ago(9))
    ask = Ask.objects.get()
    assert (ask.sent_on, ask.channel, ask.state) == (world.ago(9), "email", "sent")
    send(world, "nudge", key)
    ask.refresh_from_db()
    assert ask.state == "nudged"
    assert Person.objects.get(key=key).stage == "asked"


def test_thanks_are_for_the_last_talk_not_thanked_for_or_the_one_named(world):
    key = world.person()
    first, second = world.talked(key, on=world.ago(9)), world.talked(key, on=world.ago(1))
    send(world, "thank-you", key)
    assert Interview.objects.get(key=second).thanked_on == world.today
    assert Interview.objects.get(key=first).thanked_on is None
    send(world, "thank-you", key, about=first)
    assert Interview.objects.get(key=first).thanked_on == world.today


def test_a_confirmation_confirms_the_next_talk(world):
    key = world.person()
    at = world.today + timedelta(days=1)
    talk = world.booked(key, at=datetime(at.year, at.month, at.day, 9))  # noqa: DTZ001 wall time
    send(world, "confirm", key)
    assert Interview.objects.get(key=talk).state == "confirmed"


def test_an_update_tells_all_that_was_done_or_the_line_named(world):
    key = world.person()
    for days in (30, 20):
        talk = world.talked(key, on=world.ago(days))
        world.wrote_down(talk, advice=f"advice {days}", will="do it", done=str(world.ago(3)))
    one = DebriefLine.objects.order_by("id").first()
    send(world, "update", key, about=one.key)
    assert DebriefLine.objects.filter(told_on=world.today).count() == 1
    send(world, "update", key)
    assert DebriefLine.objects.filter(told_on=None).count() == 0


def test_telling_of_advice_says_that_it_was_followed(world):
    talk = world.talked(key := world.person(), on=world.ago(9))
    world.wrote_down(talk, advice="read the standard", will="read it")
    send(world, "update", key)
    line = DebriefLine.objects.get()
    assert (line.done_on, line.told_on) == (world.today, world.today)


def test_an_apology_keeps_its_promise(world):
    key = world.person()
    at = world.ago(2)
    world.booked(key, at=datetime(at.year, at.month, at.day, 9), on=world.ago(5))  # noqa: DTZ001 wall time
    interviews.no_show(world.scope, person=key, by="me")
    send(world, "reschedule", key)
    assert Promise.objects.get().state == "kept"


def test_a_blurb_asks_and_a_second_one_moves_the_check_back(world):
    key = world.person()
    introductions.offered(world.on(world.ago(9)), introducer=key, name="Ruth Mensah", mode="ask-first")
    send(world, "blurb", key, on=world.ago(8))
    row = Introduction.objects.get()
    assert (row.asked_on, row.check_back_on) == (world.ago(8), None)
    send(world, "blurb", key)
    row.refresh_from_db()
    assert (row.asked_on, row.check_back_on) == (world.ago(8), world.today + timedelta(days=7))


def test_a_loop_is_closed_as_what_it_was(world):
    key = world.person()
    introductions.offered(world.on(world.ago(9)), introducer=key, name="Ruth Mensah", mode="use-my-name")
    new = Person.objects.get(name="Ruth Mensah").key
    world.asked(new, on=world.ago(8))
    asks.accepted(world.on(world.ago(6)), person=new)
    send(world, "loop", key, on=world.ago(5))
    world.talked(new, on=world.ago(2))
    send(world, "loop", key)
    row = Introduction.objects.get()
    assert (row.loop_connected_on, row.loop_met_on, row.silent_on) == (world.ago(5), world.today, None)


def test_a_joint_mail_told_as_silence_ends_the_introduction(world):
    key = world.person()
    made = introductions.offered(world.on(world.ago(20)), introducer=key, name="Ruth Mensah", mode="joint")
    introductions.made(world.on(world.ago(10)), introduction=dict(made.items)["introduction"])
    send(world, "loop", key)
    assert Introduction.objects.get().state == "silent"


def test_nothing_is_logged_for_the_closed_for_a_day_to_come_or_an_unknown_kind(world):
    key = world.person()
    with pytest.raises(Invalid):
        send(world, "request", key, on=world.today + timedelta(days=1))
    with pytest.raises(Invalid):
        send(world, "sonnet", key)
    people.close(world.scope, person=key)
    with pytest.raises(Invalid):
        send(world, "request", key)
    with pytest.raises(NotFound):
        send(world, "request", "nobody")
    assert not Interaction.objects.exists()


def test_later_is_tomorrow_for_what_is_owed_and_a_week_for_the_rest(world):
    key = world.person()
    talk = world.talked(key, on=world.ago(1))
    touches.later(world.scope, suggestion=f"thank-you:{talk}")
    other = world.person("Ruth Mensah")
    touches.later(world.scope, suggestion=f"first-talk:{other}")
    untils = dict(Snooze.objects.values_list("suggestion", "until"))
    assert untils == {
        f"thank-you:{talk}": world.today + timedelta(days=1),
        f"first-talk:{other}": world.today + timedelta(days=7),
    }
    again = touches.later(world.scope, suggestion=f"thank-you:{talk}", until=world.today + timedelta(days=5))
    assert Snooze.objects.count() == 2
    undo.undo(world.scope, change=again.undo)
    assert Snooze.objects.get(suggestion=f"thank-you:{talk}").until == world.today + timedelta(days=1)


def test_later_knows_only_what_is_suggested_and_only_days_to_come(world):
    with pytest.raises(NotFound):
        touches.later(world.scope, suggestion="thank-you:nothing")
    key = world.person()
    with pytest.raises(Invalid):
        touches.later(world.scope, suggestion=f"first-talk:{key}", until=world.today)


def test_rest_is_said_with_its_day_and_taken_back(world):
    key = world.person()
    rested = touches.rest(world.scope, who=key, until=world.today + timedelta(days=30), why="enough for now")
    row = Person.objects.get(key=key)
    assert (row.rested_on, row.rest_until, row.rest_why) == (world.today, rested.until, "enough for now")
    assert row.next_due == rested.until
    undo.undo(world.scope, change=rested.undo)
    assert Person.objects.get(key=key).rested_on is None


def test_advice_followed_is_recorded_once(world):
    talk = world.talked(world.person(), on=world.ago(9))
    world.wrote_down(talk, advice="read the standard", will="read it")
    line = DebriefLine.objects.get()
    touches.followed(world.scope, line=line.key, on=world.ago(2))
    assert touches.followed(world.scope, line=line.key).undo is None
    line.refresh_from_db()
    assert line.done_on == world.ago(2)
