from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from acquaint.actions import carried
from acquaint.actions.samples import filling
from acquaint.models import (
    Change,
    Debrief,
    Interaction,
    InteractionPerson,
    Interview,
    Introduction,
    Opening,
    Organization,
    Owner,
    Person,
    Promise,
    SearchText,
)
from acquaint.models.errors import Invalid


@pytest.fixture
def filled(scope):
    filling.fill(scope)
    return scope


def test_the_sample_is_a_seeker_three_months_in(filled):
    assert Person.objects.of(filled).count() == 60
    assert Person.objects.me(filled).count() == 1
    assert Interview.objects.of(filled).count() == 25
    first = Change.objects.of(filled).order_by("number").first()
    assert timedelta(days=85) < filled.now - first.at < timedelta(days=100)


def test_introductions_reach_the_third_generation(filled):
    by = dict(Person.objects.of(filled).values_list("id", "introduced_by_id"))

    def generation(person):
        return 0 if by[person] is None else 1 + generation(by[person])

    assert {generation(person) for person in by} == {0, 1, 2, 3}


def test_this_week_has_a_talk_tomorrow_a_thanks_and_a_debrief_owed(filled):
    tomorrow = filled.today + timedelta(days=1)
    talks = Interview.objects.of(filled)
    assert [one.state for one in talks.filter(on=tomorrow)] == ["booked"]
    assert "held" in {one.state for one in talks}
    assert "debriefed" in {one.state for one in talks.filter(on=filled.today - timedelta(days=1))}
    mine = Promise.objects.of(filled).filter(by="mine", kept_on=None, due_on=tomorrow)
    assert mine.count() == 1


def test_only_where_one_meets_there_is_a_place(filled):
    talks = set(Interview.objects.of(filled).values_list("mode", "place"))
    assert {mode for mode, place in talks if place} == {"coffee"}
    assert ("video", "") in talks


def test_every_state_of_the_method_is_told(filled):
    assert {one.liked for one in Debrief.objects.of(filled)} == {"yes", "mixed", "no"}
    assert {"named", "met"} <= {one.state for one in Introduction.objects.of(filled)}
    assert len(set(Opening.objects.of(filled).values_list("state", flat=True))) >= 3
    stages = set(Person.objects.of(filled).values_list("stage", flat=True))
    assert {"known", "asked", "acquainted", "in_touch", "ally"} <= stages
    assert Person.objects.of(filled).filter(closed_on__isnull=False).count() == 1


def test_nothing_is_dated_after_today_but_what_is_planned(filled):
    assert not Interaction.objects.of(filled).filter(on__gt=filled.today).exists()
    assert not Interview.objects.of(filled).filter(held_on__gt=filled.today).exists()
    assert not Change.objects.of(filled).filter(at__gt=filled.now).exists()


def test_carried_columns_and_search_words_are_as_after_any_action(filled):
    everybody = list(Person.objects.with_me(filled).values_list("id", flat=True))
    assert carried.differences(filled.owner_id, everybody) == []
    assert SearchText.objects.filter(owner_id=filled.owner_id, noun="person").count() >= 60


def test_the_same_seed_and_day_tell_the_same_story(filled):
    owner = Owner.objects.create()
    again = replace(filled, owner_id=owner.pk, actor_id=owner.pk)
    filling.fill(again)
    for model, column in ((Person, "name"), (Interview, "at_local"), (Promise, "text"), (Change, "about")):
        told = [
            list(model.objects.filter(owner_id=one.owner_id).order_by("id").values_list(column, flat=True))
            for one in (filled, again)
        ]
        assert told[0] == told[1]


def test_another_seed_tells_another_story(scope, filled):
    owner = Owner.objects.create()
    other = replace(filled, owner_id=owner.pk, actor_id=owner.pk)
    filling.fill(other, seed=8)
    names = [set(Person.objects.of(one).values_list("name", flat=True)) for one in (filled, other)]
    assert len(names[0] & names[1]) < 30


def test_a_sample_never_mixes_with_somebodys_life(filled):
    with pytest.raises(Invalid):
        filling.fill(filled)


@pytest.mark.parametrize(("count", "interviews"), [(1, 0), (1, 25), (5, 2), (40, 25), (90, 60)])
def test_any_size_will_do(scope, count, interviews):
    filling.fill(scope, count=count, interviews=interviews)
    assert Person.objects.of(scope).count() == count
    everybody = list(Person.objects.with_me(scope).values_list("id", flat=True))
    assert carried.differences(scope.owner_id, everybody) == []


def test_a_crowd_has_a_past_too(scope):
    filling.fill(scope, count=460, each=10)
    assert Person.objects.of(scope).count() == 460
    assert 2500 < InteractionPerson.objects.of(scope).count() < 6500
    assert Organization.objects.of(scope).filter(normal="ferncare").count() == 1
    everybody = list(Person.objects.with_me(scope).values_list("id", flat=True))
    assert carried.differences(scope.owner_id, everybody) == []


def test_no_people_is_refused(scope):
    with pytest.raises(Invalid):
        filling.fill(scope, count=0)
