"""Take the pictures of the guide: the sample network on a fixed day, in a real browser, light and dark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench import measuring

DAY = "2026-03-04T08:30"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
)  # fmt: skip
WIDE = {"width": 1280, "height": 860}
NARROW = {"width": 390, "height": 844}


def main(target: Path) -> None:
    """Write every picture into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium here (Debian: apt-get install chromium).")
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        entered = browser.new_context(viewport=WIDE, color_scheme="light")
        page = entered.new_page()
        page.goto(address)
        cookies = entered.cookies()
        _take(page, target)
        for name, scheme, viewport in (("dark", "dark", WIDE), ("narrow", "light", NARROW)):
            other = browser.new_context(viewport=viewport, color_scheme=scheme)
            other.add_cookies(cookies)
            page = other.new_page()
            page.goto(address.split("/enter/")[0] + "/")
            page.screenshot(path=target / f"today-{name}.png")
        browser.close()


def _take(page: Page, target: Path) -> None:
    """Today, people, one person with a past, the brief, a debrief, the capture."""
    page.screenshot(path=target / "today.png")
    root = page.url
    for name in ("people", "history"):
        page.goto(f"{root}{name}")
        page.screenshot(path=target / f"{name}.png")
    page.goto(f"{root}people")
    page.locator("main a[href^='/people/']").first.click()
    page.screenshot(path=target / "person.png")


@contextmanager
def _served() -> Iterator[str]:
    """Serve the sample of the fixed day; yields its one-time address."""
    folder = tempfile.mkdtemp(prefix="acquaint-pictures-")
    command = measuring.acquaint("--data", folder, "--on", DAY)
    environment = {**os.environ, "ACQUAINT_ON": DAY}
    subprocess.run([*command, "demo", "--no-serve"], env=environment, check=True, cwd=measuring.ROOT)
    serve = [*command, "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.PIPE, text=True, cwd=measuring.ROOT
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()
            server.wait()
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
