from __future__ import annotations

import pytest

from acquaint.actions import settings
from acquaint.queries import settings as choices
from tests import world

FORM = {
    "energy": "some",
    "minutes": "20",
    "formality": "friendly",
    "phase": "searching",
    "weekend": "saturday sunday",
    "zone": "Europe/London",
}


def test_every_choice_is_shown_as_it_is(client, scope):
    settings.set_(scope, name="name", value="Anna Ader")
    settings.set_(scope, name="energy", value="little")
    page = client.get("/settings").content.decode()
    assert 'value="Anna Ader"' in page
    assert 'value="little" checked' in page


def test_only_what_was_changed_is_written(client, scope):
    form = {**FORM, "name": "Anna Ader", "weekend": "friday saturday"}
    answer = client.post("/settings", form)
    assert answer["Location"].startswith("/settings?did=")
    assert world.changes(scope) == ["settings.set", "settings.set"]
    assert choices.read(scope).weekend == frozenset({4, 5})
    assert choices.myself(scope).name == "Anna Ader"
    client.post("/settings", form)
    assert len(world.changes(scope)) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("zone", "Moon/Base"), ("minutes", "none"), ("weekend", "someday"), ("email", "nobody")],
)
def test_what_cannot_be_read_is_told(client, scope, field, value):
    answer = client.post("/settings", {**FORM, field: value})
    assert answer.status_code == 422
    assert value in answer.content.decode()


def test_a_number_of_touches_is_left_alone(client, scope):
    settings.set_(scope, name="energy", value="3")
    client.post("/settings", {**FORM, "energy": "", "name": "Anna Ader"})
    assert choices.read(scope).capacity == 3


def test_an_energy_that_is_none_is_refused(client, scope):
    assert client.post("/settings/energy", {"energy": "endless"}).status_code == 422
    assert world.changes(scope) == []


def test_the_search_is_paused_and_taken_up_again(client, scope):
    answer = client.post("/settings", {**FORM, "search": "paused"}, follow=True)
    assert choices.is_paused(scope)
    assert 'value="paused" checked' in answer.content.decode()
    assert "Let the search rest for a while" in answer.content.decode()
    client.post("/people/new", {"name": "Marisol Quent"})
    assert "Your search rests." in client.get("/").content.decode()
    client.post("/settings", {**FORM, "search": "active"})
    assert "Good to see you. Nothing is late." in client.get("/").content.decode()
    assert world.changes(scope) == ["search.pause", "person.add", "search.resume"]
