"""Whom it is easiest to go back to."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import people
from acquaint.queries import back


def test_what_to_take_up_again_is_said(world):
    key = world.person()
    talk = world.talked(key, on=world.ago(40))
    world.wrote_down(
        talk, learned="few vendors", advice="read the standard", will="read it", done=str(world.ago(9))
    )
    world.promised(key, "send the paper")
    (one,) = back.people(world.scope)
    assert one.person.id == key
    assert (one.door_open, one.last) == (True, world.ago(40))
    assert (one.topic, one.advice, one.did) == ("few vendors", "read the standard", "read it")
    assert one.promised == ("send the paper",)


def test_the_warmest_come_first_and_strangers_and_the_closed_not_at_all(world):
    for name, days in (("Ada Ek", 300), ("Bo Lind", 20), ("Cy Dahl", 90)):
        world.exchanged(world.person(name), on=world.ago(days))
    world.person("Nobody Met")
    world.wrote(world.person("Only I"), on=world.ago(3))
    closed = world.person("Closed One")
    world.exchanged(closed, on=world.ago(3))
    people.close(world.scope, person=closed)
    found = back.people(world.scope)
    assert [one.person.name for one in found] == ["Bo Lind", "Cy Dahl", "Ada Ek"]
    assert [one.person.name for one in back.people(world.scope, limit=1)] == ["Bo Lind"]


def test_more_people_cost_no_more_queries(world):
    world.exchanged(world.person(), on=world.ago(3))
    with CaptureQueriesContext(connection) as one:
        back.people(world.scope)
    for number in range(5):
        world.exchanged(world.person(f"Ada {number}"), on=world.ago(3))
    with CaptureQueriesContext(connection) as many:
        assert len(back.people(world.scope)) == 6
    assert len(many) == len(one)
