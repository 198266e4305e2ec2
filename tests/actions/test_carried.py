from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from acquaint.actions import carried, interactions, people, undo
from acquaint.actions.changes import writing
from acquaint.models import Interaction, Person, Setting
from acquaint.queries import history
from tests import world
from tests.actions.deeds import STEPS, perform


def of(key):
    return Person.objects.get(key=key)


@pytest.fixture
def ada(scope):
    return world.know(scope, "Ada Moss")[0]


def met(scope, *who, days=0, kind="coffee", direction=""):
    on = scope.today - timedelta(days=days)
    return interactions.log(scope, people=who, kind=kind, on=on, direction=direction).items[0][1]


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS)
def test_what_is_carried_is_what_the_interactions_say_after_any_deeds(steps):
    scope = world.somebody()
    world.know(scope, "Ada Moss", "Ben Varga")
    for step in steps:
        scope = world.later(scope, days=step[1])
        perform(scope, step)
        assert world.untrue(scope) == []
    deeds = history.history(scope)
    undo.undo(scope, change=deeds[len(deeds) // 2].id)
    assert world.untrue(scope) == []


def test_a_backdated_contact_moves_the_first_day_not_the_last(scope, ada):
    met(scope, ada)
    met(scope, ada, days=90)
    row = of(ada)
    assert (row.last_contact, row.first_contact) == (scope.today, scope.today - timedelta(days=90))
    assert row.in_sum == pytest.approx(1 + 2 ** (-90 / 60))


def test_a_day_counts_once_however_much_it_held(scope, ada):
    for _ in range(3):
        met(scope, ada, kind="email", direction="in")
    assert (of(ada).in_sum, of(ada).out_sum) == (1, 0)


def test_unanswered_letters_are_counted_until_an_answer(scope, ada):
    for days in (30, 20, 10):
        met(scope, ada, kind="email", days=days)
    assert (of(ada).unanswered, of(ada).answered_on) == (3, None)
    met(scope, ada, kind="email", direction="in", days=15)
    assert (of(ada).unanswered, of(ada).answered_on) == (1, scope.today - timedelta(days=15))


def test_correcting_or_removing_a_contact_is_carried(scope, ada):
    contact = met(scope, ada)
    interactions.edit(scope, interaction=contact, on=scope.today - timedelta(days=5))
    assert of(ada).last_contact == scope.today - timedelta(days=5)
    interactions.remove(scope, interaction=contact)
    assert (of(ada).last_contact, of(ada).in_sum, of(ada).sums_on) == (None, 0, None)
    assert not Interaction.objects.of(scope).exists()


def test_everybody_who_was_there_carries_it(scope, ada):
    [ben] = world.know(scope, "Ben Varga")
    met(scope, ada, ben, ada)
    assert of(ada).last_contact == of(ben).last_contact == scope.today
    assert of(ada).stage == of(ben).stage == "acquainted"


def test_whoever_answers_quickly_hears_from_me_a_quarter_sooner(scope, ada):
    [ben] = world.know(scope, "Ben Varga")
    for who, days in ((ada, 88), (ben, 60)):
        met(scope, who, days=200)
        met(scope, who, kind="email", days=90)
        met(scope, who, kind="email", direction="in", days=days)
    assert of(ada).stage == of(ben).stage == "in_touch"
    assert (of(ada).next_due - of(ada).last_contact).days == 31
    assert (of(ben).next_due - of(ben).last_contact).days == 42
    assert world.untrue(scope) == []
    undo.undo(scope)
    assert world.untrue(scope) == []


def test_a_closed_or_resting_person_has_nothing_due(scope, ada):
    met(scope, ada)
    assert of(ada).next_due is not None
    people.close(scope, person=ada)
    assert of(ada).next_due is None
    people.reopen(scope, person=ada)
    assert of(ada).next_due is not None


def test_another_rhythm_moves_everybody_and_so_does_taking_it_back(scope, ada):
    met(scope, ada)
    before = of(ada).next_due
    with writing(scope, "setting.set") as w:
        w.add(Setting, name="phase", value="keeping")
    assert of(ada).next_due > before
    assert world.untrue(scope) == []
    undo.undo(scope)
    assert of(ada).next_due == before


def test_what_has_drifted_is_found_and_mended(scope, ada):
    met(scope, ada)
    Person.objects.filter(key=ada).update(in_sum=7, stage="friend")
    pk = of(ada).pk
    assert world.untrue(scope) == [(pk, "stage"), (pk, "in_sum")]
    carried.refresh_all(scope.owner_id)
    assert world.untrue(scope) == []
