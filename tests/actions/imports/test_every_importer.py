"""Every importer's broken sample, end to end: each row accounted for, no neighbour swallowed."""

from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.formats.records import Ignored, PersonRecord, Reject, Skipped, Warned
from acquaint.models import ImportVerdict
from tests.actions.imports.looking import persons
from tests.formats.contract import ImporterContract
from tests.formats.test_contract import samples


@pytest.mark.parametrize("sample", samples(ImporterContract), ids=lambda one: f"{one.kind}-{one.__name__}")
def test_what_is_broken_is_reported_and_swallows_no_neighbour(scope, tmp_path, sample):
    held = sample()
    path = held.sample(tmp_path)
    rows = [one for one in held.said(path) if not isinstance(one, (Skipped, Warned))]
    report = imports.apply(scope, paths=[path], kind=held.kind)
    assert sum(source.read for source in report.sources) == len(rows) == held.rows
    broken = [one for one in rows if isinstance(one, Reject)]
    assert {(one.path, one.line, one.code) for one in report.rejects} == {
        (one.origin.file, one.origin.line, one.reason.code) for one in broken
    }
    assert report.total("ignored") >= sum(isinstance(one, Ignored) for one in rows)
    named = {one.name for one in rows if isinstance(one, PersonRecord)}
    assert named <= set(persons(scope).values_list("name", flat=True))
    stored = ImportVerdict.objects.of(scope).filter(verdict="rejected")
    assert stored.count() == len(broken)
    assert all(row.path and row.line and row.raw for row in stored)
