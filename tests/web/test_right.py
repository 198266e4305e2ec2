"""Was I right? How far it is, then a chart with its table; the first deed of a day writes forecasts down."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from acquaint.actions import forecasts, interactions
from acquaint.models import Change, Forecast
from tests import world

pytestmark = pytest.mark.django_db


def page(client, address="/right"):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


@pytest.fixture
def full(scope):
    """Sixty months of people that are over, a third of which brought a word."""
    keys = world.know(scope, *(f"Ana {letter}{other}" for letter in "abcdef" for other in "abcdefghij"))
    long_ago = scope.today - timedelta(days=40)
    for key in keys:
        interactions.log(scope, people=[key], kind="coffee", on=long_ago)
    forecasts.once_a_day(scope)
    Forecast.objects.update(on=long_ago)
    for pk in Forecast.objects.values_list("pk", flat=True)[::3]:
        Forecast.objects.filter(pk=pk).update(came_on=long_ago + timedelta(days=3))


def test_it_says_plainly_how_far_it_is(client, scope):
    said = page(client)
    assert "0 of 50 months so far." in said
    assert '<svg class="dots"' not in said
    assert 'href="/right"' in page(client, "/more")


def test_the_chart_has_a_table_that_says_the_same(client, full):
    said = page(client).partition("Looked back on")[0]
    assert "Of 60 months, 20 brought a word;" in said
    chart = said[said.index('<svg class="dots"') : said.index("</svg>", said.index('<svg class="dots"'))]
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="number">(\d+)\xa0%</td>', said)
    assert chart.count('class="seen"') == len(rows) > 0
    assert "20 of 60 (33\xa0%)" in said
    at = int(re.search(r'class="seen"[^>]* cx="(\d+)"', chart)[1])
    assert at == round(6 + 388 / 3)
    assert "Ana" not in said


def test_reading_writes_nothing_and_the_first_deed_does(client, scope):
    (key,) = world.know(scope, "Ana Ruiz")
    interactions.log(scope, people=[key], kind="coffee", on=scope.today)
    for address in ("/right", "/recall", "/"):
        page(client, address)
    assert not Forecast.objects.exists()
    world.know(scope, "Bo Lind")
    answer = client.post(reverse("undo", args=[Change.objects.latest("number").key]))
    assert answer.status_code == 302
    assert Forecast.objects.count() == 1
