"""What other programs keep beside people: contacts, notes, promises and ties, each told by its own key."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.actions import imports, interactions, journals, promises, ties
from acquaint.actions.imports import accepting
from acquaint.actions.imports.happenings import again as coming
from acquaint.models import Interaction, InteractionPerson, JournalEntry, Promise, Tie
from acquaint.queries import offers
from tests import world
from tests.actions.imports.contract import ImportContract
from tests.actions.imports.looking import only
from tests.formats import rivalry

PEOPLE = [["1", "Bela", "Dahlsen"], ["2", "Cora", "Eberwick"], ["3", "Dora", "Finch"]]


def book(path, *, moved=False):
    """Everything that Meerkat keeps; `moved` is the same some time on."""
    day = "2026-02-11" if moved else "2026-02-10"
    text = rivalry.meerkat(
        contacts=[*PEOPLE, ["4", "", "", "", "", "", "", "", "", "", "nameless"]],
        relationships=[
            ["1", "1", "Bela Dahlsen", "", "sister", "", "", "2", "Cora Eberwick"],
            ["2", "1", "Bela Dahlsen", "Emil Gray", "brother"],
        ],
        activities=[
            ["1", "Coffee", "by the sea", "Harbour", day, "Bela Dahlsen; Cora Eberwick"],
            ["2", "Walk", "", "", "2026-02-20", "Nobody Known"],
            ["3", "Trip", "planned", "", "2026-05-01", "Bela Dahlsen"],
            ["4", "Alone", "", "", "2026-01-05", ""],
        ],
        notes=[["1", "1", "Bela Dahlsen", "likes tea" if moved else "likes chess", "2026-01-03"]],
        reminders=[
            ["1", "1", "Bela Dahlsen", "write to Bela", "2026-04-01", "once", "", "", "false"],
            ["2", "2", "Cora Eberwick", "call Cora", "2026-01-15", "monthly", "", "", "false"],
            ["3", "2", "Cora Eberwick", "send the book", "2026-01-20", "once", "", "", "true"],
            ["4", "", "", "buy stamps", "2026-03-20", "once", "", "", "false"],
        ],
    )
    path.write_text(text, encoding="utf-8")
    return path


class TestMeerkat(ImportContract):
    kind = "meerkat"
    updates = 2

    def sample(self, folder):
        return book(folder / "meerkat.csv")

    def later(self, folder):
        return book(folder / "later.csv", moved=True)


@pytest.fixture
def brought(scope, tmp_path):
    """The report of the first import."""
    return imports.apply(scope, paths=[book(tmp_path / "meerkat.csv")])


def again(scope, tmp_path, *, moved=True):
    return imports.apply(world.later(scope, days=1), paths=[book(tmp_path / "later.csv", moved=moved)])


def test_a_contact_has_everybody_in_it_and_counts_for_each(scope, brought):
    row = Interaction.objects.of(scope).get()
    assert (row.on, row.kind, row.place, row.text) == (
        date(2026, 2, 10),
        "meeting",
        "Harbour",
        "Coffee\nby the sea",
    )
    assert InteractionPerson.objects.of(scope).filter(interaction=row).count() == 2
    assert only(scope, "Cora Eberwick").last_contact == date(2026, 2, 10)
    assert only(scope, "Cora Eberwick").stage == "known"
    assert world.untrue(scope) == []


def test_notes_lead_to_their_person_and_what_names_nobody_is_a_note(scope, brought):
    told = {row.text: row for row in JournalEntry.objects.of(scope)}
    assert told["likes chess"].person == only(scope, "Bela Dahlsen")
    assert told["likes chess"].on == date(2026, 1, 3)
    assert told["buy stamps (2026-03-20)"].person is None
    assert "Alone" in told


def test_promises_are_open_kept_or_come_again_on_the_next_day(scope, brought):
    told = {row.text: row for row in Promise.objects.of(scope)}
    assert (told["write to Bela"].due_on, told["write to Bela"].kept_on) == (date(2026, 4, 1), None)
    assert told["call Cora"].due_on == date(2026, 3, 15)
    assert told["send the book"].kept_on == date(2026, 1, 20)
    (said,) = [row.reason for row in brought.sample if row.code == "comes_again"]
    assert "monthly" in said
    assert "2026-03-15" in said


def test_ties_join_two_who_are_here_and_one_who_is_not_is_offered(scope, brought):
    row = Tie.objects.of(scope).get()
    assert {row.a.name, row.b.name} == {"Bela Dahlsen", "Cora Eberwick"}
    assert "sister" in row.how
    kinds = {one.kind: one for one in offers.waiting(scope)}
    assert kinds["tie"].what == "Add Emil Gray, whom Bela Dahlsen knows"
    accepting.accept(scope, offers=[kinds["tie"].id])
    assert Tie.objects.of(scope).count() == 2
    assert only(scope, "Emil Gray")
    assert kinds["person"].names == ("Nobody Known",)
    accepting.accept(scope, offers=[kinds["person"].id])
    assert only(scope, "Nobody Known").last_contact == date(2026, 2, 20)


def test_what_the_owner_changed_or_took_away_stays_so(scope, brought, tmp_path):
    contact = Interaction.objects.of(scope).get()
    interactions.edit(scope, interaction=contact.key, on=date(2026, 2, 9))
    note = JournalEntry.objects.of(scope).get(text="likes chess")
    journals.remove(scope, entry=note.key)
    ties.remove(scope, tie=Tie.objects.of(scope).get().key)
    kept = Promise.objects.of(scope).get(text="write to Bela")
    promises.keep(scope, promise=kept.key)
    report = again(scope, tmp_path)
    contact.refresh_from_db()
    kept.refresh_from_db()
    assert contact.on == date(2026, 2, 9)
    assert kept.kept_on == scope.today
    assert not Tie.objects.of(scope).exists()
    assert not JournalEntry.objects.of(scope).filter(text__startswith="likes").exists()
    assert {row.code for row in report.conflicts if row.about != ""} >= {"kept_your_entry"}
    assert again(scope, tmp_path).batch is None


def test_what_moved_in_the_source_moves_here_with_its_people(scope, brought, tmp_path):
    again(scope, tmp_path)
    assert Interaction.objects.of(scope).get().on == date(2026, 2, 11)
    assert only(scope, "Bela Dahlsen").last_contact == date(2026, 2, 11)
    assert JournalEntry.objects.of(scope).filter(text="likes tea").exists()
    assert world.untrue(scope) == []


@pytest.mark.parametrize(
    ("every", "second"),
    [
        ("3 weeks", date(2024, 2, 21)),
        ("1 week", date(2024, 2, 7)),
        ("monthly", date(2024, 2, 29)),
        ("every 2 days", date(2024, 2, 2)),
        ("yearly", date(2025, 1, 31)),
        ("1 year", date(2025, 1, 31)),
    ],
)
def test_plain_words_say_how_often_something_comes_again(every, second):
    assert next(coming(date(2024, 1, 31), every)) == second


def test_words_that_say_nothing_of_time_come_never_again():
    assert list(coming(date(2024, 1, 31), "now and then")) == []
