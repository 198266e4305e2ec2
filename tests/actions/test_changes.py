from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from acquaint.actions import interests, people, promises
from acquaint.actions.changes import writing
from acquaint.models import Change, ChangeRow, ContactPoint, Organization, Owner, Person, Promise
from acquaint.models.changes import ids_of
from acquaint.models.errors import Invalid, NotFound
from tests import world


def images(made):
    rows = ChangeRow.objects.filter(change__key=made.undo).order_by("id")
    return list(rows.values_list("model", "before"))


def test_a_deed_is_one_change_that_says_who_when_and_through_which_door(scope):
    made = people.add(scope, name="Ada Moss", emails=["ada@example.org"], interest=["chess"])
    change = Change.objects.of(scope).get()
    assert (change.key, change.number, change.what, change.about) == (made.undo, 1, "person.add", "Ada Moss")
    assert (change.actor_id, change.door, change.at) == (scope.actor_id, "test", scope.now)
    assert images(made) == [("person", None), ("contact_point", None), ("interest", None)]


def test_an_edit_keeps_only_what_the_changed_columns_held(scope):
    [ada] = world.know(scope, "Ada Moss")
    made = people.edit(scope, person=ada, notes="on bridges", how_met="")
    assert images(made) == [("person", {"notes": "", "last_change": 1})]
    assert Person.objects.get(key=ada).last_change == 2


def test_a_removal_keeps_the_whole_row(scope):
    [ada] = world.know(scope, "Ada Moss")
    interest = interests.add(scope, person=ada, text="chess")
    [(table, before)] = images(interests.remove(scope, interest=interest.items[0][1]))
    assert table == "interest"
    assert (before["text"], before["key"], before["heard_on"]) == (
        "chess",
        interest.items[0][1],
        "2026-03-04",
    )


def test_carried_columns_are_no_history(scope):
    [ada] = world.know(scope, "Ada Moss")
    row = Person.objects.get(key=ada)
    with writing(scope, "test") as w:
        w.remove(row)
    [before] = ChangeRow.objects.filter(change__number=2).values_list("before", flat=True)
    assert not set(before) & set(Person.CARRIED)


def test_nothing_differs_nothing_written(scope):
    [ada] = world.know(scope, "Ada Moss")
    before = world.state(scope)
    made = people.edit(scope, person=ada, name="Ada Moss", notes="")
    assert (made.items, made.undo) == ((("person", ada),), None)
    assert world.changes(scope) == ["person.add"]
    assert world.state(scope) == before


def test_a_refused_deed_leaves_nothing_behind(scope):
    with pytest.raises(Invalid):
        people.add(scope, name="Ada Moss", emails=["not an address"])
    assert not Person.objects.of(scope).exists()
    assert not Change.objects.of(scope).exists()
    assert Owner.objects.get(pk=scope.owner_id).change_number == 0


def test_numbers_count_each_owners_deeds_alone(scope, other):
    world.know(scope, "Ada Moss", "Ben Varga")
    world.know(other, "Zoe Else")
    world.know(scope, "Cleo Ng")
    assert list(Change.objects.of(scope).order_by("id").values_list("number", flat=True)) == [1, 2, 3]
    assert list(Change.objects.of(other).values_list("number", flat=True)) == [1]


def test_a_key_of_somebody_else_leads_nowhere(scope, other):
    [zoe] = world.know(other, "Zoe Else")
    with pytest.raises(NotFound):
        promises.add(scope, person=zoe, text="send the paper")
    with pytest.raises(NotFound):
        people.edit(scope, person=zoe, notes="mine now")
    assert not Promise.objects.exists()


def test_what_was_made_is_told_once_and_in_order(scope):
    made = people.add(scope, name="Ada Moss", organization="Ferncare", position="Clerk")
    with writing(scope, "test") as w:
        row = w.get(Person, made.id)
        w.note("person", row)
        w.note("person", row)
        assert w.result().items == (("person", made.id),)
        assert w.change_id is None


def test_history_tells_what_a_deed_turned_out_to_be_about(scope):
    with writing(scope, "test", about="at first", count=1) as w:
        w.add(Organization, name="Ferncare", normal="ferncare")
        w.about = "in the end"
        w.facts["count"] = 2
    change = Change.objects.of(scope).get()
    assert (change.about, change.facts) == ("in the end", {"count": 2})


def test_many_rows_at_once_are_history_like_each_alone(scope):
    with writing(scope, "test") as w:
        pks = w.add_many(Person, [{"name": name, "normal": name.lower()} for name in ("Ada", "Ben", "Cleo")])
        w.add_many(
            ContactPoint,
            [{"person_id": pks[0], "kind": "email", "value": "a@example.org", "normal": "a@example.org"}],
        )
        assert w.add_many(Person, []) == []
    assert list(Person.objects.filter(pk__in=pks).order_by("pk").values_list("name", flat=True)) == [
        "Ada",
        "Ben",
        "Cleo",
    ]
    assert pks == sorted(pks)
    assert len(set(Person.objects.of(scope).values_list("key", flat=True))) == 3
    lines = ChangeRow.objects.filter(change__owner_id=scope.owner_id)
    assert sorted((one.model, one.before, ids_of(one.row_id, one.runs)) for one in lines) == [
        ("contact_point", None, [ContactPoint.objects.get().pk]),
        ("person", None, pks),
    ]
    [line] = [row for row in world.state(scope)["search_text"] if row["row_id"] == pks[0]]
    assert (line["title"], line["body"]) == ("Ada", "a@example.org")


def test_ways_to_reach_somebody_learned_later_in_bulk_are_found_too(scope):
    [ada] = world.know(scope, "Ada Moss")
    pk = Person.objects.get(key=ada).pk
    with writing(scope, "test") as w:
        w.add_many(
            ContactPoint,
            [{"person_id": pk, "kind": "email", "value": "a@example.org", "normal": "a@example.org"}],
        )
    assert [row["body"] for row in world.state(scope)["search_text"]] == ["a@example.org"]


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_once_wait_for_each_other():
    scope = world.somebody()
    done: list[str] = []

    def write(name):
        try:
            done.extend(people.add(scope, name=f"{name} {number}").id for number in range(15))
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in ("Ada", "Ben", "Cleo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(done)) == 45
    numbers = list(Change.objects.of(scope).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 46))


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_breaks_midway_is_taken_back_whole():
    scope = world.somebody()
    [ada] = world.know(scope, "Ada Moss")
    before = world.state(scope)

    def broken():
        with writing(scope, "test") as w:
            w.edit(w.get(Person, ada), notes="half")
            w.add(Organization, name="Ferncare", normal="ferncare")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert world.state(scope) == before
    assert Change.objects.of(scope).count() == 1
    assert not transaction.get_connection().in_atomic_block
