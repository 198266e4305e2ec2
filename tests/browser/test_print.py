"""The brief on paper: one A4 page of the brief and nothing but it."""

from __future__ import annotations

import re

import pytest

from tests.pages import Page


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Chromium's has: its page objects stand in plain sight."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("row", [Page("brief", ("booked",)), Page("brief", ("debriefed",))], ids=str)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_brief_is_one_page(visit, sample, row, paper):
    visitor = visit(sample)
    visitor.go(row.address(sample.ask))
    assert pages_of(visitor.page.pdf(format=paper)) == 1


def test_every_brief_of_the_sample_is_one_page(visit, sample):
    visitor = visit(sample)
    longer = []
    for address in Page("brief", ("interview",)).addresses(sample.ask):
        visitor.go(address)
        if pages_of(visitor.page.pdf(format="A4")) != 1:
            longer.append(address)
    assert longer == []


def test_paper_has_no_rail_no_buttons_and_no_dark_ground(visit, sample):
    visitor = visit(sample, color_scheme="dark")
    visitor.go(Page("brief", ("booked",)).address(sample.ask))
    visitor.page.emulate_media(media="print", color_scheme="dark")
    for unwanted in ("nav.rail", "main button", ".toast", "dialog", "a.skip"):
        assert visitor.page.locator(f"{unwanted} >> visible=true").count() == 0, unwanted
    ground = visitor.evaluate("() => getComputedStyle(document.body).backgroundColor")
    ink = visitor.evaluate("() => getComputedStyle(document.querySelector('h1')).color")
    assert sum(map(int, re.findall(r"\d+", ground)[:3])) > 700 or ground == "rgba(0, 0, 0, 0)", ground
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, ink


def test_the_document_is_tagged_so_that_it_reads_in_its_right_order(visit, sample):
    visitor = visit(sample)
    visitor.go(Page("brief", ("booked",)).address(sample.ask))
    assert b"/StructTreeRoot" in visitor.page.pdf(format="A4", tagged=True)
