"""A folder that holds several kinds is one import like any other; everybody is invented."""

from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.actions.imports import mappings
from acquaint.models import Change, ImportBatch, Interaction, JournalEntry, Promise
from acquaint.queries import imports as past
from tests.actions.imports.contract import ImportContract
from tests.actions.imports.looking import persons
from tests.formats import listing, making, mixture
from tests.formats.test_contacts_workbooks import COVVE, book

BROKEN = "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"


class TestSeveralKinds(ImportContract):
    """Everything at once, a nameless row in a table, and later one more note."""

    kind = "csv friends google ics linkedin mail meerkat monica vcard whatsapp"
    updates = 1

    def sample(self, folder):
        return making.make_folder(folder / "all", self._files("chess"))

    def later(self, folder):
        return making.make_folder(folder / "later", self._files("chess, and tea"))

    def _files(self, note):
        people = listing.table(
            "Naam,E-mail,Notities",
            *(
                [f"Nora {letter}", f"{letter}@example.com", note if letter == "A" else ""]
                for letter in "ABCDEFGH"
            ),
            ["", "", "nameless"],
        )
        return mixture.everything() | {"people.csv": people}


@pytest.mark.parametrize("made", [making.make_folder, making.make_zip])
def test_all_kinds_come_in_as_one_import_that_is_taken_back_whole(scope, tmp_path, made):
    path = made(tmp_path / "all.zip", mixture.everything())
    report = imports.apply(scope, paths=[path])
    kinds = {source.kind for source in report.sources}
    assert kinds == {kind for kind, _content in mixture.FILES.values()}
    names = set(persons(scope).values_list("name", flat=True))
    assert {"Bela Dahlsen", "Cora Eberwick", "Elin Tove", "Ivo Castell", "Jana Holm", "Lotte Maas"} <= names
    assert past.past(scope)[0].about == "all.zip"
    assert past.past(scope)[0].kind == "linkedin,vcard,monica,…"
    assert Change.objects.of(scope).count() == ImportBatch.objects.of(scope).count() == 1
    assert imports.take_back(scope, batch=report.batch).kept_rows == 0
    assert not persons(scope).exists()


def test_what_nobody_reads_is_named_with_its_reason(scope, tmp_path):
    report = imports.preview(scope, paths=[making.make_folder(tmp_path / "all", mixture.everything())])
    told = {one.path.removeprefix(f"{tmp_path}/all/"): one.code for one in report.skipped}
    assert {name: told[name] for name in mixture.ASIDE} == {
        name: why for name, (_c, why) in mixture.ASIDE.items()
    }
    assert told["unknown.csv"] == "mapping_needed"


def test_a_table_beside_other_kinds_is_asked_about_and_read_once_it_is_explained(scope, tmp_path):
    path = making.make_folder(tmp_path / "all", mixture.everything())
    (asked,) = imports.questions(scope, paths=[path])
    assert asked.file.endswith("unknown.csv")
    said = imports.Answers(columns=(("Qui", "name", ""),))
    report = imports.apply(scope, paths=[path], said=said)
    assert "mapping_needed" not in {one.code for one in report.skipped}
    assert persons(scope).filter(name="Mara Vind").exists()
    assert imports.questions(scope, paths=[path]) == ()
    assert len(mappings.remembered(scope)) == 1  # what was said of one table is no word about the others


def test_a_workbook_of_several_sheets_brings_people_and_what_is_kept_of_them(scope, tmp_path):
    path = book(tmp_path, COVVE)
    report = imports.apply(scope, paths=[path])
    assert sorted(persons(scope).values_list("name", flat=True)) == ["Bela Dahlsen", "Cora Eberwick"]
    assert set(JournalEntry.objects.of(scope).exclude(person=None).values_list("person__name", "text")) == {
        ("Bela Dahlsen", "likes chess\nMood: glad"),
        ("Bela Dahlsen", "has a boat"),
        ("Cora Eberwick", "Call: about sails\nsome day"),
    }
    assert [row.text for row in Promise.objects.of(scope)] == ["send the map"]
    assert Interaction.objects.of(scope).count() == 2
    assert imports.apply(scope, paths=[path]).batch is None
    assert imports.take_back(scope, batch=report.batch).kept_rows == 0
