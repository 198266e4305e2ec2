"""The contract that every rule keeps; a rule's test class inherits it and tells one situation it answers."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import ClassVar

from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import people, touches
from acquaint.messages.reasons import word, words
from acquaint.messages.registry import KINDS
from acquaint.queries.suggestions.desk import Desk


class RuleContract:
    """A situation in which the rule finds exactly one thing, and what must hold of everything it finds."""

    rule: ClassVar[str]
    kind: ClassVar[str]
    rests: ClassVar[bool] = True  # a person at rest is left alone

    def situation(self, world, name: str) -> str:
        """Bring the world into it with a person of that name; their key (or "" where nobody is meant)."""
        raise NotImplementedError

    def find(self, scope):
        return [found.suggestion for found in self.module.find(Desk(scope))]

    @property
    def module(self):
        return import_module(f"acquaint.queries.suggestions.{self.rule}")

    def test_nothing_is_found_where_nothing_is(self, world):
        if self.rule != "first_talk":
            assert self.find(world.scope) == []

    def test_it_finds_its_one_thing_about_its_person(self, world):
        key = self.situation(world, "Ilse Brandt")
        (found,) = self.find(world.scope)
        assert found.kind == self.kind
        assert found.person is not None
        assert found.person.id == key
        assert found.id.startswith(f"{self.kind}:")

    def test_what_it_finds_is_well_formed(self, world):
        self.situation(world, "Ilse Brandt")
        for found in self.find(world.scope):
            assert found.kind in self.module.KINDS
            assert found.due.from_ <= found.due.ideal <= found.due.latest
            assert found.draft is None or found.draft in KINDS
            assert found.reasons
            text = [word(found.headline, today=world.today), words(found.reasons, today=world.today)]
            assert "Ilse Brandt" in " ".join(text)
            assert not set("{}") & set(" ".join(text))

    def test_its_id_stays_from_day_to_day(self, world):
        self.situation(world, "Ilse Brandt")
        tomorrow = {one.id for one in self.find(world.on(world.today + timedelta(days=1), hour=8))}
        assert {one.id for one in self.find(world.scope)} == tomorrow

    def test_a_closed_person_is_never_suggested(self, world):
        key = self.situation(world, "Ilse Brandt")
        people.close(world.scope, person=key)
        assert all(one.person is None or one.person.id != key for one in self.find(world.scope))

    def test_a_person_at_rest_is_left_alone(self, world):
        key = self.situation(world, "Ilse Brandt")
        touches.rest(world.scope, who=key)
        left = [one for one in self.find(world.scope) if one.person and one.person.id == key]
        assert bool(left) != self.rests

    def test_more_people_cost_no_more_queries(self, world):
        self.situation(world, "Ilse Brandt")
        with CaptureQueriesContext(connection) as one:
            self.find(world.scope)
        for number in range(4):
            self.situation(world, f"Ruth Mensah {chr(65 + number)}")
        with CaptureQueriesContext(connection) as many:
            found = self.find(world.scope)
        assert len(many) <= len(one)
        assert len(found) >= 1
