"""The table of rules, and what holds for all of them together."""

from __future__ import annotations

from datetime import timedelta

from acquaint.actions import changes, touches
from acquaint.models import Search
from acquaint.queries.suggestions import registry
from acquaint.queries.suggestions.desk import Desk
from tests.queries.suggestions import test_ask_rules, test_owed_rules, test_rhythm_rules
from tests.queries.suggestions.contract import RuleContract

LOADED = (test_ask_rules, test_owed_rules, test_rhythm_rules)


def only(kind, scope):
    return [one.suggestion for one in registry.gather(Desk(scope)) if one.suggestion.kind == kind]


def test_every_rule_of_the_table_has_its_test():
    assert LOADED
    tested = {f"acquaint.queries.suggestions.{one.rule}" for one in RuleContract.__subclasses__()}
    assert tested == set(registry.RULES)


def test_a_rest_ends_with_a_contact_or_with_its_day(world):
    key = world.person()
    world.exchanged(key, on=world.ago(200))
    touches.rest(world.on(world.ago(100)), who=key, until=world.ago(50))
    assert [one.kind for one in only("drifted", world.scope)] == ["drifted"]
    touches.rest(world.on(world.ago(40)), who=key)
    assert only("drifted", world.scope) == []
    world.wrote(key, on=world.ago(39), direction="in")
    assert only("drifted", world.on(world.today + timedelta(days=60)))


def test_a_pause_of_the_search_leaves_the_rules_alone(world):
    with changes.writing(world.scope, "search.pause") as w:
        w.add(Search, started_on=world.today, paused_on=world.today)
    world.promised(world.person(), "send the paper")
    assert only("promise-mine", world.scope)
