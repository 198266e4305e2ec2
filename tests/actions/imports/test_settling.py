from __future__ import annotations

import pytest

from acquaint.actions import imports, people, undo
from acquaint.actions.imports import settling
from acquaint.models import ContactPoint, Person, Position
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import conflicts
from tests import world
from tests.actions.imports.looking import counts, only
from tests.formats import making
from tests.formats.making import connections, person

BEFORE = [
    person("Bela", "Dahlsen", "bela", company="Amber Labs", title="Analyst"),
    person("Cora", "Eberwick", "cora", company="Birch Press", title="Editor", email="cora@example.com"),
]
NEWS = [
    person("Bella", "Dahlsen", "bela", company="Delta Foods", title="Head of Data"),
    person("Cora", "Eberwick-Moor", "cora", company="Birch Press", title="Editor", email="cora@example.com"),
]


@pytest.fixture
def differing(scope, bring):
    """An import that differs from what the owner wrote of two people; its report."""
    bring({"Connections.csv": connections(*BEFORE)})
    people.edit(scope, person=only(scope, "Bela Dahlsen").key, name="Bela D.", organization="Amber Inc")
    people.edit(scope, person=only(scope, "Cora Eberwick").key, name="Cora E.")
    report = bring({"Connections.csv": connections(*NEWS)}, name="b.zip")
    assert counts(report) == {"conflict": 2}
    return report


def told(scope, report):
    return {
        one.person.name: {each.fact: (each.mine, each.theirs, each.settled) for each in one.differences}
        for one in conflicts.of_batch(scope, batch=report.batch)
    }


def test_both_sides_of_a_conflict_are_told(scope, differing):
    assert told(scope, differing) == {
        "Bela D.": {
            "name": ("Bela D.", "Bella Dahlsen", ""),
            "position": ("Amber Inc", "Head of Data, Delta Foods", ""),
        },
        "Cora E.": {"name": ("Cora E.", "Cora Eberwick-Moor", "")},
    }
    assert [row.reason for row in differing.conflicts] == [
        "The source says otherwise of Bela D.: name, position. Yours is kept until you decide.",
        "The source says otherwise of Cora E.: name. Yours is kept until you decide.",
    ]


def test_their_word_is_taken_over_and_one_undo_gives_mine_back(scope, differing):
    before = world.state(scope)
    bela = only(scope, "Bela D.").key
    done = settling.settle(scope, batch=differing.batch, take="theirs", who=[bela])
    assert (done.people, done.open) == (1, 1)
    assert only(scope, "Bella Dahlsen").normal == "bella dahlsen"
    held = Position.objects.filter(person__key=bela, ended_seen_on=None).get()
    assert (held.title, held.organization.name) == ("Head of Data", "Delta Foods")
    assert told(scope, differing)["Bella Dahlsen"]["name"] == ("Bella Dahlsen", "Bella Dahlsen", "theirs")
    assert world.untrue(scope) == []
    undo.undo(scope, change=done.undo)
    assert world.told(before, world.state(scope)) == {}


def test_keeping_mine_changes_nothing_but_the_question(scope, differing, bring):
    before = {row["id"]: row for row in world.state(scope)["person"]}
    done = settling.settle(scope, batch=differing.batch, take="mine")
    assert (done.people, done.open) == (2, 0)
    assert {row["id"]: row for row in world.state(scope)["person"]} == before
    assert not any(one.is_open for one in conflicts.of_batch(scope, batch=differing.batch))
    assert counts(bring({"Connections.csv": connections(*NEWS)}, name="b.zip")) == {"same": 2}


def test_one_fact_may_be_theirs_and_another_mine(scope, differing):
    bela = only(scope, "Bela D.").key
    first = settling.settle(scope, batch=differing.batch, take="theirs", who=[bela], facts=["position"])
    assert (first.people, first.open) == (1, 2)
    settling.settle(scope, batch=differing.batch, take="mine", who=[bela])
    assert [each[2] for each in told(scope, differing)["Bela D."].values()] == ["mine", "theirs"]


def test_what_is_settled_or_taken_back_is_no_question_any_more(scope, differing):
    settling.settle(scope, batch=differing.batch, take="mine")
    with pytest.raises(Invalid):
        settling.settle(scope, batch=differing.batch, take="theirs")
    imports.take_back(scope, batch=differing.batch)
    with pytest.raises(Invalid, match="taken back"):
        settling.settle(scope, batch=differing.batch, take="mine")
    with pytest.raises(NotFound):
        settling.settle(scope, batch="2222222222", take="mine")
    with pytest.raises(Invalid):
        settling.settle(scope, batch=differing.batch, take="mine", facts=["shoes"])


def test_an_address_that_somebody_else_has_can_be_shared(scope, bring):
    bring({"Connections.csv": connections(*BEFORE)})
    both = [
        person("Bela", "Dahlsen", "bela", company="Amber Labs", title="Analyst", email="cora@example.com")
    ]
    report = bring({"Connections.csv": connections(*both)}, name="b.zip")
    assert counts(report) == {"conflict": 1}
    settling.settle(scope, batch=report.batch, take="theirs")
    holders = ContactPoint.objects.of(scope).filter(normal="cora@example.com")
    assert {row.person.name for row in holders} == {"Bela Dahlsen", "Cora Eberwick"}


def test_my_own_name_is_mine_to_settle(scope, bring):
    people.describe_me(scope, name="Nomen N.")
    files = {"Profile.csv": making.MY_PROFILE, "Connections.csv": connections(*BEFORE)}
    report = bring(files)
    [row] = report.conflicts
    assert row.reason == (
        "You call yourself Nomen N. here, the source calls you Nomen Nescio. Yours is kept until you decide."
    )
    assert told(scope, report) == {"Nomen N.": {"name": ("Nomen N.", "Nomen Nescio", "")}}
    settling.settle(scope, batch=report.batch, take="theirs")
    assert Person.objects.me(scope).get().name == "Nomen Nescio"


def test_an_erased_person_is_no_question(scope, differing):
    from acquaint.actions import erasures

    erasures.erase(scope, person=only(scope, "Bela D.").key)
    found = conflicts.of_batch(scope, batch=differing.batch)
    assert [one.person.name if one.person else "" for one in found] == ["", "Cora E."]
    assert "Bela" not in str(found)
    assert settling.settle(scope, batch=differing.batch, take="theirs").people == 1


def test_reading_many_conflicts_asks_no_more_often(scope, differing, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        conflicts.of_batch(scope, batch=differing.batch)
