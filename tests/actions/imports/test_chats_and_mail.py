"""Chats and letters: who becomes a person, who is offered, whose words are kept; everybody is invented."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.actions import imports, people, settings
from acquaint.actions.imports import Progress, accepting
from acquaint.actions.imports.mappings import Answers
from acquaint.models import Interaction, Offer
from acquaint.queries import offers
from tests import world
from tests.actions.imports.looking import only, persons
from tests.actions.imports.test_dated_contract import wrote
from tests.formats.letters import ME, mbox
from tests.formats.meetings import BELA, calendar, event


@pytest.fixture
def chat(scope, tmp_path):
    """Import a chat of these (speaker, words), a day each; called after somebody, or after a group."""

    def run(*said, title="Bela Dahlsen", dates="{0:02}/02/2026", **more):
        lines = [
            f"[{dates.format(day)}, 14:37:05] {name}: {words}" for day, (name, words) in enumerate(said, 13)
        ]
        path = tmp_path / f"WhatsApp Chat with {title}.txt"
        path.write_text("\n".join(lines))
        return imports.apply(scope, paths=[path], **more)

    return run


@pytest.fixture
def box(scope, tmp_path):
    """Import these letters."""

    def run(*letters, **more):
        path = tmp_path / "box.mbox"
        path.write_text(mbox(*letters))
        return imports.apply(scope, paths=[path], **more)

    return run


BOTH = (("Bela Dahlsen", "hello"), ("Nomen Nescio", "hello you"))


def test_the_other_of_a_chat_becomes_a_person_and_only_dates_are_kept(scope, chat):
    assert chat(*BOTH).total("new") == 2
    row = only(scope, "Bela Dahlsen")
    assert (row.last_contact, row.answered_on) == (date(2026, 2, 14), date(2026, 2, 13))
    assert {one.body for one in Interaction.objects.of(scope)} == {""}
    assert {one.channel for one in Interaction.objects.of(scope)} == {"whatsapp"}


def test_words_are_kept_when_asked_for_and_added_later(scope, chat):
    chat(*BOTH)
    assert chat(*BOTH, bodies=True).total("update") == 2
    assert {one.body for one in Interaction.objects.of(scope)} == {"hello", "hello you"}


def test_an_equal_name_joins_nobody_and_is_asked_about(scope, chat):
    key = people.add(scope, name="Bela Dahlsen").id
    assert chat(*BOTH).total("new") == 0
    (one,) = offers.waiting(scope)
    accepting.accept(scope, offers=[one.id], who=key)
    assert chat(*BOTH).batch is None
    assert only(scope, "Bela Dahlsen").last_contact == date(2026, 2, 14)


def test_a_group_is_a_contact_with_those_who_are_here(scope, chat):
    people.add(scope, name="Cora Eberwick", phones=["+49 170 1234567"])
    said = (("+49 170 1234567", "hi"), ("Nomen Nescio", "hello"), ("Dora Finch", "good day"), *BOTH[:1])
    settings.set_(scope, name="name", value="Nomen Nescio")
    report = chat(*said, title="The Walkers")
    assert (report.total("new"), report.total("ignored")) == (2, 2)
    assert only(scope, "Cora Eberwick").answered_on == date(2026, 2, 13)
    assert sorted(one.names for one in offers.waiting(scope)) == [("Bela Dahlsen",), ("Dora Finch",)]


def test_days_and_months_that_cannot_be_told_apart_are_asked_about(scope, chat):
    unclear = {"dates": "02/03/2026"}
    assert chat(*BOTH, **unclear).batch is None
    said = chat(*BOTH, **unclear, said=Answers(day_first=False))
    assert said.total("new") == 2
    assert only(scope, "Bela Dahlsen").last_contact == date(2026, 2, 3)


def test_letters_make_their_writers_and_offer_who_read_along(scope, box):
    beside = wrote(4, Cc="Emil Gray <emil@example.net>", Subject="Our plan")
    assert box(wrote(3), beside).total("new") == 2
    assert persons(scope).get().name == "Bela Dahlsen"
    (one,) = offers.waiting(scope)
    assert (one.names, one.reach) == (("Emil Gray",), ("emil@example.net",))
    assert "Our plan" in one.why
    box(wrote(3), beside, wrote(5, "Emil Gray", From="Emil Gray <emil@example.net>"))
    assert offers.waiting(scope) == ()


def test_a_circular_offers_nobody(scope, box):
    many = ", ".join(f"P{n} <p{n}@example.net>" for n in range(12))
    box(wrote(3), wrote(4, Cc=many))
    assert not Offer.objects.of(scope).exists()


def test_a_meeting_in_a_letter_is_the_same_as_in_the_calendar(scope, box, tmp_path):
    invitation = calendar(event(BELA, start="DTSTART:20260210T100000Z"), method="REQUEST")
    typed = {"Content_Type": "text/calendar; method=REQUEST; charset=utf-8", "MIME_Version": "1.0"}
    letter = wrote(5, **typed).partition("\n\n")[0] + "\n\n" + invitation
    assert box(wrote(3), letter).total("new") == 3
    path = tmp_path / "cal.ics"
    path.write_text(calendar(event(BELA, start="DTSTART:20260210T100000Z"), name=ME))
    assert imports.apply(scope, paths=[path]).batch is None
    assert Interaction.objects.of(scope).filter(kind="meeting").count() == 1


def test_progress_and_truth_hold_for_a_large_mailbox(scope, box):
    seen: list[Progress] = []
    letters = [wrote(1 + n % 28, f"P{n % 9} Doe", Message_ID=f"<{n}@example.org>") for n in range(60)]
    report = box(*letters, progress=seen.append)
    assert report.sources[0].read == seen[-1].rows == 60
    assert world.untrue(scope) == []
