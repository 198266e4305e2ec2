from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from acquaint.models import Field, Person, Promise, Search
from acquaint.models.people import new_uids
from acquaint.models.rows import ALPHABET, KEY_LENGTH, MANY, PublicRow, new_key, new_keys

PUBLIC = [model for model in apps.get_app_config("acquaint").get_models() if issubclass(model, PublicRow)]


def person(scope, name="Ada Moss", **more):
    return Person.objects.create(owner_id=scope.owner_id, name=name, normal=name.lower(), **more)


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_keys_are_ten_signs_that_nobody_misreads():
    keys = {new_key() for _ in range(5000)}
    assert len(keys) == 5000
    assert all(len(key) == KEY_LENGTH and set(key) <= set(ALPHABET) for key in keys)
    assert not set(ALPHABET) & set("01ilo")


@pytest.mark.parametrize("model", PUBLIC, ids=lambda model: model._meta.db_table)
def test_a_public_row_has_one_key_for_its_owner(model):
    unique = [set(one.fields) for one in model._meta.constraints if hasattr(one, "fields")]
    assert {"owner", "key"} in unique
    assert {"owner", "id"} in unique  # what SameOwner points at


def test_two_owners_may_meet_in_a_key_but_one_may_not(scope, other):
    person(scope, key="aaaaaaaaaa")
    person(other, key="aaaaaaaaaa")
    refused(lambda: person(scope, key="aaaaaaaaaa"))


def test_a_person_has_a_name_and_a_known_stage(scope):
    refused(lambda: person(scope, name=""))
    refused(lambda: person(scope, stage="lead"))
    refused(lambda: person(scope, gladly="9"))


def test_an_owner_has_one_row_of_their_own(scope, other):
    person(scope, me_since=scope.today)
    person(other, me_since=other.today)
    refused(lambda: person(scope, me_since=scope.today))


def test_a_field_stands_once_under_its_name(scope, other):
    Field.objects.create(owner_id=scope.owner_id, name="Bees", normal="bees")
    Field.objects.create(owner_id=other.owner_id, name="Bees", normal="bees")
    refused(lambda: Field.objects.create(owner_id=scope.owner_id, name="BEES", normal="bees"))


def test_there_is_one_search_at_a_time(scope):
    Search.objects.create(owner_id=scope.owner_id, started_on=scope.today)
    refused(lambda: Search.objects.create(owner_id=scope.owner_id, started_on=scope.today))


def test_lists_of_people_hold_neither_the_owner_nor_the_people_of_others(scope, other):
    person(scope, "Me", me_since=scope.today)
    mine = person(scope)
    person(other, "Zoe Else")
    assert list(Person.objects.of(scope)) == [mine]
    assert Person.objects.with_me(scope).count() == 2
    assert Person.objects.me(scope).get().name == "Me"


def test_active_are_the_asked_the_met_and_the_chosen_but_never_the_closed(scope):
    person(scope, "Only Known")
    chosen = person(scope, "Cho Sen", chosen_on=scope.today)
    met = person(scope, "Met Once", stage="acquainted")
    person(scope, "Done With", stage="friend", closed_on=scope.today)
    assert set(Person.objects.of(scope).active()) == {chosen, met}


def test_a_promise_is_open_until_it_is_kept_or_released(scope):
    row = Promise(made_on=scope.today)
    assert row.state == "open"
    row.released_on = scope.today
    assert row.state == "released"
    row.kept_on = scope.today
    assert row.state == "kept"


@pytest.mark.parametrize("count", [0, 1, 7, MANY - 1, MANY, 3000])
def test_many_keys_at_once_are_keys_like_any_and_all_different(count):
    keys = new_keys(count)
    assert len(keys) == len(set(keys)) == count
    assert all(len(key) == KEY_LENGTH and set(key) <= set(ALPHABET) for key in keys)


def test_very_many_keys_begin_alike_and_else_are_as_random_as_a_few():
    assert len({key[0] for key in new_keys(MANY)}) == 1
    assert len({new_keys(MANY)[0][0] for _ in range(60)}) > 5
    assert len({key[1] for key in new_keys(MANY)}) > 20
    assert len({key[0] for key in new_keys(MANY - 1)}) > 20


def test_identifiers_of_one_time_are_different_and_begin_alike():
    at = datetime(2026, 3, 4, 12, tzinfo=UTC)
    found = [uuid.UUID(one) for one in new_uids(1000, at)]
    assert len(set(found)) == 1000
    assert {(one.version, one.variant) for one in found} == {(7, uuid.RFC_4122)}
    assert {one.int >> 80 for one in found} == {int(at.timestamp() * 1000)}
