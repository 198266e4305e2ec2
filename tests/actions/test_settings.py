"""The owner's choices: read as typed, refused with the way out, and felt where they matter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acquaint.actions import settings, undo
from acquaint.models import ContactPoint, Person, Search
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import settings as read
from tests.queries.world import World


def value(scope, name):
    return read.shown(scope, name).value


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("energy", "A little", "little"),
        ("energy", "plenty", "plenty"),
        ("energy", "7", "7"),
        ("search", "pause", "paused"),
        ("search", "Paused", "paused"),
        ("zone", "Asia/Tokyo", None),
        ("language", "PT-BR", "pt-br"),
        ("weekend", "fri, sat", "friday saturday"),
        ("weekend", "none", "none"),
        ("formality", "Formal", "formal"),
        ("phase", "keeping", "keeping"),
        ("minutes", "25", "25"),
        ("rhythm-ally", "21 - 35", "21-35"),
        ("name", "Noor Adeyemi", "Noor Adeyemi"),
        ("looking-for", "a nurse  moving on", "a nurse moving on"),
        ("fields", "health software", "health software"),
        ("email", "noor@example.org", "noor@example.org"),
        ("phone", "+49 30 1234567", "+49 30 1234567"),
    ],
)
def test_each_choice_is_read_as_typed_and_taken_back(scope, name, typed, shown):
    before = value(scope, name)
    made = settings.set_(scope, name=name, value=typed)
    if shown is not None:
        assert value(scope, name) == shown
    undo.undo(scope, change=made.undo)
    assert value(scope, name) == before


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("energy", "lots"), ("search", "tomorrow"), ("energy", "-1"), ("energy", "51"),
        ("zone", "Mars/Olympus"), ("zone", "../etc"), ("language", "tlh"),
        ("weekend", "someday"), ("weekend", "s"), ("formality", "rude"),
        ("phase", "paused"), ("minutes", "3"), ("rhythm-ally", "35-21"), ("rhythm-ally", "21"),
        ("email", "not an address"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_changes_nothing(scope, name, typed):
    before = value(scope, name)
    with pytest.raises(Invalid):
        settings.set_(scope, name=name, value=typed)
    assert value(scope, name) == before


def test_an_unknown_name_is_not_found(scope):
    with pytest.raises(NotFound):
        settings.set_(scope, name="colour", value="blue")


def test_an_empty_value_goes_back_to_what_holds_for_everybody(scope):
    settings.set_(scope, name="energy", value="plenty")
    settings.set_(scope, name="rhythm-ally", value="7-14")
    settings.set_(scope, name="energy", value="")
    settings.set_(scope, name="rhythm-ally", value="")
    assert read.read(scope) == read.Settings()


def test_saying_the_same_again_is_no_change(scope):
    settings.set_(scope, name="energy", value="plenty")
    assert settings.set_(scope, name="energy", value="plenty").undo is None


def test_a_rhythm_of_ones_own_moves_what_is_due(scope):
    world = World(scope)
    key = world.person()
    world.exchanged(key, on=world.ago(10))
    usual = Person.objects.get(key=key).next_due
    made = settings.set_(scope, name="rhythm-acquainted", value="30-40")
    assert Person.objects.get(key=key).next_due == world.ago(10) + timedelta(days=30) != usual
    settings.set_(scope, name="phase", value="keeping")
    assert Person.objects.get(key=key).next_due == world.ago(10) + timedelta(days=30)
    undo.undo(scope, change=made.undo)
    assert read.shown(scope, "rhythm-acquainted").value == ""
    assert Person.objects.get(key=key).next_due == world.ago(10) + timedelta(days=182)


def test_a_new_address_of_mine_takes_the_place_of_the_old(scope):
    settings.set_(scope, name="email", value="old@example.org")
    settings.set_(scope, name="email", value="new@example.org")
    assert list(ContactPoint.objects.values_list("value", flat=True)) == ["new@example.org"]
    assert not Person.objects.of(scope).exists()


def test_one_search_holds_both_lines(scope):
    settings.set_(scope, name="looking-for", value="a nurse")
    settings.set_(scope, name="fields", value="health software")
    assert list(Search.objects.values_list("one_liner", "fields")) == [("a nurse", "health software")]


def test_pausing_twice_is_one_change_and_so_is_resuming(scope):
    settings.set_(scope, name="looking-for", value="a nurse moving on")
    assert settings.set_(scope, name="search", value="pause").undo
    assert settings.set_(scope, name="search", value="pause").undo is None
    assert settings.set_(scope, name="search", value="resume").undo
    assert settings.set_(scope, name="search", value="").undo is None
    assert value(scope, "search") == "active"
    assert value(scope, "looking-for") == "a nurse moving on"
