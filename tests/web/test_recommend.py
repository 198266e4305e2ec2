"""The page of whom I could name: people with reasons, nobody who is closed, nothing beside a name."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import changes, interests, organizations, people
from acquaint.models import Person
from acquaint.queries import recommend
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
def ada(scope):
    (key,) = world.know(scope, "Ada Moss", organization="Harbor Clinic", position="Ward nurse")
    return key


def test_people_come_with_their_reasons(client, ada):
    said = text(page(client, "/recommend?words=nursing"))
    assert "Ada Moss Ada Moss does this now: Ward nurse, Harbor Clinic." in said
    assert "Ask them before you name them." in said


def test_studies_are_said_as_studies(client, scope, ada):
    with changes.writing(scope, "person.edit") as w:
        row = w.get(Person, ada)
        organizations.hold(
            w, row, organization="Marsh College", title="Midwifery", kind="study", ended="2011"
        )
    assert "Ada Moss studied this: Midwifery, Marsh College." in text(
        page(client, "/recommend?words=midwifery")
    )


def test_nothing_asked_and_nobody_found_are_said(client, scope, ada):
    assert "know anybody for this opening?" in text(page(client, "/recommend"))
    assert "Nobody comes to mind for that yet." in text(page(client, "/recommend?words=pilot"))
    people.close(scope, person=ada)
    assert "Ada Moss" not in page(client, "/recommend?words=nurse")


def test_nobody_of_another_owner_comes_to_mind(client, other, ada):
    (key,) = world.know(other, "Zed Alone", organization="Harbor Clinic", position="Midwife")
    interests.add(other, person=key, text="nursing", kind="skill")
    assert "Zed Alone" not in page(client, "/recommend?words=midwife+nursing")
    assert [one.person.name for one in recommend.people(other, "midwife")] == ["Zed Alone"]


def test_more_people_cost_no_more_questions(client, scope, ada):
    page(client, "/recommend?words=nurse")
    with CaptureQueriesContext(connection) as few:
        page(client, "/recommend?words=nurse")
    for key in world.know(scope, *(f"Bo Lind {number}" for number in range(4)), position="Nurse"):
        interests.add(scope, person=key, text="nursing")
    with CaptureQueriesContext(connection) as many:
        page(client, "/recommend?words=nurse")
    assert len(many) <= len(few)


@pytest.mark.parametrize("words", ALL[::4])
def test_words_of_any_kind_stay_words(client, scope, words):
    world.know(scope, words, organization=words, position=f"nurse {words}")
    assert strange(page(client, "/recommend?words=nurse")) == []
    assert client.get("/recommend", {"words": words}).status_code == 200
