"""Who is likely to think of me: the order, what it rests on, and who would for a role."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import introductions, people
from acquaint.maths import recall as maths
from acquaint.queries import recall


def names(found):
    return [one.person.name for one in found]


def test_the_likeliest_come_first_with_what_it_rests_on(world):
    for name, days in (("Ada Ek", 300), ("Bo Lind", 3), ("Cy Dahl", 90)):
        world.exchanged(world.person(name), on=world.ago(days))
    world.wrote(world.person("Dov Katz"), on=world.ago(3))
    world.person("Eve Alone")
    closed = world.person("Fay Closed")
    world.exchanged(closed, on=world.ago(3))
    people.close(world.scope, person=closed)
    found = recall.people(world.scope)
    assert names(found) == ["Bo Lind", "Cy Dahl", "Dov Katz", "Ada Ek"]
    assert [one.band for one in found] == ["hot", "fading", "fading", "quiet"]
    bo = found[0]
    assert (bo.because.inbound, bo.because.outbound) == pytest.approx((2 ** (-3 / 60),) * 2, abs=0.001)
    assert bo.because.last == world.ago(3)
    assert [reason.code for reason in bo.because_of] == ["way.talked"]
    assert [reason.code for reason in found[2].because_of] == ["way.wrote"]
    assert all(one.p30 is None for one in found)
    assert names(recall.people(world.scope, limit=2)) == ["Bo Lind", "Cy Dahl"]


def test_a_chance_is_on_the_owners_own_level(world):
    key = world.person("Ada Ek")
    for days in (200, 140, 70, 40, 10):
        world.wrote(key, on=world.ago(days), direction="in")
    (one,) = recall.people(world.scope, chances=True)
    on = world.today.toordinal()
    history = [(on - days, "in") for days in (200, 140, 70, 40, 10)]
    state = maths.carry(history)
    level = maths.looked_back([(state, history)], on=on).scale
    assert level > 1
    assert one.p30 == pytest.approx(maths.scaled(maths.p30(state, on), level), abs=1e-4)


def test_for_a_role_it_counts_who_was_told_who_is_near_and_who_sent_something(world):
    near = world.person("Ada Ek", at="Harbor Clinic", position="Data analyst")
    told = world.person("Bo Lind")
    kind = world.person("Cy Dahl")
    for key, days in ((near, 200), (told, 190), (kind, 180)):
        world.exchanged(key, on=world.ago(days))
    world.exchanged(world.person("Dov Katz"), on=world.ago(2))
    introductions.offered(world.scope, introducer=kind, name="Tom Okafor")
    introductions.offered(world.scope, introducer=near, name="Uma Okafor")
    found = recall.people(world.scope, role="data analyst")
    assert names(found) == ["Ada Ek", "Cy Dahl", "Dov Katz", "Bo Lind"]
    codes = [[reason.code for reason in one.because_of] for one in found]
    assert codes[0] == ["known.named", "known.near", "known.untold", "way.talked"]
    assert codes[1] == ["known.named", "known.untold", "way.talked"]


def test_whoever_got_my_request_has_heard_what_i_look_for(world):
    key = world.person("Ada Ek")
    world.asked(key, on=world.ago(5))
    (one,) = recall.people(world.scope, role="nurse")
    assert [reason.code for reason in one.because_of] == ["known.told", "way.wrote"]


def test_more_people_cost_no_more_queries(world):
    world.exchanged(world.person("Ada Ek"), on=world.ago(3))
    with CaptureQueriesContext(connection) as few:
        recall.people(world.scope, role="nurse", chances=True)
    for number in range(5):
        world.exchanged(world.person(f"Bo {number}", at=f"Mill {number}"), on=world.ago(9))
    with CaptureQueriesContext(connection) as many:
        assert len(recall.people(world.scope, role="nurse", chances=True)) == 6
    assert len(many) == len(few)
