"""The plan of a day: owed first, the rest within the week's energy, a day for everything else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from acquaint.actions import changes, searches, settings, touches
from acquaint.models import Person
from acquaint.queries import plan

OWED = {"thank-you", "debrief", "promise-mine", "promise-theirs", "confirm", "loop-met", "schedule"}


def kinds(scope, **how):
    return [one.kind for one in plan.today(scope, **how).suggestions]


def drift(world, count, *, gladly=""):
    keys = [world.person(f"{chr(65 + n)}da Moss") for n in range(count)]
    for place, key in enumerate(keys):
        world.exchanged(key, on=world.ago(200 - place))
        if gladly:
            with changes.writing(world.scope, "person.edit") as w:
                w.edit(w.get(Person, key), gladly=gladly, gladly_on=world.today)
    return keys


def test_eleven_due_with_little_energy_show_two_and_the_rest_is_respaced(world):
    drift(world, 11)
    settings.set_(world.scope, name="energy", value="little")
    found = plan.today(world.scope)
    assert len(found.suggestions) == 2
    assert len(found.later) == 9
    days = sorted(one.due.from_ for one in found.later)
    assert all(day > world.today for day in days)
    assert all(sum(day <= other < day + timedelta(7) for other in days) <= 3 for day in days)
    assert all(one.due.latest >= world.today for one in (*found.suggestions, *found.later))


def test_what_is_owed_comes_first_whatever_the_energy(world):
    drift(world, 3)
    key = world.person("Ilse Brandt")
    world.talked(key, on=world.ago(1))
    world.promised(key, "send the paper", by=world.ago(1), on=world.ago(5))
    settings.set_(world.scope, name="energy", value="0")
    assert kinds(world.scope) == ["promise-mine", "debrief", "thank-you"]


def test_touches_of_this_week_count_and_what_settles_a_debt_does_not(world):
    drift(world, 6)
    talk = world.person("Ilse Brandt")
    world.talked(talk, on=world.ago(1))
    touches.sent(world.scope, kind="thank-you", who=talk)
    assert plan.today(world.scope).touched == 0
    someone = world.person("Ruth Mensah")
    world.wrote(someone, on=world.today)
    found = plan.today(world.scope)
    assert found.touched == 1
    assert len([one for one in found.suggestions if not one.owed]) == 4
    world.wrote(someone, on=world.ago(9))
    assert plan.today(world.scope).touched == 1


def test_the_gladly_come_before_the_longer_silent(world):
    drift(world, 6)
    (dear,) = [world.person("Zoe Dear")]
    world.exchanged(dear, on=world.ago(90))
    with changes.writing(world.scope, "person.edit") as w:
        w.edit(w.get(Person, dear), gladly="gladly", gladly_on=world.today)
    assert plan.today(world.scope).suggestions[0].person.id == dear


def test_without_an_answer_the_longest_silent_comes_first(world):
    keys = drift(world, 4)
    assert [one.person.id for one in plan.today(world.scope).suggestions] == keys


def test_one_touch_a_person_and_none_where_something_is_owed(world):
    key = world.person(at="Old House")
    talk = world.talked(key, on=world.ago(100))
    world.wrote_down(talk, advice="read the standard", will="read it", done=str(world.ago(80)))
    world.thanked(key, on=world.ago(99))
    found = [one.kind for one in plan.today(world.scope).suggestions]
    assert found == ["update"]
    world.promised(key, "send the paper", by=world.today)
    assert kinds(world.scope) == ["promise-mine", "update"]


def test_the_week_shows_what_becomes_owed_until_it_ends(world):
    key = world.person()
    friday = world.today + timedelta(days=2)
    world.booked(key, at=datetime(friday.year, friday.month, friday.day, 10))  # noqa: DTZ001 wall time
    assert "confirm" not in kinds(world.scope)
    assert "confirm" in [one.kind for one in plan.today(world.scope).later]
    assert "confirm" in kinds(world.scope, week=True)


def test_a_snooze_moves_a_suggestion_until_its_day(world):
    key = world.person()
    talk = world.talked(key, on=world.ago(1))
    put = touches.later(world.scope, suggestion=f"thank-you:{talk}", until=world.today + timedelta(days=3))
    assert put.until == world.today + timedelta(days=3)
    found = plan.today(world.scope)
    assert "thank-you" not in [one.kind for one in found.suggestions]
    (waiting,) = [one for one in found.later if one.kind == "thank-you"]
    assert waiting.due.from_ == put.until
    assert "thank-you" in kinds(world.on(put.until))


def test_after_ten_days_away_one_small_thing_and_what_is_owed(world):
    drift(world, 4)
    key = world.person()
    world.promised(key, "send the paper", by=world.today)
    later = plan.today(world.on(world.today + timedelta(days=11)))
    assert later.greeting is not None
    assert [one.owed for one in later.suggestions] == [True, False]
    assert plan.today(world.on(world.today + timedelta(days=9))).greeting is None


def test_while_the_search_rests_only_what_is_owed_is_suggested(world):
    drift(world, 4)
    world.promised(world.person(), "send the paper", by=world.today)
    searches.pause(world.scope)
    found = plan.today(world.scope)
    assert found.greeting.code == "paused"
    assert kinds(world.scope) == ["promise-mine"]
    assert kinds(world.scope, week=True) == ["promise-mine"]
    assert plan.today(world.on(world.today + timedelta(days=40))).greeting.code == "paused"


def test_taking_it_up_again_shows_one_small_thing_and_then_goes_on(world):
    drift(world, 4)
    searches.pause(world.scope)
    back = world.on(world.today + timedelta(days=40))
    searches.resume(back)
    found = plan.today(back)
    assert found.greeting.code == "welcome-back"
    assert len(found.suggestions) == 1
    assert all(one.due.latest >= back.today for one in (*found.suggestions, *found.later))
    settings.set_(back, name="energy", value="plenty")
    assert plan.today(back).greeting is None
    assert len(plan.today(back).suggestions) == 4


def test_on_a_rest_day_the_plan_still_has_a_day_for_everything(world):
    drift(world, 3)
    saturday = world.on(date(2026, 3, 7))
    found = plan.today(saturday)
    assert len(found.suggestions) == 3
    assert all(one.due.ideal >= date(2026, 3, 7) for one in found.suggestions)


def test_promises_are_all_listed_dated_or_not(world):
    key = world.person()
    world.promised(key, "one", by=world.today + timedelta(days=90))
    world.promised(key, "two")
    world.promised(key, "three", theirs=True)
    found = plan.today(world.scope).promises
    assert [one.text for one in found.mine] == ["one", "two"]
    assert [one.text for one in found.theirs] == ["three"]


def test_more_people_cost_no_more_queries(world):
    drift(world, 3)
    world.talked(world.person("Ilse Brandt"), on=world.ago(1))
    with CaptureQueriesContext(connection) as few:
        plan.today(world.scope)
    drift(world, 12)
    for number in range(6):
        world.talked(world.person(f"Ilse Brandt {number}"), on=world.ago(1))
        world.asked(world.imported(f"Ruth Mensah {number}", at=f"House {number}"), on=world.ago(20))
    with CaptureQueriesContext(connection) as many:
        plan.today(world.scope)
    assert len(many) <= len(few)
    assert len(few) <= 45


@pytest.mark.django_db(transaction=False)
@effort(max_examples=15)
@given(energy=st.integers(0, 9), silences=st.lists(st.integers(22, 700), max_size=9), talks=st.integers(0, 2))
def test_any_plan_keeps_its_capacity_and_repeats_nobody(energy, silences, talks):
    from acquaint.models import Owner
    from acquaint.models.scope import Scope
    from tests.queries.world import World

    owner = Owner.objects.create()
    now = datetime.fromisoformat("2026-03-04T12:50:00+00:00")
    world = World(Scope(owner.pk, owner.pk, "test", now, "Europe/London"))
    for number, days in enumerate(silences):
        world.exchanged(world.person(f"Ada {number}"), on=world.ago(days))
    for number in range(talks):
        world.talked(world.person(f"Ilse {number}"), on=world.ago(number))
    settings.set_(world.scope, name="energy", value=str(energy))
    found = plan.today(world.scope)
    rest = [one for one in found.suggestions if not one.owed]
    assert len(rest) <= energy
    assert [one.owed for one in found.suggestions] == sorted(
        (one.owed for one in found.suggestions), reverse=True
    )
    assert {one.kind for one in found.suggestions if one.owed} <= OWED
    people = [one.person.id for one in (*rest, *found.later) if one.person]
    assert len(people) == len(set(people))
    ids = [one.id for one in (*found.suggestions, *found.later)]
    assert len(ids) == len(set(ids))
