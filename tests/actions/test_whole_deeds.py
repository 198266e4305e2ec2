"""A deed is done whole or not at all, wherever it breaks: a failure is put behind each of its statements."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import connection

from acquaint.actions import (
    debriefs,
    erasures,
    interactions,
    interviews,
    organizations,
    people,
    promises,
    undo,
)
from acquaint.models import Change, Organization, Owner, Person
from tests import world


class Broken(Exception):
    """What nobody expects."""


@contextmanager
def breaking(after):
    """Fail once so many statements have run; counts them in `seen`."""
    seen = []

    def wrapper(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            seen.append(sql)
        if len(seen) == after:
            raise Broken
        return answer

    with connection.execute_wrapper(wrapper):
        yield seen


@pytest.fixture
def peopled(scope):
    people.add(
        scope, name="Ada Moss", emails=["ada@example.org"], organization="Ferncare", interest=["chess"]
    )
    world.know(scope, "Ben Varga")
    interviews.book(scope, person=ada(), at=world.NOW)
    return scope


def ada():
    return Person.objects.get(name="Ada Moss").key


DEEDS = {
    "people.add": lambda s: people.add(
        s, name="Cleo Ng", emails=["cleo@example.org"], organization="Ferncare", interest=["chess"]
    ),
    "people.edit": lambda s: people.edit(
        s, person=ada(), name="Ada M", drop=["ada@example.org"], organization="Mill"
    ),
    "organizations.edit": lambda s: organizations.edit(
        s, organization=Organization.objects.get().key, name="Mosscare", field="Care"
    ),
    "interactions.log": lambda s: interactions.log(
        s, people=list(Person.objects.of(s).values_list("key", flat=True)), kind="coffee", text="on bridges"
    ),
    "promises.add": lambda s: promises.add(s, person=ada(), text="send the paper"),
    "interviews.hold": lambda s: interviews.hold(s, person=ada()),
    "debriefs.keep": lambda s: debriefs.keep(s, person=ada(), text="learned: x\npromise: y\nname: Cleo Ng"),
    "undo.undo": undo.undo,
    "erasures.erase": lambda s: erasures.erase(s, person=ada()),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_that_breaks_anywhere_leaves_what_was(peopled, name):
    deed = DEEDS[name]
    before, numbers = world.state(peopled), Owner.objects.get(pk=peopled.owner_id).change_number
    for after in range(1, 400):
        try:
            with breaking(after) as seen:
                deed(peopled)
        except Broken:
            assert world.told(before, world.state(peopled)) == {}, seen[-1]
            assert Owner.objects.get(pk=peopled.owner_id).change_number == numbers
            assert Change.objects.of(peopled).count() == numbers
        else:
            break
    assert 5 < after < 399
    assert Change.objects.of(peopled).count() == numbers + 1
