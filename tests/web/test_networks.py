"""The map in the browser: a picture with its twin in words, whatever people are called."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import interactions, people, ties
from acquaint.queries import networks
from acquaint.web.labels import Sheet
from acquaint.web.picture import KINDS, mark
from tests import world
from tests.web.payloads import ALL
from tests.web.reading import strange

pytestmark = pytest.mark.django_db


def page(client):
    answer = client.get("/map")
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def text(said):
    said = re.sub(r"<svg.*?</svg>", " ", said, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


@pytest.fixture
def mills(scope):
    keys = {}
    for stem, place in (("Nora", "North Mill"), ("Sten", "South Mill")):
        keys[stem] = world.know(scope, *(f"{stem} {letter}" for letter in "ABCDE"), organization=place)
        for one, two in combinations(keys[stem], 2):
            ties.add(scope, one=one, two=two)
    ties.add(scope, one=keys["Nora"][0], two=keys["Sten"][1])
    ties.add(scope, one=keys["Nora"][0], two=keys["Sten"][2])
    interactions.log(scope, people=[keys["Nora"][0]], kind="coffee", on=scope.today)
    return keys


def test_nobody_yet_and_nobody_tied(client, scope):
    shown = page(client)
    assert "Nobody is here yet. Bring your people, and the map draws itself." in text(shown)
    assert "<svg viewBox" not in shown
    world.know(scope, "Ada Ek", "Bo Lind")
    shown = page(client)
    assert "Nobody here is known to know anybody else yet." in text(shown)
    assert shown.count('<a href="/people/') == 2


def test_the_words_say_what_the_picture_shows(client, scope, mills):
    said = text(page(client))
    assert "North Mill five people; you have talked with one of them" in said
    assert "South Mill five people; you have not talked with any of them yet" in said
    assert "Who stands between them Nora A stands between" in said
    assert "You know several people at South Mill, and have not talked with any of them yet." in said
    for key in mills["Nora"]:
        assert f'href="/people/{key}"' in page(client)


def test_everybody_is_in_the_picture_and_none_of_it_is_a_stop_of_the_keyboard(client, scope, mills):
    people.close(scope, person=mills["Nora"][1])
    (drawn,) = re.findall(r"<svg viewBox.*?</svg>", page(client), flags=re.DOTALL)[:1]
    links = re.findall(r"<a [^>]*>", drawn)
    assert {re.search("/people/(.{10})", link)[1] for link in links} == {*mills["Nora"], *mills["Sten"]}
    assert all('tabindex="-1"' in link for link in links)
    assert 'aria-hidden="true"' in drawn.partition(">")[0]
    assert drawn.count('class="met"') == 1
    assert drawn.count('class="ring"') >= 1


def test_the_same_number_of_questions_whoever_there_is(client, scope, mills):
    networks._held.clear()
    page(client)
    networks._held.clear()
    with CaptureQueriesContext(connection) as few:
        page(client)
    world.know(scope, *(f"Bo Lind {number}" for number in range(6)), organization="North Mill")
    with CaptureQueriesContext(connection) as many:
        page(client)
    assert len(many) <= len(few)
    with CaptureQueriesContext(connection) as kept:
        page(client)
    assert len(kept) < len(few) - 8


@pytest.mark.parametrize("words", ALL[::3])
def test_names_of_any_kind_stay_words(client, scope, words):
    keys = world.know(scope, words, "Ada Ek", "Bo Lind", organization=words)
    for one, two in combinations(keys, 2):
        ties.add(scope, one=one, two=two)
    shown = page(client)
    assert "<svg viewBox" in shown
    assert strange(shown) == []


def test_each_kind_of_group_has_a_shape_of_its_own():
    shapes = {mark(group, 10, 10, 3) for group in range(KINDS)}
    assert len(shapes) == KINDS
    assert mark(KINDS, 10, 10, 3) == mark(0, 10, 10, 3)
    assert mark(None, 10, 10, 3) not in shapes


def test_words_are_set_where_there_is_room_or_not_at_all():
    sheet = Sheet(1000, 0, 600)
    for _again in range(9):
        sheet.name("Ada Ek", 500, 300, 5, foremost=False)
    assert len(sheet.labels) == 4  # under, over, and on either side
    boxes = {(label.x, label.y) for label in sheet.labels}
    assert len(boxes) == 4
    sheet.name("Bo Lind", 998, 100, 5, foremost=True)
    at_the_edge = sheet.labels[-1]
    assert at_the_edge.x < 998
    assert at_the_edge.look == "name foremost"
    sheet.name("Cy Dahl", 10, 9999, 5, foremost=False)
    assert sheet.labels[-1] is at_the_edge
    sheet.title("x" * 90, 500, (100.0, 200.0), 900, "k1")
    assert sheet.labels[-1].text == "x" * 29 + "…"
