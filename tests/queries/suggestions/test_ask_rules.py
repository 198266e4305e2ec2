"""Rules of requests and introductions under way: the contract, and their timers."""

from __future__ import annotations

from datetime import date, timedelta

from acquaint.actions import asks, introductions, touches
from acquaint.models import Person
from tests.queries.suggestions.contract import RuleContract


class TestIntroduction(RuleContract):
    rule, kind, rests = "introduction", "intro-blurb", False

    def situation(self, world, name):
        key = world.person(name)
        introductions.offered(world.scope, introducer=key, name=f"New to {name}", mode="ask-first")
        return key

    def test_three_names_in_three_modes_have_three_next_steps(self, world):
        key = world.person()
        for name, mode in (("Ada Ek", "use-my-name"), ("Bo Lind", "ask-first"), ("Cy Dahl", "joint")):
            introductions.offered(world.scope, introducer=key, name=name, mode=mode)
        found = {one.kind: one for one in self.find(world.scope)}
        assert set(found) == {"intro-write", "intro-blurb", "intro-check-back"}
        assert found["intro-write"].draft == "request-referral"
        assert found["intro-write"].person.name == "Ada Ek"
        assert found["intro-write"].due.latest == date(2026, 3, 6)
        assert found["intro-blurb"].person.id == key
        assert found["intro-check-back"].due.from_ == world.today + timedelta(days=7)

    def test_a_request_sent_hands_over_to_the_timers_of_the_ask(self, world):
        introductions.offered(world.scope, introducer=world.person(), name="Ada Ek", mode="use-my-name")
        touches.sent(world.scope, kind="request-referral", who=Person.objects.get(name="Ada Ek").key)
        assert self.find(world.scope) == []

    def test_a_blurb_sent_turns_into_a_check_back_and_is_let_go_in_time(self, world):
        key = self.situation(world, "Ilse Brandt")
        touches.sent(world.scope, kind="blurb", who=key)
        (found,) = self.find(world.scope)
        assert found.kind == "intro-check-back"
        assert found.due.from_ == world.today + timedelta(days=7)
        assert self.find(world.on(world.today + timedelta(days=60))) == []

    def test_two_people_i_bring_together_are_each_asked_first(self, world):
        one, two = world.person("Ada Ek"), world.person("Bo Lind")
        made = introductions.give(world.scope, one=one, other=two)
        key = dict(made.items)["introduction"]
        assert [(s.kind, s.person.id) for s in self.find(world.scope)] == [("intro-ask", one)]
        introductions.asked(world.scope, introduction=key, of=one)
        introductions.agreed(world.scope, introduction=key, of=one)
        assert [(s.kind, s.person.id) for s in self.find(world.scope)] == [("intro-ask", two)]
        introductions.asked(world.scope, introduction=key, of=two)
        introductions.agreed(world.scope, introduction=key, of=two)
        assert [s.kind for s in self.find(world.scope)] == ["intro-make"]


class TestRequest(RuleContract):
    rule, kind = "request", "request"

    def situation(self, world, name):
        key = world.person(name)
        asks.ask(world.scope, person=key, channel="email")
        return key


class TestNudge(RuleContract):
    rule, kind = "nudge", "nudge"

    def situation(self, world, name):
        key = world.person(name)
        world.asked(key, on=date(2026, 2, 23))
        return key

    def test_seven_business_days_once_and_closed_after_fourteen(self, world):
        key = self.situation(world, "Ilse Brandt")
        (found,) = self.find(world.scope)
        assert found.due.from_ == date(2026, 3, 4)
        assert self.find(world.on(date(2026, 3, 13))) == []
        touches.sent(world.scope, kind="nudge", who=key)
        assert self.find(world.scope) == []

    def test_an_answer_of_any_kind_ends_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        world.wrote(key, on=world.ago(1), direction="in")
        assert self.find(world.scope) == []


class TestSecondPerson(RuleContract):
    rule, kind = "second_person", "another-name"

    def situation(self, world, name):
        key = world.person(name, at=f"House of {name}")
        world.asked(key, on=world.ago(6))
        return key

    def test_a_known_colleague_is_named_and_never_one_who_was_asked(self, world):
        world.asked(world.person("Ada Ek", at="Klinikon"), on=world.ago(6))
        asked_before = world.person("Bo Lind", at="Klinikon")
        world.asked(asked_before, on=world.ago(90))
        asks.declined(world.on(world.ago(80)), person=asked_before)
        colleague = world.imported("Cy Dahl", at="Klinikon")
        (found,) = self.find(world.scope)
        assert (found.kind, found.person.id, found.draft) == ("second-person", colleague, "request")
        assert found.due.from_ == date(2026, 3, 3)


class TestAskAgain(RuleContract):
    rule, kind = "ask_again", "ask-again"

    def situation(self, world, name):
        key = world.person(name)
        world.asked(key, on=world.ago(40))
        asks.deferred(
            world.on(world.ago(35)),
            person=key,
            until=world.today + timedelta(days=10),
            words="try me in spring",
        )
        return key

    def test_their_own_words_are_cited_on_their_day(self, world):
        self.situation(world, "Ilse Brandt")
        (found,) = self.find(world.scope)
        assert found.due.from_ == world.today + timedelta(days=10)
        assert [one.code for one in found.reasons] == ["ask-again.deferred", "ask-again.words"]

    def test_a_bounce_asks_for_a_new_address(self, world):
        key = world.person()
        world.asked(key, on=world.ago(2))
        asks.bounced(world.scope, person=key)
        assert [one.kind for one in self.find(world.scope)] == ["address"]

    def test_an_answer_that_was_only_logged_is_asked_about(self, world):
        key = world.person()
        world.asked(key, on=world.ago(5))
        world.wrote(key, on=world.ago(1), direction="in")
        assert [one.kind for one in self.find(world.scope)] == ["ask-answered"]
