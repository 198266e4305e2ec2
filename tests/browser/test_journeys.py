"""The main job from the first page to the plan of the day: by mouse, without scripts, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from bench.archives import Shape, write_zip
from tests.browser import looking
from tests.browser.hands import Hands, Keyboard, Mouse
from tests.browser.serving import Served

REAL = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "linkedin"
ARCHIVES = sorted(REAL.rglob("sample_export.zip"))
SMALL = Shape(connections=60, messages=40, invitations=6, hidden=2)
ONLY_ONE = (
    "SELECT p.key, p.name FROM person p WHERE me_since IS NULL AND name NOT LIKE '%🚀%'"
    " AND (SELECT count(*) FROM person q WHERE q.normal = p.normal) = 1 ORDER BY p.id LIMIT 1"
)
WORDS = "Send my notes on Friday.\npromise: send the long reading list by Friday\nname: Quentin Sample"


@pytest.fixture
def archive(tmp_path) -> Path:
    return write_zip(tmp_path / "Complete_LinkedInDataExport.zip", SMALL)


class Journey:
    """One person's way through the app with one pair of hands."""

    def __init__(self, hands: Hands, served: Served, archive: Path) -> None:
        self.hands, self.served, self.archive = hands, served, archive
        self.visitor, self.page = hands.visitor, hands.visitor.page
        self.name = ""

    def button(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=name).first

    def link(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("link", name=name).first

    def heading(self, words: str) -> None:
        expect(self.page.locator("h1")).to_contain_text(words, timeout=30_000)

    def wait_for(self, words: str) -> None:
        """Wait for a heading; without scripts the page reloads itself."""
        self.heading(words)

    def bring_people(self) -> None:
        """The first of the four doors: preview, then write."""
        self.visitor.go("/")
        self.hands.press(self.link("Import my people"))
        self.hands.hand_over(self.page.locator("input[name=files]"), self.archive)
        self.hands.press(self.button("Read it"))
        self.wait_for("This is what I found")
        assert self.served.ask("SELECT count(*) FROM person") == [(0,)], "a preview writes nothing"
        self.hands.press(self.button("Bring them in"))
        self.wait_for("Your people are here")
        self.key, self.name = self.served.ask(ONLY_ONE)[0]

    def find(self) -> None:
        """From the rail to the person by the search."""
        self.hands.press(self.page.locator("nav.rail").get_by_role("link", name="People"))
        search = self.page.locator("[data-search]")
        self.hands.write(search, self.name)
        search.press("Enter")
        self.hands.press(self.page.locator("#found .name a").filter(has_text=self.name).first)
        self.heading(self.name)

    def book(self) -> None:
        """A talk of this morning."""
        self.hands.press(self.link("Book a conversation"))
        self.hands.write(self.page.get_by_label("When", exact=True), "2026-03-04T08:30")
        self.hands.press(self.button("Book it"))
        self.page.wait_for_url("**/brief*")
        self.heading(self.name)

    def debrief(self) -> None:
        """Ninety seconds: liked, one thing learned, what was promised, then the thank-you."""
        self.hands.press(self.link("We have talked"))
        self.heading("How was it?")
        self.hands.choose(self.page.locator("input[name=liked][value=yes]"))
        self.hands.write(self.page.get_by_label("One thing you learned"), "Hospitals buy from few vendors")
        self.hands.write(self.page.locator("textarea#id_words"), WORDS)
        self.hands.press(self.button("Keep, and write the thank-you"))
        self.page.wait_for_url("**/draft/thank-you*")

    def thank(self) -> None:
        """Nothing is sent; what was sent is said."""
        letter = self.page.locator("#letter")
        assert "Hospitals buy from few vendors" in letter.input_value()
        self.hands.press(self.button("I sent it"))
        expect(self.page.locator("[data-toast]")).to_be_visible()

    def see_today(self) -> None:
        """What was promised stands there with its reason; the thank-you no longer does."""
        self.hands.press(self.page.locator("nav.rail").get_by_role("link", name="Today"))
        main = self.page.locator("main")
        expect(main).to_contain_text("reading list")
        expect(main).to_contain_text(self.name)
        expect(main.get_by_role("link", name="Thank", exact=False)).to_have_count(0)
        facts = (
            self.served.ask("SELECT liked FROM debrief"),
            self.served.ask("SELECT thanked_on FROM interview"),
        )
        assert facts == ([("yes",)], [("2026-03-04",)])


STEPS: tuple[Callable[[Journey], None], ...] = (
    Journey.bring_people,
    Journey.find,
    Journey.book,
    Journey.debrief,
    Journey.thank,
    Journey.see_today,
)


@pytest.mark.parametrize("width", [1280, 360])
def test_by_mouse_with_a_look_at_every_stop(visit, empty, archive, width):
    visitor = visit(empty, viewport={"width": width, "height": 800})
    journey = Journey(Mouse(visitor), empty, archive)
    for step in STEPS:
        step(journey)
        assert looking.axe(visitor, widths=(width,)) == [], step.__name__
        assert looking.fits(visitor) == [], step.__name__
        looking.at(visitor, width)


def test_without_scripts(visit, empty, archive):
    journey = Journey(Mouse(visit(empty, scripts=False)), empty, archive)
    for step in STEPS:
        step(journey)


def test_by_keyboard_alone(visit, empty, archive):
    journey = Journey(Keyboard(visit(empty)), empty, archive)
    for step in STEPS:
        step(journey)


@pytest.mark.parametrize("real", ARCHIVES, ids=lambda path: path.stem)
def test_with_an_archive_as_it_came(visit, empty, real):
    journey = Journey(Mouse(visit(empty)), empty, real)
    for step in STEPS:
        step(journey)


def test_an_import_that_was_looked_at_can_be_left_and_one_that_was_made_taken_back(visit, empty, archive):
    visitor = visit(empty)
    journey = Journey(Mouse(visitor), empty, archive)
    visitor.go("/import")
    journey.hands.hand_over(visitor.page.locator("input[name=files]"), archive)
    journey.hands.press(journey.button("Read it"))
    journey.wait_for("This is what I found")
    assert looking.seen(visitor) == {}
    assert looking.axe(visitor) == []
    journey.hands.press(journey.button("Leave it"))
    journey.heading("Bring your people")
    assert empty.ask("SELECT count(*) FROM change") == [(0,)]

    journey.bring_people()
    assert looking.seen(visitor) == {}
    assert looking.axe(visitor) == []
    assert empty.ask("SELECT count(*) FROM person WHERE me_since IS NULL")[0][0] > 50
    journey.hands.press(journey.button("Take this import back"))
    journey.heading("Bring your people")
    assert empty.ask("SELECT count(*) FROM person") == [(0,)]
    assert looking.seen(visitor) == {}
    assert looking.axe(visitor) == []


def test_a_file_that_is_no_archive_is_told_kindly_and_changes_nothing(visit, empty, tmp_path):
    broken = tmp_path / "holiday.zip"
    broken.write_bytes(b"PK\x03\x04 this is no archive at all")
    visitor = visit(empty)
    journey = Journey(Mouse(visitor), empty, broken)
    visitor.go("/import")
    journey.hands.hand_over(visitor.page.locator("input[name=files]"), broken)
    journey.hands.press(journey.button("Read it"))
    journey.wait_for("That did not work")
    assert looking.seen(visitor) == {}
    assert looking.axe(visitor) == []
    assert empty.ask("SELECT count(*) FROM change") == [(0,)]


def test_a_line_is_captured_from_anywhere_and_taken_back(visit, own):
    visitor = visit(own)
    visitor.go("/people")
    before = own.ask("SELECT count(*) FROM person"), own.ask("SELECT count(*) FROM promise")
    visitor.page.keyboard.press("c")
    visitor.page.keyboard.type("met @Ulla Newcomer at the fair, send her my notes by Friday")
    expect(visitor.page.locator("dialog#capture .chips li").first).to_be_visible()
    visitor.page.keyboard.press("Control+Enter")
    toast = visitor.page.locator("[data-toast]")
    expect(toast).to_be_visible()
    assert own.ask("SELECT name FROM person ORDER BY id DESC LIMIT 1") == [("Ulla Newcomer",)]
    assert own.ask("SELECT due_on FROM promise ORDER BY id DESC LIMIT 1") == [("2026-03-06",)]
    toast.get_by_role("button", name="Undo").click()
    expect(visitor.page.locator("[data-toast]")).to_contain_text("Undid")
    assert (own.ask("SELECT count(*) FROM person"), own.ask("SELECT count(*) FROM promise")) == before


def test_a_captured_line_without_scripts_is_shown_first_and_then_kept(visit, own):
    visitor = visit(own, scripts=False)
    visitor.go("/capture")
    page = visitor.page
    page.locator("main textarea").fill("met @Ulla Newcomer at the fair, send her my notes by Friday")
    page.locator("main").get_by_role("button", name="Show what you understand").click()
    assert page.locator("main .chips li").count() >= 3
    page.locator("main").get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-toast]")).to_be_visible()
    assert own.ask("SELECT name FROM person ORDER BY id DESC LIMIT 1") == [("Ulla Newcomer",)]
