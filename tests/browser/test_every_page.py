"""Every page at every width, light and dark: it answers, fits, says what it is, and axe has no complaint."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.browser import looking
from tests.browser.hands import stops
from tests.pages import PAGES, PIECES, Page, routes


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_page_fits_every_screen_and_serves_everybody(visit, sample, row: Page):
    visitor = visit(sample)
    visitor.go(row.address(sample.ask), status=row.status)
    assert visitor.page.locator("h1:visible").count() == 1
    assert visitor.page.locator("h1").inner_text().strip()
    name, _dot, house = visitor.page.title().rpartition(" · ")
    assert name.strip()
    assert house == "Acquaint"
    assert looking.seen(visitor) == {}
    for width in (1280, 360):
        looking.at(visitor, width)
        assert stops(visitor) == [], width
    assert looking.axe(visitor) == []


def test_every_route_that_shows_something_stands_in_the_table(visit, sample):
    """A route is in a row, is a piece with a reason, or answers GET with 405."""
    visitor = visit(sample)
    listed = {row.route for row in PAGES} | set(PIECES)
    for name, route in sorted(routes().items()):
        if name in listed:
            continue
        args = ["aaaaaaaaaa" for _converter in route.pattern.converters]
        answer = visitor.context.request.get(sample.address + reverse(name, args=args))
        assert answer.status == 405, f"{name} answers {answer.status} to GET and stands in no row"


def test_no_row_names_a_route_that_is_gone():
    known = set(routes())
    assert {row.route for row in PAGES} <= known
    assert set(PIECES) <= known
