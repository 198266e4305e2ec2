"""Chromium once a worker, a server on the sample network, and visitors whose faults fail their test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import Served, run, serving
from tests.browser.visitor import Visitor

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP rebound.test 127.0.0.1",
)
Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _executable() -> str | None:
    named = os.environ.get("ACQUAINT_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A browser for this folder's tests; gone before others run, whose ORM its event loop would stop."""
    executable = _executable()
    if executable is None:
        pytest.skip("no Chromium here: install Debian's chromium or set ACQUAINT_CHROMIUM")
    flags = [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else list(QUIET)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample network, made once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    run(folder, "demo", "--no-serve")
    return folder


@pytest.fixture(scope="package")
def sample(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample network, served for looking at: a test that writes takes `own`."""
    folder = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(sample_folder, folder)
    with serving(folder) as served:
        yield served


@pytest.fixture
def own(sample_folder: Path, tmp_path: Path) -> Iterator[Served]:
    """The sample network on a server of the test's own."""
    shutil.copytree(sample_folder, tmp_path / "data")
    with serving(tmp_path / "data") as served:
        yield served


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    """A server on a folder that was not there: the first run."""
    with serving(tmp_path / "data") as served:
        yield served


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Let a visitor in to a server; at the end every fault that any of them met fails the test."""
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def enter(served: Served, *, scripts: bool = True, **options: Any) -> Visitor:
            settings = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}, **options}
            context = chromium.new_context(java_script_enabled=scripts, **settings)
            context.set_default_timeout(8000)
            stack.callback(context.close)
            visitors.append(Visitor(context, served, scripts=scripts))
            return visitors[-1]

        yield enter
        faults = [fault for visitor in visitors for fault in visitor.faults]
    assert not faults, "\n".join(faults)
