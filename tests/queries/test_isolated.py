"""Talks that nothing has followed: only what is recorded carries a talk on."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from acquaint.actions import changes, interviews, people, promises, touches
from acquaint.messages.reasons import word
from acquaint.models import Person
from acquaint.queries import isolated


@pytest.fixture
def talk(world):
    key = world.person()
    return key, world.talked(key, on=world.ago(5))


def names(scope):
    return [one.person.name for one in isolated.talks(scope).isolated]


def test_a_talk_alone_is_told_with_its_days(world, talk):
    found = isolated.talks(world.scope)
    assert (found.held, found.carried) == (1, 0)
    (one,) = found.isolated
    assert (one.interview, one.person.id, one.days) == (talk[1], talk[0], 5)
    assert one.at.isoformat() == "2026-02-27T10:00:00+00:00"
    assert word(found.headline, today=world.today) == "0 of 1 conversation carried on"


def day(world, days):
    on = world.today + timedelta(days=days)
    return datetime(on.year, on.month, on.day, 9)  # noqa: DTZ001 wall time


def plan_next(world, key):
    with changes.writing(world.scope, "person.edit") as w:
        w.edit(w.get(Person, key), next_touch_on=world.today + timedelta(days=9), next_touch_why="the trial")


FOLLOWED = {
    "a message of mine": lambda w, key: w.wrote(key, on=w.ago(3)),
    "a message of theirs": lambda w, key: w.wrote(key, on=w.ago(3), direction="in"),
    "thanks on the same day": lambda w, key: touches.sent(w.on(w.ago(5), 18), kind="thank-you", who=key),
    "a word on the same day": lambda w, key: w.wrote(key, on=w.ago(5)),
    "thanks recorded": lambda w, key: w.thanked(key, on=w.ago(4)),
    "a promise of mine": lambda w, key: w.promised(key, "send the paper"),
    "a promise of theirs": lambda w, key: w.promised(key, "look for the slides", theirs=True),
    "another talk held": lambda w, key: w.talked(key, on=w.ago(1)),
    "another talk booked": lambda w, key: w.booked(key, at=day(w, 3)),
    "a next day set": plan_next,
    "rest with thanks": lambda w, key: touches.rest(w.scope, who=key),
}


@pytest.mark.parametrize("followed", FOLLOWED.values(), ids=FOLLOWED)
def test_what_is_recorded_carries_it_on(world, talk, followed):
    followed(world, talk[0])
    first = [one for one in isolated.talks(world.scope).isolated if one.interview == talk[1]]
    assert first == []


def test_what_came_before_does_not(world):
    key = world.person()
    world.asked(key, on=world.ago(9))
    world.wrote(key, on=world.ago(8), direction="in")
    touches.rest(world.on(world.ago(7)), who=key)
    promise = world.promised(key, "send the paper", on=world.ago(9))
    promises.keep(world.on(world.ago(6)), promise=promise)
    world.talked(key, on=world.ago(5))
    assert names(world.scope) == ["Ilse Brandt"]


def test_a_request_of_the_same_day_does_not(world):
    key = world.person()
    world.asked(key, on=world.ago(5))
    world.talked(key, on=world.ago(5))
    assert names(world.scope) == ["Ilse Brandt"]


def test_a_suggestion_alone_is_no_next_step(world, talk):
    assert names(world.on(world.today + timedelta(days=60))) == ["Ilse Brandt"]


def test_closed_people_and_unsafe_talks_do_not_count(world, talk):
    people.close(world.scope, person=talk[0])
    assert isolated.talks(world.scope).held == 0
    other = world.person("Ruth Mensah")
    world.talked(other, on=world.ago(2))
    interviews.unsafe(world.scope, person=other)
    assert isolated.talks(world.scope).held == 0


def test_twelve_of_fourteen(world):
    for number in range(14):
        key = world.person(f"Ada {number}")
        world.talked(key, on=world.ago(20 - number))
        if number > 1:
            world.thanked(key, on=world.ago(19 - number))
    found = isolated.talks(world.scope)
    assert word(found.headline, today=world.today) == "12 of 14 conversations carried on"
    assert [one.person.name for one in found.isolated] == ["Ada 1", "Ada 0"]
