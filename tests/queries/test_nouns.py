"""The plain nouns as readers get them, by the same few questions however much there is."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import interactions, interests, journals, organizations, people, promises
from acquaint.models import Person
from acquaint.models.errors import NotFound
from acquaint.queries import fields, history
from acquaint.queries import interactions as contacts
from acquaint.queries import interests as topics
from acquaint.queries import journals as entries
from acquaint.queries import organizations as places
from acquaint.queries import people as everybody
from acquaint.queries import person as page
from tests import world


def questions(read):
    with CaptureQueriesContext(connection) as asked:
        read()
    return len(asked)


def fill(scope, start, count):
    keys = []
    for number in range(start, start + count):
        key = people.add(
            scope,
            name=f"Ada Number{number}",
            emails=[f"ada{number}@example.org"],
            organization=f"Place {number % 7}",
            interest=["chess"],
        ).id
        interactions.log(scope, people=[key, *keys[-1:]], kind="coffee", text="on bridges")
        promises.add(scope, person=key, text="send the paper")
        keys.append(key)
    interactions.log(scope, people=keys, kind="event")
    organizations.add(scope, name=f"Place {start % 7}", field=f"Field {start}")
    return keys


READINGS = {
    "people": everybody.list_,
    "people of a field": lambda s: everybody.list_(s, field="Field 0"),
    "organizations": places.listed,
    "one organization": lambda s: places.show(s, "Place 0"),
    "fields": fields.listed,
    "one field": lambda s: fields.show(s, "Field 0"),
    "interests": topics.listed,
    "contacts": contacts.listed,
    "journal": entries.listed,
    "history": lambda s: history.history(s, limit=0),
    "one person": lambda s: page.show(s, Person.objects.of(s).order_by("id")[0].key),
}


@pytest.mark.parametrize("name", READINGS)
def test_more_rows_take_no_more_questions(scope, name):
    def read():
        READINGS[name](scope)

    fill(scope, 0, 3)
    journals.add(scope, text="one", person=Person.objects.of(scope)[0].key)
    few = questions(read)
    fill(scope, 10, 12)
    journals.add(scope, text="two", person=Person.objects.of(scope)[1].key)
    assert questions(read) == few


def test_a_person_in_a_list(scope):
    ben = people.add(scope, name="Ben Varga").id
    people.add(scope, name="Ada Moss", organization="Ferncare", position="Clerk", introduced_by=ben)
    people.edit(
        scope, person=everybody.list_(scope, search="ada")[0].id, organization="Mill", position="Chair"
    )
    ada, _ben = everybody.list_(scope)
    assert (ada.organization, ada.position, ada.introduced_by.name) == ("Mill", "Chair", "Ben Varga")


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("mo", ["Ada Moss"]),
        ("fern", ["Ada Moss"]),
        ("ada fern", ["Ada Moss"]),
        ("dam", []),
        ("", ["Ada Moss", "Ben"]),
    ],
)
def test_a_list_narrowed_by_what_is_typed(scope, search, names):
    people.add(scope, name="Ada Moss", organization="Ferncare")
    world.know(scope, "Ben")
    found = everybody.list_(scope, search=search)
    assert [one.name for one in found] == names
    assert everybody.count(scope, search=search) == len(names)


def test_a_page_of_the_list(scope):
    world.know(scope, "Cleo", "Ada", "Ben")
    assert [one.name for one in everybody.list_(scope, limit=2)] == ["Ada", "Ben"]
    assert [one.name for one in everybody.list_(scope, limit=2, offset=2)] == ["Cleo"]


def test_common_ground_is_where_both_stand(scope):
    ada = people.add(scope, name="Ada Moss", organization="Ferncare", interest=["chess", "bees"]).id
    people.describe_me(scope, name="Mia Self")
    me = Person.objects.me(scope).get().key
    interests.add(scope, person=me, text="Chess")
    shown = page.show(scope, ada)
    assert [(one.kind, one.text) for one in shown.common_ground] == [("interest", "Chess")]
    assert [one.text for one in topics.listed(scope)] == ["bees", "chess"]


def test_what_happened_is_told_newest_first_and_without_inner_numbers(scope):
    [ada] = world.know(scope, "Ada Moss")
    interactions.log(scope, people=[ada], kind="coffee", on=scope.today)
    promises.add(scope, person=ada, text="send the paper", made_on=scope.today)
    people.stage(scope, person=ada, stage="ally")
    told = page.show(scope, ada).timeline
    assert [one.on for one in told] == sorted((one.on for one in told), reverse=True)
    assert {one.type for one in told} == {"interaction", "promise", "stage"}
    assert all(len(one.id) in {0, 10} for one in told)
    assert len(page.show(scope, ada, limit=2).timeline) == 2


def test_who_is_there_and_who_was(scope):
    ada = people.add(scope, name="Ada Moss", organization="Ferncare", position="Clerk").id
    people.edit(scope, person=ada, position="Chair")
    people.add(scope, name="Ben Varga", organization="Ferncare")
    people.edit(scope, person=everybody.list_(scope, search="ben")[0].id, organization="Mill")
    shown = places.show(scope, "ferncare")
    assert [(one.name, one.title) for one in shown.people] == [("Ada Moss", "Chair")]
    assert [one.name for one in shown.former] == ["Ben Varga"]


@pytest.mark.parametrize(
    "read",
    [topics.show, entries.show, contacts.show, places.show, fields.show, page.show],
    ids=lambda f: f.__module__,
)
def test_what_is_not_there_is_not_found(scope, other, read):
    with pytest.raises(NotFound):
        read(scope, "nothing")


def test_nothing_of_somebody_else_is_shown(scope, other):
    fill(other, 0, 2)
    journals.add(other, text="theirs")
    for name in ("people", "organizations", "fields", "interests", "contacts", "journal", "history"):
        assert READINGS[name](scope) == ()


@pytest.mark.parametrize(
    "search", ["ada", "d 1", "place 3", "ad number2", "number12 pl", "ce 6", "-", "o'b", "brien", "zoë"]
)
def test_a_page_holds_whom_the_list_holds_and_counts_them_all(scope, search):
    fill(scope, 1, 20)
    people.add(scope, name="Zoë O'Brien-Vale")
    whole = everybody.list_(scope, search=search)
    for offset in (0, 3):
        part = everybody.page(scope, search=search, limit=3, offset=offset)
        assert part.rows == whole[offset : offset + 3]
        assert part.count == everybody.count(scope, search=search) == len(whole)
        assert part.is_last == (offset + 3 >= len(whole))
    known = everybody.page(scope, search=search, stage="known", limit=3)
    assert known.count == everybody.count(scope, search=search, stage="known")
