"""An import that is stopped, goes on, is taken back; and files that are read where they lie."""

from __future__ import annotations

import re
import threading
import time

import pytest

from acquaint.actions import imports
from acquaint.models import ImportBatch, Person
from acquaint.models.errors import Failed
from acquaint.web import uploads
from tests import world
from tests.web.bringing import HEAD, ROWS, bring, file, settle

pytestmark = pytest.mark.django_db(transaction=True)


MANY = HEAD + "".join(
    f"Ada{at},Moss,https://www.linkedin.com/in/ada-{at},,Harbor Clinic,Engineer,07 Dec 2025\n"
    for at in range(1200)
)


@pytest.fixture
def stopped(client, monkeypatch):
    """An import that was told to stop after its first chunk; its address and its page."""
    note = uploads._note

    def and_stop(job, done):
        if job.state == "writing":
            uploads.stop(job)
        note(job, done)

    monkeypatch.setattr(uploads, "_note", and_stop)
    address, _page = bring(client, file(MANY))
    client.post(f"{address}/applied")
    page = settle(client, address)
    monkeypatch.setattr(uploads, "_note", note)
    return address, page


def test_stopped_on_the_way_what_is_in_is_whole_and_it_can_go_on(client, scope, stopped):
    address, page = stopped
    assert "1,000 of 1,200 rows are in." in page
    assert Person.objects.of(scope).count() == 1000
    assert "stopped on the way" in client.get("/import").content.decode()
    client.post(f"{address}/applied")
    assert "Your people are here." in settle(client, address)
    assert Person.objects.of(scope).count() == 1200
    assert ImportBatch.objects.of(scope).count() == 1


def test_stopped_on_the_way_what_is_in_can_be_taken_back(client, scope, stopped):
    _address, page = stopped
    undo = re.search(r'action="(/history/\w+/undone)"', page).group(1)
    client.post(undo, {"back": "/import"})
    assert Person.objects.of(scope).count() == 0


def test_stopped_while_it_is_read_it_is_forgotten_at_once(client, scope, folder, monkeypatch):
    waiting = threading.Event()
    monkeypatch.setattr(imports, "questions", lambda *_words, **_more: waiting.wait(10) and ())
    address = client.post("/import", {"files": [file()]})["Location"]
    job = next(iter(uploads._jobs.values()))
    page = client.get(address).content.decode()
    assert "aria-busy" in page
    assert client.post(f"{address}/stopped")["Location"] == "/import"
    assert client.get(address).status_code == 404
    assert not list((folder / uploads.FOLDER).iterdir())
    waiting.set()
    for _again in range(200):
        if not job.is_busy:
            break
        time.sleep(0.02)
    assert job.state == "stopped"
    assert world.changes(scope) == []


def test_the_pages_script_reloads_when_the_import_rests(client):
    address, _page = bring(client, file())
    answer = client.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_a_place_on_this_machine_is_read_where_it_lies_and_stays(client, scope, tmp_path):
    lies = tmp_path / "people"
    lies.mkdir()
    (lies / "Connections.csv").write_text(HEAD + ROWS)
    answer = client.post("/import", {"place": str(lies)})
    page = settle(client, answer["Location"])
    assert "This is what I found." in page
    client.post(f"{answer['Location']}/applied")
    assert "Your people are here." in settle(client, answer["Location"])
    assert Person.objects.of(scope).count() == 2
    uploads.drop(next(iter(uploads._jobs.values())))
    assert (lies / "Connections.csv").exists()


@pytest.mark.parametrize(("place", "said"), [("people", "from the beginning"), ("/no/such", "nothing at")])
def test_a_place_that_is_none_is_told(client, place, said):
    answer = client.post("/import", {"place": place})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert f'value="{place}"' in answer.content.decode()


def test_what_broke_off_while_it_was_written_is_tried_again(client, scope, monkeypatch):
    address, _page = bring(client, file())
    applied = imports.apply

    def busy(*_words, **_more):
        raise Failed("Another import is running.")

    monkeypatch.setattr(imports, "apply", busy)
    client.post(f"{address}/applied")
    page = settle(client, address)
    assert "Another import is running." in page
    assert "I know what it is" not in page
    monkeypatch.setattr(imports, "apply", applied)
    client.post(f"{address}/applied")
    assert "Your people are here." in settle(client, address)
    assert Person.objects.of(scope).count() == 2


def test_what_could_not_be_read_is_never_written(client, scope):
    address, _page = bring(client, file("hello", "notes.txt"))
    client.post(f"{address}/applied")
    assert "That did not work." in settle(client, address)
    assert world.changes(scope) == []
