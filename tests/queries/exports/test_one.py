"""All that is held about one person, and nothing private about anybody else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from acquaint.actions import (
    asks,
    debriefs,
    interactions,
    interviews,
    introductions,
    journals,
    openings,
    people,
    promises,
    ties,
)
from acquaint.models import Person, census
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries.exports import account, one
from tests import world

SECRET = "of Ben alone"


@pytest.fixture
def lives(scope):
    """Ada and Ben, whose lives touch in every way there is; what is said of Ben alone bears the mark."""
    ada, ben, cleo = world.know(scope, "Ada Moss", "Ben Varga", "Cleo Ng")
    at = scope.local_now.replace(tzinfo=None) - timedelta(days=2)
    people.edit(scope, person=ada, notes="mine of Ada", emails=["ada@example.org"], organization="Ferncare")
    people.edit(scope, person=ben, notes=SECRET, introduced_by=ada, how_met=SECRET)
    interviews.book(scope, person=ben, at=at + timedelta(days=9), guests=[ada], place=SECRET, phone=SECRET)
    interviews.hold(scope, person=ada, at=at)
    debriefs.keep(scope, person=ada, text="learned: from Ada\npromise: send the paper")
    interactions.log(scope, people=[ada, ben], kind="coffee", text="the three of us")
    interactions.log(scope, people=[ben], kind="coffee", text=SECRET)
    asks.ask(scope, person=ben, via=ada)
    asks.sent(scope, person=ben)
    asks.accepted(scope, person=ben, words=SECRET)
    promises.add(scope, person=ben, text=SECRET)
    introductions.offered(scope, introducer=ada, name="Dan Roe", why=SECRET)
    introductions.give(scope, one=ada, other=cleo, why="both row")
    openings.add(scope, role="Clerk", source=ada)
    openings.add(scope, role="Confided", source=ada, confidential=True)
    journals.add(scope, text="about Ada", person=ada)
    journals.add(scope, text=SECRET, person=ben)
    ties.add(scope, one=ada, two=cleo, how="rowed together")
    return scope


def held(scope, who):
    return json.loads(b"".join(one.export(scope, who, "json").pieces))


def test_all_that_leads_to_them_is_there(lives):
    found = held(lives, "Ada Moss")
    text = json.dumps(found, ensure_ascii=False)
    assert found["tables"]["person"] == [
        row for row in account.rows(lives, Person) if row["name"] == "Ada Moss"
    ]
    for words in (
        "mine of Ada", "ada@example.org", "from Ada", "send the paper", "the three of us", "both row",
        "Clerk", "about Ada", "rowed together",
    ):  # fmt: skip
        assert words in text, words
    assert set(found["names"].values()) >= {"Ben Varga", "Cleo Ng", "Dan Roe", "Ferncare"}


def test_nothing_private_about_others_is_there(lives):
    for kind in one.KINDS:
        text = b"".join(one.export(lives, "Ada Moss", kind).pieces).decode()
        assert SECRET not in text, kind
        assert "Confided" not in text
    assert SECRET in json.dumps(held(lives, "Ben Varga"))


def test_what_only_mentions_them_says_when_and_with_whom(lives):
    tables = held(lives, "Ada Moss")["tables"]
    [ask] = tables["ask"]
    assert set(ask) == {"key", "person", "via", "made_on", "sent_on", "answered_on", "outcome"}
    shared = [row for row in tables["interview"] if "place" not in row and "uid" not in row]
    assert len(shared) == 1


def test_every_link_to_a_person_is_followed(lives):
    pk = Person.objects.of(lives).get(name="Ada Moss").pk
    chosen = one._chosen(lives, pk)
    for model in account.tables():
        if model is Person:
            continue
        for link in census.links(model):
            if link.related_model is Person:
                rows = model._default_manager.filter(owner_id=lives.owner_id, **{link.attname: pk})
                assert set(rows.values_list("pk", flat=True)) <= chosen[model]


def test_it_can_be_read_by_a_person(lives):
    text = b"".join(one.export(lives, "Ada Moss", "md").pieces).decode()
    for line in (
        "# Ada Moss", "- ada@example.org", "> mine of Ada", "Talked with Ada Moss", "- Learned: from Ada",
        "> about Ada", "I promised on 2026-03-04: send the paper",
    ):  # fmt: skip
        assert line in text


def test_nobody_else_and_nothing_else_goes_out(lives, other):
    [zoe] = world.know(other, "Zoe Else")
    with pytest.raises(NotFound):
        one.export(lives, zoe, "json")
    with pytest.raises(Invalid):
        one.export(lives, "Ada Moss", "exe")
