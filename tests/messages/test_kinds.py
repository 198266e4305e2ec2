"""Every kind keeps the contract, and a few say things that only they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from acquaint.messages.compose import compose
from acquaint.messages.registry import KINDS, load
from tests.messages.contract import KNOWN, UNKNOWN, MessageKindContract

FIELD = "the field you are curious about"


class TestRequest(MessageKindContract):
    kind = "request"
    needs = frozenset({FIELD, "what connects you", "one line about you"})

    def test_the_link_comes_first_and_most_of_it_is_about_them(self):
        first = self.draft().body.split("\n\n")[1]
        assert first.startswith(KNOWN.link)


class TestRequestReferral(MessageKindContract):
    kind = "request-referral"
    needs = frozenset({FIELD, "who sent you", "one line about you"})

    def test_the_introducer_stands_in_the_subject_and_in_the_first_line(self):
        draft = self.draft()
        assert "Tom Okafor" in draft.subject
        assert "Tom Okafor" in draft.body.split("\n\n")[1]


class TestReconnect(MessageKindContract):
    kind = "reconnect"
    needs = frozenset({"something you remember of each other"})


class TestNudge(MessageKindContract):
    kind = "nudge"
    needs = frozenset({"the day you wrote", "your first subject"})

    def test_it_stays_in_the_thread_and_offers_an_easy_no(self):
        draft = self.draft()
        assert draft.subject == "Re: A question about health software"
        assert "a short no is perfectly fine" in draft.body


class TestSchedule(MessageKindContract):
    kind = "schedule"
    needs = frozenset({"first time", "second time", "third time"})


class TestConfirm(MessageKindContract):
    kind = "confirm"
    needs = frozenset({"day and hour", "your phone number"})

    def test_it_says_the_hour_of_their_clock_and_names_the_zone_only_if_ours_differ(self):
        assert "tomorrow at 10:00 (Europe/Berlin)" in self.draft().body
        assert "(Europe" not in self.draft(replace(KNOWN, my_zone="Europe/Berlin")).body
        far = self.draft(replace(KNOWN, at=datetime.fromisoformat("2026-04-02T08:30")))
        assert "on 2 April at 08:30" in far.body


class TestReschedule(MessageKindContract):
    kind = "reschedule"
    needs = frozenset({"first time", "second time"})

    def test_it_apologises_only_for_me_and_never_reproaches(self):
        assert "sorry" in self.draft().body
        assert "sorry" not in self.draft(replace(KNOWN, event="no-show-them")).body
        assert "sorry" not in self.draft(replace(KNOWN, event="moved-them")).body


class TestThankYou(MessageKindContract):
    kind = "thank-you"
    needs = frozenset({"what you learned"})

    def test_it_restates_both_promises_gently_and_asks_nothing(self):
        body = self.draft().body
        assert "by 13 March: the ward's list of complaints" in body
        assert "to look for her slides" in body
        assert "?" not in body

    def test_it_is_long_enough_with_one_thing_learned_only(self):
        facts = replace(UNKNOWN, learned=("hospitals buy from few vendors",))
        draft = self.draft(facts)
        assert draft.ready
        assert "yesterday" in self.draft(replace(facts, held_on=date(2026, 3, 9))).body

    def test_written_answers_are_thanked_for_as_such(self):
        body = self.draft(replace(KNOWN, mode="written")).body
        assert "your answers" in body
        assert "our talk" not in body


class TestUpdate(MessageKindContract):
    kind = "update"
    needs = frozenset({"what they advised", "what you did about it"})

    def test_it_goes_from_advice_to_deed_and_asks_nothing(self):
        body = self.draft(replace(KNOWN, result="I understand the forms now")).body
        order = [
            body.index(part) for part in (KNOWN.advice, KNOWN.will, "I understand the forms now", "Thank you")
        ]
        assert order == sorted(order)
        assert "?" not in body


class TestCongratulate(MessageKindContract):
    kind = "congratulate"
    needs = frozenset({"where they are now"})

    def test_no_wish_is_attached(self):
        assert "?" not in self.draft().body


class TestBlurb(MessageKindContract):
    kind = "blurb"
    needs = frozenset({"one line about you", "whom you would like to meet", FIELD, "your e-mail address"})

    def test_it_can_be_passed_on_as_it_stands(self):
        draft = self.draft()
        assert "Ilse" not in draft.body
        assert "Ilse" not in draft.subject
        assert "noor@example.org" in draft.body


class TestIntroReply(MessageKindContract):
    kind = "intro-reply"
    needs = frozenset({"who brought you together", FIELD})

    def test_the_introducer_is_thanked_and_let_go_first(self):
        assert self.draft().body.startswith("Tom Okafor, thank you")


class TestLoop(MessageKindContract):
    kind = "loop"
    needs = frozenset({"whom they introduced", "what came of it"})

    def test_silence_is_told_too_without_blame(self):
        body = self.draft(replace(KNOWN, loop="silent")).body
        assert "I have not heard back, which is quite all right" in body


def test_every_kind_of_the_table_has_its_test():
    tested = {one.kind for one in MessageKindContract.__subclasses__()}
    assert tested == set(KINDS)


def test_among_friends_they_are_greeted_by_the_name_they_go_by():
    assert compose(load("nudge"), KNOWN).body.startswith("Hello Ilse,")
    assert compose(load("nudge"), KNOWN, formality="formal").body.startswith("Dear Ilse Brandt,")
    assert compose(load("nudge"), replace(KNOWN, call="")).body.startswith("Hello Ilse Brandt,")
