from __future__ import annotations

import pytest

from acquaint.actions.samples import filling
from acquaint.models import ContactPoint, InteractionPerson, Person


def _plan(rows) -> str:
    return rows.explain()


@pytest.fixture
def crowd(scope):
    filling.fill(scope, count=700, each=6)
    return scope


def test_after_much_was_written_one_person_is_looked_up_and_not_searched_for(crowd):
    somebody = Person.objects.of(crowd).values_list("id", flat=True)[300]
    points = ContactPoint.objects.of(crowd).filter(person_id=somebody, ended_on=None).order_by("-id")
    contacts = InteractionPerson.objects.of(crowd).filter(person_id=somebody).order_by("id")
    for rows in (points, contacts):
        plan = _plan(rows)
        assert "person_id" in plan
        assert "Seq Scan" not in plan


def test_counting_again_changes_nothing_that_is_read(crowd):
    from acquaint.actions import statistics

    before = list(Person.objects.of(crowd).order_by("id").values())
    statistics.refresh()
    assert list(Person.objects.of(crowd).order_by("id").values()) == before
