"""Every active person has one next step with a day and an owner, or an explicit "nothing until"."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from acquaint.actions import asks, introductions, people, touches
from acquaint.messages.reasons import word
from acquaint.models import Owner, Person
from acquaint.models.scope import Scope
from acquaint.queries import next_steps
from tests.queries.world import World


def step(world, key, days=0):
    return next_steps.of(world.on(world.today + timedelta(days=days)) if days else world.scope, key)


def test_somebody_only_imported_owes_nothing(world):
    assert step(world, world.imported("Ruth Mensah")) is None


def test_the_way_of_a_request(world):
    key = world.person()
    assert step(world, key).what.code == "first-talk"
    world.asked(key, on=world.today)
    waiting = step(world, key)
    assert (waiting.owner, waiting.what.code) == ("them", "waiting")
    assert waiting.on == world.today + timedelta(days=9)
    assert step(world, key, 10).what.code == "nudge"
    assert step(world, key, 10).owner == "me"
    rested = step(world, key, 30)
    assert (rested.owner, rested.what.code) == ("", "nothing-until")
    assert rested.on is not None
    asks.accepted(world.scope, person=key)
    assert step(world, key).what.code == "schedule"
    at = world.today + timedelta(days=4)
    world.booked(key, at=datetime(at.year, at.month, at.day, 9))  # noqa: DTZ001 wall time
    assert step(world, key).on is not None


def test_rest_is_an_explicit_nothing(world):
    key = world.person()
    world.talked(key, on=world.ago(2))
    touches.rest(world.scope, who=key, until=world.today + timedelta(days=50))
    found = step(world, key)
    assert (found.owner, found.on, found.what.code) == ("", world.today + timedelta(days=50), "resting.until")
    assert step(world, key, 51).owner == "me"


def test_a_friend_needs_no_reminder(world):
    key = world.person()
    world.exchanged(key, on=world.ago(100))
    people.stage(world.scope, person=key, stage="friend")
    assert step(world, key).what.code == "waiting.friend"


def test_their_promise_is_their_turn(world):
    key = world.person()
    people.stage(world.scope, person=key, stage="friend")
    world.promised(key, "look for the slides", theirs=True, on=world.ago(20))
    assert step(world, key).owner == "them"


def test_a_snooze_moves_the_day(world):
    key = world.person()
    talk = world.talked(key, on=world.ago(1))
    world.wrote_down(talk, learned="much")
    touches.later(world.scope, suggestion=f"thank-you:{talk}", until=world.today + timedelta(days=5))
    assert step(world, key).on == world.today + timedelta(days=5)


DEEDS = {
    "ask": lambda w, key, on: w.asked(key, on=on),
    "yes": lambda w, key, on: asks.accepted(w.on(on), person=key),
    "no": lambda w, key, on: asks.declined(w.on(on), person=key),
    "later": lambda w, key, on: asks.deferred(w.on(on), person=key, until=on + timedelta(days=40)),
    "bounce": lambda w, key, on: asks.bounced(w.on(on), person=key),
    "book": lambda w, key, on: w.booked(key, at=datetime(on.year, on.month, on.day, 9), on=on),  # noqa: DTZ001
    "talk": lambda w, key, on: w.talked(key, on=on),
    "thank": lambda w, key, on: touches.sent(w.on(on), kind="thank-you", who=key),
    "write": lambda w, key, on: w.wrote(key, on=on),
    "hear": lambda w, key, on: w.wrote(key, on=on, direction="in"),
    "promise": lambda w, key, on: w.promised(key, "a thing", on=on),
    "theirs": lambda w, key, on: w.promised(key, "a thing", theirs=True, on=on),
    "name": lambda w, key, on: introductions.offered(
        w.on(on), introducer=key, name="Ada Ek", mode="ask-first"
    ),
    "rest": lambda w, key, on: touches.rest(w.on(on), who=key, until=on + timedelta(days=30)),
    "ally": lambda w, key, on: people.stage(w.on(on), person=key, stage="ally", on=on),
    "friend": lambda w, key, on: people.stage(w.on(on), person=key, stage="friend", on=on),
    "close": lambda w, key, on: people.close(w.on(on), person=key),
    "reopen": lambda w, key, on: people.reopen(w.on(on), person=key),
}


@pytest.mark.django_db
@effort(max_examples=40)
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 1), st.integers(0, 120)), max_size=8
    ),
    later=st.integers(0, 400),
)
def test_after_any_deeds_every_active_person_has_exactly_one_next_step(deeds, later):
    owner = Owner.objects.create()
    now = datetime.fromisoformat("2026-03-04T12:50:00+00:00")
    world = World(Scope(owner.pk, owner.pk, "test", now, "Europe/London"))
    keys = [world.person("Ilse Brandt"), world.imported("Ruth Mensah")]
    for deed, who, days in sorted(deeds, key=lambda one: -one[2]):
        try:
            DEEDS[deed](world, keys[who], world.ago(days))
        except Exception as refused:
            from acquaint.models.errors import AcquaintError

            if not isinstance(refused, AcquaintError):
                raise
    scope = world.on(world.today + timedelta(days=later))
    steps = next_steps.everybody(scope)
    active = set(Person.objects.of(scope).active().values_list("key", flat=True))
    assert set(steps) == active
    for found in steps.values():
        assert found.owner in ("me", "them", "")
        assert found.on is not None or found.owner == ""
        assert word(found.what, today=scope.today)
