"""Each rule keeps the contract, and answers the edges of its own situation."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from acquaint.actions import asks, changes, interactions, interviews, introductions, people, promises, touches
from acquaint.models import Field, Interest, Organization, Person, Search
from acquaint.queries.suggestions import registry
from acquaint.queries.suggestions.desk import Desk
from tests.queries.suggestions.contract import RuleContract


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 wall time


def only(kind, scope):
    return [one.suggestion for one in registry.gather(Desk(scope)) if one.suggestion.kind == kind]


class TestConfirm(RuleContract):
    rule, kind, rests = "confirm", "confirm", False

    def situation(self, world, name):
        key = world.person(name)
        world.booked(key, at=at(world.today + timedelta(days=3)))
        return key

    def test_it_is_due_on_the_working_day_before(self, world):
        friday, monday = date(2026, 3, 6), date(2026, 3, 9)
        world.booked(world.person(), at=at(monday))
        (found,) = self.find(world.scope)
        assert found.due.from_ == friday
        assert found.due.latest == date(2026, 3, 8)

    def test_confirmed_past_and_written_talks_need_none(self, world):
        key = world.person()
        talk = world.booked(key, at=at(world.today + timedelta(days=1)))
        interviews.confirm(world.scope, person=key, interview=talk)
        world.booked(world.person("Ruth Mensah"), at=at(world.today, 9))
        assert self.find(world.scope) == []


class TestDebrief(RuleContract):
    rule, kind = "debrief", "debrief"

    def situation(self, world, name):
        key = world.person(name)
        world.talked(key, on=world.ago(1))
        return key

    def test_a_booked_talk_that_is_over_is_asked_about_ten_minutes_later(self, world):
        world.booked(world.person(), at=at(world.today, 12), on=world.ago(2))
        assert [one.kind for one in self.find(world.scope)] == ["debrief"]
        earlier = world.on(world.today, hour=12)
        assert self.find(earlier) == []

    def test_a_talk_of_long_ago_is_welcome_and_not_owed(self, world):
        world.talked(world.person(), on=world.ago(61))
        (found,) = self.find(world.scope)
        assert not found.owed

    def test_a_talk_written_down_is_done(self, world):
        talk = world.talked(world.person(), on=world.ago(1))
        world.wrote_down(talk, learned="much")
        assert self.find(world.scope) == []


class TestThankYou(RuleContract):
    rule, kind = "thank_you", "thank-you"

    def situation(self, world, name):
        key = world.person(name)
        world.talked(key, on=world.ago(1))
        return key

    def test_what_was_learned_and_offered_is_the_reason(self, world):
        key = world.person()
        talk = world.talked(key, on=world.ago(1))
        world.wrote_down(talk, learned="hospitals buy from few vendors")
        (found,) = self.find(world.scope)
        assert [one.code for one in found.reasons] == ["thank-you.learned"]
        assert found.due.latest == world.today
        assert found.about == talk

    def test_it_waits_for_ever_and_ends_with_thanks(self, world):
        key = world.person()
        world.talked(key, on=world.ago(300))
        assert len(self.find(world.scope)) == 1
        world.thanked(key, on=world.today)
        assert self.find(world.scope) == []

    def test_a_talk_that_felt_unsafe_is_not_thanked_for(self, world):
        key = world.person()
        world.talked(key, on=world.ago(1))
        interviews.unsafe(world.scope, person=key)
        people.reopen(world.scope, person=key)
        assert self.find(world.scope) == []


class TestPromiseMine(RuleContract):
    rule, kind, rests = "promise_mine", "promise-mine", False

    def situation(self, world, name):
        key = world.person(name)
        world.promised(key, "send the paper", by=world.today + timedelta(days=2), on=world.ago(3))
        return key

    def test_kept_and_released_promises_are_over(self, world):
        key = world.person()
        kept, released = world.promised(key, "one"), world.promised(key, "two")
        promises.keep(world.scope, promise=kept)
        promises.release(world.scope, promise=released)
        assert self.find(world.scope) == []

    def test_a_missed_talk_leaves_an_apology_to_write(self, world):
        key = world.person()
        world.booked(key, at=at(world.ago(1)), on=world.ago(5))
        interviews.no_show(world.scope, person=key, by="me")
        (found,) = self.find(world.scope)
        assert found.draft == "reschedule"
        touches.sent(world.scope, kind="reschedule", who=key)
        assert self.find(world.scope) == []

    def test_a_promise_for_a_far_day_waits_until_two_weeks_before(self, world):
        by = world.today + timedelta(days=40)
        world.promised(world.person(), "call again", by=by)
        (found,) = self.find(world.scope)
        assert found.due.from_ == by - timedelta(days=14)
        assert found.due.latest == by


class TestPromiseTheirs(RuleContract):
    rule, kind = "promise_theirs", "promise-theirs"

    def situation(self, world, name):
        key = world.person(name)
        world.promised(key, "look for the slides", theirs=True, on=world.ago(20))
        return key

    def test_two_check_backs_and_then_it_goes_without_a_word(self, world):
        key = world.person()
        promise = world.promised(key, "look for the slides", theirs=True, on=world.ago(40))
        promises.checked(world.scope, promise=promise, on=world.ago(12))
        (found,) = self.find(world.scope)
        assert found.due.from_ == world.ago(2)
        assert found.reasons[0].code == "promise-theirs.again"
        promises.checked(world.scope, promise=promise, on=world.ago(1))
        assert self.find(world.scope) == []


class TestSchedule(RuleContract):
    rule, kind = "schedule", "schedule"

    def situation(self, world, name):
        key = world.person(name)
        world.asked(key, on=world.ago(4))
        asks.accepted(world.on(world.ago(1)), person=key)
        return key

    def test_a_booking_settles_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        world.booked(key, at=at(world.today + timedelta(days=2)))
        assert self.find(world.scope) == []

    def test_a_talk_that_fell_through_is_offered_again_until_the_third_time(self, world):
        key = world.person()
        world.booked(key, at=at(world.ago(1)), on=world.ago(6))
        interviews.no_show(world.scope, person=key, by="them")
        (found,) = self.find(world.scope)
        assert (found.draft, found.owed) == ("reschedule", False)
        for _time in range(2):
            world.booked(key, at=at(world.ago(1)), on=world.ago(1))
            interviews.cancel(world.scope, person=key, by="them")
        assert self.find(world.scope) == []


class TestLoop(RuleContract):
    rule, kind = "loop", "loop-met"

    def situation(self, world, name):
        key = world.person(name)
        introductions.offered(
            world.on(world.ago(9)), introducer=key, name=f"New to {name}", mode="use-my-name"
        )
        new = Person.objects.get(name=f"New to {name}").key
        world.talked(new, on=world.ago(1))
        return key

    def test_a_person_at_rest_is_left_alone(self, world):
        """Telling an introducer is owed to them, at rest or not."""
        key = self.situation(world, "Ilse Brandt")
        touches.rest(world.scope, who=key)
        assert len(self.find(world.scope)) == 1

    def test_each_telling_ends_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        touches.sent(world.scope, kind="loop", who=key)
        assert self.find(world.scope) == []

    def test_an_answer_is_told_as_being_in_touch(self, world):
        key = world.person()
        introductions.offered(world.on(world.ago(9)), introducer=key, name="Ruth Mensah", mode="use-my-name")
        new = Person.objects.get(name="Ruth Mensah").key
        world.asked(new, on=world.ago(6))
        asks.accepted(world.on(world.ago(1)), person=new)
        (found,) = self.find(world.scope)
        assert found.kind == "loop-connected"
        assert found.due.latest == world.today + timedelta(days=1)

    def test_a_joint_mail_without_answer_is_told_on_the_seventh_day(self, world):
        key = world.person()
        made = introductions.offered(world.on(world.ago(9)), introducer=key, name="Ruth Mensah", mode="joint")
        introductions.made(world.on(world.ago(7)), introduction=dict(made.items)["introduction"])
        assert [one.kind for one in self.find(world.scope)] == ["loop-silent"]
        assert self.find(world.on(world.ago(1))) == []
        touches.sent(world.scope, kind="loop", who=key)
        assert self.find(world.scope) == []


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


def test_every_rule_of_the_table_has_its_test():
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
