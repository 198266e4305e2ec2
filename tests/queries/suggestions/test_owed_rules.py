"""Rules of what is owed: each keeps the contract, and answers the edges of its own situation."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from acquaint.actions import asks, interviews, introductions, people, promises, touches
from acquaint.messages.reasons import words
from acquaint.models import Interview, Person
from acquaint.queries import drafts
from tests.queries.suggestions.contract import RuleContract


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 wall time


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


class TestThankAnswer(RuleContract):
    rule, kind = "thank_answer", "thank-you"

    def situation(self, world, name):
        key = world.person(name)
        world.asked(key, on=world.ago(4))
        asks.declined(world.on(world.ago(1)), person=key, words="not this spring")
        return key

    def test_a_kind_no_is_thanked_for_within_a_day_and_says_their_words(self, world):
        key = self.situation(world, "Ilse Brandt")
        (found,) = self.find(world.scope)
        assert found.owed
        assert found.due.latest == world.today
        assert "not this spring" in words(found.reasons, today=world.today)
        draft = drafts.draft(world.scope, kind=found.draft, who=key, about=found.about)
        assert draft.subject == "Thank you for your answer"
        assert set(draft.blanks) == {"your name"}
        assert "?" not in draft.body

    def test_thanks_or_any_word_since_settles_it(self, world):
        key = self.situation(world, "Ilse Brandt")
        touches.sent(world.scope, kind="thank-you", who=key)
        assert self.find(world.scope) == []
        other = self.situation(world, "Ruth Mensah")
        world.wrote(other, on=world.today)
        assert self.find(world.scope) == []

    def test_thanks_for_the_answer_are_no_thanks_for_an_older_talk(self, world):
        key = world.person()
        talk = world.talked(key, on=world.ago(90))
        asks.sent(world.scope, person=key, on=world.ago(3), channel="email")
        asks.declined(world.on(world.ago(1)), person=key)
        (found,) = self.find(world.scope)
        touches.sent(world.scope, kind="thank-you", who=key, about=found.about)
        assert Interview.objects.get(key=talk).thanked_on is None
        assert self.find(world.scope) == []

    def test_another_name_is_thanked_for_as_such(self, world):
        key = world.person()
        world.asked(key, on=world.ago(4))
        asks.redirected(world.on(world.ago(1)), person=key, to_name="Ada Ek")
        (found,) = self.find(world.scope)
        assert "Ada Ek" in words(found.reasons, today=world.today)
        assert "naming Ada Ek" in drafts.draft(world.scope, kind="thank-you", who=key).body

    def test_a_no_of_long_ago_or_one_followed_by_a_new_request_is_left_alone(self, world):
        old = world.person("Ada Ek")
        world.asked(old, on=world.ago(60))
        asks.declined(world.on(world.ago(50)), person=old)
        again = self.situation(world, "Bo Lind")
        asks.ask(world.scope, person=again, channel="email")
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
