"""The budgets of what a browser loads: our own sheets and scripts, small and without an address elsewhere."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import django_htmx
import pytest

from acquaint.web import frame

ROOT = Path(frame.__file__).parent / "static"
SHEETS = sorted((ROOT / "acquaint" / "css").glob("*.css"))
SCRIPTS = sorted((ROOT / "acquaint" / "js").glob("*.js"))
PHYSICAL = re.compile(
    r"(?<![\w-])(?:left|right|top|bottom|(?:margin|padding|border)-(?:left|right|top|bottom)|width|height|(?:min|max)-(?:width|height))\s*:"
)
TEMPLATES = sorted((ROOT.parent / "templates").rglob("*.html"))
OWN = re.compile(r"asset 'acquaint/((?:css|js)/\w+\.(?:css|js))'")  # what only some pages need


def own():
    """The sheets and scripts that templates load beside those of the frame, by template."""
    found = {path: OWN.findall(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    return {path: names for path, names in found.items() if names}


def test_every_sheet_and_script_is_loaded_by_the_frame_or_by_a_page():
    loaded = {name for name in (*frame.SHEETS, *frame.SCRIPTS) if name.startswith("acquaint/")}
    loaded |= {f"acquaint/{name}" for names in own().values() for name in names}
    assert loaded == {path.relative_to(ROOT).as_posix() for path in (*SHEETS, *SCRIPTS)}


def test_no_page_loads_more_than_thirty_kilobytes_of_sheets():
    framed = sum((ROOT / name).stat().st_size for name in frame.SHEETS)
    for path, names in [("frame", []), *own().items()]:
        more = sum((ROOT / "acquaint" / name).stat().st_size for name in names if name.endswith(".css"))
        assert framed + more <= 30 * 1024, path


def test_the_scripts_stay_below_sixty_kilobytes_packed():
    shipped = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    assert sum(len(gzip.compress(path.read_bytes())) for path in (*SCRIPTS, shipped)) <= 60 * 1024


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_short_strict_and_evaluates_nothing(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    assert not re.search(
        r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write", text
    )


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS], ids=lambda path: path.name)
def test_nothing_names_another_place(path):
    assert not re.search(r"https?://|//[a-z]+\.|@import|url\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*SHEETS], ids=lambda path: path.name)
def test_a_sheet_knows_no_left_and_right_and_stands_in_its_layer(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = re.sub(r"\((?:max|min)-width:[^)]*\)", "", text)
    assert not PHYSICAL.findall(bare)
    assert re.search(r"^@layer \w+ \{", text, re.MULTILINE)
