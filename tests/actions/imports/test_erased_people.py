from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import erasures, undo
from acquaint.actions.imports import mappings
from acquaint.models import Change, ImportVerdict, Interaction, Person, SourceRecord
from tests import world
from tests.actions.imports.looking import BELA, counts, only, persons
from tests.formats import making
from tests.formats.making import ME, connections, message, person, table


def archive(company="Amber Labs"):
    return {
        "Connections.csv": connections(
            person("Bela", "Dahlsen", "bela-dahlsen", company=company),
            person("Cora", "Eberwick", "cora-eberwick"),
        ),
        "Invitations.csv": making.MY_INVITATION,
        "messages.csv": table(making.MESSAGES["2025"], message(BELA, ME, "Hello")),
    }


def test_who_was_imported_and_erased_stays_away_from_the_same_and_a_later_export(scope, bring):
    bring(archive())
    assert Interaction.objects.of(scope).filter(source="linkedin").exists()
    erasures.erase(scope, person=only(scope, "Bela Dahlsen").key)
    assert not Interaction.objects.of(scope).exists()
    for files in (archive(), archive(company="Birch Works")):
        report = bring(files)
        assert counts(report) == {"same": 1, "ignored": 1}
        assert counts(report, "messages.csv") == {"ignored": 1}
    assert [one.name for one in persons(scope)] == ["Cora Eberwick"]
    assert not SourceRecord.objects.of(scope).filter(external_key__contains="bela").exists()


def test_the_import_that_brought_them_can_still_be_taken_back_without_them(scope, bring):
    made = bring(archive())
    erasures.erase(scope, person=only(scope, "Bela Dahlsen").key)
    undone = undo.undo(scope, change=made.undo)
    assert undone.kept_rows == 0
    assert not Person.objects.of(scope).exists()
    undo.undo(scope, change=undone.undo)
    assert [one.name for one in persons(scope)] == ["Cora Eberwick"]
    assert world.untrue(scope) == []


def test_rows_that_were_put_aside_forget_them_too(scope, bring):
    bring(archive())
    row = only(scope, "Bela Dahlsen")
    erasures.erase(scope, person=row.key)
    told = "".join(ImportVerdict.objects.of(scope).values_list("raw", flat=True))
    assert "Bela" not in told
    assert not [
        about for about in Change.objects.of(scope).values_list("about", flat=True) if "Bela" in about
    ]


def test_the_key_of_the_marks_is_read_once_however_many_rows_ask(scope, bring):
    bring(archive())
    erasures.erase(scope, person=only(scope, "Bela Dahlsen").key)
    rows = [person(f"Given{number}", "Family", f"given-{number}") for number in range(20)]
    with CaptureQueriesContext(connection) as asked:
        report = bring({"Connections.csv": connections(*rows)}, name="b.zip")
    assert counts(report) == {"new": 20}
    read = [one["sql"] for one in asked if 'FROM "setting"' in one["sql"]]
    assert len([sql for sql in read if mappings.SETTING not in sql]) == 1
