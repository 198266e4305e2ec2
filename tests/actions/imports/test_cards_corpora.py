from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.actions.imports import running
from acquaint.models import Person


@pytest.fixture(autouse=True)
def whole_chunks(monkeypatch):
    monkeypatch.setattr(running, "CHUNK", 1000)


def test_every_card_of_the_corpora_comes_in_and_stays(scope, corpora):
    report = imports.apply(scope, paths=[corpora / "vcf"])
    read = sum(one.read for one in report.sources)
    assert read > 200
    assert report.total("rejected") < read / 50
    again = imports.apply(scope, paths=[corpora / "vcf"])
    assert (again.batch, again.total("new"), again.total("update"), again.total("conflict")) == (
        None,
        0,
        0,
        0,
    )
    imports.take_back(scope, batch=report.batch)
    assert not Person.objects.of(scope).exists()


def test_every_table_of_the_corpora_comes_in_and_its_card_is_the_same_person(scope, corpora):
    tables = sorted((corpora / "csv").rglob("*.csv"))
    assert tables
    for path in tables:
        report = imports.apply(scope, paths=[path])
        assert report.total("new") + report.total("update") + report.total("same") > 0, path
        assert imports.apply(scope, paths=[path]).batch is None
    people = Person.objects.of(scope).count()
    for path in tables:
        imports.apply(scope, paths=[path.with_suffix(".vcf")])
    assert Person.objects.of(scope).count() == people
