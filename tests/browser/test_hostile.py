"""Hostile text in a real page: nothing runs, is fetched or opens, and no policy is broken (TESTS 53)."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.pages import Page
from tests.web import payloads

HANDFUL = (
    *payloads.ELEMENTS[:9],
    *payloads.BREAKOUTS[:8],
    *payloads.ADDRESSES[:3],
    *payloads.TOOLKIT[:3],
    *payloads.STYLES[:2],
)
FIELDS = (
    "person SET name",
    "person SET notes",
    "person SET how_met",
    "person SET pronouns",
    "organization SET name",
    "position SET title",
    "interest SET text",
    "promise SET text",
    "interaction SET text",
    "debrief_line SET text",
    "debrief SET raw",
    "interview SET place",
    "introduction SET why",
    "opening SET role",
    "question SET text",
    "journal_entry SET text",
    "ask SET link",
    "ask SET words",
    "change SET about",
    "contact_point SET value",
    "contact_point SET label",
)
ROWS = (
    *(Page(route) for route in ("today", "week", "people", "conversations", "history", "settings")),
    Page("person", ("person",)),
    Page("person-edit", ("person",)),
    Page("brief", ("booked",)),
    Page("debrief", ("held",)),
    Page("draft", ("person", "reconnect")),
)
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")


@pytest.fixture
def poisoned(own):
    """The sample with hostile text in the rows, beside the running server."""
    with closing(sqlite3.connect(own.folder / "acquaint.sqlite3", timeout=20)) as database:
        for place, field in enumerate(FIELDS):
            table = field.split(" ", 1)[0]
            for (row,) in database.execute(f"SELECT id FROM {table}").fetchall():
                text = HANDFUL[(row * 5 + place) % len(HANDFUL)]
                database.execute(f"UPDATE {field} = ? WHERE id = ?", (text, row))
        database.commit()
    return own


def test_nothing_runs_on_any_page(visit, poisoned):
    visitor, wide = visit(poisoned), []
    for row in ROWS:
        for address in list(row.addresses(poisoned.ask))[:4]:
            visitor.go(address)
            assert visitor.page.locator("h1").count() == 1, address
            assert visitor.page.locator("[onload], [onerror], iframe, object, base").count() == 0, address
            looking.at(visitor, 360)
            if said := visitor.evaluate(looking.FITS):
                wide.append(f"{address}: {said}")
    assert wide == []


def test_nothing_runs_in_the_chips_of_a_line(visit, own):
    visitor = visit(own)
    visitor.go("/capture")
    words = visitor.page.locator("main textarea")
    for text in HANDFUL:
        words.fill(f'met @"{text[:80]}" at {text}, send her {text} by Friday')
        visitor.page.wait_for_timeout(350)
    expect(visitor.page.locator("main .heard")).not_to_be_empty()


def test_nothing_runs_in_the_preview_of_an_archive(visit, empty, tmp_path):
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADER)
    for number, bad in enumerate(HANDFUL):
        url = f"https://www.linkedin.com/in/somebody-{number}"
        rows.writerow((bad, f"Sur{bad}", url, "", bad, bad, "12 Feb 2024" if number % 3 else bad))
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("Connections.csv", text.getvalue())
        made.writestr("<img src=x onerror=alert(1)>.csv", "a,b\n1,2\n")
    visitor = visit(empty)
    visitor.go("/import")
    visitor.page.locator("input[name=files]").set_input_files(archive)
    visitor.page.get_by_role("button", name="Read it").click()
    expect(visitor.page.locator("h1")).to_contain_text("This is what I found", timeout=20_000)
    assert looking.fits(visitor) == []
    visitor.page.get_by_role("button", name="Bring them in").click()
    expect(visitor.page.locator("h1")).to_contain_text("Your people are here", timeout=20_000)
    assert empty.ask("SELECT count(*) FROM person")[0][0] > len(HANDFUL) // 2
    for address in ("/", "/people", "/history", "/import"):
        visitor.go(address)
        looking.at(visitor, 360)
        assert visitor.evaluate(looking.FITS) is None, address
