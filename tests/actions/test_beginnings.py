from __future__ import annotations

from datetime import date, timedelta

import pytest

from acquaint.actions import beginnings, undo
from acquaint.actions.beginnings import Earlier
from acquaint.models import DebriefLine, Interview, Person
from acquaint.models.errors import Ambiguous, Invalid
from acquaint.queries import isolated, recaps
from tests import world


def test_a_list_is_one_change_and_undo_takes_it_all_back(scope):
    before = world.state(scope)
    made = beginnings.list_names(scope, names=["Marisol Quent, from the choir", "Corin Abel"])
    assert Person.objects.of(scope).count() == 2
    undo.undo(scope, change=made.undo)
    assert world.state(scope) == before


def test_who_is_here_by_that_name_is_not_made_again(scope):
    world.know(scope, "Marisol Quent")
    beginnings.list_names(scope, names=["Marisol Quent", "Corin Abel"])
    assert sorted(Person.objects.of(scope).values_list("name", flat=True)) == ["Corin Abel", "Marisol Quent"]


@pytest.mark.parametrize("names", [[], ["", "  "], ["Somebody"] * 501])
def test_no_name_or_too_many_are_refused(scope, names):
    with pytest.raises(Invalid):
        beginnings.list_names(scope, names=names)
    assert world.changes(scope) == []


def test_earlier_talks_are_held_with_what_was_said(scope):
    on = scope.today - timedelta(days=200)
    beginnings.carry_on(scope, talks=[Earlier("Marisol Quent", on, "start with the registry")])
    talk = Interview.objects.of(scope).get()
    assert (talk.held_on, talk.state) == (on, "debriefed")
    assert DebriefLine.objects.of(scope).get().text == "start with the registry"
    assert talk.person.stage == "acquainted"
    assert talk.person.last_contact == on
    assert not world.untrue(scope)
    assert [one.person.name for one in isolated.talks(scope).isolated] == ["Marisol Quent"]


def test_a_day_to_come_and_an_unclear_name_change_nothing(scope):
    with pytest.raises(Invalid):
        beginnings.carry_on(scope, talks=[Earlier("Marisol Quent", scope.today + timedelta(days=1))])
    world.know(scope, "Corin Abel", "Corin Abel")
    before = world.state(scope)
    with pytest.raises(Ambiguous):
        beginnings.carry_on(
            scope, talks=[Earlier("Zeno", date(2025, 1, 1)), Earlier("Corin Abel", date(2025, 1, 1))]
        )
    with pytest.raises(Invalid):
        beginnings.carry_on(scope, talks=[])
    assert world.state(scope) == before


def test_a_recap_is_the_last_talk_and_nothing_else(scope):
    [key] = world.know(scope, "Marisol Quent")
    assert recaps.of(scope, key) is None
    for away, said in ((300, "an older thing"), (200, "a newer thing")):
        talk = Earlier("Marisol Quent", scope.today - timedelta(days=away), said)
        beginnings.carry_on(scope, talks=[talk])
    recap = recaps.of(scope, key)
    assert recap.learned == ("a newer thing",)
    assert recap.on == scope.today - timedelta(days=200)
    assert recap.liked == ""
