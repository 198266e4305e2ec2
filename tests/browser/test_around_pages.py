"""What stands around the pages: capture anywhere, keys, the toast, right to left, the first run, trouble."""

from __future__ import annotations

import shutil

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import looking
from tests.browser.serving import run, serving

FIRST_RUN = (
    "today",
    "welcome",
    "people",
    "conversations",
    "history",
    "week",
    "settings",
    "capture",
    "import",
)


def test_the_capture_dialog_opens_by_key_holds_the_focus_and_gives_it_back(visit, sample):
    visitor = visit(sample)
    visitor.go("/people")
    visitor.page.keyboard.press("c")
    dialog = visitor.page.locator("dialog#capture")
    expect(dialog).to_be_visible()
    expect(dialog.locator("textarea")).to_be_focused()
    assert looking.axe(visitor) == []
    assert looking.fits(visitor) == []
    visitor.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_closing_the_capture_dialog_gives_the_focus_back_to_its_link(visit, sample):
    visitor = visit(sample)
    visitor.go("/people")
    link = visitor.page.locator("[data-capture]")
    link.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("dialog#capture textarea")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_words_become_chips_as_they_are_written_and_nothing_is_kept(visit, sample):
    before = sample.dump()
    visitor = visit(sample)
    visitor.go("/")
    visitor.page.keyboard.press("c")
    dialog = visitor.page.locator("dialog#capture")
    dialog.locator("textarea").press_sequentially(
        "met @Nobody Atall at the fair, send her my notes by Friday"
    )
    chips = dialog.locator(".chips li")
    expect(chips.first).to_be_visible()
    assert chips.count() >= 3
    assert looking.axe(visitor) == []
    assert looking.fits(visitor) == []
    assert sample.dump() == before


def test_the_sheet_of_keys_opens_by_question_mark(visit, sample):
    visitor = visit(sample)
    visitor.go("/")
    visitor.page.keyboard.press("?")
    sheet = visitor.page.locator("dialog#keys")
    expect(sheet).to_be_visible()
    assert looking.axe(visitor) == []
    assert looking.fits(visitor) == []
    visitor.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


@pytest.mark.parametrize(("keys", "address"), [("g p", "/people"), ("g t", "/"), ("g v", "/interviews")])
def test_go_keys_go(visit, sample, keys, address):
    visitor = visit(sample)
    visitor.go("/more")
    for key in keys.split():
        visitor.page.keyboard.press(key)
    visitor.page.wait_for_url(sample.address + address)


def test_single_keys_never_fire_while_somebody_writes(visit, sample):
    visitor = visit(sample)
    visitor.go("/people")
    search = visitor.page.locator("[data-search]")
    search.press_sequentially("g?c/gt")
    assert visitor.page.locator("dialog[open]").count() == 0
    expect(search).to_have_value("g?c/gt")
    expect(visitor.page.locator("#found")).to_contain_text("g?c/gt")


def test_the_slash_leads_to_the_search_of_people(visit, sample):
    visitor = visit(sample)
    visitor.go("/people")
    visitor.page.keyboard.press("/")
    expect(visitor.page.locator("[data-search]")).to_be_focused()


def test_the_first_stop_of_the_keyboard_leads_past_the_rail(visit, sample):
    visitor = visit(sample)
    visitor.go("/people")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".skip")).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("main")).to_be_focused()


def test_the_toast_takes_back_what_was_done_and_says_so_politely(visit, own):
    before = own.ask("SELECT count(*) FROM person")
    visitor = visit(own)
    visitor.go("/people/new")
    visitor.page.get_by_label("Name", exact=True).fill("Wilma Toastworthy")
    visitor.page.locator("main form .first").click()
    toast = visitor.page.locator("[data-toast]")
    expect(toast).to_be_visible()
    assert toast.get_attribute("role") == "status"
    assert looking.axe(visitor) == []
    assert looking.fits(visitor) == []
    assert own.ask("SELECT count(*) FROM person") != before
    toast.get_by_role("button", name="Undo").click()
    expect(visitor.page.locator("[data-toast]")).to_contain_text("Undid")
    assert own.ask("SELECT count(*) FROM person") == before


def test_an_address_of_nothing_is_told_in_our_voice(visit, sample):
    visitor = visit(sample)
    for address in ("/nothing-here", "/people/aaaaaaaaaa", "/interviews/aaaaaaaaaa/brief"):
        visitor.go(address, status=404)
        assert looking.seen(visitor) == {}
        assert looking.axe(visitor) == []


def test_a_form_that_cannot_be_read_says_so_where_it_is_wrong(visit, sample):
    visitor = visit(sample)
    person = sample.ask("SELECT key FROM person WHERE stage = 'known' AND me_since IS NULL")[0][0]
    visitor.go(f"/people/{person}/book")
    visitor.page.locator("form[novalidate], main form").first.evaluate(
        "(form) => { form.noValidate = true; }"
    )
    visitor.page.get_by_label("Minutes").fill("0")
    visitor.await_status(422)
    visitor.page.locator("main form .first").click()
    expect(visitor.page.get_by_label("Minutes")).to_have_attribute("aria-invalid", "true")
    assert looking.axe(visitor) == []
    assert looking.seen(visitor) == {}


def test_the_first_run_is_usable_and_looks_well(visit, empty):
    visitor = visit(empty)
    for route in FIRST_RUN:
        visitor.go(reverse(route))
        assert looking.seen(visitor) == {}, route
        assert looking.axe(visitor) == [], route


def test_the_first_page_of_the_first_run_has_the_four_doors_and_the_one_question(visit, empty):
    visitor = visit(empty)
    visitor.go("/")
    assert visitor.page.locator("ul.doors > li").count() == 4
    assert visitor.page.get_by_role("group", name="energy").get_by_role("radio").count() == 3


def test_right_to_left_the_pages_turn_and_still_fit(visit, sample_folder, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(sample_folder, folder)
    run(folder, "settings", "language", "ar")
    with serving(folder) as served:
        visitor = visit(served, locale="ar")
        person = served.ask("SELECT key FROM person WHERE me_since IS NULL AND stage = 'in_touch'")[0][0]
        for address in (
            "/",
            "/people",
            f"/people/{person}",
            f"/people/{person}/log",
            "/history",
            "/settings",
        ):
            visitor.go(address)
            assert visitor.page.locator("html").get_attribute("dir") == "rtl", address
            assert visitor.page.locator("html").get_attribute("lang") == "ar", address
            assert looking.fits(visitor) == [], address
            looking.at(visitor, 1280)
            rail = visitor.page.locator("nav.rail").bounding_box()
            assert rail["x"] > 640, "the rail stands where reading begins"


def test_names_in_any_script_stand_in_their_own_direction(visit, own):
    names = ("شيرين عبد الرحمن", "ליאת כהן", "Nguyễn Văn An", "山田太郎", "Ana\u200fMaría")
    visitor = visit(own)
    for name in names:
        run(own.folder, "person", "add", name)
        visitor.go(f"/people?q={name}")
        link = visitor.page.locator("#found .name a bdi").first
        assert link.count() == 1, name
        assert looking.fits(visitor) == []
