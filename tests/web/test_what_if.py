"""The page of what-if: ranges as a drawing and as numbers, with assumptions; nobody's name on it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from acquaint.actions import interactions, interviews
from tests import world

pytestmark = pytest.mark.django_db
NAMES = ("Ana Ruiz", "Bo Lind", "Cy Dahl", "Dov Katz", "Eve Moss", "Fay Ober")


def page(client, address="/what-if"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def text(said):
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


@pytest.fixture
def talks(scope):
    keys = world.know(scope, *NAMES)
    for number, key in enumerate(keys):
        at = (scope.local_now - timedelta(days=150 + number)).replace(tzinfo=None, hour=9)
        interviews.hold(scope, person=key, at=at)
    interactions.log(scope, people=keys[:3], kind="coffee", on=scope.today - timedelta(days=30))
    return keys


def test_ranges_stand_beside_their_assumptions_and_name_nobody(client, talks):
    said = page(client, "/what-if?touches=3&weeks=12")
    words = text(said)
    assert "Keeping up 3 a week for 12 weeks would leave" in words
    assert "as if each talk had stayed isolated" in words
    assert "What this rests on “Alive” is a simulated quantity" in words
    assert "It says nothing about openings" in words
    assert not any(name in words for name in NAMES)


def test_every_strip_has_its_numbers_and_lies_within_the_drawing(client, talks):
    said = page(client)
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', said)
    assert [label for label, _rest in rows] == ["1", "2", "5", "8", "so far"]
    for _label, rest in rows:
        assert len(re.findall(r"\d\.\d – \d+\.\d", rest)) == 2
        for x, width in re.findall(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', rest):
            assert 0 <= float(x) <= float(x) + float(width) <= 100.01
    assert said.count("<tr><td>") == 24


def test_too_few_people_are_told_so_without_a_range(client, scope):
    words = text(page(client))
    assert "This needs 5 people with whom you were in touch both ways in the last year; so far: 0." in words
    assert "What this rests on" not in words
    assert "<svg viewBox" not in page(client).split("</h1>")[1]


@pytest.mark.parametrize(
    "asked",
    ["touches=-1", "touches=51", "weeks=3", "weeks=105", "touches=x", "weeks=٣٠", "weeks=" + "9" * 5000],
)
def test_a_number_out_of_bounds_is_said_and_the_usual_one_taken(client, talks, asked):
    words = text(page(client, f"/what-if?{asked}"))
    assert "Touches are a number from 0 to 50, weeks one from 4 to 104." in words
    assert "Keeping up 5 a week for 26 weeks" in words


def test_more_leads_to_it(client):
    assert 'href="/what-if"' in page(client, "/more")
