"""An import whose file brings down the process that reads it: what is said, what stands, how it goes on."""

from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.actions.imports import running
from acquaint.formats.apart import errand
from acquaint.formats.apart.bounds import MIB, Bounds
from acquaint.formats.apart.reader import Reader
from acquaint.models import Change, ImportBatch, Photo
from acquaint.models.errors import Failed, Invalid
from acquaint.queries import imports as past
from tests import imported, world
from tests.actions.imports.looking import persons
from tests.actions.imports.test_cards import photograph
from tests.actions.imports.test_cards_contract import card
from tests.formats.apart import hostile


@pytest.fixture(autouse=True)
def hostile_reader(monkeypatch):
    """One importer more, and a processor limit of a second."""
    monkeypatch.setattr(errand, "START", hostile.COMMAND)
    monkeypatch.setattr(errand, "BOUNDS", Bounds(memory=300 * MIB, processor=1, silence=60))


def write(folder, words, name="people"):
    path = folder / f"{name}{hostile.SUFFIX}"
    path.write_text(words)
    return path


def test_what_went_in_stands_and_the_limit_is_named_with_the_file(scope, tmp_path):
    path = write(tmp_path, "1200 spin")
    with pytest.raises(Failed) as stopped:
        imports.apply(scope, paths=[path])
    assert str(path) in stopped.value.message
    assert "1 seconds of work" in stopped.value.message
    assert "stands" in stopped.value.details[0]
    assert persons(scope).count() == 1000
    assert not past.past(scope)[0].finished
    assert world.untrue(scope) == []
    imports.take_back(scope, batch=past.past(scope)[0].id)
    assert not persons(scope).exists()


def test_a_preview_says_so_and_shows_what_was_read(scope, tmp_path):
    good = tmp_path / "cards.vcf"
    good.write_text(card("ada", "Ada Moss"))
    report = imports.preview(scope, paths=[good, write(tmp_path, "1000 eat")])
    assert [(one.code, one.path.endswith(hostile.SUFFIX)) for one in report.skipped] == [
        ("reading_memory", True)
    ]
    assert report.total("new") == 1001
    assert "300 MiB" in report.skipped[0].reason


def test_one_alone_that_cannot_be_opened_changes_nothing(scope, tmp_path):
    with pytest.raises(Invalid) as stopped:
        imports.apply(scope, paths=[write(tmp_path, "at_once")])
    assert "seconds of work" in stopped.value.details[0]
    assert not Change.objects.of(scope).exists()
    assert not ImportBatch.objects.of(scope).exists()


def test_after_a_crash_the_same_import_goes_on_and_ends_alike(scope, other, tmp_path, monkeypatch):
    """The file stays as it is; what crashed was the reader, and the next one is sound."""
    path = write(tmp_path, "1200 weak 300")
    with pytest.raises(Failed):
        imports.apply(scope, paths=[path])
    assert 0 < persons(scope).count() < 1500
    monkeypatch.setenv("PYTHON_SOUND", "1")
    imports.apply(scope, paths=[path])
    imports.apply(other, paths=[path])
    assert ImportBatch.objects.of(scope).count() == 1
    assert imported.dump(scope.owner_id) == imported.dump(other.owner_id)


def test_a_picture_that_brings_its_process_down_costs_only_itself(scope, tmp_path, monkeypatch):
    monkeypatch.setattr(errand, "BOUNDS", Bounds(memory=24 * MIB))  # too little to draw anything
    path = tmp_path / "cards.vcf"
    path.write_text(card("ada", "Ada Moss", photograph()) + card("ben", "Ben Varga", photograph()))
    monkeypatch.setattr(running, "Reader", lambda: Reader(errand.Errand(Bounds())))
    report = imports.apply(scope, paths=[path])
    assert report.total("new") == 2
    assert [one.code for one in report.warnings] == ["picture_unreadable"] * 2
    assert not Photo.objects.of(scope).exists()
