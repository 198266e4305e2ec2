"""Fit from the record: who counts where, whose answer holds, and what may be said."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import introductions, organizations, people
from acquaint.maths import fit as maths
from acquaint.models import Person
from acquaint.models.errors import NotFound
from acquaint.queries import fit


@pytest.fixture
def care(world):
    organizations.add(world.scope, name="Harbor Clinic", field="Care")
    organizations.add(world.scope, name="North Ward", field="Care")
    organizations.add(world.scope, name="Mill Bank", field="Banking")
    return world


def met(world, name, liked, *, at="Harbor Clinic", days=30, key="", **lines):
    who = key or world.person(name, at=at)
    talk = world.talked(who, on=world.ago(days))
    world.wrote_down(talk, liked=liked, **lines)
    return who


def test_counts_come_with_names_and_a_verdict_only_when_it_is_earned(care):
    for number in range(4):
        met(care, f"Ana {number}", "yes")
    (field,) = fit.of(care.scope, "care")
    assert (field.met, field.liked, field.verdict, field.more_needed) == (4, 4, "undecided", 1)
    met(care, "Bo Lind", "yes")
    (field,) = fit.of(care.scope, "care")
    assert (field.field, field.met, field.liked, field.verdict) == ("Care", 5, 5, "likes")
    assert field.more_needed == 0
    assert field.probability == pytest.approx(maths.majority(5, 5))
    assert [one.name for one in field.names] == ["Ana 0", "Ana 1", "Ana 2", "Ana 3", "Bo Lind"]


def test_the_latest_answer_holds_and_nobody_counts_twice(care):
    key = met(care, "Ana Ruiz", "yes", days=40)
    met(care, "", "no", days=3, key=key)
    (field,) = fit.of(care.scope, "care")
    assert (field.met, field.liked, field.disliked) == (1, 0, 1)


def test_whoever_was_introduced_stands_apart(care):
    ana = met(care, "Ana Ruiz", "yes")
    introductions.offered(care.scope, introducer=ana, name="Tom Okafor")
    tom = Person.objects.get(name="Tom Okafor")
    people.edit(care.scope, person=tom.key, organization="Harbor Clinic")
    met(care, "", "mixed", key=tom.key)
    (field,) = fit.of(care.scope, "care")
    assert (field.introduced, field.found) == (fit.Part(1, 0), fit.Part(1, 1))
    assert (field.met, field.liked, field.mixed) == (2, 1, 1)


def test_several_fields_lean_on_my_own_share(care):
    for number in range(5):
        met(care, f"Ana {number}", "yes")
        met(care, f"Bo {number}", "no", at="Mill Bank")
    told = {one.field: one for one in fit.of(care.scope)}
    prior = maths.prior_of([(5, 5), (0, 5)])
    assert prior == pytest.approx((3.0, 3.0))
    assert told["Care"].probability == pytest.approx(maths.majority(5, 5, prior=prior))
    assert told["Banking"].probability == pytest.approx(1 - told["Care"].probability)


def test_a_place_is_told_from_the_field(care):
    met(care, "Ana Ruiz", "yes", want="nights off")
    met(care, "Bo Lind", "no", at="North Ward", notwant="shifts")
    (field,) = fit.of(care.scope, "care")
    places = {(one.name, one.met, one.liked) for one in field.slices if one.kind == "employer"}
    assert places == {("Harbor Clinic", 1, 1), ("North Ward", 1, 0)}
    assert (field.wants, field.notwants) == (("nights off",), ("shifts",))


def test_a_talk_without_an_answer_is_met_and_says_nothing(care):
    care.talked(care.person("Ana Ruiz", at="Harbor Clinic"), on=care.ago(3))
    (field,) = fit.of(care.scope, "care")
    assert (field.met, field.liked, field.more_needed) == (1, 0, 5)
    with pytest.raises(NotFound):
        fit.of(care.scope, "nothing like it")


def test_more_people_cost_no_more_queries(care):
    met(care, "Ana Ruiz", "yes")
    with CaptureQueriesContext(connection) as few:
        fit.of(care.scope)
    for number in range(4):
        met(care, f"Bo {number}", "no", at="Mill Bank")
    with CaptureQueriesContext(connection) as many:
        fit.of(care.scope)
    assert len(many) == len(few) <= 7
