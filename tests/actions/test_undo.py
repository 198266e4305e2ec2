from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.actions import fields, interactions, interests, organizations, people, promises, undo
from acquaint.models import Change, ChangeRow, Person, Promise
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import history
from tests import world
from tests.actions.deeds import STEPS, perform


def played(steps):
    """An owner who knows three people and then did these steps; the states between, and the last clock."""
    scope = world.somebody()
    world.know(scope, "Ada Moss", "Ben Varga", "Cleo Ng")
    states = [world.state(scope)]
    for step in steps:
        scope = world.later(scope, days=step[1])
        before = Change.objects.of(scope).count()
        perform(scope, step)
        if Change.objects.of(scope).count() > before:
            states.append(world.state(scope))
    return scope, states


def log(scope):
    rows = ChangeRow.objects.filter(change__owner_id=scope.owner_id)
    return list(rows.order_by("id").values_list("id", "change_id", "model", "row_id", "before"))


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS)
def test_any_deeds_undone_in_reverse_leave_what_was_and_redone_what_became(steps):
    scope, states = played(steps)
    for before in reversed(states[:-1]):
        undone = undo.undo(scope)
        assert undone.kept_rows == 0
        assert world.told(before, world.state(scope)) == {}
    for after in states[1:]:
        undo.redo(scope)
        assert world.told(after, world.state(scope)) == {}
    with pytest.raises(NotFound):
        undo.redo(scope)
    assert world.untrue(scope) == []
    connection.check_constraints()


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS, st.integers(0, 20))
def test_a_deed_in_the_middle_goes_and_comes_back_without_a_trace(steps, which):
    scope, states = played(steps)
    written = list(Change.objects.of(scope).order_by("number"))
    kept_log = log(scope)
    undone = undo.undo(scope, change=written[which % len(written)].key)
    connection.check_constraints()
    assert world.untrue(scope) == []
    undo.undo(scope, change=undone.undo)
    assert world.told(states[-1], world.state(scope)) == {}
    assert log(scope)[: len(kept_log)] == kept_log


def test_what_a_later_deed_wrote_stays_and_is_named(scope):
    ada = people.add(scope, name="Ada Moss", notes="first")
    people.edit(scope, person=ada.id, notes="second")
    undone = undo.undo(scope, change=ada.undo)
    assert [(kept.type, kept.id, kept.title) for kept in undone.kept] == [("person", ada.id, "Ada Moss")]
    assert undone.kept_rows == 1
    assert Person.objects.get(key=ada.id).notes == "second"


def test_what_a_later_deed_points_at_stays_and_the_rest_goes(scope):
    ada = people.add(scope, name="Ada Moss", emails=["ada@example.org"])
    promises.add(scope, person=ada.id, text="send the paper")
    undone = undo.undo(scope, change=ada.undo)
    assert [kept.title for kept in undone.kept] == ["Ada Moss"]
    assert undone.rows == 1
    [shown] = Person.objects.of(scope)
    assert Promise.objects.get(person=shown).text == "send the paper"


def test_an_edit_that_a_later_one_covers_stays(scope):
    [ada] = world.know(scope, "Ada Moss")
    first = people.edit(scope, person=ada, notes="first")
    people.edit(scope, person=ada, notes="second")
    undone = undo.undo(scope, change=first.undo)
    assert (undone.rows, undone.kept_rows) == (0, 1)
    assert Person.objects.get(key=ada).notes == "second"


def test_an_undo_that_would_bring_back_a_twin_keeps_what_stands(scope):
    [ada] = world.know(scope, "Ada Moss")
    interests.add(scope, person=ada, text="chess")
    gone = interests.remove(scope, interest=interests.add(scope, person=ada, text="chess").items[0][1])
    interests.add(scope, person=ada, text="Chess")
    undone = undo.undo(scope, change=gone.undo)
    assert (undone.rows, undone.kept_rows) == (0, 1)


def test_a_row_whose_person_is_gone_does_not_come_back(scope):
    [ada] = world.know(scope, "Ada Moss")
    made = interests.add(scope, person=ada, text="chess")
    gone = interests.remove(scope, interest=made.items[0][1])
    for change in Change.objects.of(scope).filter(what="person.add"):
        undo.undo(scope, change=change.key)
    assert undo.undo(scope, change=gone.undo).kept_rows == 1
    assert not Person.objects.of(scope).exists()


def test_undo_goes_back_deed_by_deed_and_redo_forward(scope):
    [ada] = world.know(scope, "Ada Moss")
    people.edit(scope, person=ada, notes="one")
    people.edit(scope, person=ada, notes="two")
    notes = [undo.undo(scope) and Person.objects.get(key=ada).notes for _ in range(2)]
    notes += [undo.redo(scope) and Person.objects.get(key=ada).notes for _ in range(2)]
    assert notes == ["one", "", "one", "two"]


def test_a_new_deed_ends_the_way_forward(scope):
    [ada] = world.know(scope, "Ada Moss")
    people.edit(scope, person=ada, notes="one")
    undo.undo(scope)
    people.edit(scope, person=ada, notes="other")
    with pytest.raises(NotFound):
        undo.redo(scope)


def test_an_undo_can_be_named_and_taken_back_itself_once(scope):
    [ada] = world.know(scope, "Ada Moss")
    undone = undo.undo(scope)
    assert not Person.objects.of(scope).exists()
    again = undo.undo(scope, change=undone.undo)
    assert Person.objects.of(scope).get().key == ada
    with pytest.raises(Invalid):
        undo.undo(scope, change=undone.undo)
    undo.undo(scope, change=again.undo)
    assert not Person.objects.of(scope).exists()


def test_what_was_taken_back_is_not_taken_back_twice(scope):
    made = people.add(scope, name="Ada Moss")
    undo.undo(scope, change=made.undo)
    with pytest.raises(Invalid):
        undo.undo(scope, change=made.undo)


def test_there_may_be_nothing_to_undo_or_redo(scope):
    for verb in (undo.undo, undo.redo):
        with pytest.raises(NotFound):
            verb(scope)


def test_nobody_undoes_the_deeds_of_others(scope, other):
    made = people.add(other, name="Zoe Else")
    with pytest.raises(NotFound):
        undo.undo(scope, change=made.undo)
    with pytest.raises(NotFound):
        undo.undo(scope)


def test_history_tells_what_was_done_and_what_took_it_back(scope):
    made = people.add(scope, name="Ada Moss, PhD")
    undone = undo.undo(scope)
    latest, first = history.history(scope)
    assert (first.what, first.about, first.undone_by) == ("person.add", "Ada Moss", undone.undo)
    assert (latest.what, latest.undoes, latest.undone_by) == ("undo", made.undo, None)
    undo.redo(scope)
    assert [deed.undone_by is None for deed in history.history(scope)] == [True, False, True]


def test_renaming_taken_back_is_found_under_the_old_name_again(scope):
    made = organizations.add(scope, name="Ferncare")
    organizations.edit(scope, organization=made.items[0][1], name="Mosscare")
    undo.undo(scope)
    fields.add(scope, name="Care")
    words = world.state(scope)["search_text"]
    assert {row["title"] for row in words} == {"Ferncare", "Care"}


def test_taking_back_a_contact_with_several_people_frees_all_their_clocks(scope):
    keys = world.know(scope, "Ada Moss", "Ben Varga")
    interactions.log(scope, people=keys, kind="coffee")
    assert set(Person.objects.of(scope).values_list("last_contact", flat=True)) == {scope.today}
    undo.undo(scope)
    assert set(Person.objects.of(scope).values_list("last_contact", flat=True)) == {None}
    assert set(Person.objects.of(scope).values_list("stage", flat=True)) == {"known"}
