"""Drafts from the rows: the facts of the record, blanks for what is not there, nothing told in confidence."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from acquaint.actions import asks, interviews, introductions, openings, people, settings, touches
from acquaint.messages.registry import KINDS
from acquaint.models import Person
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import drafts


@pytest.fixture
def me(world):
    for name, value in (
        ("name", "Noor Adeyemi"),
        ("looking-for", "a nurse who wants to make hospital software kinder"),
        ("fields", "health software, public health"),
        ("email", "noor@example.org"),
        ("phone", "+49 30 1234567"),
    ):
        settings.set_(world.scope, name=name, value=value)


def draft(world, kind, key, **how):
    return drafts.draft(world.scope, kind=kind, who=key, **how)


def codes(found):
    return {one.code for one in found.warnings}


def test_a_request_needs_a_link_and_finds_it_in_the_record(world, me):
    stranger = world.person("Ilse Brandt", at="Klinikon", emails=["ilse@example.com"])
    assert draft(world, "request", stranger).blanks == ("what connects you",)
    met = world.person("Ruth Mensah", how_met="the library in Ulm", emails=["ruth@example.com"])
    found = draft(world, "request", met)
    assert found.ready
    assert "the library in Ulm" in found.body
    assert "health software" in found.subject
    assert "kinder" in found.body
    assert found.to.email == "ruth@example.com"


def test_the_link_told_with_the_ask_wins(world, me):
    key = world.person(how_met="the library in Ulm")
    asks.ask(world.scope, person=key, link="My sister worked with you", channel="linkedin")
    found = draft(world, "request", key)
    assert "My sister worked with you" in found.body
    assert found.channel == "linkedin"
    assert "address" not in codes(found)


def test_an_employer_shared_with_me_is_a_link(world, me):
    mine = Person.objects.me(world.scope).get()
    from acquaint.actions import changes, organizations

    with changes.writing(world.scope, "person.edit") as w:
        organizations.hold(w, mine, organization="Klinikon")
    found = draft(world, "request", world.person(at="Klinikon"))
    assert "Klinikon" in found.body
    assert "what connects you" not in found.blanks


def test_a_referral_names_the_introducer_and_knows_whether_it_may(world, me):
    by = world.person("Tom Okafor")
    introductions.offered(world.scope, introducer=by, name="Ruth Mensah", why="she moved into design")
    new = Person.objects.get(name="Ruth Mensah").key
    found = draft(world, "request-referral", new)
    assert "Tom Okafor" in found.subject
    assert "she moved into design" in found.body
    assert "permission" in codes(found)
    introductions.offered(world.scope, introducer=by, name="Ruth Mensah", mode="use-my-name")
    assert "permission" not in codes(draft(world, "request-referral", new))


def test_a_thank_you_is_about_its_talk(world, me):
    key = world.person()
    first = world.talked(key, on=world.ago(40))
    world.wrote_down(first, learned="the first thing")
    second = world.talked(key, on=world.ago(1))
    assert draft(world, "thank-you", key).blanks == ("what you learned",)
    world.wrote_down(second, learned="the second thing", advice="read more", will="read the standard")
    found = draft(world, "thank-you", key)
    assert "the second thing" in found.body
    assert "the first thing" not in found.body
    assert "read the standard" in found.body
    assert "yesterday" in found.body
    assert "the first thing" in draft(world, "thank-you", key, about=first).body


def test_promises_of_the_talk_are_restated(world, me):
    from acquaint.actions import changes, promises
    from acquaint.models import Interview

    key = world.person()
    talk = world.talked(key, on=world.ago(1))
    world.wrote_down(talk, learned="much")
    with changes.writing(world.scope, "debrief.keep") as w:
        row = w.get(Interview, talk)
        promises.write(w, person=row.person, text="send the list", due_on=world.today, interview=row)
        promises.write(w, person=row.person, text="look for the slides", by="theirs", interview=row)
    body = draft(world, "thank-you", key).body
    assert "send the list" in body
    assert "look for the slides" in body


def test_a_confirmation_says_their_hour_and_my_number(world, me):
    key = world.person()
    on = world.today + timedelta(days=1)
    at = datetime(on.year, on.month, on.day, 15, 30)  # noqa: DTZ001 wall time
    interviews.book(world.scope, person=key, at=at, zone="Europe/Berlin")
    found = draft(world, "confirm", key)
    assert found.ready
    assert "tomorrow at 15:30 (Europe/Berlin)" in found.body
    assert "+49 30 1234567" in found.body


def test_an_update_goes_with_advice_that_was_followed(world, me):
    key = world.person()
    talk = world.talked(key, on=world.ago(20))
    world.wrote_down(talk, advice="read the standard", will="read two chapters")
    assert draft(world, "update", key).blanks
    other = world.talked(key, on=world.ago(19))
    world.wrote_down(other, advice="write to the vendors", will="wrote to three", done=str(world.ago(2)))
    found = draft(world, "update", key)
    assert found.ready
    assert "write to the vendors" in found.body
    assert "wrote to three" in found.body


def test_a_loop_tells_what_happened_to_whom(world, me):
    key = world.person()
    introductions.offered(world.on(world.ago(9)), introducer=key, name="Ruth Mensah", mode="use-my-name")
    new = Person.objects.get(name="Ruth Mensah").key
    world.asked(new, on=world.ago(8))
    asks.accepted(world.on(world.ago(6)), person=new)
    assert "Ruth Mensah: we are in touch now" in draft(world, "loop", key).body
    world.talked(new, on=world.ago(1))
    assert "we have talked" in draft(world, "loop", key).body


def test_a_blurb_is_about_the_one_to_meet(world, me):
    key = world.person("Tom Okafor")
    introductions.offered(world.scope, introducer=key, name="Ruth Mensah", mode="ask-first")
    found = draft(world, "blurb", key)
    assert found.ready
    assert "Ruth Mensah" in found.body
    assert "Tom" not in found.body


def test_congratulations_name_the_new_place(world, me):
    key = world.person(at="Old House", on=world.ago(90))
    people.edit(world.scope, person=key, organization="New House", position="head of data")
    found = draft(world, "congratulate", key)
    assert "New House" in found.body
    assert "Old House" not in found.body


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_told_in_confidence_never_enters(world, me, kind):
    key = world.person(at="Klinikon", notes="SECRET notes")
    talk = world.talked(key, on=world.ago(1))
    world.wrote_down(talk, learned="much", note="SECRET note", surprise="SECRET surprise")
    openings.add(world.scope, role="SECRET role", organization="Klinikon", source=key, confidential=True)
    for style in ("plain", "short", "spoken"):
        found = draft(world, kind, key, style=style)
        assert "SECRET" not in found.subject + found.body


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_drafted_from_a_bare_person(world, kind):
    found = draft(world, kind, world.person())
    assert found.kind == kind
    assert found.blocked == bool(found.blanks)


def test_what_should_come_first_is_said_and_offered(world, me):
    key = world.person(at="Klinikon", emails=["i@example.com"])
    world.talked(key, on=world.ago(9))
    world.promised(key, "send the paper", by=world.ago(1), on=world.ago(9))
    colleague = world.person("Ruth Mensah", at="Klinikon")
    world.asked(colleague, on=world.ago(1))
    found = draft(world, "request", key)
    assert {"promise", "thanks", "colleague", "same"} <= codes(found)
    assert {one.offer for one in found.warnings} >= {"thank-you"}
    touches.sent(world.scope, kind="thank-you", who=key)
    assert "thanks" not in codes(draft(world, "request", key))


def test_two_asks_in_a_row_are_noticed(world, me):
    key = world.person()
    world.asked(key, on=world.ago(20))
    touches.sent(world.on(world.ago(8)), kind="nudge", who=key)
    assert "asks" in codes(draft(world, "request", key))
    world.wrote(key, on=world.ago(1), direction="in")
    assert "asks" not in codes(draft(world, "request", key))


def test_an_apology_comes_first_where_i_missed_a_talk(world, me):
    key = world.person()
    at = world.ago(2)
    world.booked(key, at=datetime(at.year, at.month, at.day, 9), on=world.ago(5))  # noqa: DTZ001 wall time
    interviews.no_show(world.scope, person=key, by="me")
    assert "apology" in codes(draft(world, "request", key))
    assert "sorry" in draft(world, "reschedule", key).body
    touches.sent(world.scope, kind="reschedule", who=key)
    assert "apology" not in codes(draft(world, "request", key))


def test_formality_is_the_owners(world, me):
    key = world.person()
    assert draft(world, "nudge", key).body.startswith("Hello Ilse Brandt")
    settings.set_(world.scope, name="formality", value="formal")
    assert draft(world, "nudge", key).body.startswith("Dear Ilse Brandt,")


def test_the_minutes_asked_for_are_the_owners(world, me):
    settings.set_(world.scope, name="minutes", value="25")
    assert "25 minutes" in draft(world, "request", world.person(how_met="a choir")).body


def test_what_is_not_there_is_said(world):
    with pytest.raises(NotFound):
        draft(world, "request", "nobody")
    with pytest.raises(Invalid):
        draft(world, "sonnet", world.person())
