"""Everything out through the terminal, and the whole account in again; files are their owner's only."""

from __future__ import annotations

import csv
import io
import json
import stat

import pytest

from acquaint.cli.exports import KINDS
from acquaint.queries.exports.whole import KINDS as MADE


@pytest.fixture
def told(cli, meet):
    """A store in which something happened."""
    cli.on = "2026-03-04T12:00"
    ada = meet("Ada Moss, PhD", emails=["ada@example.org"], phones=["+44 20 7946 0958"], notes="=1+1")
    meet("Ben Varga", introduced_by=ada)
    cli("interview", "book", "ada", "--at", "2026-03-10T10:00")
    cli("promise", "add", "ada", "send the paper", "--by", "2026-03-12")
    cli("journal", "add", "The quiet ward.", "--with", "ada")
    return ada


def test_the_words_of_the_command_are_those_of_the_query():
    assert tuple(MADE) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written_whole_and_for_its_owner_only(cli, told, tmp_path, kind):
    file = tmp_path / f"out.{kind}"
    made = cli("export", kind, str(file), "--json").data
    assert made == {"kind": kind, "path": str(file), "bytes": file.stat().st_size}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Ada Moss" in file.read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".*.part"))


def test_nothing_is_overwritten_unasked(cli, told, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("mine")
    assert "--yes" in cli("export", "csv", str(file), code=5).err
    assert file.read_text() == "mine"
    cli("export", "csv", str(file), "--yes")
    assert file.read_text(encoding="utf-8").startswith("Name,")
    cli("export", "csv", str(tmp_path / "nowhere" / "a.csv"), code=5)
    cli("export", "sqlite", str(file), code=2)


def test_a_folder_gets_a_file_with_the_day_in_its_name(cli, told, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    assert cli("export", "md", str(folder), "--json").data["path"].endswith("acquaint-2026-03-04.md")


def test_a_table_runs_nothing_and_keeps_telephone_numbers(cli, told, tmp_path):
    file = tmp_path / "people.csv"
    cli("export", "csv", str(file), "--bom")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfName,")
    rows = {row["Name"]: row for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")))}
    assert rows["Ada Moss, PhD"]["Phone"] == "+44 20 7946 0958"
    assert rows["Ada Moss, PhD"]["Notes"] == "'=1+1"
    assert rows["Ben Varga"]["Introduced By"] == "Ada Moss"


def test_a_whole_account_moves_into_an_empty_folder(cli, told, tmp_path, monkeypatch):
    from acquaint.models import Owner

    cli("export", "json", str(tmp_path / "one.json"))
    refused = cli("import", str(tmp_path / "one.json"), "--apply", code=5)
    assert "empty folder" in refused.err
    first = Owner.objects.order_by("id").first().pk
    Owner.objects.create(pk=first - 1)  # the empty store that the next commands find first
    seen = cli("import", str(tmp_path / "one.json"), "--json")
    assert (seen.data["applied"], seen.undo) == (False, None)
    assert cli("person", "list", "--json").data == []
    brought = cli("import", str(tmp_path / "one.json"), "--apply", "--json")
    [source] = brought.data["sources"]
    assert (source["kind"], source["read"], source["rejected"]) == ("acquaint", source["new"], 0)
    cli("export", "json", str(tmp_path / "two.json"))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert cli("who", "quiet ward", "--json").data
    assert cli("undo", "--json").data["kept_rows"] == 0
    assert cli("person", "list", "--json").data == []


@pytest.mark.parametrize("ending", ["json", "md", "vcf"])
def test_one_person_goes_out_alone(cli, told, tmp_path, ending):
    file = tmp_path / f"ada.{ending}"
    made = cli("person", "export", "ada", str(file), "--json").data
    assert made["kind"] == ending
    text = file.read_text(encoding="utf-8")
    assert "Ada Moss" in text
    assert "Ben Varga" not in text
    cli("person", "export", "ada", str(tmp_path / "ada.exe"), code=5)
    cli("person", "export", "nobody", str(tmp_path / "nobody.md"), code=3)


def test_the_file_of_a_person_says_whose_it_is(cli, told, tmp_path):
    cli("person", "export", "ada", str(tmp_path))
    [file] = tmp_path.glob("acquaint-*.json")
    held = json.loads(file.read_text(encoding="utf-8"))
    assert (held["schema"], held["person"]) == ("acquaint/person/1", told)
