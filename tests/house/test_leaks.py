from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.tree import ROOT, name, tracked

HOMES = r"root|work|home/\w+|Users/\w+|opt/pypi|opt/wheels"
LOCAL_PATH = re.compile(rf"(?<![\w.~/:>}}-])/(?:{HOMES})/(?!\w*\W*$)")
LOCKS = ("runtime.lock", "dev.lock")


def _text(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:  # a picture
        return ""


def test_no_file_names_a_path_of_somebodys_machine():
    found = {name(path): hit.group() for path in tracked() if (hit := LOCAL_PATH.search(_text(path)))}
    assert not found


@pytest.mark.parametrize("home", ["home/ada", "root", "Users/ada"])
def test_the_search_for_paths_finds_them(home):
    assert LOCAL_PATH.search(f"see /{home}/notes/today")
    assert not LOCAL_PATH.search(f"https://example.org/{home}/notes")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_pins_every_package_with_hashes(lock):
    text = (ROOT / "requirements" / lock).read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|file:/|@ ", text)
    for pinned in re.findall(r"^([a-z0-9][^\n]*)\n((?:    [^\n]*\n)*)", text, re.MULTILINE):
        assert "==" in pinned[0]
        assert "--hash=sha256:" in pinned[1], pinned[0]


def test_the_core_has_at_most_fifteen_direct_packages_and_the_lock_holds_them():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [re.split(r"[\[<>=! ]", package)[0].lower() for package in project["dependencies"]]
    assert len(named) <= 15
    locked = (ROOT / "requirements" / "runtime.lock").read_text()
    assert not [package for package in named if not re.search(rf"^{package}==", locked, re.MULTILINE)]
