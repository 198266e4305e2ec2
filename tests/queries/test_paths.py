"""The warm ways to somebody: who leads there, what speaks for each step, and who does not."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise
from math import prod
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import changes, fields, interactions, introductions, organizations, people, ties
from acquaint.maths import paths as maths
from acquaint.models import Organization, Person
from acquaint.models.errors import Ambiguous, NotFound
from acquaint.queries import my_ties, paths, together
from acquaint.queries import ties as known


def names(ways):
    return [[one.name for one in route.people] for route in ways.routes]


def codes(route):
    return [step.reason.code for step in route.steps]


@pytest.fixture
def ana(world):
    key = world.person("Ana Ruiz")
    world.exchanged(key, on=world.ago(20))
    return key


def test_a_name_that_was_given_leads_through_who_gave_it(world, ana):
    introductions.offered(world.scope, introducer=ana, name="Tom Okafor")
    ways = paths.to(world.scope, "tom")
    (route,) = ways.routes
    assert (names(ways), ways.nobody) == ([["Ana Ruiz", "Tom Okafor"]], False)
    assert (route.between, route.tier, route.stale) == (1, "moderate", False)
    assert [step.from_ and step.from_.name for step in route.steps] == [None, "Ana Ruiz"]
    assert codes(route)[0] == "way.talked"
    assert not any(step.inferred for step in route.steps)


def test_nobody_is_said_plainly(world, ana):
    world.person("Zed Alone")
    ways = paths.to(world.scope, "zed")
    assert (ways.routes, ways.reachable, ways.nobody) == ((), (), True)
    with pytest.raises(NotFound):
        paths.to(world.scope, "qqqq")


def test_somebody_i_know_needs_nobody_in_between(world, ana):
    (route,) = paths.to(world.scope, "ana").routes
    assert (route.between, codes(route)) == (0, ["way.talked"])


def test_two_in_between_if_need_be_and_never_more(world, ana):
    bo, cy, tom = (world.person(name) for name in ("Bo Lind", "Cy Dahl", "Tom Okafor"))
    ties.add(world.scope, one=ana, two=bo)
    ties.add(world.scope, one=bo, two=tom, how="sisters")
    ties.add(world.scope, one=tom, two=cy)
    assert names(paths.to(world.scope, "tom")) == [["Ana Ruiz", "Bo Lind", "Tom Okafor"]]
    assert paths.to(world.scope, "tom", between=1).nobody
    assert paths.to(world.scope, "cy").nobody


def test_what_nobody_stated_is_marked_and_weaker(world, ana):
    bo, tom = world.person("Bo Lind"), world.person("Tom Okafor")
    world.exchanged(bo, on=world.ago(20))
    ties.add(world.scope, one=bo, two=tom)
    interactions.log(world.scope, people=[ana, tom], kind="event", direction="in", on=world.ago(700))
    ways = paths.to(world.scope, "tom")
    assert names(ways)[0] == ["Tom Okafor"]  # met at that event myself
    assert names(ways)[1:] == [["Bo Lind", "Tom Okafor"], ["Ana Ruiz", "Tom Okafor"]]
    stated, inferred = ways.routes[1:]
    assert [step.inferred for step in stated.steps] == [False, False]
    assert [step.inferred for step in inferred.steps] == [False, True]
    assert (codes(inferred)[1], inferred.tier) == ("way.event", "weak")


def held(world, key, place, *, started="", ended="", kind="work"):
    with changes.writing(world.scope, "person.edit") as w:
        person = w.get(Person, key)
        organizations.hold(w, person, organization=place, started=started, ended=ended, kind=kind)


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "found"),
    [
        (("2010", "2014"), ("2013", "2019"), "work", "way.worked"),
        (("2010", "2012"), ("2013", "2019"), "work", None),
        (("2010", ""), ("2013", ""), "work", "way.colleagues"),
        (("2001", "2005"), ("2004", "2008"), "study", "way.studied"),
        (("", ""), ("", ""), "study", None),
    ],
)
def test_one_place_at_one_time(world, ana, mine, theirs, kind, found):
    tom = world.person("Tom Okafor")
    held(world, ana, "North Mill", started=mine[0], ended=mine[1], kind=kind)
    held(world, tom, "North Mill", started=theirs[0], ended=theirs[1], kind=kind)
    ways = paths.to(world.scope, "tom")
    assert [codes(route)[1] for route in ways.routes] == ([found] if found else [])


def test_an_organization_is_reached_through_its_people_those_who_left_come_last(world, ana):
    bo = world.person("Bo Lind")
    world.exchanged(bo, on=world.ago(20))
    held(world, ana, "Harbor Clinic", started="2015", ended="2019")
    held(world, bo, "Harbor Clinic", started="2020")
    ways = paths.to(world.scope, "harbor")
    assert (ways.target.kind, names(ways)[:2]) == ("organization", [["Bo Lind"], ["Ana Ruiz"]])
    assert [route.stale for route in ways.routes[:2]] == [False, True]
    assert [route.where.code for route in ways.routes[:2]] == ["way.works", "way.left"]
    assert [one.name for one in ways.reachable] == ["Bo Lind", "Ana Ruiz"]


def test_a_field_is_reached_through_its_organizations(world, ana):
    held(world, ana, "Harbor Clinic", started="2020")
    fields.add(world.scope, name="Care")
    place = Organization.objects.get(name="Harbor Clinic").key
    organizations.edit(world.scope, organization=place, field="Care")
    ways = paths.to(world.scope, "#care")
    assert (ways.target.kind, names(ways)) == ("field", [["Ana Ruiz"]])


def test_words_that_fit_several_things_are_asked_about(world, ana):
    world.person("Mill Tanner", at="North Mill")
    with pytest.raises(Ambiguous) as several:
        paths.to(world.scope, "mill")
    assert {one.title for one in several.value.candidates} == {"Mill Tanner", "North Mill"}
    world.person("Mill Tanner", at="South Mill")
    with pytest.raises(Ambiguous) as namesakes:
        paths.to(world.scope, "@mill tanner")
    assert {one.hint for one in namesakes.value.candidates} == {"North Mill", "South Mill"}
    assert paths.to(world.scope, "North Mill").target.kind == "organization"
    assert paths.to(world.scope, "#north").target.kind == "organization"


def test_the_closed_help_nobody_and_are_not_reached(world, ana):
    introductions.offered(world.scope, introducer=ana, name="Tom Okafor")
    people.close(world.scope, person=ana)
    assert paths.to(world.scope, "tom").nobody
    assert paths.to(world.scope, "Ana Ruiz").nobody


def test_a_helper_with_something_open_comes_second_and_it_is_said(world):
    keys = [world.person(name) for name in ("Ana Ruiz", "Bo Lind", "Tom Okafor")]
    for key in keys[:2]:
        world.exchanged(key, on=world.ago(20))
        ties.add(world.scope, one=key, two=keys[2])
    world.promised(keys[0], "forward my note", theirs=True)
    ways = paths.to(world.scope, "tom")
    assert names(ways) == [["Bo Lind", "Tom Okafor"], ["Ana Ruiz", "Tom Okafor"]]
    assert [[reason.code for reason in route.busy] for route in ways.routes] == [[], ["way.busy"]]


def test_outcomes_of_introductions_speak_louder_than_a_guess(world):
    keys = [world.person(name) for name in ("Ana Ruiz", "Bo Lind", "Tom Okafor")]
    for key in keys[:2]:
        world.exchanged(key, on=world.ago(20))
        ties.add(world.scope, one=key, two=keys[2])
    for number in range(3):
        made = introductions.offered(world.scope, introducer=keys[1], name=f"Eve Lind {number}")
        introductions.declined(world.scope, introduction=dict(made.items)["introduction"])
    assert names(paths.to(world.scope, "tom"))[0] == ["Ana Ruiz", "Tom Okafor"]


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "found"),
    [
        (("2010", "2014"), ("2013", "2019"), "work", "way.my-worked"),
        (("2010", ""), ("2013", ""), "work", "way.my-colleagues"),
        (("2001", "2005"), ("2004", "2008"), "study", "way.my-studied"),
        (("2010", "2012"), ("2013", "2019"), "work", None),
    ],
)
def test_whoever_was_at_one_place_with_me_is_known_by_guess_only(world, mine, theirs, kind, found):
    bo, tom = world.person("Bo Lind"), world.person("Tom Okafor")
    with changes.writing(world.scope, "person.edit") as w:
        organizations.hold(
            w, people.me(w), organization="North Mill", started=mine[0], ended=mine[1], kind=kind
        )
    held(world, bo, "North Mill", started=theirs[0], ended=theirs[1], kind=kind)
    ties.add(world.scope, one=bo, two=tom)
    for name, chain in (("bo", ["Bo Lind"]), ("tom", ["Bo Lind", "Tom Okafor"])):
        ways = paths.to(world.scope, name)
        assert names(ways) == ([chain] if found else [])
        for route in ways.routes:
            assert (codes(route)[0], route.steps[0].inferred, route.tier) == (found, True, "weak")
    people.close(world.scope, person=bo)
    assert paths.to(world.scope, "tom").nobody


def test_two_guesses_far_from_me_hold_too(world):
    bo, cy, tom = (world.person(name) for name in ("Bo Lind", "Cy Dahl", "Tom Okafor"))
    world.exchanged(bo, on=world.ago(20))
    held(world, bo, "North Mill", started="2010", ended="2014")
    held(world, cy, "North Mill", started="2012", ended="2013")
    held(world, cy, "Harbor Clinic", started="2015", ended="")
    held(world, tom, "Harbor Clinic", started="2016", ended="")
    (route,) = paths.to(world.scope, "tom").routes
    assert [one.name for one in route.people] == ["Bo Lind", "Cy Dahl", "Tom Okafor"]
    assert [step.inferred for step in route.steps] == [False, True, True]


def test_being_one_of_very_many_says_nothing(world, ana):
    tom = world.person("Tom Okafor")
    for key in (ana, tom):
        held(world, key, "Large Works", started="2010")
    assert names(paths.to(world.scope, "tom")) == [["Ana Ruiz", "Tom Okafor"]]
    for number in range(50):
        held(world, world.person(f"Bo {number}"), "Large Works", started="2010")
    assert paths.to(world.scope, "tom").nobody


def test_whoever_is_never_to_be_contacted_is_said_to_be_so(world, ana):
    assert not paths.to(world.scope, "ana").closed
    people.close(world.scope, person=ana)
    ways = paths.to(world.scope, "ana")
    assert (ways.closed, ways.nobody, ways.routes, ways.reachable) == (True, True, (), ())


@pytest.mark.parametrize("seed", range(6))
def test_the_ways_are_the_best_of_all_there_are(world, seed):
    """However little is asked of the database, nothing better is missed."""
    chance = Random(seed)
    keys = [world.person(f"Somebody {chr(65 + number)}x") for number in range(11)]
    for key in chance.sample(keys, 3):
        world.exchanged(key, on=world.ago(chance.randint(1, 300)))
    for one, two in combinations(keys, 2):
        if chance.random() < 0.25:
            ties.add(world.scope, one=one, two=two, how=chance.choice(["", "close friends", "met once"]))
    interactions.log(world.scope, people=chance.sample(keys, 2), kind="event", on=world.ago(90))
    held(world, keys[0], "North Mill", started="2010")
    held(world, keys[1], "North Mill", started="2012")
    people.close(world.scope, person=chance.choice(keys[2:]))
    scope, everybody = world.scope, [world.pk(key) for key in keys]
    away = my_ties.closed(scope, everybody)
    own = {pk: one.strength for pk, one in my_ties.of(scope, everybody, {}).items()}
    into = known.into(scope, everybody)
    for way in together.ways(scope, everybody):
        known.keep(into, way)
    steps = {
        to: {by: one.strength for by, one in ways.items() if by not in away}
        for to, ways in into.items()
        if to not in away
    }
    for key, pk in zip(keys, everybody, strict=True):
        every = maths.all_chains(own, steps, {pk: 1.0}) if pk not in away else []
        found = paths.to(scope, key, k=4).routes
        assert [one.between for one in found] == [one.between for one in every[:4]]
        likely = [
            prod([own[world.pk(one.people[0].id)], *_passed(world, steps, one.people)]) for one in found
        ]
        assert likely == pytest.approx([one.likelihood for one in every[:4]])


def _passed(world, steps, people):
    pks = [world.pk(one.id) for one in people]
    return [steps[to][by] for by, to in pairwise(pks)]


def test_more_people_cost_no_more_queries(world, ana):
    place = "Harbor Clinic"
    held(world, ana, place, started="2015")
    introductions.offered(world.scope, introducer=ana, name="Tom Okafor")

    def more(names):
        for name in names:
            key = world.person(name)
            held(world, key, place, started="2016")
            world.exchanged(key, on=date(2026, 1, 5))
            ties.add(world.scope, one=key, two=ana)

    more(["Eve Lind"])
    with CaptureQueriesContext(connection) as few:
        assert paths.to(world.scope, "tom").routes
    more(f"Bo {number}" for number in range(6))
    with CaptureQueriesContext(connection) as many:
        assert paths.to(world.scope, "tom").routes
    assert len(many) == len(few)
