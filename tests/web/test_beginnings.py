from __future__ import annotations

from datetime import date

import pytest

from acquaint.models import Interview, Person
from acquaint.web import sample
from tests import world


def test_a_list_of_names_is_enough_to_begin(client, scope):
    answer = client.post("/welcome/names", {"names": "Marisol Quent, we rowed together\n\nCorin Abel\n"})
    assert answer["Location"].startswith("/people?did=")
    rows = dict(Person.objects.of(scope).values_list("name", "how_met"))
    assert rows == {"Marisol Quent": "we rowed together", "Corin Abel": ""}
    assert world.changes(scope) == ["person.list"]
    assert "Ask for a talk" in client.get("/").content.decode()


def test_an_empty_list_asks_for_one_name(client, scope):
    answer = client.post("/welcome/names", {"names": " \n "})
    assert answer.status_code == 422
    assert "Write one name" in answer.content.decode()


@pytest.mark.parametrize(
    ("line", "on", "learned"),
    [
        ("Marisol Quent, May 2025, start with the registry", date(2025, 5, 1), "start with the registry"),
        ("Marisol Quent, 2024", date(2024, 1, 1), ""),
        ("Marisol Quent, 2025-11-03, a, b and c", date(2025, 11, 3), "a, b and c"),
        ("Marisol Quent, two weeks ago", date(2026, 2, 18), ""),
        ("Marisol Quent", date(2026, 2, 2), ""),
        ("Marisol Quent, start with the registry", date(2026, 2, 2), "start with the registry"),
    ],
)
def test_an_earlier_talk_is_carried_on_from_one_line(client, scope, line, on, learned):
    answer = client.post("/welcome/earlier", {"talks": line})
    assert answer["Location"].startswith("/?did="), answer.content
    talk = Interview.objects.of(scope).get()
    assert talk.held_on == on
    page = client.get("/").content.decode()
    assert "Marisol Quent" in page
    assert learned in client.get(f"/people/{talk.person.key}").content.decode()


def test_nothing_of_it_counts_as_late(client, scope):
    client.post("/welcome/earlier", {"talks": "Marisol Quent, May 2025, start with the registry"})
    page = client.get("/").content.decode()
    assert "any day" in page
    for word in ("overdue", "late by", "days late"):
        assert word not in page


def test_a_time_that_cannot_be_read_is_told_and_the_lines_stay(client, scope):
    answer = client.post("/welcome/earlier", {"talks": "Marisol Quent, in the days of yore, start with it"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "in the days of yore" in page
    assert "is no time that I can read" in page
    assert world.changes(scope) == []


def test_the_sample_opens_in_a_place_of_its_own(client, scope, settings):
    settings.SAMPLE_OPENER = f"{__name__}.opened"
    before = world.state(scope)
    page = client.post("/welcome/sample").content.decode()
    assert 'href="http://127.0.0.1:9/enter/x"' in page
    assert world.state(scope) == before


def opened():
    """What stands for the second program here; tests/browser starts the real one."""
    return "http://127.0.0.1:9/enter/x"


def closed():
    return ""


def test_a_sample_that_does_not_start_is_told(client, settings):
    settings.SAMPLE_OPENER = f"{__name__}.closed"
    assert "did not start" in client.post("/welcome/sample").content.decode()
    assert sample.page.__doc__
