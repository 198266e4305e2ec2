"""Every page at every width, light and dark: it answers, fits, says what it is, and axe has no complaint."""

from __future__ import annotations

import pytest

from tests.browser import looking
from tests.pages import PAGES, Page


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_page_answers_fits_and_says_what_it_is(visit, sample, row: Page):
    visitor = visit(sample)
    visitor.go(row.address(sample.ask), status=row.status)
    assert visitor.page.locator("h1:visible").count() == 1
    assert visitor.page.locator("h1").inner_text().strip()
    name, _dot, house = visitor.page.title().rpartition(" · ")
    assert name.strip()
    assert house == "Acquaint"
    assert not looking.fits(visitor)


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_axe_has_no_complaint(visit, sample, row: Page):
    visitor = visit(sample)
    visitor.go(row.address(sample.ask), status=row.status)
    assert not looking.axe(visitor)


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_nothing_is_cut_when_text_is_spaced_out_and_nothing_moves(visit, sample, row: Page):
    visitor = visit(sample)
    visitor.go(row.address(sample.ask), status=row.status)
    looking.at(visitor, 1280)
    assert not visitor.evaluate(looking.MOVES)
    visitor.evaluate(looking.SPACE_OUT)
    found = []
    for width in (1280, 360):
        looking.at(visitor, width)
        found += visitor.evaluate(looking.CUT)
        found += filter(None, [visitor.evaluate(looking.FITS)])
    assert not found


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_every_page_works_in_forced_colours_and_for_fingers(visit, sample, row: Page):
    visitor = visit(sample, has_touch=True)
    visitor.go(row.address(sample.ask), status=row.status)
    looking.at(visitor, 360)
    assert not visitor.evaluate(looking.SMALL, 24)
    looking.at(visitor, 1280, forced_colors="active")
    assert not visitor.evaluate(looking.UNMARKED)
    assert visitor.evaluate(looking.FITS) is None
