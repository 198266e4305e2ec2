"""What no page may do: show or change another owner's rows, or change anything when it is only visited."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from acquaint.actions import interviews, people, promises
from acquaint.actions.changes import writing
from acquaint.models import Detail, Offer, Photo
from tests import world
from tests.pages import routes

WRITES = {
    "apart",
    "duplicates-stopped",
    "joined",
    "interview-cancelled",
    "interview-confirmed",
    "interview-missed",
    "import-again",
    "import-applied",
    "import-asked",
    "import-stopped",
    "import-offers-answered",
    "import-offer-accepted",
    "import-offer-declined",
    "import-dropped",
    "later",
    "promise-kept",
    "promise-released",
    "redo",
    "reopen",
    "sent",
    "undo",
    "energy",
    "chips",
    "debrief-chips",
    "draft-eml",
}


def keys_of(scope):
    """A person, an interview, a promise and a change of this owner."""
    [person] = world.know(scope, "Hidden Away")
    at = datetime(2026, 3, 5, 10, tzinfo=UTC)
    booked = interviews.book(scope, person=person, at=at)
    promised = promises.add(scope, person=person, text="keep this apart")
    return {
        "people": person,
        "duplicates": person,
        "interviews": dict(booked.items)["interview"],
        "promises": dict(promised.items)["promise"],
        "history": promised.undo,
        "offers": offered(scope),
        "facts": fact(scope, person),
        "photos": photo(scope),
    }


def photo(scope):
    """A picture of this owner's."""
    with writing(scope, "import.apply") as w:
        row = w.add(Photo, digest="hidden", mime="image/png", data=b"Hidden Away", width=1, height=1)
        return row.key


def fact(scope, person):
    """Something told of this owner's person."""
    people.edit(scope, person=person, birthday="--05-02")
    return Detail.objects.get(owner_id=scope.owner_id).key


def offered(scope):
    """Something that an import left to this owner."""
    party = {"name": "Hidden Away"}
    with writing(scope, "import.apply") as w:
        facts = {"party": party, "source": "ics", "reason": "guest"}
        return w.add(Offer, kind="person", sign="hidden", facts=facts).key


def addresses(keys):
    """Each route that takes a key, with a key of its noun; other converters get a word that fits."""
    for name, route in routes().items():
        converters = route.pattern.converters
        if "key" not in converters:
            continue
        noun = str(route.pattern).split("/")[0]
        words = {"key": keys[noun], "other": keys["people"], "kind": "reconnect"}
        yield name, reverse(name, kwargs={one: words[one] for one in converters})


def test_the_table_reaches_every_noun(scope):
    assert len(list(addresses(keys_of(scope)))) >= 20


def test_another_owners_key_is_404_everywhere_and_nothing_changes(client, scope, other):
    hidden = keys_of(other)
    before = world.state(other), world.state(scope)
    for name, address in addresses(hidden):
        seen = client.get(address)
        assert seen.status_code in (404, 405), (name, seen.status_code)
        assert b"Hidden Away" not in seen.content, name
        sent = client.post(address, {"line": "x", "why": "x", "outcome": "accepted", "text": "x"})
        assert sent.status_code in (404, 405), (name, sent.status_code)
        assert b"Hidden Away" not in sent.content, name
    assert (world.state(other), world.state(scope)) == before


def test_absent_and_foreign_keys_get_the_same_words(client, scope, other):
    key = keys_of(other)["people"]
    foreign, absent = client.get(f"/people/{key}"), client.get("/people/2222222222")
    assert foreign.status_code == absent.status_code == 404
    said = [re.sub(rb'value="[^"]*"', b"", answer.content) for answer in (foreign, absent)]
    assert said[0].replace(key.encode(), b"2222222222") == said[1]


def test_no_list_holds_another_owners_rows(client, scope, other):
    keys_of(other)
    for path in (
        "/",
        "/week",
        "/people",
        "/people?q=hidden",
        "/interviews",
        "/history",
        "/import",
        "/import/offers",
    ):
        assert b"Hidden Away" not in client.get(path).content, path


@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_write_answers_only_to_post(client, scope, name):
    route = routes()[name]
    words = {"key": "2222222222", "other": "3333333333", "kind": "reconnect", "token": "none"}
    address = reverse(name, kwargs={one: words[one] for one in route.pattern.converters})
    before = world.state(scope)
    for method in ("get", "head", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405, method
    assert world.state(scope) == before


@pytest.mark.parametrize(
    "path",
    [
        "/people/short",
        "/people/ABCDEFGHJK",
        "/people/../people",
        "/people/%2e%2e",
        "/people/aaaaaaaaaa%00",
        "/people/aaaaaaaaaa'",
    ],
)
def test_an_odd_key_is_simply_not_there(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["page=-1", "page=0", "page=99999", "page=x", "page=١٢", "among=nobody", "q=%00", "among=friend&q=%27"],
)
def test_an_odd_question_to_the_list_is_answered(client, query):
    assert client.get(f"/people?{query}").status_code == 200


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "javascript:alert(1)",
        "\\\\evil.test",
        "http:evil",
    ],
)
def test_after_a_change_nobody_is_led_away(client, scope, back):
    [key] = world.know(scope, "Marisol Quent")
    made = promises.add(scope, person=key, text="send the list")
    answer = client.post(f"/promises/{dict(made.items)['promise']}/kept", {"back": back})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/?did=")
