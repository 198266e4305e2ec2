from __future__ import annotations

import csv
import io
import logging
import re
import stat
import threading
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from acquaint.actions import imports, people, settings
from acquaint.models import Detail, ImportBatch, Interaction, Interest, Person
from acquaint.queries.exports import whole
from acquaint.web import uploads
from acquaint.web.logs import Bare
from tests import world

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = (
    "Marisol,Quent,https://www.linkedin.com/in/marisol-quent,,Harbor Clinic,Engineer,07 Dec 2025\n"
    "Corin,Abel,https://www.linkedin.com/in/corin-abel,corin@example.org,Northwind,Analyst,08 Dec 2025\n"
)
BROKEN = "Zeno,Zorn,https://www.linkedin.com/in/zeno-zorn,,=CMD(),Boss,99 Foo 20xx\n"


def file(text=HEAD + ROWS, name="Connections.csv"):
    return SimpleUploadedFile(name, text.encode())


def bring(client, *files):
    """Hand files over and wait until they are read; the job's address and its page."""
    answer = client.post("/import", {"files": list(files)})
    assert answer.status_code == 302, answer.content
    return answer["Location"], settle(client, answer["Location"])


def settle(client, address):
    for _again in range(400):
        page = client.get(address).content.decode()
        if "aria-busy" not in page:
            return page
        time.sleep(0.02)
    raise AssertionError("the import never came to rest")


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


@pytest.fixture(autouse=True)
def nothing_left_over():
    yield
    for job in list(uploads._jobs.values()):
        for _again in range(200):
            if not job.is_busy:
                break
            time.sleep(0.02)
        uploads.drop(job)


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


STRANGE = "Wer,Erreicht,Suppe,Geboren\nAda Moss,4930901820,leek,03/04/1990\n"
MEANT = {"column-0-0": "name", "column-0-1": "phone", "column-0-2": "interests", "column-0-3": "birthday"}


def test_a_strange_table_is_explained_once_on_a_page(client, scope):
    address, page = bring(client, file(STRANGE, "list.csv"))
    assert "What do the columns mean?" in page
    assert "Suppe" in page
    assert "leek" in page
    unnamed = client.post(f"{address}/answered", {**MEANT, "column-0-0": "fact", "encoding": ""})
    assert unnamed.status_code == 422
    assert "who somebody is" in unnamed.content.decode()
    unclear = client.post(f"{address}/answered", {**MEANT, "encoding": ""})
    assert unclear.status_code == 422
    assert "03/04/1990: 3 April 1990" in unclear.content.decode()
    assert client.post(f"{address}/answered", {**MEANT, "dates-0": "day", "encoding": ""}).status_code == 302
    assert "This is what I found." in settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert Person.objects.of(scope).get().name == "Ada Moss"
    assert Detail.objects.of(scope).get(kind="birthday").on == "1990-04-03"
    _address, page = bring(client, file(STRANGE + "Ben Varga,4930901821,pea,\n", "later.csv"))
    assert "Ben Varga" in page


def test_other_letters_are_read_before_columns_are_explained(client):
    strange = SimpleUploadedFile("list.csv", "Wer,Erreicht\nŁucja Moss,4930901820\n".encode("cp1250"))
    address, page = bring(client, strange)
    assert '<li dir="auto">Łucja' not in page
    assert "Łucja Moss (Central Europe)" in page
    client.post(f"{address}/answered", {"column-0-0": "name", "column-0-1": "phone", "encoding": "cp1250"})
    page = settle(client, address)
    assert "What do the columns mean?" in page
    assert '<li dir="auto">Łucja' in page
    client.post(f"{address}/answered", {"column-0-0": "name", "column-0-1": "phone", "encoding": "cp1250"})
    assert "Łucja Moss" in settle(client, address)


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


LETTER = (
    "From: Cora Eberwick <cora@example.com>\nTo: me@example.org\nSubject: The mill\n"
    "Date: Mon, 02 Feb 2026 10:00:00 +0000\nMessage-ID: <1@example.com>\n\nCome on Friday.\n"
)


def test_whose_mail_it_is_is_asked_and_the_words_are_kept_only_if_said(client, scope):
    address, page = bring(client, file(LETTER, "letter.eml"))
    assert "Which address is yours?" in page
    assert "Whose mail this is cannot be told" in page, "why rows are left aside is said"
    client.post(f"{address}/again", {"address": "me@example.org"})
    page = settle(client, address)
    assert "Which address is yours?" not in page
    assert "What was written stays in your file." in page
    client.post(f"{address}/again", {"keep": "yes"})
    assert "Leave the words out" in settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert Interaction.objects.of(scope).filter(body__contains="Come on Friday.").exists()


def test_the_words_stay_out_unless_they_are_asked_for(client, scope):
    settings.also_mine(scope, address="me@example.org")
    address, _page = bring(client, file(LETTER, "letter.eml"))
    client.post(f"{address}/applied")
    settle(client, address)
    assert not Interaction.objects.of(scope).filter(body__contains="Friday").exists()


def test_what_columns_mean_is_shown_again_and_changed(client, scope):
    address, _page = bring(client, file(STRANGE, "list.csv"))
    client.post(f"{address}/answered", {**MEANT, "dates-0": "day", "encoding": ""})
    settle(client, address)
    client.post(f"{address}/asked")
    page = client.get(address).content.decode()
    assert "What do the columns mean?" in page
    assert '<option value="interests" selected>' in page
    client.post(f"{address}/answered", {**MEANT, "column-0-2": "ignored", "dates-0": "day", "encoding": ""})
    settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert not Interest.objects.of(scope).exists()


def test_a_table_that_holds_no_people_is_left_out_and_the_others_go_in(client, scope):
    prose = file("Once,upon\na,time\n", "story.csv")
    address, page = bring(client, prose, file())
    assert "story.csv" in page
    assert client.post(f"{address}/answered", {"without-0": "on", "encoding": ""}).status_code == 302
    page = settle(client, address)
    assert "This is what I found." in page
    assert "story.csv" not in page


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


def test_what_cannot_be_told_is_read_as_what_it_is_said_to_be(client):
    address, page = bring(client, file("Ada Moss\nBen Varga\n", "people.txt"))
    assert "That did not work." in page
    assert '<option value="csv">A table</option>' in page
    client.post(f"{address}/again", {"kind": "friends"})
    page = settle(client, address)
    assert "That did not work." in page, "it is none of those either, and that is told"
    assert '<option value="friends" selected>' in page


def test_a_folder_of_many_cards_is_handed_over_at_once(client, scope):
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada {0} Moss\nN:Moss;Ada;{0};;\nUID:u{0}\nEND:VCARD\n"
    cards = [file(card.format(at), f"card-{at}.vcf") for at in range(130)]
    answer = client.post("/import", {"folder": cards})
    page = settle(client, answer["Location"])
    assert re.search(r"<b>130</b><span><i class=\"new\"", page)
    assert "and 30 more files" in page
