"""The states of an import that a person meets with real files: each looked at, also without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bench.archives import Shape, write_zip
from tests.browser import looking
from tests.browser.hands import stops
from tests.browser.serving import run

TABLE = (
    "Wer;Erreicht;Suppe;Geboren\n"
    "Łucja Moss;4930901820;leek;03/04/1990\n"
    "Żaneta Varga;4930901821;pea;05/06/1985\n"
)
MANY = 40_000  # connections: more than are in before somebody who is quick says stop
LETTER = (
    "From: Cora Eberwick <cora@example.com>\nTo: me@example.org, Dora Falk <dora@example.com>\n"
    "Subject: The mill\nDate: Mon, 02 Feb 2026 10:00:00 +0000\nMessage-ID: <1@example.com>\n\nCome.\n"
)


def hand_over(visitor, *files: Path):
    visitor.go("/import")
    visitor.page.locator("input[name=files]").set_input_files(list(files))
    visitor.page.locator("main").get_by_role("button", name="Read it").click()


def heading(visitor, words: str):
    expect(visitor.page.locator("h1")).to_contain_text(words, timeout=30_000)


def well(visitor):
    """Nothing is amiss with this page: it fits, is readable, can be reached by keyboard."""
    assert looking.seen(visitor) == {}
    assert looking.axe(visitor) == []
    assert stops(visitor) == []
    looking.at(visitor, 1280)


def button(visitor, name: str):
    return visitor.page.locator("main").get_by_role("button", name=name, exact=True)


@pytest.fixture
def table(tmp_path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(TABLE.encode("cp1250"))
    return path


def test_columns_letters_and_dates_are_explained_by_eye(visit, empty, table):
    visitor = visit(empty)
    hand_over(visitor, table)
    heading(visitor, "What do the columns mean?")
    well(visitor)
    page = visitor.page
    page.get_by_label("Łucja Moss").check()
    button(visitor, "Show it with these letters").click()
    expect(page.locator(".column li").first).to_have_text("Łucja Moss")
    page.get_by_label("Wer").select_option(label="The full name")
    page.get_by_label("Geboren").select_option(label="The birthday")
    button(visitor, "Read it like this").click()
    expect(page.locator(".errorlist")).to_contain_text("say which")
    visitor.faults.clear()  # the browser notes that this answer was a 422, as it should be
    well(visitor)
    page.locator("input[name=dates-0][value=day]").check(force=True)
    button(visitor, "Read it like this").click()
    heading(visitor, "This is what I found")
    well(visitor)
    button(visitor, "See what each column means").click()
    expect(page.get_by_label("Wer")).to_have_value("name")
    button(visitor, "Read it like this").click()
    heading(visitor, "This is what I found")
    button(visitor, "Bring them in").click()
    heading(visitor, "Your people are here")
    assert empty.ask("SELECT name FROM person WHERE me_since IS NULL ORDER BY id") == [
        ("Łucja Moss",), ("Żaneta Varga",),
    ]  # fmt: skip
    assert empty.ask("SELECT \"on\" FROM detail WHERE kind = 'birthday' ORDER BY id")[0] == ("1990-04-03",)


def test_without_scripts_columns_are_explained_too(visit, empty, table):
    visitor = visit(empty, scripts=False)
    hand_over(visitor, table)
    heading(visitor, "What do the columns mean?")
    visitor.page.get_by_label("Wer").select_option(label="The full name")
    button(visitor, "Read it like this").click()
    heading(visitor, "This is what I found")


def test_whose_mail_it_is_is_asked_and_a_find_is_somebody_who_is_here(visit, empty, tmp_path):
    run(empty.folder, "person", "add", "Dora E. Falk")
    letter = tmp_path / "letter.eml"
    letter.write_text(LETTER)
    visitor = visit(empty)
    hand_over(visitor, letter)
    heading(visitor, "Nothing of it goes in")
    well(visitor)
    visitor.page.get_by_label("Which address is yours?").fill("me@example.org")
    button(visitor, "Look again").click()
    heading(visitor, "This is what I found")
    button(visitor, "Bring them in").click()
    heading(visitor, "Your people are here")
    well(visitor)
    visitor.page.get_by_role("link", name="Somebody who is here").click()
    heading(visitor, "Dora Falk")
    well(visitor)
    visitor.page.get_by_role("button", name="It is them").click()
    expect(visitor.page.locator("[data-toast]")).to_be_visible()
    assert empty.ask("SELECT count(*) FROM person WHERE name LIKE 'Dora%'") == [(1,)]


def test_an_import_is_stopped_by_keyboard_goes_on_and_is_looked_at_later(visit, empty, tmp_path):
    archive = write_zip(tmp_path / "Complete_LinkedInDataExport.zip", Shape(connections=MANY, messages=0))
    visitor = visit(empty)
    hand_over(visitor, archive)
    heading(visitor, "This is what I found")
    button(visitor, "Bring them in").click()
    stop = button(visitor, "Stop")
    stop.focus()
    visitor.page.wait_for_timeout(900)  # the page looks again meanwhile
    expect(stop).to_be_focused()
    visitor.page.keyboard.press("Enter")
    heading(visitor, "Stopped, as you said")
    well(visitor)
    half = empty.ask("SELECT count(*) FROM person")[0][0]
    assert 0 < half < MANY
    button(visitor, "Go on").click()
    heading(visitor, "Your people are here")
    assert empty.ask("SELECT count(*) FROM person WHERE me_since IS NULL")[0][0] > half
    visitor.go("/import")
    visitor.page.get_by_role("link", name=archive.name).click()
    heading(visitor, archive.name)
    well(visitor)
