"""What holds for every importer once its records are written: inherit it and give two exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from acquaint.actions import imports, people
from acquaint.actions.imports import Progress
from acquaint.models import Change, ImportBatch, Person
from acquaint.queries import imports as past
from acquaint.queries.imports import VERDICTS
from tests import imported, world
from tests.actions.imports.looking import logical, persons


class BrokenOffError(Exception):
    """The process ends in the middle of an import."""


def break_off(done: Progress) -> None:
    """End after the first chunk."""
    raise BrokenOffError(done)


class Ending:
    """Counts statements, notes how many each chunk took, and ends the import before one of them."""

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.count = 0
        self.chunks: list[int] = []

    def __call__(self, execute: Any, *told: Any) -> Any:
        self.count += 1
        if self.count == self.at:
            raise BrokenOffError(self.at)
        return execute(*told)

    def chunk(self, done: Progress) -> None:
        self.chunks.append(self.count)


def replaced(before: world.State, after: world.State) -> dict[str, list[Any]]:
    """The rows of each table that are gone or otherwise than they were, carried columns and words aside."""
    found = {}
    for table, rows in before.items():
        if table != "search_text":
            now = [_own(row) for row in after[table]]
            found[table] = [row for row in map(_own, rows) if row not in now]
    return found


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in Person.CARRIED}


class ImportContract:
    """`sample` holds good, broken and ignored rows; `later` is the same some time on, with `updates` news.

    `kind` is what it is, several with spaces between where it is a folder of everything.
    """

    kind: str
    updates: int

    def sample(self, folder: Path) -> Path:
        """Write the first export."""
        raise NotImplementedError

    def later(self, folder: Path) -> Path:
        """Write the later one."""
        raise NotImplementedError

    def test_a_preview_leaves_no_trace_and_says_what_applying_does(self, scope, tmp_path):
        before = world.state(scope)
        said = imports.preview(scope, paths=[self.sample(tmp_path)])
        assert world.state(scope) == before
        done = imports.apply(scope, paths=[self.sample(tmp_path)])
        assert done.sources == said.sources
        assert done.rejects == said.rejects
        assert {source.kind for source in done.sources} == set(self.kind.split())

    def test_every_row_is_accounted_for_and_rejects_say_where_and_why(self, scope, tmp_path):
        report = imports.apply(scope, paths=[self.sample(tmp_path)])
        for source in report.sources:
            assert source.read == sum(getattr(source, verdict) for verdict in VERDICTS)
        assert len(report.rejects) == report.total("rejected") > 0
        assert all(row.path and row.line and row.reason and row.raw for row in report.rejects)
        saved = past.listed(scope, batch=report.batch, verdict="rejected")
        kept = [(row.line, row.reason, row.raw) for row in saved]
        assert kept == [(row.line, row.reason, row.raw) for row in report.rejects]

    def test_twice_changes_nothing(self, scope, tmp_path):
        imports.apply(scope, paths=[self.sample(tmp_path)])
        before = world.state(scope)
        again = imports.apply(scope, paths=[self.sample(tmp_path)])
        assert (again.batch, again.total("new"), again.total("update")) == (None, 0, 0)
        assert world.state(scope) == before

    def test_taken_back_it_was_never_there(self, scope, tmp_path):
        before = logical(scope)
        report = imports.apply(scope, paths=[self.sample(tmp_path)])
        assert imports.take_back(scope, batch=report.batch).kept_rows == 0
        assert world.told(before, logical(scope)) == {}

    def test_a_later_export_changes_just_what_changed(self, scope, tmp_path):
        imports.apply(scope, paths=[self.sample(tmp_path)])
        before = logical(scope)
        soon = world.later(scope, days=30)
        report = imports.apply(soon, paths=[self.later(tmp_path)])
        assert report.total("update") == self.updates
        changed = replaced(before, logical(scope))
        assert len(changed.pop("source_record", [])) == self.updates
        assert max(map(len, changed.values()), default=0) <= self.updates
        imports.take_back(soon, batch=report.batch)
        assert world.told(before, logical(scope)) == {}

    def test_what_the_owner_wrote_survives_every_import(self, scope, tmp_path):
        imports.apply(scope, paths=[self.sample(tmp_path)])
        for number, row in enumerate(persons(scope).order_by("id")):
            people.edit(scope, person=row.key, name=f"My Own Name {number}", notes="mine", how_met="by hand")
        imports.apply(world.later(scope, days=30), paths=[self.later(tmp_path)])
        mine = persons(scope).filter(notes="mine")
        assert {row.name for row in mine} == {f"My Own Name {number}" for number in range(len(mine))}
        assert {row.how_met for row in mine} == {"by hand"}

    def test_it_is_one_change_and_owes_nobody_anything(self, scope, tmp_path):
        before = [model.objects.of(scope).count() for model in (Change, ImportBatch)]
        imports.apply(scope, paths=[self.sample(tmp_path)])
        assert [model.objects.of(scope).count() for model in (Change, ImportBatch)] == [n + 1 for n in before]
        assert not Person.objects.of(scope).active().exists()
        assert world.untrue(scope) == []

    def test_what_broke_off_goes_on_and_ends_alike(self, scope, other, tmp_path):
        sample = self.sample(tmp_path)
        imports.apply(other, paths=[sample])
        with pytest.raises(BrokenOffError):
            imports.apply(scope, paths=[sample], progress=break_off)
        imports.apply(scope, paths=[sample])
        assert imported.dump(scope.owner_id) == imported.dump(other.owner_id)

    def test_what_ended_in_the_middle_of_a_chunk_goes_on_and_ends_alike(self, scope, other, tmp_path):
        sample = self.sample(tmp_path)
        whole = Ending()
        with connection.execute_wrapper(whole):
            imports.apply(other, paths=[sample], progress=whole.chunk)
        first, second = whole.chunks[:2]
        middle = Ending(first + (second - first) * 2 // 3)
        with connection.execute_wrapper(middle), pytest.raises(BrokenOffError):
            imports.apply(scope, paths=[sample])
        imports.apply(scope, paths=[sample])
        assert imported.dump(scope.owner_id) == imported.dump(other.owner_id)

    def test_two_owners_who_bring_the_same_stay_apart_and_alike(self, scope, other, tmp_path):
        sample = self.sample(tmp_path)  # once: an archive made a moment later has other bytes
        for one in (scope, other):
            imports.apply(one, paths=[sample])
        assert imported.dump(scope.owner_id) == imported.dump(other.owner_id)
