"""The network of my people: groups with names, who stands between, where it leans; kept until it changes."""

from __future__ import annotations

from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import erasures, fields, introductions, organizations, people, ties
from acquaint.maths import paths
from acquaint.queries import networks
from acquaint.queries.groupings import Title


def tie_all(world, keys, how=""):
    for one, two in combinations(keys, 2):
        ties.add(world.scope, one=one, two=two, how=how)


def several(world, stem, count, **more):
    return [world.person(f"{stem} {letter}", **more) for letter in "ABCDEFGHIJ"[:count]]


def codes(found):
    return [reason.code for reason in found.one_sided]


def said(found):
    return [(reason.code, *reason.facts.values()) for reason in found.one_sided]


@pytest.fixture
def two_mills(world):
    """Two places of four whose people know each other, and Ana of the first who knows two of the second."""
    north = several(world, "Nora", 4, at="North Mill")
    south = several(world, "Sten", 4, at="South Mill")
    tie_all(world, north)
    tie_all(world, south)
    ties.add(world.scope, one=north[0], two=south[1])
    ties.add(world.scope, one=north[0], two=south[2])
    return north, south


def test_nobody_and_one_alone(world):
    assert networks.of(world.scope).people == ()
    world.person("Ada Ek")
    found = networks.of(world.scope)
    (spot,) = found.people
    assert (spot.name, spot.community, spot.talked, spot.x, spot.y) == ("Ada Ek", None, False, 0.5, 0.5)
    assert (found.groups, found.brokers, codes(found)) == ((), (), ["map.early"])


def test_groups_are_called_after_what_their_people_share(world, two_mills):
    found = networks.of(world.scope)
    assert sorted((one.title.kind, one.title.name, one.size) for one in found.groups) == [
        ("at", "North Mill", 4),
        ("at", "South Mill", 4),
    ]
    for spot in found.people:
        assert spot.community is not None
        assert found.groups[spot.community].title.name.startswith(
            "North" if spot.name.startswith("Nora") else "South"
        )
        assert 0 <= spot.x <= 1
        assert 0 <= spot.y <= 1
    assert not any(line.inferred for line in found.ties)


def test_who_shares_nothing_is_called_after_the_best_tied(world):
    tie_all(world, several(world, "Nora", 3))
    hub, *others = several(world, "Sten", 5)
    for one in others:
        ties.add(world.scope, one=hub, two=one)
    titles = {one.title for one in networks.of(world.scope).groups}
    assert Title("around", "Sten A") in titles


def test_whoever_has_no_known_tie_stands_with_their_workplace(world, monkeypatch):
    monkeypatch.setattr(paths, "CROWD", 3)  # more than so many at one place: nobody is taken to know all
    crowd = several(world, "Nora", 6, at="North Mill")
    world.person("Zed Alone", at="South Mill")
    found = networks.of(world.scope)
    (group,) = found.groups
    assert (group.title, group.size, found.ties, found.brokers) == (Title("at", "North Mill"), 6, (), ())
    tie_all(world, crowd[:3])
    assert {one.title for one in networks.of(world.scope).groups} == {
        Title("at", "North Mill"),
        Title("also", "North Mill"),
    }


def test_whoever_knows_people_of_both_stands_between(world, two_mills):
    north, _south = two_mills
    first, *others = networks.of(world.scope).brokers
    assert (first.person.id, first.groups, first.inferred) == (north[0], (0, 1), False)
    assert {one.person.name for one in others} <= {"Sten B", "Sten C"}
    people.close(world.scope, person=north[0])
    found = networks.of(world.scope)
    assert north[0] not in {one.person.id for one in found.brokers}  # is not to be asked for anything
    assert next(spot for spot in found.people if spot.id == north[0]).closed  # and is known all the same


def test_what_only_dates_suggest_is_marked(world):
    tie_all(world, several(world, "Nora", 4))
    both = several(world, "Sten", 4, at="South Mill")
    found = networks.of(world.scope)
    places = {spot.id: at for at, spot in enumerate(found.people)}
    inferred = {(line.a, line.b) for line in found.ties if line.inferred}
    assert inferred == {tuple(sorted((places[a], places[b]))) for a, b in combinations(both, 2)}


def test_it_says_where_most_are_and_who_is_missing(world):
    organizations.add(world.scope, name="North Mill", field="Weaving")
    fields.add(world.scope, name="Sailing", state="exploring")
    fields.add(world.scope, name="Mining", state="parked")
    several(world, "Nora", 9, at="North Mill")
    found = networks.of(world.scope)
    assert said(found) == [
        ("map.field", "Weaving"),
        ("map.employer", "North Mill"),
        ("map.missing", "Sailing"),
        ("map.quiet-at", "North Mill"),
    ]
    side = next(side for side in found.sides if side.by == "field")
    assert (side.people, side.effective) == (9, 1.0)
    assert [(part.name, part.people, part.talked) for part in side.parts] == [("Weaving", 9, 0)]


def test_half_and_half_is_even_and_a_talk_ends_the_quiet(world):
    north, south = several(world, "Nora", 6, at="North Mill"), several(world, "Sten", 6, at="South Mill")
    assert codes(networks.of(world.scope)) == ["map.even", "map.quiet-at", "map.quiet-at"]
    for key in (north[0], south[0]):
        world.exchanged(key, on=world.ago(3))
    assert codes(networks.of(world.scope)) == ["map.even"]


def test_most_introductions_through_one_person_are_named(world):
    helper = world.person("Ana Ruiz")
    for name in ("Bo Lind", "Cy Dahl", "Dov Katz", "Eve Moss", "Fay Ek", "Gus Roe", "Hal Bok", "Ida Lo"):
        introductions.offered(world.scope, introducer=helper, name=name)
    assert ("map.through", "Ana Ruiz") in said(networks.of(world.scope))


def test_it_is_kept_until_something_is_written(world, two_mills):
    found = networks.of(world.scope)
    assert networks.of(world.scope) is found
    with CaptureQueriesContext(connection) as asked:
        networks.of(world.scope)
    assert len(asked) <= 2
    world.person("Zed New")
    again = networks.of(world.scope)
    assert again is not found
    assert len(again.people) == len(found.people) + 1


def test_whoever_is_erased_is_gone_from_it(world, two_mills):
    north, _south = two_mills
    networks.of(world.scope)
    erasures.erase(world.scope, person=north[0])
    found = networks.of(world.scope)
    assert north[0] not in {spot.id for spot in found.people}
    assert "Nora A" not in repr(found)


def test_another_owner_has_a_map_of_their_own(world, two_mills, other):
    networks.of(world.scope)
    assert networks.of(other).people == ()


def test_more_people_than_a_picture_holds(world, monkeypatch):
    monkeypatch.setattr(networks, "MOST", 3)
    quiet = several(world, "Nora", 4)
    talked = world.person("Sten A")
    world.exchanged(talked, on=world.ago(2))
    found = networks.of(world.scope)
    assert (len(found.people), found.left_out) == (3, 2)
    assert {spot.id for spot in found.people} == {talked, *quiet[:2]}


def test_more_people_cost_no_more_queries(world, two_mills):
    networks._held.clear()
    with CaptureQueriesContext(connection) as few:
        networks.of(world.scope)
    for number in range(5):
        world.exchanged(world.person(f"Bo {number}", at=f"Mill {number}"), on=world.ago(9))
    with CaptureQueriesContext(connection) as many:
        networks.of(world.scope)
    assert len(many) == len(few)
