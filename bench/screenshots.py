"""Take the pictures of the guide: the sample network on a fixed day, in a real browser, on desk and phone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench import measuring
from bench.archives import Shape, write_zip

DAY = "2026-03-04T08:30"
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
)  # fmt: skip
DESK = {"width": 1200, "height": 800}
TALL = {"width": 1200, "height": 1120}  # a whole plate
PHONE = {"width": 390, "height": 780}
TABLE = "Wer;Erreicht;Mag\nŁucja Moss;+49 30 901820;leek soup\nŻaneta Varga;+49 30 901821;chess\n"
LINE = "met @Ana Ruiz at the library talk, send her my notes by Friday"


def main(target: Path) -> None:
    """Write every picture into `target`: each page on a desk by day, and the rest of the table in SHOTS."""
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium here (Debian: apt-get install chromium).")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with _served() as (address, folder), sync_playwright() as playwright:
        flags = [*FLAGS, "--no-sandbox"] if root else list(FLAGS)
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        cookies = _enter(browser, address)
        home = address.split("enter/")[0]
        archive = write_zip(folder / "Complete_LinkedInDataExport.zip", Shape(connections=400, messages=300))
        for name, scheme, viewport in SHOTS:
            context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            context.add_cookies(cookies)
            page = context.new_page()
            page.goto(home)
            PAGES[name](page, archive)
            kind = ("-phone" if viewport is PHONE else "") + ("-dark" if scheme == "dark" else "")
            page.screenshot(path=target / f"{name}{kind}.png")
            context.close()
        browser.close()


def _enter(browser: Browser, address: str) -> Any:
    context = browser.new_context()
    context.new_page().goto(address)
    cookies = context.cookies()
    context.close()
    return cookies


def _today(_page: Page, _archive: Path) -> None:
    """Show where one begins."""


def _person(page: Page, _archive: Path) -> None:
    """Show whom one is to thank: somebody with a past."""
    page.locator(".thing", has_text="Thank").first.locator(".what a").click()


def _brief(page: Page, _archive: Path) -> None:
    page.get_by_role("link", name="Open the brief").first.click()


def _debrief(page: Page, _archive: Path) -> None:
    page.get_by_role("link", name="Write it down").first.click()
    page.locator("input[name=liked][value=yes]").check(force=True)
    page.get_by_label("One thing you learned").fill("Wards choose by what the next shift can read")
    words = "Send her the one-page example by Friday. She will look for the slides."
    page.locator("textarea#id_words").fill(words)
    page.locator(".chips li").first.wait_for()


def _capture(page: Page, _archive: Path) -> None:
    page.keyboard.press("c")
    page.locator("dialog textarea").fill(LINE)
    page.locator("dialog .chips li").first.wait_for()


def _import(page: Page, archive: Path) -> None:
    page.goto(page.url + "import")
    page.locator("input[name=files]").set_input_files(archive)
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("This is what I found").wait_for()


def _map(page: Page, _archive: Path) -> None:
    page.goto(page.url + "map")


def _columns(page: Page, archive: Path) -> None:
    table = archive.with_name("list.csv")
    table.write_bytes(TABLE.encode("cp1250"))
    page.goto(page.url + "import")
    page.locator("input[name=files]").set_input_files(table)
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("What do the columns mean?").wait_for()


def _export(page: Page, _archive: Path) -> None:
    page.goto(page.url + "export")


PAGES: dict[str, Callable[[Page, Path], None]] = {
    "today": _today,
    "person": _person,
    "brief": _brief,
    "debrief": _debrief,
    "capture": _capture,
    "import": _import,
    "map": _map,
    "columns": _columns,
    "export": _export,
}
SHOTS = (
    *((name, "light", DESK) for name in PAGES if name != "map"),
    *((name, "dark", DESK) for name in ("today", "person")),
    ("map", "light", TALL),
    *((name, "light", PHONE) for name in ("today", "person", "brief", "debrief", "import")),
    ("today", "dark", PHONE),
)


@contextmanager
def _served() -> Iterator[tuple[str, Path]]:
    """Serve the sample of the fixed day; yields its one-time address and a folder that is thrown away."""
    folder = tempfile.mkdtemp(prefix="acquaint-pictures-")
    command = measuring.acquaint("--data", f"{folder}/data", "--on", DAY)
    environment = {**os.environ, "TZ": "Europe/London"}
    subprocess.run([*command, "demo", "--no-serve"], env=environment, check=True, cwd=measuring.ROOT)
    serve = [*command, "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.PIPE, text=True, cwd=measuring.ROOT
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip(), Path(folder)
        finally:
            server.terminate()
            server.wait()
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
