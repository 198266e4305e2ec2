"""The debrief in a real page: chips while one writes, Enter that keeps, a × that gives words back."""

from __future__ import annotations

import shutil

from playwright.sync_api import expect

from tests.browser import looking
from tests.browser.serving import serving
from tests.pages import Page

WORDS = "Send her my long reading list by Friday. She will look for the slides."


def begin(visitor, served):
    visitor.go(Page("debrief", ("held",)).address(served.ask))
    visitor.page.locator("textarea#id_words").fill(WORDS)
    expect(visitor.page.locator("main .chips li")).to_have_count(2)
    return visitor.page


def promises(served) -> list[tuple[str]]:
    return served.ask("SELECT text FROM promise WHERE text LIKE '%reading list%' OR text LIKE '%the slides%'")


def test_chips_say_what_is_understood_and_look_well(visit, own):
    visitor = visit(own)
    begin(visitor, own)
    assert looking.axe(visitor) == []
    assert looking.seen(visitor) == {}


def test_enter_in_a_line_keeps_the_debrief_chips_or_no_chips(visit, own):
    visitor = visit(own)
    page = begin(visitor, own)
    page.get_by_label("One thing you learned").fill("Wards choose by what the next shift can read")
    page.keyboard.press("Enter")
    expect(page.locator("[data-toast]")).to_be_visible()
    assert len(promises(own)) == 2


def test_ctrl_enter_in_the_words_keeps_the_debrief(visit, own):
    visitor = visit(own)
    page = begin(visitor, own)
    page.locator("textarea#id_words").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-toast]")).to_be_visible()
    assert len(promises(own)) == 2


def test_a_chip_given_back_to_the_text_is_kept_as_words_only(visit, own):
    visitor = visit(own)
    page = begin(visitor, own)
    before = len(promises(own))
    page.locator("main .chips li", has_text="reading list").get_by_role("button").click()
    expect(page.locator("main .chips li")).to_have_count(1)
    expect(page.locator("textarea#id_words")).to_have_value(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-toast]")).to_be_visible()
    assert len(promises(own)) == before + 1
    assert own.ask("SELECT raw FROM debrief ORDER BY id DESC LIMIT 1")[0][0].count("reading list") == 1


def test_without_scripts_a_chip_is_given_back_too_and_nothing_typed_is_lost(visit, own):
    visitor = visit(own, scripts=False)
    visitor.go(Page("debrief", ("held",)).address(own.ask))
    page = visitor.page
    page.get_by_label("One thing you learned").fill("Wards choose")
    page.locator("input[name=liked][value=mixed]").check(force=True)
    page.locator("textarea#id_words").fill(WORDS)
    page.get_by_role("button", name="Show what you understand").click()
    page.locator("main .chips li", has_text="reading list").get_by_role("button").click()
    expect(page.locator("main .chips li")).to_have_count(1)
    expect(page.get_by_label("One thing you learned")).to_have_value("Wards choose")
    expect(page.locator("input[name=liked][value=mixed]")).to_be_checked()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-toast]")).to_be_visible()
    assert [text for (text,) in promises(own) if "reading" in text] == []


def test_opened_for_reading_only_a_change_is_refused_in_words(visit, sample_folder, tmp_path):
    shutil.copytree(sample_folder, tmp_path / "data")
    with serving(tmp_path / "data", "--read-only") as served:
        before = served.dump()
        visitor = visit(served)
        visitor.go("/people/new")
        visitor.page.get_by_label("Name", exact=True).fill("Nobody New")
        visitor.await_status(403)
        visitor.page.locator("main form .first").click()
        expect(visitor.page.locator("h1")).to_contain_text("reading only")
        assert looking.axe(visitor) == []
        assert served.dump() == before


def test_after_a_long_absence_nothing_is_late(visit, sample_folder, tmp_path):
    shutil.copytree(sample_folder, tmp_path / "data")
    with serving(tmp_path / "data", on="2026-03-26T09:30") as served:
        visitor = visit(served)
        visitor.go("/")
        expect(visitor.page.locator("h1")).to_contain_text("Good to see you")
        expect(visitor.page.locator("main")).to_contain_text("Nothing is late")
        assert visitor.page.locator("main .thing").count() <= 1
        assert looking.axe(visitor) == []
