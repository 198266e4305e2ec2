from __future__ import annotations

import csv

import pytest

from acquaint.models import Change, Person
from bench.archives import Shape, write_zip
from tests.formats import making, mixture
from tests.formats.making import connections, person

VERDICTS = ("new", "update", "same", "conflict", "rejected", "ignored")


@pytest.fixture
def archive(tmp_path):
    return str(
        write_zip(tmp_path / "archive.zip", Shape(connections=30, messages=20, invitations=5, hidden=2))
    )


@pytest.fixture
def damaged(tmp_path):
    rows = [
        person("Bela", "Dahlsen", "bela-dahlsen"),
        person("", "", "=nameless"),
        ["Cora", "Too", "Short"],
        person("Dora", "Falkbeck", "dora", on="99 Foo 20xx"),
        person("Elin", "Gortwick", "elin"),
    ]
    return str(making.make_zip(tmp_path / "damaged.zip", {"Connections.csv": connections(*rows)}))


def saved_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def total(answer, verdict):
    return sum(source[verdict] for source in answer.data["sources"])


def test_preview_apply_again(cli, archive):
    said = cli("import", archive, "--json")
    assert (said.data["batch"], said.data["applied"], said.undo) == (None, False, None)
    assert not Person.objects.exists()
    done = cli("import", archive, "--apply", "--json")
    assert done.data["batch"]
    assert done.data["applied"]
    assert done.undo == Change.objects.get().key
    assert done.data["sources"] == said.data["sources"]
    again = cli("import", archive, "--apply", "--json")
    assert (again.data["batch"], again.undo, total(again, "new"), total(again, "update")) == (
        None,
        None,
        0,
        0,
    )
    for answer in (said, done, again):
        for source in answer.data["sources"]:
            assert source["read"] == sum(source[verdict] for verdict in VERDICTS)
            assert source["kind"] == "linkedin"


def test_rejects_are_listed_and_the_rest_goes_in(cli, damaged, tmp_path):
    saved = tmp_path / "rejected.csv"
    answer = cli("import", damaged, "--apply", "--json", "--rejects", str(saved))
    assert [(row["line"], row["path"].rsplit("/", 1)[1]) for row in answer.data["rejects"]] == [
        (6, "Connections.csv"),
        (7, "Connections.csv"),
        (8, "Connections.csv"),
    ]
    assert all(row["reason"].endswith(".") for row in answer.data["rejects"])
    assert total(answer, "new") == 2
    rows = saved_rows(saved)
    assert [row["line"] for row in rows] == ["6", "7", "8"]
    assert all(not cell.startswith(("=", "@")) for row in rows for cell in row.values())


def test_the_verdict_on_every_row_can_be_saved(cli, archive, tmp_path):
    saved = tmp_path / "verdicts.csv"
    answer = cli("import", archive, "--json", "--verdicts", str(saved))
    rows = saved_rows(saved)
    assert len(rows) == sum(source["read"] for source in answer.data["sources"])
    assert {row["verdict"] for row in rows} == {"new", "ignored"}
    assert all(row["reason"] for row in rows)


def test_nothing_readable_is_exit_5_and_names_why(cli, tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    answer = cli("import", str(tmp_path / "x.csv"), str(tmp_path / "gone.zip"), "--json", code=5)
    assert answer.error["code"] == "invalid"
    files, columns = answer.error["details"][:2], answer.error["details"][2:]
    assert [name in said for name, said in zip(("x.csv", "gone.zip"), files, strict=True)] == [True, True]
    assert ["--column" in said for said in columns] == [True, True]


def test_a_table_is_explained_once_and_its_birthdays_can_be_seen_and_changed(cli, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Wer,Erreicht,Tag\nAda Moss,4930901820,03/04/1990\n")
    columns = ("--column", "Wer=name", "--column", "Erreicht=phone:cell", "--column", "Tag=birthday")
    asked = cli("import", str(path), *columns[:4], "--column", "Tag=birthday", "--dates", "day-first")
    assert "1 new" in asked.out
    cli("import", str(path), *columns, "--dates", "day-first", "--apply")
    assert cli("import", str(path), "--json").data["questions"] == []
    shown = cli("person", "show", "ada", "--json").data
    assert (shown["birthday"], shown["points"][0]["label"]) == ("1990-04-03", "cell")
    assert "Birthday: 3 April 1990" in cli("person", "show", "ada").out
    cli("person", "edit", "ada", "--birthday", "--04-03", "--group", "choir")
    shown = cli("person", "show", "ada", "--json").data
    assert [(one["kind"], one["text"] or one["on"]) for one in shown["details"]] == [
        ("birthday", "--04-03"),
        ("category", "choir"),
    ]
    cli("person", "edit", "ada", "--drop", "choir", "--birthday", "")
    assert cli("person", "show", "ada", "--json").data["details"] == []
    cli("import", str(tmp_path), "--as", "carrier-pigeon", code=5)


def test_something_readable_beside_what_is_not_is_exit_0(cli, archive, tmp_path):
    answer = cli("import", archive, str(tmp_path / "gone.zip"), "--json")
    assert [one["path"].rsplit("/", 1)[1] for one in answer.data["skipped"]] == ["gone.zip"]
    assert "gone.zip is not there" in cli("import", archive, str(tmp_path / "gone.zip")).out


def test_what_was_not_read_is_named_with_its_reason(cli, tmp_path):
    shown = cli("import", str(making.make_folder(tmp_path / "all", mixture.everything()))).out
    assert "archive.zip  An archive inside a folder or another archive; it is not opened." in shown
    assert "README, holiday.jpg  In no format that can be read" in shown
    assert "monica.json/contact: 1 new" in shown


def test_a_person_reads_what_would_happen_and_what_to_do(cli, damaged):
    answer = cli("import", damaged)
    assert "Connections.csv: 2 new, 3 rejected" in answer.out
    assert "Connections.csv:6" in answer.out
    assert "--apply" in answer.out
    assert "Done." in cli("import", damaged, "--apply").out
    assert "already" in cli("import", damaged, "--apply").out


def test_talk_goes_to_stderr_and_quiet_means_quiet(cli, archive):
    assert cli("import", archive, "--json").out.startswith("{")
    assert not cli("-q", "import", archive, "--apply", "--json").err


def test_past_imports_and_the_way_back(cli, archive):
    assert cli("imports", "--json").data == []
    batch = cli("import", archive, "--apply", "--json", on="2025-03-01").data["batch"]
    [one] = cli("imports", "--json").data
    assert (one["id"], one["undone_on"], one["finished"], one["about"]) == (batch, None, True, "archive.zip")
    assert one["sources"][0]["read"] == 32
    done = cli("imports", "undo", batch, "--json", on="2025-03-02")
    assert done.data["kept"] == []
    assert not Person.objects.filter(me_since=None).exists()
    assert cli("imports", "--json").data[0]["undone_on"] == "2025-03-02"
    assert cli("imports", "undo", batch, "--json", code=5).error["code"] == "invalid"
    assert cli("imports", "undo", "nothing", "--json", code=3).error["code"] == "not_found"
    assert batch in cli("imports").out


def test_what_was_edited_since_is_kept_and_counted(cli, damaged):
    from acquaint.actions import people, stores
    from acquaint.cli.sessions import clock
    from acquaint.models.scope import Scope

    batch = cli("import", damaged, "--apply", "--json").data["batch"]
    owner = stores.prepare()
    scope = Scope(owner.id, owner.id, "test", clock(None, owner.zone), owner.zone)
    people.edit(scope, person=Person.objects.get(name="Bela Dahlsen").key, notes="Met again.")
    done = cli("imports", "undo", batch, "--json")
    assert done.data["kept_rows"] == len(done.data["kept"]) > 0
    assert Person.objects.filter(me_since=None).count() == 1


def test_texts_are_kept_only_when_asked_for(cli, archive):
    from acquaint.models import Interaction

    cli("import", archive, "--apply", "--json")
    assert not Interaction.objects.exclude(body="").exists()
    cli("import", archive, "--apply", "--bodies", "--json")
    assert Interaction.objects.exclude(body="").count() == 20


def test_the_sample_archive_in_a_real_process(shell, corpora):
    where = "linkedin/silkyrich__linkedin-export-viewer/fixtures/sample_export.zip"
    path = str(corpora / where)
    said = shell("import", path, "--json")
    assert (said.code, total(said, "rejected"), said.data["batch"]) == (0, 0, None)
    done = shell("import", path, "--apply", "--json")
    assert total(done, "new") == total(said, "new") > 24_000
    again = shell("import", path, "--apply", "--json")
    assert (total(again, "new"), total(again, "update"), again.data["batch"]) == (0, 0, None)


def test_where_an_import_and_i_differ_is_listed_and_settled(cli, tmp_path):
    def bring(name, *rows):
        path = making.make_zip(tmp_path / name, {"Connections.csv": connections(*rows)})
        return cli("import", str(path), "--apply", "--json").data

    bring("a.zip", person("Bela", "Dahlsen", "bela"), person("Cora", "Eberwick", "cora"))
    cli("person", "edit", "bela", "--name", "Bela D.")
    cli("person", "edit", "cora", "--name", "Cora E.")
    batch = bring("b.zip", person("Bella", "Dahlsen", "bela"), person("Coral", "Eberwick", "cora"))["batch"]
    shown = cli("imports", "show", batch, "--json").data
    assert [one["person"]["name"] for one in shown["conflicts"]] == ["Bela D.", "Cora E."]
    [differing] = shown["conflicts"][0]["differences"]
    assert (differing["mine"], differing["theirs"], differing["settled"]) == ("Bela D.", "Bella Dahlsen", "")
    assert "Bella Dahlsen" in cli("imports", "show", batch).out
    done = cli("imports", "settle", batch, "theirs", "bela", "--json")
    assert (done.data["people"], done.data["open"]) == (1, 1)
    assert cli("person", "show", "bella", "--json").data["name"] == "Bella Dahlsen"
    cli("undo", done.undo)
    assert cli("person", "show", "bela", "--json").data["name"] == "Bela D."
    assert "Decided about 2 people." in cli("imports", "settle", batch, "mine").out
    cli("imports", "settle", batch, "mine", "--json", code=5)
    cli("imports", "settle", batch, "perhaps", "--json", code=2)
    cli("imports", "settle", batch, "mine", "nobody at all", "--json", code=3)
    cli("imports", "show", "nothing", "--json", code=3)
