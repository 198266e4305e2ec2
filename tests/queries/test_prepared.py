"""A prepared query gives what its queryset gives, in each of its shapes, and is worded once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.models import Change, Introduction, Person, Setting
from acquaint.queries.prepared import COUNT, prepared


@prepared
def named(told):
    return Person.objects.of(told).filter(name__in=told.names).order_by("id")


@prepared
def shaped(told, shape, limit):
    rows = Person.objects.of(told).filter(name__in=told.names).order_by("-name")
    return {
        "tuples": rows.values_list("name", "chosen_on")[:limit],
        "flat": rows.values_list("name", flat=True)[:limit],
        "dicts": rows.values("name", "stage")[:limit],
        "counted": rows.order_by().values_list(COUNT, flat=True),
    }[shape]


@prepared
def others(told):
    return Person.objects.of(told).exclude(name__in=told.names).values_list("name", flat=True)


@prepared
def written(told):
    return Change.objects.of(told).filter(at__lte=told.now, at__gte=told.since).values_list("at", flat=True)


@prepared
def joined(told):
    return Introduction.objects.of(told).select_related("introducer", "organization").order_by("id")


@prepared
def chosen(told):
    return Setting.objects.of(told).filter(name=told.name).values_list("value", flat=True)


@prepared
def among(told):
    return Person.objects.of(told).filter(id__among=told.people).values_list("name", flat=True)


@pytest.fixture
def three(world):
    for name in ("Ada Moss", "Ben Varga", "Cem Aydin"):
        world.person(name)
    return world


def test_objects_come_as_a_queryset_gives_them(three, scope):
    found = named(scope, names=["Cem Aydin", "Ada Moss"])
    assert found == list(Person.objects.filter(name__in=["Ada Moss", "Cem Aydin"]).order_by("id"))
    assert [one.name for one in found] == ["Ada Moss", "Cem Aydin"]
    assert found[0].chosen_on == scope.today


def test_each_shape_keeps_its_own_wording(three, scope):
    names = ("Ada Moss", "Ben Varga", "Cem Aydin")
    assert shaped(scope, "tuples", 1, names=names) == [("Cem Aydin", scope.today)]
    assert shaped(scope, "tuples", 2, names=names) == [("Cem Aydin", scope.today), ("Ben Varga", scope.today)]
    assert shaped(scope, "flat", None, names=names) == ["Cem Aydin", "Ben Varga", "Ada Moss"]
    assert shaped(scope, "dicts", 1, names=names) == [{"name": "Cem Aydin", "stage": "known"}]
    assert shaped(scope, "counted", None, names=names) == [3]


def test_a_collection_may_have_any_length_and_an_empty_one_finds_nothing(three, scope):
    assert [len(named(scope, names=names)) for names in (["Ada Moss"], {"Ada Moss", "Ben Varga"}, [])] == [
        1,
        2,
        0,
    ]
    assert sorted(others(scope, names=["Ada Moss", "nobody"])) == ["Ben Varga", "Cem Aydin"]


def test_owners_stay_apart(three, scope, other):
    assert named(other, names=["Ada Moss"]) == []
    assert len(named(scope, names=["Ada Moss"])) == 1


def test_moments_are_told_and_read_with_their_zone(three, scope):
    at = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
    assert written(scope, since=at) == [at] * 3
    assert written(scope, since=at + dt.timedelta(seconds=1)) == []


def test_what_was_joined_is_there_without_another_query(world, scope):
    through = world.person("Ada Moss")
    world.person("Ben Varga", introduced_by=through)
    made = joined(scope)
    with CaptureQueriesContext(connection) as asked:
        ends = [(one.introducer.name, one.organization) for one in made if one.introducer]
    assert made == list(Introduction.objects.order_by("id"))
    assert all(end == ("Ada Moss", None) for end in ends)
    assert len(asked) == 0


def test_a_json_value_is_read_as_what_it_was(scope):
    Setting.objects.create(owner_id=scope.owner_id, name="weekend", value=["friday", "saturday"])
    assert chosen(scope, name="weekend") == [["friday", "saturday"]]


def test_a_quote_in_a_value_is_no_part_of_the_statement(three, scope):
    assert named(scope, names=["x' OR '1'='1", "%s", "Ada Moss"])[0].name == "Ada Moss"


def test_it_is_worded_once_and_asked_each_time(three, scope):
    named(scope, names=["Ada Moss"])
    before = dict(named._worded)
    with CaptureQueriesContext(connection) as asked:
        named(scope, names=["Ada Moss"])
        named(scope, names=["Ben Varga", "Cem Aydin"])
    assert len(asked) == 2
    assert named._worded == before


def test_however_many_values_are_bound_as_one(three, scope):
    ids = list(Person.objects.order_by("-name").values_list("id", flat=True))
    assert among(scope, people=ids[1:]) == ["Ada Moss", "Ben Varga"]
    assert sorted(among(scope, people={*ids, *range(100_000, 150_000)})) == sorted(among(scope, people=ids))
    assert among(scope, people=[]) == []
    assert among(scope, people=[0]) == []
