from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.actions.imports.naming import Names
from acquaint.formats.archives import open_source
from acquaint.models import Change, ImportBatch, ImportVerdict
from acquaint.queries import imports as past
from tests.formats import making
from tests.formats.making import connections, person

GOOD = person("Bela", "Dahlsen", "bela")
BAD = person("Dora", "Falkbeck", "dora", on="99 Foo 20xx")


def recorded(scope):
    """Everything that the record says of where files lay."""
    batches = ImportBatch.objects.of(scope).values_list("report", "done")
    paths = ImportVerdict.objects.of(scope).values_list("path", "facts")
    return str([*batches, *paths, *Change.objects.of(scope).values_list("about", "facts")])


@pytest.fixture
def home(tmp_path):
    found = tmp_path / "home" / "Grandmother Secret"
    found.mkdir(parents=True)
    return found


def test_of_a_zip_the_record_knows_its_own_name_only(scope, home):
    path = making.make_zip(home / "export.zip", {"Connections.csv": connections(GOOD, BAD)})
    report = imports.apply(scope, paths=[path, home / "gone.zip"])
    assert report.rejects[0].path == f"{path}/Connections.csv"
    assert "Secret" not in recorded(scope)
    [one] = past.past(scope)
    assert [source.path for source in one.sources] == ["export.zip/Connections.csv"]
    [row] = past.listed(scope, batch=one.id)
    assert row.path == "export.zip/Connections.csv"
    assert [said[0] for said in ImportBatch.objects.get().report["skipped"]] == ["gone.zip"]


def test_of_a_folder_and_of_loose_files_too_and_two_of_a_name_stay_two(scope, home):
    files = {name: connections(GOOD if name == "one" else BAD) for name in ("one", "two")}
    for name, text in files.items():
        making.make_folder(home / name, {"Connections.csv": text})
    imports.apply(scope, paths=[home / "one" / "Connections.csv", home / "two" / "Connections.csv"])
    imports.apply(
        scope, paths=[making.make_folder(home / "whole", {"Connections.csv": connections(BAD, GOOD)})]
    )
    assert "Secret" not in recorded(scope)
    assert "home" not in recorded(scope)
    [loose] = past.past(scope)
    assert [source.path for source in loose.sources] == ["Connections.csv", "Connections.csv (2)"]


def test_what_broke_off_goes_on_and_counts_each_file_once(scope, home, monkeypatch):
    rows = [person(f"Given{number}", "Family", f"given-{number}") for number in range(20)]
    path = making.make_zip(home / "export.zip", {"Connections.csv": connections(BAD, *rows)})

    def stop(progress):
        if progress.rows >= 14:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.apply(scope, paths=[path], progress=stop)
    assert "Secret" not in recorded(scope)
    report = imports.apply(scope, paths=[path])
    [source] = report.sources
    assert (source.path, source.read, source.new, source.rejected) == (f"{path}/Connections.csv", 21, 20, 1)
    assert report.rejects[0].path == f"{path}/Connections.csv"
    assert [one.path for one in past.past(scope)[0].sources] == ["export.zip/Connections.csv"]


def test_a_part_of_a_file_is_called_by_both_and_found_again(tmp_path):
    path = tmp_path / "export.json"
    path.write_text("{}")
    with open_source(path) as source:
        named = Names([source])
    assert named.short(f"{path}/notes") == "export.json/notes"
    assert named.full("export.json/notes") == f"{path}/notes"
