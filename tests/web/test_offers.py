"""What imports found, on a page: a yes does it, a no leaves it, and nothing is pressing."""

from __future__ import annotations

import pytest

from acquaint.actions import imports, people
from acquaint.models import Offer, Person
from acquaint.queries import offers
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
