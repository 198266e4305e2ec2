"""A walk over every address of the app: no visit changes anything, and no stranger does (TESTS 61-64)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from acquaint.actions.samples import filling
from acquaint.models import Owner
from acquaint.models.scope import Scope
from acquaint.web import entry
from tests.pages import KEYS, PAGES, PIECES, routes
from tests.web.conftest import HOST, ORIGIN

pytestmark = pytest.mark.django_db
# Which key fills a route's address: by the start of its name, else a person's.
NOUN = {
    "brief": "interview",
    "debrief": "held",
    "interview": "booked",
    "promise": "promise",
    "undo": "change",
}
FOREIGN = (
    {"HTTP_ORIGIN": "http://127.0.0.1:8421"},
    {"HTTP_ORIGIN": "http://localhost:3000", "HTTP_SEC_FETCH_SITE": "same-site"},
    {"HTTP_ORIGIN": "https://127.0.0.1"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_ORIGIN": "http://evil.test", "HTTP_SEC_FETCH_SITE": "cross-site"},
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
)


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        owner = Owner.objects.create()
        now = datetime(2026, 3, 4, 12, 50, tzinfo=UTC)
        filling.fill(Scope(owner.pk, owner.pk, "test", now, "Europe/London"))
        yield
        transaction.set_rollback(True)


def browser(**headers: str) -> Client:
    """A browser that holds the cookie and has its token checked."""
    client = Client(enforce_csrf_checks=True, HTTP_HOST=HOST, **headers)
    client.cookies[entry.cookie_name("80")] = entry.cookie_value("80")
    return client


def ask(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
    }


def addresses() -> dict[str, str]:
    """An address of every route, with keys that are there."""
    found = {}
    for name, route in routes().items():
        noun = next((noun for start, noun in NOUN.items() if name.startswith(start)), "person")
        words = {"key": ask(KEYS[noun])[0][0], "kind": "reconnect", "token": "0123456789abcdef"}
        words["batch"] = "2222222222"
        words["other"] = ask(KEYS["known"])[0][0]
        found[name] = reverse(name, kwargs={word: words[word] for word in route.pattern.converters})
    return found


def test_visiting_every_page_changes_nothing(sample):
    client, before = browser(), dump()
    for row in PAGES:
        for address in list(row.addresses(ask))[:3]:
            for method in (client.get, client.head, client.options):
                assert method(address).status_code in (200, 302, 405), address
    for name, address in addresses().items():
        for more in ("", "?did=2222222222", "?look=1&line=met%20@Somebody%20New", "?body=a&energy=plenty"):
            assert client.get(address + more).status_code < 500, name
    assert dump() == before


def test_no_sentence_on_any_page_ends_twice(sample):
    client, twice = browser(), re.compile(r"[^.]{1,30}\.\.(?!\.)")
    for row in PAGES:
        for address in list(row.addresses(ask))[:3]:
            text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
            assert twice.findall(text) == [], address


def test_a_page_is_listed_or_answers_only_to_a_change(sample):
    client = browser()
    listed = {row.route for row in PAGES} | set(PIECES)
    unlisted = {name: client.get(to).status_code for name, to in addresses().items() if name not in listed}
    assert set(unlisted.values()) == {405}, unlisted


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda headers: "-".join(headers.values()))
def test_no_address_takes_a_change_from_another_page_or_port(sample, foreign):
    client = browser()
    token = client.get("/people/new").cookies["csrftoken"].value
    before = dump()
    for name, address in addresses().items():
        for method in (client.post, client.put, client.patch, client.delete):
            answer = method(address, headers={"X-CSRFToken": token}, **foreign)
            assert answer.status_code == 403, (name, answer.status_code)
            assert "Access-Control-Allow-Origin" not in answer
    assert dump() == before


def test_no_address_takes_a_change_without_its_forms_token(sample):
    client, before = browser(HTTP_ORIGIN=ORIGIN, HTTP_SEC_FETCH_SITE="same-origin"), dump()
    for name, address in addresses().items():
        assert client.post(address).status_code == 403, name
        assert client.post(address, headers={"X-CSRFToken": "a" * 64}).status_code == 403, name
    assert dump() == before


def test_no_answer_opens_itself_to_other_pages(sample):
    for name, address in addresses().items():
        for headers in ({"HTTP_ORIGIN": "http://evil.test"}, {"HTTP_ORIGIN": "null"}):
            answer = browser().get(address, **headers)
            assert not [one for one in answer.headers if one.lower().startswith("access-control")], name
            asked = browser().options(address, HTTP_ACCESS_CONTROL_REQUEST_PRIVATE_NETWORK="true", **headers)
            assert not [one for one in asked.headers if one.lower().startswith("access-control")], name


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1:8421", "rebound.test:80", "127.0.0.1.evil.test"])
def test_no_address_answers_to_another_name(sample, host):
    client = browser()
    for name, address in {**addresses(), "static": "/static/acquaint/icon.svg"}.items():
        assert client.get(address, HTTP_HOST=host).status_code in (400, 403, 421), name
