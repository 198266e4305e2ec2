from __future__ import annotations

import html
import io
import logging
import re
import sys

from acquaint.actions import erasures, people, promises
from acquaint.queries import history
from acquaint.web.logs import Bare
from tests import world


def page(client, query=""):
    answer = client.get(f"/history{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_change_stands_in_words_with_its_hour_and_its_way_back(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    promises.add(scope, person=key, text="send my notes")
    shown = page(client)
    assert "Added Marisol Quent" in shown
    assert "Wrote down a promise: send my notes" in shown
    assert shown.index("send my notes") < shown.index("Added Marisol")
    assert "12:50" in shown
    assert shown.count("/undone") == 2


def test_undo_and_redo(client, scope):
    made = people.add(scope, name="Marisol Quent")
    client.post(f"/history/{made.undo}/undone", {"back": "/history"})
    shown = page(client)
    assert 'class="undone"' in shown
    assert "Marisol" not in client.get("/people").content.decode().partition("<dialog")[0]
    assert client.post("/history/redone")["Location"].startswith("/history?did=")
    assert "Marisol Quent" in client.get("/people").content.decode()


def test_undo_from_a_page_that_goes_with_it_leads_on(client, scope):
    made = people.add(scope, name="Marisol Quent")
    answer = client.post(f"/history/{made.undo}/undone", {"back": f"/people/{made.id}"})
    assert answer["Location"].startswith("/people?did=")
    assert client.get(answer["Location"]).status_code == 200


def test_undo_of_nothing_and_of_what_was_undone_is_told(client, scope):
    assert client.post("/history/2222222222/undone").status_code == 404
    made = people.add(scope, name="Marisol Quent")
    client.post(f"/history/{made.undo}/undone")
    again = client.post(f"/history/{made.undo}/undone")
    assert again.status_code == 422
    assert "taken back already" in again.content.decode()


def test_an_erasure_offers_no_way_back(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    erasures.erase(scope, person=key)
    shown = page(client)
    assert "Erased a person for good" in shown
    assert "/undone" not in shown.split("Erased a person for good")[1].split("</li>")[0]


def test_what_an_undo_had_to_keep_is_told_with_the_reason(client, scope):
    made = people.add(scope, name="Marisol Quent", organization="Harbor Clinic")
    people.edit(scope, person=made.id, notes="Met again.")
    answer = client.post(f"/history/{made.undo}/undone", {"back": "/history"}, follow=True)
    said = html.unescape(answer.content.decode())
    assert said.count("Marisol Quent (changed later)") == 2
    assert "Kept 1" in said or "Kept 2" in said
    clean = people.add(scope, name="Corin Abel")
    client.post(f"/history/{clean.undo}/undone")
    assert "Kept" not in page(client).split("Corin Abel")[1].split("</li>")[0]


def test_redo_without_an_undo_is_told(client):
    answer = client.post("/history/redone")
    assert answer.status_code == 404


def test_the_toast_tells_only_of_this_owners_changes(client, scope, other):
    foreign = people.add(other, name="Hidden Away")
    assert "data-toast" not in client.get(f"/people?did={foreign.undo}").content.decode()
    own = people.add(scope, name="Marisol Quent")
    assert "data-toast" in client.get(f"/people?did={own.undo}").content.decode()
    assert "data-toast" not in client.get("/people?did=nothing").content.decode()


def test_a_long_history_comes_in_pages(client, scope, django_assert_num_queries):
    world.know(scope, *(f"Nameless {number}" for number in range(45)))
    shown = page(client)
    assert shown.count("/undone") == 40
    assert "/history?from=40" in shown
    assert page(client, "?from=40").count("/undone") == 5
    with django_assert_num_queries(6):
        page(client)


def test_everything_the_actions_do_has_words(client, scope):
    world.know(scope, "Marisol Quent")
    assert all(deed.what for deed in history.history(scope))


def test_a_fault_is_told_by_its_place_and_never_by_its_values():
    try:
        int("Marisol Quent, +44 20 7946 0000")
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, "x", 1, "/people?q=Marisol", (), sys.exc_info()
        )
    said = Bare().format(record)
    assert re.search(r"ValueError at tests\.web\.test_history:\d+ in test_a_fault", said)
    assert "Marisol" not in said
    assert "\n" not in said


def test_a_fault_of_ours_is_a_page_that_says_so(client, scope, monkeypatch):
    client.raise_request_exception = False
    handler = logging.StreamHandler(heard := io.StringIO())
    handler.setFormatter(Bare())
    monkeypatch.setattr(logging.getLogger("django.request"), "handlers", [handler])
    monkeypatch.setattr(history, "history", None)
    answer = client.get("/history?from=1&q=Marisol+Quent")
    assert answer.status_code == 500
    assert "it is our fault" in answer.content.decode()
    [line] = heard.getvalue().splitlines()
    [fault] = re.findall(r"name this: ([0-9a-f]{6})\.", answer.content.decode())
    assert f"fault {fault} TypeError at acquaint.web.history:" in line
    assert line.endswith(" in page")
    assert "Marisol" not in line
    assert "/history" not in line
