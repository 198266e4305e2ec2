"""Hands on a page: a mouse where there is one, else Tab, typing and Enter, the focus always to be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor

STOPS = 160  # more than any page has
# What is focused shows a ring, on itself or (a hidden radio) on its label, and nothing lies over it.
RING = """(element) => {
  const ringed = (one) => {
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== "none";
  };
  const shown = element.labels && element.labels.length && element.type !== "text"
    ? [element, element.labels[0]] : [element];
  const picker = element.type?.startsWith("date") && !element.matches(":focus-visible");
  if (picker) return "";  // the browser's own calendar button inside the field: it draws its own
  if (!shown.some(ringed)) return "no ring";
  const boxes = shown.flatMap((one) => [...one.getClientRects()]);  // a link may run over two lines
  const box = boxes.find((one) => one.width > 2 && one.height > 2);
  if (!box) return "not to be seen";
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const ours = top && shown.some((one) => one.contains(top) || top.contains(one));
  return ours ? "" : "covered by " + (top ? top.outerHTML.slice(0, 80) : "nothing");
}"""

STOP = f"""() => {{
  const one = document.activeElement;
  if (one === document.body) return null;
  const fault = ({RING})(one);
  return fault && `${{fault}}: ${{one.outerHTML.slice(0, 120)}}`;
}}"""


def stops(visitor: Visitor, most: int = 45) -> list[str]:
    """What is amiss at the first stops of the Tab key: no ring, out of sight, or covered."""
    found = []
    visitor.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    for _stop in range(most):
        visitor.page.keyboard.press("Tab")
        said = visitor.evaluate(STOP)
        if said is None:
            break
        if said:
            found.append(said)
    return found


class Hands(Protocol):
    """One way to use a page."""

    visitor: Visitor

    def press(self, target: Locator) -> None:
        """Press a button or follow a link."""

    def choose(self, target: Locator) -> None:
        """Choose one of a row of buttons."""

    def write(self, target: Locator, words: str) -> None:
        """Write into a field, in place of what stood there."""

    def hand_over(self, target: Locator, file: Path) -> None:
        """Choose a file."""


class Mouse:
    """Hands with a mouse (and no scripts, where the visitor has none)."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    def press(self, target: Locator) -> None:
        target.click()

    def choose(self, target: Locator) -> None:
        target.check(force=True)

    def write(self, target: Locator, words: str) -> None:
        target.fill(words)

    def hand_over(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)


class Keyboard:
    """Hands without a mouse."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.keys = visitor.page.keyboard

    def press(self, target: Locator) -> None:
        self._reach(target)
        self.keys.press("Enter")

    def choose(self, target: Locator) -> None:
        """Reach the row by Tab (the browser stops at one of it) and the choice by the arrows."""
        row = self.visitor.page.locator(f"input[type=radio][name={target.get_attribute('name')}]")
        self._reach(row)
        for _again in range(row.count()):
            if target.is_checked():
                return
            if target.evaluate("(one) => one === document.activeElement"):
                self.keys.press("Space")
            else:
                self.keys.press("ArrowRight")
        assert target.is_checked()

    def write(self, target: Locator, words: str) -> None:
        self._reach(target)
        self.keys.press("Control+a")
        self.keys.press("Delete")
        if target.get_attribute("type") == "datetime-local":
            target.fill(words)  # the order of its parts is the reader's own, so typing it is no test of ours
        else:
            self.keys.type(words)
        expect(target).to_have_value(words)

    def hand_over(self, target: Locator, file: Path) -> None:
        self._reach(target)
        with self.visitor.page.expect_file_chooser() as chooser:
            self.keys.press("Space")
        chooser.value.set_files(file)

    def _reach(self, target: Locator) -> None:
        """Press Tab until the focus is on the target; each stop on the way shows where it is."""
        expect(target.first).to_be_attached()
        for _stop in range(STOPS):
            self.keys.press("Tab")
            focused = self.visitor.page.locator("*:focus")
            if not focused.count():
                continue  # the browser's own bar, between the last stop and the first
            fault = focused.first.evaluate(RING)
            assert not fault, f"{fault}: {focused.first.evaluate('(one) => one.outerHTML')[:160]}"
            if target.evaluate_all("(found) => found.includes(document.activeElement)"):
                return
        raise AssertionError(f"the keyboard does not get to {target}")
