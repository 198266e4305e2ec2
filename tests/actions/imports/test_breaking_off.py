from __future__ import annotations

import pytest

from acquaint.actions import imports, people, undo
from acquaint.actions.imports import batches
from acquaint.formats import archives
from acquaint.models import (
    Change,
    ImportBatch,
)
from acquaint.models.errors import Failed, Invalid, NotFound
from acquaint.queries import imports as past
from tests import imported, world
from tests.actions.imports.looking import persons
from tests.formats import making
from tests.formats.making import connections, person

# ── Rejects, breaking off, going on ───────────────────────────────────────────────────────────────


def test_rejects_are_kept_with_the_batch_and_can_be_read_again(scope, bring):
    rows = [
        person("Bela", "Dahlsen", "bela"),
        person("", "", "nameless"),
        person("Cora", "E", "c", on="soon"),
    ]
    report = bring({"Connections.csv": connections(*rows)})
    assert [(row.line, row.code) for row in report.rejects] == [(6, "nameless"), (7, "bad_date")]
    kept = list(past.listed(scope, batch=report.batch, verdict="rejected"))
    assert [(row.line, row.reason) for row in kept] == [(row.line, row.reason) for row in report.rejects]
    assert "nameless" in kept[0].raw
    with pytest.raises(NotFound):
        list(past.listed(scope, batch="nothing"))


class BrokenOffError(Exception):
    pass


def break_off(after):
    def progress(done):
        if done.rows >= after:
            raise BrokenOffError

    return progress


@pytest.mark.parametrize("after", [1, 30, 50, 77, 100])
def test_what_broke_off_goes_on_in_the_same_batch_and_ends_alike(scope, other, archive, after):
    imports.apply(other, paths=[archive])
    with pytest.raises(BrokenOffError):
        imports.apply(scope, paths=[archive], progress=break_off(after))
    assert not past.past(scope)[0].finished
    assert past.past(scope)[0].sources
    assert world.untrue(scope) == []
    report = imports.apply(scope, paths=[archive])
    assert Change.objects.of(scope).count() == ImportBatch.objects.of(scope).count() == 1
    assert report.total("new") == 40 + 60 + 8 + 1 + 2 + 2
    assert imported.dump(scope.owner_id) == imported.dump(other.owner_id)
    imports.take_back(scope, batch=report.batch)
    assert not persons(scope).exists()


def test_rejects_from_before_the_break_are_listed_in_the_end(scope, tmp_path):
    rows = [
        making.person("", "", f"nameless-{n}") if n % 3 else person("P", str(n), f"p{n}") for n in range(40)
    ]
    path = making.make_zip(tmp_path / "a.zip", {"Connections.csv": connections(*rows)})
    said = imports.preview(scope, paths=[path])
    with pytest.raises(BrokenOffError):
        imports.apply(scope, paths=[path], progress=break_off(20))
    done = imports.apply(scope, paths=[path])
    assert [(row.line, row.reason) for row in done.rejects] == [
        (row.line, row.reason) for row in said.rejects
    ]
    assert done.sources == said.sources


def test_what_broke_off_and_was_taken_back_begins_anew(scope, archive):
    with pytest.raises(BrokenOffError):
        imports.apply(scope, paths=[archive], progress=break_off(30))
    undo.undo(scope)
    assert not persons(scope).exists()
    report = imports.apply(scope, paths=[archive])
    assert ImportBatch.objects.of(scope).count() == 2
    assert report.total("new") == 40 + 60 + 8 + 1 + 2 + 2


def test_somebody_else_writing_in_between_is_seen(scope, archive):
    def edit(done):
        name = persons(scope).order_by("id").values_list("key", flat=True).first()
        people.edit(scope, person=name, notes=f"after {done.rows} rows")

    imports.apply(scope, paths=[archive], progress=edit)
    assert persons(scope).count() == 40
    assert world.untrue(scope) == []
    assert persons(scope).order_by("id").first().notes.startswith("after")


def test_one_import_at_a_time(scope, archive):
    with batches.lease(scope), pytest.raises(Failed):
        imports.apply(scope, paths=[archive])
    assert imports.apply(scope, paths=[archive]).batch


def test_a_refused_archive_changes_nothing(scope, tmp_path):
    rows = [person("B", "D", "b")] * (archives.Limits().ratio_from // 40)  # says the same over and over
    path = making.make_zip(tmp_path / "a.zip", {"Connections.csv": connections(*rows)})
    with pytest.raises(Invalid) as refused:
        imports.apply(scope, paths=[path])
    assert f"more than {archives.Limits().ratio} times its size" in refused.value.details[0]
    assert not Change.objects.of(scope).exists()
