from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from acquaint.actions import imports, people, undo
from acquaint.models import (
    Change,
    ContactPoint,
    ImportBatch,
    Owner,
    Position,
    SourceRecord,
)
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import finding
from acquaint.queries import imports as past
from acquaint.queries.imports import VERDICTS
from tests import imported, world
from tests.actions.imports.looking import logical, only, persons
from tests.formats import making
from tests.formats.making import connections, person

# ── Preview ───────────────────────────────────────────────────────────────────────────────────────


def test_a_preview_writes_nothing_at_all(scope, archive):
    before, number = world.state(scope), Owner.objects.get(pk=scope.owner_id).change_number
    writes = connection.connection.total_changes if connection.vendor == "sqlite" else 0
    report = imports.preview(scope, paths=[archive])
    assert (report.batch, report.applied, report.undo) == (None, False, None)
    assert report.total("new") == 40 + 60 + 8 + 1 + 2 + 2
    assert world.state(scope) == before
    assert Owner.objects.get(pk=scope.owner_id).change_number == number
    if connection.vendor == "sqlite":
        assert connection.connection.total_changes == writes


def test_the_preview_says_what_applying_does(scope, archive):
    said = imports.preview(scope, paths=[archive])
    done = imports.apply(scope, paths=[archive])
    assert said.sources == done.sources
    assert said.rejects == done.rejects


def test_every_row_has_one_verdict_and_a_reason_in_words(scope, archive):
    rows = []
    report = imports.preview(scope, paths=[archive], each=rows.append)
    for source in report.sources:
        parts = [getattr(source, verdict) for verdict in VERDICTS]
        assert source.read == sum(parts) == sum(count for _verdict, _code, count in source.reasons)
        assert source.read == sum(row.path == source.path for row in rows)
    assert all(row.reason and "{" not in row.reason for row in rows)
    assert len({(row.path, row.line) for row in rows}) == len(rows)


def test_progress_is_told(scope, archive):
    told = []
    imports.apply(scope, paths=[archive], progress=told.append)
    assert [one.rows for one in told] == sorted({one.rows for one in told})
    assert told[-1].rows == 40 + 3 + 60 + 8 + 1 + 2 + 2


def test_what_cannot_be_read_at_all_is_said_and_nothing_is_changed(scope, tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\0\1")
    for act in (imports.preview, imports.apply):
        with pytest.raises(Invalid) as refused:
            act(scope, paths=[tmp_path / "x.bin", tmp_path / "gone.zip"])
        assert len(refused.value.details) == 2
    with pytest.raises(Invalid):
        imports.preview(scope, paths=[tmp_path], kind="carrier-pigeon")
    assert not Change.objects.of(scope).exists()


# ── Apply ─────────────────────────────────────────────────────────────────────────────────────────


def test_one_import_is_one_change_and_one_batch(scope, archive):
    report = imports.apply(scope, paths=[archive])
    change = Change.objects.of(scope).get()
    batch = ImportBatch.objects.of(scope).get()
    assert (report.undo, report.batch) == (change.key, batch.key)
    assert (change.what, change.about, change.facts) == ("import.apply", "archive.zip", {"batch": batch.key})
    assert batch.finished_at == scope.now
    assert batch.done == {}


def test_imported_people_owe_nothing_and_all_that_is_carried_is_true(scope, archive):
    imports.apply(scope, paths=[archive])
    assert persons(scope).count() == 40
    assert not persons(scope).active().exists()
    assert set(persons(scope).values_list("stage", "next_due")) == {("known", None)}
    assert world.untrue(scope) == []
    assert persons(scope).exclude(last_contact=None).exists()
    connection.check_constraints()


def test_search_words_are_those_that_a_rebuild_would_write(scope, archive):
    from acquaint.actions import search

    imports.apply(scope, paths=[archive])
    written = imported.dump(scope.owner_id)["words"]
    search.refresh(scope.owner_id, {"person": persons(scope).values_list("id", flat=True)})
    assert imported.dump(scope.owner_id)["words"] == written


def test_a_person_with_all_that_the_row_says(scope, bring):
    row = person(
        "Bela", "Dahlsen, PhD", "bela-dahlsen", email="B@Example.com", company="Amber Labs", title="Analyst"
    )
    bring({"Basic_LinkedInDataExport_02-08-2026/Connections.csv": connections(row)})
    bela = only(scope, "Bela Dahlsen")
    assert (bela.credentials, bela.met_on, bela.normal) == ("PhD", "2024-02-08", "bela dahlsen")
    points = ContactPoint.objects.of(scope).order_by("kind").values_list("kind", "normal")
    assert list(points) == [("email", "b@example.com"), ("profile", "linkedin.com/in/bela-dahlsen")]
    place = Position.objects.of(scope).get()
    assert (place.organization.name, place.title, place.ended_seen_on) == ("Amber Labs", "Analyst", None)
    said = SourceRecord.objects.of(scope).get()
    assert (said.kind, said.external_key, said.person) == ("linkedin", "in/bela-dahlsen", bela)
    assert finding.person_id(scope, making.url("bela-dahlsen")) == bela.pk
    assert finding.person_id(scope, "b@example.com") == bela.pk


def test_the_same_again_changes_nothing(scope, archive):
    imports.apply(scope, paths=[archive])
    before = world.state(scope)
    again = imports.apply(scope, paths=[archive])
    assert (again.batch, again.undo) == (None, None)
    assert again.total("new") == again.total("update") == again.total("conflict") == 0
    assert again.total("same") == 40 + 60 + 8 + 1 + 2 + 2
    assert world.state(scope) == before
    assert Change.objects.of(scope).count() == 1


def test_a_folder_and_its_zip_are_the_same_people(scope, tmp_path):
    files = {"Connections.csv": connections(person(*"AB", "a-b")), "Invitations.csv": making.MY_INVITATION}
    imports.apply(scope, paths=[making.make_zip(tmp_path / "a.zip", files)])
    folder = making.make_folder(tmp_path / "f", files)
    for paths in ([folder], [folder / name for name in files]):
        again = imports.apply(scope, paths=paths)
        assert (again.batch, again.total("new")) == (None, 0)


def test_nobody_else_is_seen_or_joined(scope, other, archive):
    imports.apply(other, paths=[archive])
    report = imports.apply(scope, paths=[archive])
    assert report.total("new") == 40 + 60 + 8 + 1 + 2 + 2
    assert persons(scope).count() == persons(other).count() == 40


# ── Taking back ───────────────────────────────────────────────────────────────────────────────────


def test_taking_it_back_restores_what_was_and_again_brings_it(scope, archive, bring):
    bring({"Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen"))}, name="first.zip")
    before = logical(scope)
    report = imports.apply(scope, paths=[archive])
    after = logical(scope)
    done = imports.take_back(scope, batch=report.batch)
    assert done.kept_rows == 0
    assert world.told(before, logical(scope)) == {}
    assert world.untrue(scope) == []
    assert [one.undone_on for one in past.past(scope)] == [date(2026, 3, 4), None]
    undo.redo(scope)
    assert world.told(after, logical(scope)) == {}
    assert [one.undone_on for one in past.past(scope)] == [None, None]


def test_what_was_taken_back_can_be_brought_anew(scope, archive):
    first = imports.apply(scope, paths=[archive])
    imports.take_back(scope, batch=first.batch)
    second = imports.apply(scope, paths=[archive])
    assert second.batch != first.batch
    assert second.total("new") == first.total("new")
    assert persons(scope).count() == 40


def test_what_was_edited_since_is_kept_and_said_so(scope, bring):
    rows = [person("Bela", "Dahlsen", "bela-dahlsen"), person("Cora", "Eberwick", "cora-eberwick")]
    report = bring({"Connections.csv": connections(*rows)})
    people.edit(scope, person=only(scope, "Bela Dahlsen").key, notes="Met again at the lake.")
    done = imports.take_back(scope, batch=report.batch)
    assert done.kept_rows
    assert list(persons(scope).values_list("name", flat=True)) == ["Bela Dahlsen"]


def test_an_unknown_batch_is_not_found(scope):
    with pytest.raises(NotFound):
        imports.take_back(scope, batch="nothing")
