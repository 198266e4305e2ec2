"""The contract that every message kind keeps; a kind's test class inherits it and only names the kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar

import pytest

from acquaint.messages.compose import compose, words
from acquaint.messages.contract import MessageFacts, Owed
from acquaint.messages.registry import load

TODAY = date(2026, 3, 10)

KNOWN = MessageFacts(
    today=TODAY,
    me="Noor Adeyemi",
    my_phone="+49 30 1234567",
    my_email="noor@example.org",
    one_liner="a nurse who wants to make hospital software kinder to use",
    field="health software",
    minutes=20,
    name="Ilse Brandt",
    call="Ilse",
    email="ilse@example.com",
    phone="+49 40 7654321",
    role="product lead",
    organization="Klinikon",
    link="We both trained at the nursing school in Lübeck",
    introducer="Tom Okafor",
    last_on=date(2025, 8, 2),
    topic="how wards choose their software",
    learned=("hospitals buy from few vendors, and the head nurse has more say than she thinks",),
    sent_on=date(2026, 2, 27),
    sent_subject="A question about health software",
    at=datetime.fromisoformat("2026-03-11T10:00"),
    zone="Europe/Berlin",
    my_zone="Europe/Lisbon",
    mode="call",
    held_on=date(2026, 3, 9),
    topics=("the first year", "who thrives there"),
    advice="read the interoperability standard before anything else",
    will="read the first two chapters of the standard",
    done_on=date(2026, 3, 8),
    promised=(("the ward's list of complaints", date(2026, 3, 13)),),
    offered=("to look for her slides",),
    other="Ruth Mensah",
    other_organization="Wardline",
    why="she moved from the ward into design",
    loop="met",
    outcome="she showed me how she tests with nurses",
    event="no-show-me",
    slots=("Monday 16 March, 10:00", "Tuesday 17 March, 15:00", "Thursday 19 March, 9:00"),
)
UNKNOWN = MessageFacts(today=TODAY, name="Ilse Brandt", me="Noor Adeyemi", email="ilse@example.com")


class MessageKindContract:
    """What every kind owes: length, tone, blanks, and that only a closed person or an open blank blocks."""

    kind: ClassVar[str]
    needs: ClassVar[frozenset[str]] = frozenset()  # blanks that an otherwise unknown person leaves

    def draft(self, facts=KNOWN, **how):
        return compose(load(self.kind), facts, **how)

    def test_it_is_found_by_its_name(self):
        assert load(self.kind).name == self.kind

    @pytest.mark.parametrize("formality", ["friendly", "formal"])
    def test_with_everything_known_it_is_ready_and_within_its_length(self, formality):
        draft = self.draft(formality=formality)
        low, high = load(self.kind).words
        assert draft.ready
        assert draft.blanks == ()
        assert low <= words(draft.body) <= high, f"{words(draft.body)} words:\n{draft.body}"
        assert not [one.code for one in draft.warnings]
        assert draft.subject
        assert "\n" not in draft.subject

    @pytest.mark.parametrize("style", ["short", "spoken"])
    def test_it_has_a_short_and_a_spoken_form(self, style):
        draft = self.draft(style=style)
        assert draft.ready
        assert "long" not in {one.code for one in draft.warnings}, f"{words(draft.body)}:\n{draft.body}"
        assert words(draft.body) >= 5

    def test_what_is_not_known_is_a_visible_blank_that_blocks(self):
        draft = self.draft(UNKNOWN)
        assert set(draft.blanks) == self.needs
        assert all(f"[{label}]" in draft.subject + draft.body for label in draft.blanks)
        assert draft.ready == (not self.needs)

    def test_a_closed_person_blocks_and_nothing_else_does(self):
        assert not self.draft(replace(KNOWN, closed=True)).ready
        owed = Owed(
            promise="the list",
            promise_due=date(2026, 3, 1),
            thanks_for=date(2026, 2, 1),
            missed_on=date(2026, 1, 1),
            two_asks=True,
            colleague="Ana Silva",
            same_words_as="Ana Silva",
        )
        draft = self.draft(
            replace(KNOWN, owed=owed, introducer_agrees=False, email="", one_liner="word " * 200)
        )
        assert draft.ready
        codes = {one.code for one in draft.warnings}
        assert {"promise", "same", "permission", "address"} <= codes
        assert ("thanks" in codes) == (self.kind != "thank-you")
        assert ("asks" in codes) == load(self.kind).asks
        assert ("colleague" in codes) == load(self.kind).asks
        assert ("apology" in codes) == load(self.kind).asks

    def test_the_missing_note_is_offered_first(self):
        draft = self.draft(replace(KNOWN, owed=Owed(thanks_for=date(2026, 3, 9))))
        offered = {one.code: one.offer for one in draft.warnings}
        assert offered.get("thanks") == (None if self.kind == "thank-you" else "thank-you")

    @pytest.mark.parametrize("style", ["plain", "short", "spoken"])
    def test_the_name_of_the_method_is_never_written(self, style):
        facts = replace(
            KNOWN,
            link="You gave an Informational Interview to my sister",
            why="informational  interviews are her thing",
            learned=("informational interviews open doors",),
            one_liner="somebody who likes informational interviews",
        )
        draft = self.draft(facts, style=style)
        assert "informational interview" not in " ".join((draft.subject + " " + draft.body).lower().split())

    def test_asking_for_work_is_flagged_where_only_advice_is_asked(self):
        draft = self.draft(replace(KNOWN, one_liner="a nurse looking for a job in software"))
        assert ("work" in {one.code for one in draft.warnings}) == (
            self.kind in {"request", "request-referral"}
        )
