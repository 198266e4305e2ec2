from __future__ import annotations

import csv
import io
import logging
import re
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from acquaint.actions import imports, people
from acquaint.models import ImportBatch, Person
from acquaint.queries.exports import whole
from acquaint.web import uploads
from acquaint.web.logs import Bare
from tests import world
from tests.web.bringing import BROKEN, HEAD, ROWS, bring, file, settle

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_written_before_it_was_looked_at(client, scope):
    before = world.state(scope)
    _address, page = bring(client, file())
    assert "This is what I found." in page
    assert "Nothing is written yet" in page
    assert re.search(r"<b>2</b><span><i class=\"new\"", page)
    assert "Marisol Quent" in page
    assert world.state(scope) == before


def test_then_it_is_written_and_can_be_taken_back_whole(client, scope):
    address, _page = bring(client, file())
    assert client.post(f"{address}/applied")["Location"] == address
    page = settle(client, address)
    assert "Your people are here." in page
    assert Person.objects.of(scope).count() == 2
    undo = re.search(r'action="(/history/\w+/undone)"', page).group(1)
    client.post(undo, {"back": "/import"})
    assert Person.objects.of(scope).count() == 0
    assert 'class="undone"' in client.get("/import").content.decode()


def test_the_same_file_again_changes_nothing(client, scope):
    address, _page = bring(client, file())
    client.post(f"{address}/applied")
    settle(client, address)
    before = world.state(scope)
    _address, page = bring(client, file())
    assert "All of it is here already." in page
    assert "Bring them in" not in page
    assert world.state(scope) == before


def test_a_row_that_cannot_be_read_is_told_and_saved_as_csv_without_formulas(client):
    address, page = bring(client, file(HEAD + ROWS + BROKEN))
    assert "1 row that cannot be read" in page
    answer = client.get(f"{address}/rejected.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="rejected.csv"'
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0] == ["file", "line", "reason", "row"]
    assert len(rows) == 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[1])


def test_pressing_twice_writes_once(client, scope):
    address, _page = bring(client, file())
    for _again in range(3):
        client.post(f"{address}/applied")
    settle(client, address)
    assert ImportBatch.objects.of(scope).count() == 1
    assert Person.objects.of(scope).count() == 2


def test_what_is_no_archive_is_told_in_words(client, scope):
    _address, page = bring(client, file("hello", "notes.txt"))
    assert "That did not work." in page
    assert "Nothing of it can be read" in page
    assert world.changes(scope) == []


def test_a_fault_of_ours_is_told_with_a_reference_that_stands_in_the_log(client, monkeypatch):
    handler = logging.StreamHandler(heard := io.StringIO())
    handler.setFormatter(Bare())
    monkeypatch.setattr(uploads.logger, "handlers", [handler])

    def fail(*_words, **_more):
        raise RuntimeError("Marisol Quent")

    monkeypatch.setattr(imports, "preview", fail)
    _address, page = bring(client, file())
    [fault] = re.findall(r"name this: ([0-9a-f]{6})\.", page)
    [line] = heard.getvalue().splitlines()
    assert f"fault {fault} RuntimeError at tests.web.test_imports:" in line
    assert " from acquaint.web.uploads:" in line
    assert "Marisol" not in line


def test_without_a_file_the_page_asks_for_one(client):
    answer = client.post("/import", {})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_leaving_it_forgets_the_files(client, folder):
    address, _page = bring(client, file())
    assert list((folder / uploads.FOLDER).iterdir())
    assert client.post(f"{address}/dropped")["Location"] == "/import"
    assert not list((folder / uploads.FOLDER).iterdir())
    assert client.get(address).status_code == 404


def test_files_lie_closed_to_others_under_plain_names(client, folder):
    names = [
        "../../evil.csv",
        "C:\\x\\Connections.csv",
        ".hidden.csv",
        "a\0b.csv",
        "Connections.csv",
        "Connections.csv",
    ]
    client.post("/import", {"files": [file(name=name) for name in names]})
    [lot] = (folder / uploads.FOLDER).iterdir()
    assert stat.S_IMODE(lot.stat().st_mode) == 0o700
    kept = [path for path in lot.rglob("*") if path.is_file()]
    assert len(kept) == len(names)
    assert sorted(path.name for path in kept if "Conn" in path.name) == ["Connections.csv"] * 3
    for path in kept:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert re.fullmatch(r"[\w ()-][\w. ()-]*", path.name), path.name
    assert not list(folder.parent.glob("evil.csv"))


def test_another_owner_sees_no_job(client, scope, other):
    address, _page = bring(client, file())
    job = next(iter(uploads._jobs.values()))
    job.owner_id = other.owner_id
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/applied").status_code == 404
    assert client.get(f"{address}/rejected.csv").status_code == 404


def test_what_an_earlier_process_left_behind_goes_after_a_day(folder):
    old, new = (folder / uploads.FOLDER / name for name in ("old", "new"))
    for lot in (old, new):
        lot.mkdir(parents=True)
        (lot / "Connections.csv").write_text("x")
    uploads.clear(new.stat().st_mtime + 60)
    assert old.exists()
    assert new.exists()
    uploads.clear(new.stat().st_mtime + 90_000)
    assert not old.exists()
    assert not new.exists()


def test_what_differs_is_decided_on_the_summary_by_plain_buttons(client, scope):
    address, _page = bring(client, file())
    client.post(f"{address}/applied")
    settle(client, address)
    corin = Person.objects.of(scope).get(name="Corin Abel")
    people.edit(scope, person=corin.key, name="Corin A.")
    address, page = bring(client, file(HEAD + ROWS.replace("Corin,Abel", "Corin,Abel-Moss")))
    assert "The source says otherwise of Corin A.: name." in page
    assert "Here the source and you differ." in page
    assert "Decide what differs" in page, "nothing else is new, and yet there is something to do"
    client.post(f"{address}/applied")
    page = settle(client, address)
    assert "Keep mine" in page
    assert "Corin Abel-Moss" in page
    where = re.search(r'action="(/import/past/\w+/settled)"', page).group(1)
    answer = client.post(where, {"who": corin.key, "take": "theirs", "back": address})
    assert answer["Location"].startswith(f"{address}?did=")
    assert Person.objects.get(pk=corin.pk).name == "Corin Abel-Moss"
    past = client.get(where.removesuffix("/settled")).content.decode()
    assert "took theirs" in past
    assert "Keep mine" not in past
    assert client.post(where, {"who": corin.key, "take": "mine"}).status_code == 422
    assert client.post(where, {"who": corin.key, "take": "shoes"}).status_code == 422
    assert where.removesuffix("/settled") in client.get("/import").content.decode()


def test_the_whole_account_comes_back_through_the_page(client, scope, other):
    world.know(other, "Ada Moss", "Ben Varga")
    account = b"".join(whole.export(other, "json").pieces)
    address, page = bring(client, SimpleUploadedFile("acquaint-2026-03-04.json", account))
    assert "This is what I found." in page
    client.post(f"{address}/applied")
    assert "Your people are here." in settle(client, address)
    assert sorted(Person.objects.of(scope).values_list("name", flat=True)) == ["Ada Moss", "Ben Varga"]
    assert b"".join(whole.export(scope, "json").pieces) == account


def test_an_import_of_before_has_a_page_with_its_rejects_and_a_way_back(client, scope):
    address, _page = bring(client, file(HEAD + ROWS + BROKEN))
    client.post(f"{address}/applied")
    settle(client, address)
    [batch] = ImportBatch.objects.of(scope).values_list("key", flat=True)
    assert f"/import/past/{batch}" in client.get("/import").content.decode()
    page = client.get(f"/import/past/{batch}").content.decode()
    assert re.search(r"<b>2</b><span><i class=\"new\"", page)
    saved = client.get(f"/import/past/{batch}/rejected.csv")
    rows = list(csv.reader(io.StringIO(b"".join(saved.streaming_content).decode())))
    assert len(rows) == 2
    assert "99 Foo 20xx" in rows[1][2]
    assert client.get("/import/past/2222222222/rejected.csv").status_code == 404
    undo = re.search(r'action="(/history/\w+/undone)"', page).group(1)
    people.edit(scope, person=Person.objects.of(scope).get(name="Corin Abel").key, notes="mine")
    done = client.post(undo, {"back": f"/import/past/{batch}"})
    page = client.get(done["Location"]).content.decode()
    assert "This import was taken back." in page
    assert "Corin Abel (changed later)" in page, "what it kept is named"


def test_of_two_facts_each_is_decided_by_itself(client, scope):
    address, _page = bring(client, file())
    client.post(f"{address}/applied")
    settle(client, address)
    corin = Person.objects.of(scope).get(name="Corin Abel")
    people.edit(scope, person=corin.key, name="Corin A.", organization="Elsewhere")
    told = ROWS.replace("Corin,Abel", "Corin,Abel-Moss").replace("Northwind", "Southwind")
    address, _page = bring(client, file(HEAD + told))
    client.post(f"{address}/applied")
    page = settle(client, address)
    assert "Southwind" in page
    where = re.search(r'action="(/import/past/\w+/settled)"', page).group(1)
    client.post(where, {"who": corin.key, "fact": "name", "take": "theirs", "back": address})
    page = client.get(where.removesuffix("/settled")).content.decode()
    assert "took theirs" in page
    assert "Keep mine" in page, "the other fact is open still"
    client.post(where, {"who": corin.key, "fact": "position", "take": "mine", "back": address})
    page = client.get(where.removesuffix("/settled")).content.decode()
    assert "kept mine" in page
    assert "Keep mine" not in page
    assert Person.objects.get(pk=corin.pk).name == "Corin Abel-Moss"
