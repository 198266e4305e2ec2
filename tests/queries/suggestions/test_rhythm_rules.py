"""Rules of keeping in touch and of meeting somebody new: the contract, and their reasons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acquaint.actions import changes, interactions, people, touches
from acquaint.models import Field, Interest, Organization, Person
from tests.queries.suggestions.contract import RuleContract


class TestUpdate(RuleContract):
    rule, kind = "update", "update"

    def situation(self, world, name):
        key = world.person(name)
        talk = world.talked(key, on=world.ago(16))
        world.wrote_down(talk, advice="read the standard", will="read two chapters", done=str(world.ago(2)))
        return key

    def test_advice_not_followed_yet_is_no_news(self, world):
        talk = world.talked(world.person(), on=world.ago(16))
        world.wrote_down(talk, advice="read the standard", will="read two chapters")
        assert self.find(world.scope) == []

    def test_telling_them_ends_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        touches.sent(world.scope, kind="update", who=key)
        assert self.find(world.scope) == []


class TestNextTouch(RuleContract):
    rule, kind = "next_touch", "next-touch"

    def situation(self, world, name):
        key = world.person(name)
        with changes.writing(world.scope, "person.edit") as w:
            day = world.today + timedelta(days=1)
            w.edit(w.get(Person, key), next_touch_on=day, next_touch_why="ask about the trial")
        return key

    def test_a_contact_on_the_day_or_later_fulfils_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        later = world.on(world.today + timedelta(days=1))
        interactions.log(later, people=[key], kind="email")
        assert self.find(later) == []


class TestMoved(RuleContract):
    rule, kind = "moved", "moved"

    def situation(self, world, name):
        key = world.person(name, at="Old House", on=world.ago(200))
        people.edit(world.on(world.ago(2)), person=key, organization="New House")
        return key

    def test_a_word_since_then_ends_it_and_so_does_time(self, world):
        key = self.situation(world, "Ilse Brandt")
        assert self.find(world.on(world.today + timedelta(days=70))) == []
        world.wrote(key, on=world.today)
        assert self.find(world.scope) == []

    def test_leaving_without_a_new_place_is_no_congratulation(self, world):
        key = world.person(at="Old House")
        with changes.writing(world.scope, "position.end") as w:
            from acquaint.models import Position

            w.edit(Position.objects.get(person__key=key), ended_seen_on=world.today)
        assert self.find(world.scope) == []


class TestDrifted(RuleContract):
    rule, kind = "drifted", "drifted"

    def situation(self, world, name):
        key = world.person(name)
        world.exchanged(key, on=world.ago(90))
        return key

    def test_what_they_advised_is_the_reason_to_write(self, world):
        talk = world.talked(world.person(), on=world.ago(30))
        world.wrote_down(talk, learned="much", advice="read the standard")
        (found,) = self.find(world.on(world.ago(8)))
        assert [one.code for one in found.reasons] == ["drifted.last", "drifted.advice"]
        (drifted,) = self.find(world.scope)
        assert [one.code for one in drifted.reasons] == ["drifted.last", "drifted.for", "drifted.advice"]

    def test_a_logged_contact_of_any_kind_resets_the_clock(self, world):
        key = self.situation(world, "Ilse Brandt")
        world.wrote(key, on=world.today)
        assert self.find(world.scope) == []

    def test_whoever_answered_quickly_is_due_a_quarter_sooner_within_a_range_of_that_rhythm(self, world):
        key = world.person()
        world.exchanged(key, on=world.ago(200))
        world.wrote(key, on=world.ago(35))
        world.wrote(key, on=world.ago(33), direction="in")
        (found,) = self.find(world.scope)
        days = [(day - world.ago(33)).days for day in (found.due.from_, found.due.ideal, found.due.latest)]
        assert days == [21, 31, 42]

    def test_two_unanswered_words_offer_rest(self, world):
        key = world.person()
        world.exchanged(key, on=world.ago(300))
        world.wrote(key, on=world.ago(200))
        world.wrote(key, on=world.ago(180))
        (found,) = self.find(world.scope)
        assert found.reasons[-1].code == "drifted.unanswered"

    def test_people_only_imported_owe_nothing(self, world):
        key = world.imported("Ruth Mensah")
        world.wrote(key, on=world.ago(300), direction="in")
        assert self.find(world.scope) == []


class TestFirstTalk(RuleContract):
    rule, kind = "first_talk", "first-talk"

    def situation(self, world, name):
        return world.person(name)

    def test_more_people_cost_no_more_queries(self, world):
        """Counted on its own: with more people fewer sets have to be asked."""
        self.situation(world, "Ilse Brandt")
        for number in range(9):
            world.imported(f"Ruth Mensah {number}", at=f"House {number}")
        assert len(self.find(world.scope)) == 5

    def test_two_open_asks_are_enough(self, world):
        for name in ("Ada Ek", "Bo Lind"):
            world.asked(world.person(name), on=world.ago(1))
        world.person("Cy Dahl")
        assert self.find(world.scope) == []

    def test_with_nobody_at_all_it_prompts_for_names_until_one_appears(self, world):
        assert [one.id.partition(":")[2] for one in self.find(world.scope)] == [
            "family", "neighbours", "classmates", "colleagues", "clubs",
        ]  # fmt: skip
        world.imported("Ruth Mensah")
        assert [one.kind for one in self.find(world.scope)] == ["first-talk"]

    def test_nobody_at_an_employer_that_was_just_asked_and_one_an_employer(self, world):
        world.asked(world.person("Ada Ek", at="Klinikon"), on=world.ago(1))
        for name in ("Bo Lind", "Cy Dahl"):
            world.imported(name, at="Wardline")
        world.imported("Di Moe", at="Klinikon")
        names = [one.person.name for one in self.find(world.scope)]
        assert len(names) == 1
        assert names[0] in ("Bo Lind", "Cy Dahl")

    @pytest.mark.parametrize(
        ("make", "code"),
        [
            (lambda w: w.person("X Y", how_met="the library in Ulm"), "met"),
            (lambda w: w.person("X Y"), "chosen"),
            (lambda w: w.imported("X Y"), "known"),
        ],
    )
    def test_the_link_is_explained(self, world, make, code):
        make(world)
        assert self.find(world.scope)[0].reasons[0].code == f"first-talk.{code}"

    def test_an_exchange_comes_before_common_ground_and_that_before_a_field(self, world):
        me = people.describe_me(world.scope, name="Noor Adeyemi")
        assert me.undo
        field, common, wrote, nothing = (
            world.imported(name, at=f"House of {name}") for name in ("Fi Eld", "Co Mon", "Wr Ote", "No Thing")
        )
        world.wrote(wrote, on=world.ago(400), direction="in")
        world.wrote(wrote, on=world.ago(399))
        with changes.writing(world.scope, "field.add") as w:
            explored = w.add(Field, name="health software", normal="health software", state="exploring")
            w.edit(Organization.objects.get(name="House of Fi Eld"), field=explored)
            mine = Person.objects.me(world.scope).get()
            for person in (mine, Person.objects.get(key=common)):
                w.add(Interest, person=person, text="choirs", normal="choirs")
        order = [one.person.id for one in self.find(world.scope)]
        assert order[0] == wrote
        assert order.index(field) < order.index(nothing)
        codes = {one.person.id: one.reasons[0].code for one in self.find(world.scope)}
        assert codes[wrote] == "first-talk.wrote"
        assert codes[common] == "first-talk.common"
