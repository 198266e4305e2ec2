"""What if, for the owner's own people: who counts, from how many on, and that nobody is named."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import people, settings, touches
from acquaint.queries import what_if

NAMES = ("Ana Ruiz", "Bo Lind", "Cy Dahl", "Dov Katz", "Eve Moss", "Fay Ober")


@pytest.fixture
def talks(world):
    """Six talked with in autumn; three of them were met again since."""
    keys = [world.person(name) for name in NAMES]
    for number, key in enumerate(keys):
        world.talked(key, on=world.ago(200 - number))
        if number < 3:
            world.exchanged(key, on=world.ago(40 + number))
    return keys


def codes(found):
    return [one.code for one in found.says]


def test_both_ranges_are_told_with_what_they_rest_on(world, talks):
    found = what_if.of(world.scope)
    assert (found.people, found.talked, found.touches, found.weeks) == (6, 6, 5, 26)
    assert codes(found) == ["what-if.keeping", "what-if.so-far"]
    for one in (found.keeping, found.so_far):
        assert 1.0 <= one.low <= one.fitted_low <= one.fitted_high <= one.high
    assert found.so_far.low > 1.0
    assert [one.touches for one in found.courses] == [1, 2, 5, 8]
    assert len(found.cases) == 24
    assert {one.code for one in found.assumes} >= {"what-if.assumes.counts", "what-if.assumes.not-claimed"}


def test_the_same_data_on_the_same_day_give_the_same_answer(world, talks):
    assert what_if.of(world.scope, touches=3) == what_if.of(world.scope, touches=3)


def test_nothing_is_said_of_fewer_than_five(world, talks):
    for key in talks[:2]:
        people.close(world.scope, person=key)
    found = what_if.of(world.scope)
    assert (found.people, found.talked) == (4, 4)
    assert (found.keeping, found.so_far, found.courses, found.cases) == (None, None, (), ())
    assert codes(found) == ["what-if.keeping.few", "what-if.so-far.few"]


def test_each_half_stands_by_itself(world):
    for name in NAMES:
        world.exchanged(world.person(name), on=world.ago(30))
    found = what_if.of(world.scope)
    assert codes(found) == ["what-if.keeping", "what-if.so-far.few"]
    assert {one.so_far for one in found.cases} == {None}


def test_the_energy_of_the_owner_is_the_default_and_none_changes_nothing(world, talks):
    settings.set_(world.scope, name="energy", value="little")
    assert what_if.of(world.scope).touches == 2
    none = what_if.of(world.scope, touches=0)
    assert (none.keeping.low, none.keeping.high) == (1.0, 1.0)


def test_whoever_rests_is_not_touched_and_old_ties_are_left_out(world, talks):
    for key in talks:
        touches.rest(world.scope, who=key)
    found = what_if.of(world.scope)
    assert (found.keeping.low, found.keeping.high) == (1.0, 1.0)
    world.exchanged(world.person("Gil Varga"), on=world.ago(400))
    assert what_if.of(world.scope).people == 6


def test_where_i_stand_with_somebody_counts_and_contacts_before_the_talk_do_not(world, talks):
    world.exchanged(talks[5], on=world.ago(300))
    before = what_if.of(world.scope)
    days = what_if._talks(world.scope)[world.pk(talks[5])]
    assert days == (195,)
    people.stage(world.scope, person=talks[0], stage="ally")
    assert what_if.of(world.scope).so_far != before.so_far


def test_more_people_cost_no_more_questions(world, talks):
    with CaptureQueriesContext(connection) as few:
        what_if.of(world.scope)
    for number in range(7):
        world.talked(world.person(f"Somebody {number}"), on=world.ago(50))
    with CaptureQueriesContext(connection) as many:
        what_if.of(world.scope)
    assert len(many) == len(few) <= 9


def test_other_owners_are_not_counted(world, other, talks):
    assert what_if.of(other).people == 0
