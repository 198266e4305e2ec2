"""The names in memory are those of the data: whatever was written last counts, and owners stay apart."""

from __future__ import annotations

from acquaint.actions import people, undo
from acquaint.queries import names


def like(scope, wanted):
    held = names.of(scope)
    by_pk = dict(held.people)
    return [by_pk[pk] for _score, pk in held.like(wanted, least=75.0, limit=32)]


def test_they_are_kept_until_something_is_written(scope):
    key = people.add(scope, name="Ada Moss").id
    first = names.of(scope)
    assert names.of(scope) is first
    people.edit(scope, person=key, name="Ida Moss")
    assert names.of(scope) is not first
    assert like(scope, "ida mos") == ["ida moss"]


def test_what_is_taken_back_is_forgotten(scope):
    people.add(scope, name="Ada Moss")
    assert like(scope, "ada mosss") == ["ada moss"]
    undo.undo(scope)
    assert like(scope, "ada mosss") == []


def test_owners_stay_apart(scope, other):
    people.add(scope, name="Ada Moss")
    people.add(other, name="Ada Mosse")
    assert like(scope, "ada mosss") == ["ada moss"]
    assert like(other, "ada mosss") == ["ada mosse"]


def test_before_anything_is_written_nobody_is_like_anything(scope):
    assert like(scope, "ada") == []


def test_a_run_of_words_in_a_name_is_enough_and_a_person_comes_once(scope):
    people.add(scope, name="Ada Lovelace Byron")
    people.add(scope, name="Byron Katt")
    assert like(scope, "lovelace biron") == ["ada lovelace byron"]
    assert sorted(like(scope, "byrom")) == ["ada lovelace byron", "byron katt"]


def test_the_likest_come_first_and_no_more_than_asked(scope):
    for name in ("Katja Blum", "Katia Blum", "Kadja Blumen"):
        people.add(scope, name=name)
    held = names.of(scope)
    found = held.like("katja blum", least=75.0, limit=2)
    assert [score for score, _pk in found] == sorted((score for score, _pk in found), reverse=True)
    assert dict(held.people)[found[0][1]] == "katja blum"
    assert len(found) == 2
