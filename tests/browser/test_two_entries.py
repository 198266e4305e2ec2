"""The same person twice, by mouse, without scripts and by keyboard alone: joined, taken back, told apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Keyboard, Mouse
from tests.browser.serving import run

ADA = ("--email", "ada@example.org", "--notes")
WAYS = {
    "mouse": (Mouse, {}),
    "phone": (Mouse, {"viewport": {"width": 320, "height": 700}}),
    "no-scripts": (Mouse, {"scripts": False}),
    "keyboard": (Keyboard, {}),
}


@pytest.mark.parametrize("way", WAYS)
def test_two_entries_are_joined_parted_and_told_apart(visit, own, way):
    for name, note in (("Ada Moss", "kind"), ("Moss, Ada", "met at the choir")):
        run(own.folder, "person", "add", name, *ADA, note)
    hands_of, options = WAYS[way]
    visitor = visit(own, **options)
    hands, page = hands_of(visitor), visitor.page
    main = page.locator("main")
    visitor.go("/more")
    hands.press(main.get_by_role("link", name="The same person twice"))
    hands.press(main.get_by_role("link", name="Look at both"))
    expect(page.locator("h1")).to_have_text("One person or two?")
    hands.choose(page.locator("input[name=keep-name][value=b]"))
    hands.press(main.get_by_role("button", name="Join them"))
    toast = page.locator("[data-toast]")
    expect(toast).to_contain_text("Joined two entries of Moss, Ada")
    hands.press(toast.get_by_role("button", name="Undo"))
    expect(main.get_by_role("link", name="Look at both")).to_be_visible()
    hands.press(main.get_by_role("button", name="They are two people"))
    expect(page.locator("[data-toast]")).to_contain_text("Told apart: Ada Moss, Moss, Ada")
    expect(main.get_by_role("link", name="Look at both")).to_have_count(0)
    assert own.ask("SELECT count(*) FROM distinct_people") == [(1,)]
