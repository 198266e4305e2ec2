"""The page of the same person twice: a list, two entries side by side, and the owner's word."""

from __future__ import annotations

import re
import threading
import time

import pytest

from acquaint.actions import forecasts, people
from acquaint.models import Distinct, Person
from acquaint.queries import duplicates, watching
from acquaint.web import looking
from tests import world
from tests.web.payloads import ALL, MARK
from tests.web.reading import strange

pytestmark = pytest.mark.django_db


@pytest.fixture
def adas(scope):
    world.know(scope, "Cleo Ng")
    one = people.add(
        scope,
        name="Ada Moss",
        emails=["ada@example.org"],
        organization="Ferncare",
        notes="kind",
        pronouns="she",
    )
    other = people.add(
        scope, name="Ada B. Moss", emails=["ada@example.org", "moss@example.org"], organization="North Mill",
        position="Chair", notes="met at the choir", interest=["chess"],
    )  # fmt: skip
    return one.id, other.id


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_a_pair_is_listed_with_what_speaks_for_it_and_no_number(client, adas):
    said = page(client, "/duplicates")
    assert "They share a mail address: ada@example.org." in said
    assert "They are at different places: Ferncare, North Mill." in said
    assert f'href="/duplicates/{adas[0]}/{adas[1]}"' in said
    assert not re.search(r"\b0\.\d|\d\s?%", re.sub(r"<[^>]+>", " ", said))


def test_with_nobody_twice_the_page_says_so_and_more_has_no_door(client, scope):
    world.know(scope, "Cleo Ng", "Ben Varga")
    assert "Nobody seems to be here twice." in page(client, "/duplicates")
    assert "The same person twice" not in page(client, "/more")


def test_more_leads_there_when_there_are_any(client, adas):
    assert 'href="/duplicates"' in page(client, "/more")


def test_two_entries_stand_side_by_side_with_a_choice_where_they_differ(client, adas):
    said = page(client, f"/duplicates/{adas[0]}/{adas[1]}")
    names = set(re.findall(r'<input type="radio" name="keep-(\w+)"', said))
    assert names == {"name", "work", "notes"}  # pronouns stand on one side only
    assert re.findall(r'name="keep-notes" value="(\w+)"( checked)?', said) == [
        ("a", ""), ("b", ""), ("both", " checked"),
    ]  # fmt: skip
    assert re.findall(r'name="keep-name" value="(\w+)"( checked)?', said) == [("a", " checked"), ("b", "")]
    for words in ("What speaks for one", "What speaks for two", "moss@example.org", "chess"):
        assert words in said


def test_they_are_joined_as_chosen_and_the_toast_takes_it_back(client, scope, adas):
    forecasts.once_a_day(scope)  # the first deed of a day brings it along, and no history takes it back
    before = world.state(scope)
    sent = {"keep-name": "b", "keep-work": "a", "keep-notes": "both"}
    answer = client.post(f"/duplicates/{adas[0]}/{adas[1]}/joined", sent)
    assert answer.status_code == 302
    where = answer["Location"]
    assert where.startswith("/duplicates?did=")
    row = Person.objects.get(key=adas[0])
    assert (row.name, row.notes, row.pronouns) == ("Ada B. Moss", "kind\n\nmet at the choir", "she")
    said = page(client, where)
    assert "Joined two entries of Ada B. Moss" in said
    undo = re.search(r'action="(/history/\w+/undone)"', said).group(1)
    client.post(undo, {"back": "/duplicates"})
    assert world.told(before, world.state(scope)) == {}


def test_the_former_address_leads_to_who_stands(client, adas):
    client.post(f"/duplicates/{adas[0]}/{adas[1]}/joined")
    assert client.get(f"/people/{adas[1]}")["Location"] == f"/people/{adas[0]}"
    assert client.get(f"/duplicates/{adas[0]}/{adas[1]}")["Location"] == f"/people/{adas[0]}"


def test_they_are_told_apart_and_not_shown_again(client, scope, adas):
    answer = client.post(f"/duplicates/{adas[0]}/{adas[1]}/apart")
    said = page(client, answer["Location"])
    assert "Told apart: Ada Moss, Ada B. Moss" in said
    assert "Nobody seems to be here twice." in said
    assert Distinct.objects.of(scope).count() == 1


@pytest.mark.parametrize("sent", [{"keep-name": "c"}, {"keep-work": "both"}])
def test_a_choice_that_there_is_not_changes_nothing(client, scope, adas, sent):
    before = world.state(scope)
    assert client.post(f"/duplicates/{adas[0]}/{adas[1]}/joined", sent).status_code == 422
    assert client.post(f"/duplicates/{adas[0]}/{adas[0]}/joined").status_code == 422
    assert world.state(scope) == before


def test_another_owners_person_is_on_neither_side(client, scope, other, adas):
    [foreign] = world.know(other, "Hidden Away")
    for address in (f"/duplicates/{adas[0]}/{foreign}", f"/duplicates/{foreign}/{adas[0]}"):
        assert client.get(address).status_code == 404
        for deed in ("joined", "apart"):
            assert client.post(f"{address}/{deed}").status_code == 404


@pytest.mark.parametrize("text", [text.replace("\0", "") for text in ALL])  # the doors take it out
def test_hostile_words_stay_words(client, scope, text):
    for at in range(2):
        try:
            people.add(
                scope, name=f"{text} {MARK}", notes=f"{at}{text}", how_met=f"{text}{at}", emails=["a@b.org"]
            )
        except people.Invalid:
            return
    a, b = Person.objects.of(scope).order_by("id").values_list("key", flat=True)
    for address in ("/duplicates", f"/duplicates/{a}/{b}"):
        assert strange(page(client, address)) == []


def test_a_long_list_comes_in_pages(client, scope):
    for at in range(44):
        people.add(scope, name=f"Wendeline Zyxwina{at // 2}", emails=[f"w{at // 2}@example.org"])
    first = page(client, "/duplicates")
    assert first.count('class="thing pair"') == 20
    assert 'href="/duplicates?page=2"' in first
    assert page(client, "/duplicates?page=2").count('class="thing pair"') == 2


def test_the_number_of_queries_does_not_grow(client, scope, adas, django_assert_max_num_queries):
    page(client, "/duplicates")
    with django_assert_max_num_queries(12):
        page(client, "/duplicates")
    people.add(scope, name="Somebody New")
    with django_assert_max_num_queries(27):
        page(client, "/duplicates")


@pytest.fixture
def many(monkeypatch):
    """As if there were too many people for a page to look through while somebody waits."""
    monkeypatch.setattr(duplicates, "FEW", 0)
    monkeypatch.setattr(watching, "EVERY", 1)
    duplicates._held.clear()
    yield
    duplicates._held.clear()
    looking._looks.clear()


def rested(client):
    """The page once nobody is looked for any more."""
    for _again in range(400):
        said = page(client, "/duplicates")
        if "aria-busy" not in said:
            return said
        time.sleep(0.02)
    raise AssertionError("it looks for ever")


@pytest.mark.django_db(transaction=True)
def test_among_many_it_says_that_it_looks_and_then_shows_whom_it_found(client, adas, many):
    first = client.get("/duplicates").content.decode()
    assert "Looking who may be here twice." in first
    assert 'role="status"' in first
    assert "They share a mail address: ada@example.org." in rested(client)
    answer = client.get("/duplicates", headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    assert "What speaks for one" in page(client, f"/duplicates/{adas[0]}/{adas[1]}")


@pytest.mark.django_db(transaction=True)
def test_looking_can_be_stopped(client, scope, adas, many, monkeypatch):
    here, going = threading.Event(), threading.Event()
    listed = duplicates.listed

    def slowly(scope, *, note=None):
        here.set()
        going.wait(10)
        return listed(scope, note=note)

    monkeypatch.setattr(duplicates, "listed", slowly)
    client.get("/duplicates")
    assert here.wait(10)
    look = looking._looks[scope.owner_id]
    answer = client.post("/duplicates/stopped")
    assert "Stopped, as you said." in page(client, answer["Location"])
    going.set()
    for thread in [one for one in threading.enumerate() if one.name == "duplicates"]:
        thread.join(10)
    assert look.found is None
    assert not duplicates._held, "it did not look to the end"


@pytest.mark.django_db(transaction=True)
def test_a_fault_while_looking_is_told_with_a_reference(client, scope, adas, many, monkeypatch):
    def fail(*_words, **_more):
        raise RuntimeError("Ada Moss")

    monkeypatch.setattr(duplicates, "listed", fail)
    client.get("/duplicates")
    for thread in [one for one in threading.enumerate() if one.name == "duplicates"]:
        thread.join(10)
    answer = client.get("/duplicates")
    assert answer.status_code == 500
    assert re.search(r"name this: [0-9a-f]{6}\.", answer.content.decode())


@pytest.mark.django_db(transaction=True)
def test_after_an_edit_a_pair_is_shown_without_looking_through_all(client, scope, adas, many, monkeypatch):
    client.get("/duplicates")
    rested(client)
    people.edit(scope, person=adas[0], notes="kinder")

    def never(*_words, **_more):
        raise AssertionError("nobody waits for that")

    monkeypatch.setattr(duplicates, "_search", never)
    assert "They share a mail address" in page(client, f"/duplicates/{adas[0]}/{adas[1]}")
