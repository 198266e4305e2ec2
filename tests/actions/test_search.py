from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given, settings

from acquaint.actions import (
    fields,
    images,
    interactions,
    interests,
    organizations,
    people,
    promises,
    search,
    undo,
)
from acquaint.models import Organization, Person, Position, SearchText
from acquaint.queries.search import who
from tests import world
from tests.actions.deeds import STEPS, perform


def lines(scope):
    rows = SearchText.objects.filter(owner_id=scope.owner_id).order_by("noun", "row_id")
    return list(rows.values_list("noun", "row_id", "key", "person_id", "title", "body", "folded"))


def rewrite(scope):
    """Write every line anew from the rows themselves."""
    search.refresh(
        scope.owner_id,
        {
            noun: list(
                (Person if noun == "person" else search.TABLE[noun].model)
                ._default_manager.filter(owner_id=scope.owner_id)
                .values_list("id", flat=True)
            )
            for noun in ("person", *search.TABLE)
        },
    )


def index_is_whole():
    """FTS5 compares its index with the lines; PostgreSQL's column follows them by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")


def titles(scope, words):
    return [hit.title for hit in who(scope, words)]


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS)
def test_the_words_are_those_of_the_rows_after_any_deeds_and_their_undoing(steps):
    scope = world.somebody()
    world.know(scope, "Ada Moss", "Ben Varga")
    done = sum(perform(scope, step) for step in steps)
    for _ in range(done // 2):
        undo.undo(scope)
    found = lines(scope)
    index_is_whole()
    rewrite(scope)
    assert lines(scope) == found
    index_is_whole()


def test_a_person_is_found_by_all_that_is_said_of_them(scope):
    people.add(
        scope,
        name="Ada Moss",
        emails=["ada@fern.example"],
        aliases=["Countess"],
        organization="Ferncare",
        position="Director",
        interest=["open-water swimming"],
        notes="kind to newcomers",
        how_met="at the choir",
    )
    for words in (
        "ada", "moss", "countess", "ferncare", "director", "swimming", "water", "newcomers", "choir",
        "ada fern", "dir fernc", "fern example",
    ):  # fmt: skip
        assert titles(scope, words)[0] == "Ada Moss", words


def test_words_follow_an_edit_a_removal_and_their_undoing(scope):
    [ada] = world.know(scope, "Ada Moss")
    people.edit(scope, person=ada, name="Adele Moss", notes="likes bridges")
    assert (titles(scope, "ada"), titles(scope, "adele bridges")) == ([], ["Adele Moss"])
    made = interests.add(scope, person=ada, text="falconry")
    interests.remove(scope, interest=made.items[0][1])
    assert titles(scope, "falconry") == []
    undo.undo(scope)
    assert titles(scope, "falconry") == ["Adele Moss"]
    undo.undo(scope, change=made.undo)
    undo.undo(scope)
    assert titles(scope, "falconry") == []
    assert titles(scope, "ada") == ["Ada Moss"]


def test_a_renamed_organization_renames_it_for_its_people(scope):
    people.add(scope, name="Ada Moss", organization="Ferncare")
    key = Organization.objects.of(scope).get().key
    organizations.edit(scope, organization=key, name="Mosscare")
    assert titles(scope, "ferncare") == []
    assert titles(scope, "mosscare") == ["Ada Moss", "Mosscare"]
    undo.undo(scope)
    assert titles(scope, "ferncare") == ["Ada Moss", "Ferncare"]


def test_what_was_talked_about_and_promised_is_found(scope):
    [ada] = world.know(scope, "Ada Moss")
    interactions.log(scope, people=[ada], kind="coffee", text="about tidal mills", place="the boathouse")
    promises.add(scope, person=ada, text="send the tidal map")
    fields.add(scope, name="Tidal power")
    found = {hit.type: hit for hit in who(scope, "tidal")}
    assert set(found) == {"interaction", "promise", "field"}
    assert found["interaction"].snippet.startswith("Ada Moss")
    assert found["promise"].person.name == "Ada Moss"
    assert [hit.type for hit in who(scope, "boathouse")] == ["interaction"]


def test_rows_without_words_have_no_line(scope):
    [ada] = world.know(scope, "Ada Moss")
    interactions.log(scope, people=[ada], kind="coffee")
    assert [line[0] for line in lines(scope)] == ["person"]


def test_the_owner_has_no_line(scope):
    people.describe_me(scope, name="Mia Self")
    assert lines(scope) == []


def test_an_index_built_anew_finds_the_same(scope):
    world.know(scope, "Ada Moss", "Zoë Ångström", "王小明")
    before = [titles(scope, words) for words in ("ada", "zoe", "王")]
    search.rebuild()
    assert [titles(scope, words) for words in ("ada", "zoe", "王")] == before
    index_is_whole()


def test_bulk_rows_of_a_person_reach_their_line(scope):
    from acquaint.actions.changes import writing

    [ada] = world.know(scope, "Ada Moss")
    pk = Person.objects.get(key=ada).pk
    with writing(scope, "test") as w:
        w.add_many(Position, [{"person_id": pk, "title": "Falconer"}])
    assert titles(scope, "falconer") == ["Ada Moss"]
    assert images.label(Position) not in {line[0] for line in lines(scope)}
