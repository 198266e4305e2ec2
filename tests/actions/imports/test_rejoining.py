"""Somebody said yes to is joined to what was heard of them before; the same files change nothing then."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.actions import erasures, imports, people, settings, undo
from acquaint.actions.imports import accepting
from acquaint.models import Change, Interaction, InteractionPerson, Interview, SourceRecord
from acquaint.queries import offers
from tests import world
from tests.actions.imports.looking import only
from tests.actions.imports.test_dated_contract import wrote
from tests.formats.letters import ME, mbox
from tests.formats.meetings import BELA, calendar, event

CORA = "ATTENDEE;CN=Cora Eberwick;PARTSTAT=ACCEPTED:mailto:cora@example.com"
DORA = "ATTENDEE;CN=Dora Finch;PARTSTAT=ACCEPTED:mailto:dora@example.net"


@pytest.fixture
def bring(scope, tmp_path):
    """Import a calendar of these parts, or a file of this text."""

    def run(*parts, name="cal.ics", **more):
        path = tmp_path / name
        path.write_text(calendar(*parts, name=ME) if name == "cal.ics" else "".join(parts))
        return imports.apply(scope, paths=[path], **more)

    return run


@pytest.fixture
def bela(scope):
    return people.add(scope, name="Bela Dahlsen", emails=["bela@example.com"]).id


def say_yes(scope, whom, **more):
    (one,) = [one for one in offers.waiting(scope) if one.names == (whom,)]
    return accepting.accept(scope, offers=[one.id], **more)


def contacts(scope, name):
    """Day, kind and channel of each contact with somebody."""
    party = InteractionPerson.objects.of(scope).filter(person=only(scope, name))
    rows = Interaction.objects.of(scope).filter(pk__in=party.values("interaction"))
    return sorted((f"{row.on:%m-%d}", row.kind, row.direction) for row in rows)


def changes_nothing(scope, run):
    before = world.changes(scope)
    report = run()
    assert (report.total("new"), report.total("update"), report.batch) == (0, 0, None)
    assert world.changes(scope) == before
    return report


MEETINGS = (
    event(BELA, CORA, DORA),
    event(CORA, uid="2", start="DTSTART:20260202T100000Z"),
    event(CORA, DORA, "RRULE:FREQ=WEEKLY;COUNT=3", uid="3", start="DTSTART:20260105T100000Z"),
    event(CORA, uid="4", start="DTSTART:20260401T100000Z", summary="Lunch"),
    event(DORA, uid="5", start="DTSTART:20260203T100000Z"),
)


def test_a_yes_joins_the_meetings_of_before_in_one_change(scope, bring, bela):
    bring(*MEETINGS)
    assert [row.on for row in Interaction.objects.of(scope)] == [date(2026, 3, 4)]
    before = world.state(scope)
    done = say_yes(scope, "Cora Eberwick")
    meetings = ["01-05", "01-12", "01-19", "02-02", "03-04"]
    assert contacts(scope, "Cora Eberwick") == [(day, "meeting", "both") for day in meetings]
    assert only(scope, "Cora Eberwick").last_contact == date(2026, 3, 4)
    assert Interaction.objects.of(scope).count() == 5
    assert world.changes(scope)[-2:] == ["import.apply", "offer.accept"]
    assert [one.what for one in offers.waiting(scope)] == [
        "Book an interview with Cora Eberwick",
        "Add Dora Finch",
    ]
    assert world.untrue(scope) == []
    changes_nothing(scope, lambda: bring(*MEETINGS))
    undo.undo(scope, change=done.undo)
    differing = world.told(before, world.state(scope))
    assert {name: rows for name, rows in differing.items() if name != "change"} == {}
    assert not Interview.objects.of(scope).exists()


def test_undone_and_said_yes_again_it_is_the_same(scope, bring, bela):
    bring(*MEETINGS)
    undo.undo(scope, change=say_yes(scope, "Cora Eberwick").undo)
    say_yes(scope, "Cora Eberwick", name="Cora E.")
    assert len(contacts(scope, "Cora E.")) == 5
    say_yes(scope, "Dora Finch")
    assert [day for day, *_ in contacts(scope, "Dora Finch")] == ["01-05", "01-12", "01-19", "02-03", "03-04"]
    assert Interaction.objects.of(scope).count() == 6
    changes_nothing(scope, lambda: bring(*MEETINGS))
    assert not SourceRecord.objects.of(scope).filter(external_key__startswith="heard:").exists()


def test_all_said_yes_to_at_once_meet_in_the_same_contacts(scope, bring, bela):
    bring(*MEETINGS)
    accepting.accept(scope, offers=[one.id for one in offers.waiting(scope)])
    assert len(contacts(scope, "Cora Eberwick")) == len(contacts(scope, "Dora Finch")) == 5
    assert Interaction.objects.of(scope).count() == 6
    changes_nothing(scope, lambda: bring(*MEETINGS))


def test_what_was_moved_or_called_off_meanwhile_counts(scope, bring, bela):
    bring(*MEETINGS)
    moved = event(CORA, "SEQUENCE:1", uid="2", start="DTSTART:20260210T100000Z")
    off = event("SEQUENCE:1", "STATUS:CANCELLED", uid="3", start="DTSTART:20260105T100000Z")
    bring(MEETINGS[0], moved, off)
    bring(*MEETINGS)  # the older file once more
    say_yes(scope, "Cora Eberwick")
    assert [day for day, *_ in contacts(scope, "Cora Eberwick")] == ["02-10", "03-04"]
    changes_nothing(scope, lambda: bring(MEETINGS[0], moved, off))


def test_a_later_export_of_the_same_meetings_changes_nothing(scope, bring, bela):
    old, new = (event(CORA, f"DTSTAMP:202602{day}T000000Z") for day in ("01", "09"))
    bring(old)
    changes_nothing(scope, lambda: bring(new))
    say_yes(scope, "Cora Eberwick")
    changes_nothing(scope, lambda: bring(new))


def test_what_the_owner_took_away_is_not_brought_back_by_a_yes(scope, bring, bela):
    from acquaint.actions import interactions

    bring(MEETINGS[0])
    interactions.remove(scope, interaction=Interaction.objects.of(scope).get().key)
    say_yes(scope, "Cora Eberwick")
    assert contacts(scope, "Cora Eberwick") == []


def test_who_is_only_named_is_joined_by_a_yes_and_no_namesake_is(scope, bring, bela):
    people.add(scope, name="Emil Gray")
    named = [event(BELA, "ATTENDEE;CN=Emil Gray:invalid:nomail"), event(BELA, uid="2")]
    bring(*named)
    assert contacts(scope, "Emil Gray") == []
    say_yes(scope, "Emil Gray", name="Emil G.")
    assert contacts(scope, "Emil G.") == [("03-04", "meeting", "both")]
    assert contacts(scope, "Emil Gray") == []
    changes_nothing(scope, lambda: bring(*named))


def test_a_no_keeps_nothing_of_what_was_heard(scope, bring, bela):
    bring(MEETINGS[1])
    (one,) = offers.waiting(scope)
    assert SourceRecord.objects.of(scope).filter(external_key__startswith="heard:").exists()
    accepting.decline(scope, offers=[one.id])
    assert not SourceRecord.objects.of(scope).filter(external_key__startswith="heard:").exists()
    bring(event(CORA, uid="7", start="DTSTART:20260204T100000Z"))
    assert not SourceRecord.objects.of(scope).filter(external_key__startswith="heard:").exists()


def test_who_is_erased_leaves_nothing_of_it_behind(scope, bring, bela):
    bring(*MEETINGS)
    say_yes(scope, "Cora Eberwick")
    erasures.erase(scope, person=only(scope, "Cora Eberwick").key)
    text = str(world.state(scope))
    assert "Dora" in text
    assert "Cora" not in text
    assert "cora@" not in text


# ── Chats and letters ────────────────────────────────────────────────────────────────────────────

GROUP = "WhatsApp Chat with The Walkers.txt"
SAID = [
    f"[{day}/02/2026, 14:37:05] {name}: words {day}\n"
    for day, name in enumerate(("Cora Eberwick", "Nomen Nescio", "Dora Finch", "Cora Eberwick"), 13)
]


def test_a_yes_joins_the_chats_of_before(scope, bring):
    settings.set_(scope, name="name", value="Nomen Nescio")
    bring(*SAID, name=GROUP)
    assert not Interaction.objects.of(scope).exists()
    before = world.state(scope)
    done = say_yes(scope, "Cora Eberwick")
    assert contacts(scope, "Cora Eberwick") == [
        ("02-13", "message", "in"),
        ("02-14", "message", "out"),
        ("02-16", "message", "in"),
    ]
    assert {row.body for row in Interaction.objects.of(scope)} == {""}
    say_yes(scope, "Dora Finch")
    assert contacts(scope, "Dora Finch") == [("02-14", "message", "out"), ("02-15", "message", "in")]
    assert Interaction.objects.of(scope).count() == 4
    assert world.untrue(scope) == []
    changes_nothing(scope, lambda: bring(*SAID, name=GROUP))
    undo.undo(scope, change=world_change(scope))
    undo.undo(scope, change=done.undo)
    differing = world.told(before, world.state(scope))
    assert {name: rows for name, rows in differing.items() if name != "change"} == {}


def world_change(scope):
    """The last Change's key."""
    return Change.objects.of(scope).order_by("-number").first().key


def test_words_come_along_only_where_they_were_asked_for(scope, bring):
    settings.set_(scope, name="name", value="Nomen Nescio")
    bring(*SAID, name=GROUP)
    kept = str(list(SourceRecord.objects.of(scope).values_list("record", flat=True)))
    assert "words 13" not in kept
    bring(*SAID, name=GROUP, bodies=True)
    say_yes(scope, "Cora Eberwick")
    bodies = Interaction.objects.of(scope).order_by("on").values_list("body", flat=True)
    assert list(bodies) == ["words 13", "words 14", "words 16"]


def test_somebody_known_by_other_means_is_joined_by_the_next_import(scope, bring):
    settings.set_(scope, name="name", value="Nomen Nescio")
    people.add(scope, name="Emil Gray", phones=["+49 170 1234567"])
    said = [*SAID, "[17/02/2026, 14:37:05] +49 170 1234567: hello\n"]
    bring(*said, name=GROUP)
    assert contacts(scope, "Emil Gray") == [("02-14", "message", "out"), ("02-17", "message", "in")]
    say_yes(scope, "Dora Finch", who=people.add(scope, name="Dora F.").id)
    assert contacts(scope, "Dora F.") == [("02-14", "message", "out"), ("02-15", "message", "in")]
    assert Interaction.objects.of(scope).count() == 3


def test_letters_of_an_address_that_two_share_are_joined_to_whom_the_owner_names(scope, bring):
    for name in ("Bela Dahlsen", "Bela's brother"):
        people.add(scope, name=name, emails=["bela@example.com"])
    box = mbox(wrote(3), wrote(4, From=ME, To="bela@example.com, Cora <cora@example.com>"))
    bring(box, name="box.mbox")
    (one,) = offers.waiting(scope)
    accepting.accept(scope, offers=[one.id], who=only(scope, "Bela Dahlsen").key)
    assert contacts(scope, "Bela Dahlsen") == [("02-03", "message", "in"), ("02-04", "message", "out")]
    changes_nothing(scope, lambda: bring(box, name="box.mbox"))


def test_only_the_latest_messages_of_somebody_are_kept(scope, bring, monkeypatch):
    from acquaint.actions.imports import heard

    monkeypatch.setattr(heard, "MESSAGES", 2)
    settings.set_(scope, name="name", value="Nomen Nescio")
    bring(*SAID, name=GROUP)
    say_yes(scope, "Cora Eberwick")
    assert [day for day, *_ in contacts(scope, "Cora Eberwick")] == ["02-14", "02-16"]
