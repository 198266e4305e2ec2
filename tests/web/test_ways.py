"""The pages of ways, of who may think of me, and of fit: names and facts, no number beside a person."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import interactions, interviews, introductions, organizations, people
from tests import world
from tests.web.payloads import ALL
from tests.web.reading import strange

pytestmark = pytest.mark.django_db


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def text(said):
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


@pytest.fixture
def ana(scope):
    (key,) = world.know(scope, "Ana Ruiz", organization="Ferncare")
    interactions.log(scope, people=[key], kind="coffee", on=scope.today)
    introductions.offered(scope, introducer=key, name="Tom Okafor")
    return key


def test_a_way_shows_its_people_and_what_speaks_for_each_step(client, ana):
    said = text(page(client, "/ways?q=tom"))
    assert "You → Ana Ruiz → Tom Okafor a fair way" in said
    assert "Ana Ruiz named Tom Okafor to you." in said


def test_nobody_several_and_nothing_are_said(client, scope, ana):
    world.know(scope, "Zed Alone", "Ana Moss")
    assert "Nobody you know leads to Zed Alone yet." in text(page(client, "/ways?q=zed"))
    several = page(client, "/ways?q=ana")
    assert "That could be several:" in several
    assert f'href="/ways?q={ana}"' in several
    assert "nobody and nothing called" in page(client, "/ways?q=qqqqqq")
    assert "Whom would you like to reach?" in page(client, "/ways")


def test_whoever_is_closed_is_left_in_peace(client, scope, ana):
    people.close(scope, person=ana)
    assert "You are never to contact Ana Ruiz again, so no way is shown." in text(
        page(client, f"/ways?q={ana}")
    )
    assert "Nobody you know leads to Tom Okafor yet." in text(page(client, "/ways?q=tom"))


def test_who_may_think_of_me_is_told_by_band_and_for_a_role_by_fact(client, ana):
    said = text(page(client, "/recall"))
    assert "Lately in touch Ana Ruiz You and Ana Ruiz last talked" in said
    assert "may not have heard yet what you are looking for" in text(page(client, "/recall?role=nurse"))
    assert not re.search(r"0\.\d|%", said)


def test_fit_names_people_and_says_what_is_missing(client, scope, ana):
    assert "Nobody met in a field yet." in page(client, "/fit")
    organizations.add(scope, name="Ferncare", field="Care")
    assert "Nobody met yet" in page(client, "/fit")
    interviews.hold(scope, person=ana, at=scope.local_now.replace(tzinfo=None, hour=9))
    said = text(page(client, "/fit"))
    assert "Care : you liked 0 of 1" in said
    assert "Not decided: 5 more talks could settle it." in said
    assert "Not said yet: Ana Ruiz" in said


@pytest.mark.parametrize("address", ["/ways?q=ferncare", "/recall", "/recall?role=nurse", "/fit"])
def test_the_pages_ask_the_same_number_of_questions_whoever_there_is(client, scope, ana, address):
    page(client, address)
    with CaptureQueriesContext(connection) as few:
        page(client, address)
    for key in world.know(scope, *(f"Bo Lind {number}" for number in range(4)), organization="Ferncare"):
        interactions.log(scope, people=[key], kind="coffee", on=scope.today)
    with CaptureQueriesContext(connection) as many:
        page(client, address)
    assert len(many) <= len(few)


@pytest.mark.parametrize("words", ALL[::4])
def test_names_of_any_kind_stay_words(client, scope, words):
    (key,) = world.know(scope, words, organization=words)
    interactions.log(scope, people=[key], kind="coffee", on=scope.today)
    for address in ("/recall", "/recall?role=x", f"/ways?q={key}", "/fit"):
        assert strange(page(client, address)) == []
