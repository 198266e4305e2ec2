"""What imports found, on a page: a yes does it, a no leaves it, and nothing is pressing."""

from __future__ import annotations

import pytest

from acquaint.actions import imports, people
from acquaint.models import ContactPoint, Offer, Person
from acquaint.queries import offers
from tests import world
from tests.actions.imports.test_offers import CORA
from tests.formats.letters import ME
from tests.formats.meetings import BELA, calendar, event


@pytest.fixture
def batch(scope, tmp_path, settings):
    """A calendar with one guest who is not here."""
    settings.DATA_DIR = tmp_path / "data"
    people.add(scope, name="Bela Dahlsen", emails=["bela@example.com"])
    path = tmp_path / "cal.ics"
    path.write_text(calendar(event(BELA, CORA), name=ME))
    return imports.apply(scope, paths=[path]).batch


@pytest.mark.parametrize("answer", ["accepted", "declined"])
def test_a_yes_and_a_no_and_then_nothing_waits(client, scope, batch, answer):
    [one] = offers.waiting(scope)
    for path in ("/import/offers", f"/import/past/{batch}"):
        assert "Add Cora Eberwick" in client.get(path).content.decode()
    assert "/import/offers" in client.get("/import").content.decode()
    done = client.post(f"/offers/{one.id}/{answer}", {"back": "/import/offers"})
    assert done.status_code == 302
    assert done["Location"].startswith("/import/offers?did=")
    assert Offer.objects.of(scope).get().outcome == answer
    assert Person.objects.of(scope).filter(name="Cora Eberwick").exists() == (answer == "accepted")
    assert "Nothing here waits for you" in client.get("/import/offers").content.decode()
    assert "/import/offers" not in client.get("/import").content.decode()


def test_it_is_somebody_who_is_here_and_the_address_goes_to_them(client, scope, batch):
    cora = people.add(scope, name="Cora E. Eberwick", organization="Ferncare").id
    [one] = offers.waiting(scope)
    assert f"/offers/{one.id}?back=" in client.get(f"/import/past/{batch}").content.decode()
    page = client.get(f"/offers/{one.id}", {"back": "/import/offers"}).content.decode()
    assert "Cora E. Eberwick" in page, "who is called alike is shown at once"
    assert "Ferncare" in page
    assert "Nobody here is called so." in client.get(f"/offers/{one.id}", {"q": "zzz"}).content.decode()
    assert "Bela Dahlsen" in client.get(f"/offers/{one.id}", {"q": "dahl"}).content.decode()
    done = client.post(f"/offers/{one.id}/accepted", {"who": cora, "back": "/import/offers"})
    assert done["Location"].startswith("/import/offers?did=")
    assert not Person.objects.of(scope).filter(name="Cora Eberwick").exists()
    assert Offer.objects.of(scope).get().person.key == cora
    assert ContactPoint.objects.of(scope).filter(person__key=cora, kind="email").exists()


def test_it_is_somebody_new_under_another_name(client, scope, batch):
    [one] = offers.waiting(scope)
    client.post(f"/offers/{one.id}/accepted", {"name": "Cora van Eberwick"})
    assert Person.objects.of(scope).filter(name="Cora van Eberwick").exists()


@pytest.mark.parametrize("say", ["yes", "no"])
def test_several_are_answered_at_once_and_taken_back_at_once(client, scope, batch, say):
    keys = [one.id for one in offers.waiting(scope)]
    before = world.changes(scope)
    assert client.post("/offers/answered", {"back": "/import/offers"})["Location"] == "/import/offers"
    assert world.changes(scope) == before, "nothing ticked, nothing done"
    client.post("/offers/answered", {"offer": keys, "say": say, "back": "/import/offers"})
    assert {row.outcome for row in Offer.objects.of(scope)} == {"accepted" if say == "yes" else "declined"}
    assert len(world.changes(scope)) == len(before) + 1


def test_another_owners_person_is_nobody_it_could_be(client, scope, other, batch):
    [foreign] = world.know(other, "Cora Hidden")
    [one] = offers.waiting(scope)
    assert "Cora Hidden" not in client.get(f"/offers/{one.id}").content.decode()
    assert client.post(f"/offers/{one.id}/accepted", {"who": foreign}).status_code == 404
    assert Offer.objects.of(scope).get().settled_on is None
