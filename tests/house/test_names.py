from __future__ import annotations

import re

import pytest

from tests.house.tree import name, sources

FACES = ("web", "cli", "api", "dav", "jobs")
SHAPELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "service",
    "services",
    "base",
}
WRITES = re.compile(r"\.(save|bulk_create|bulk_update|update_or_create|get_or_create)\(")


def test_no_file_has_a_name_that_says_nothing():
    shapeless = [name(path) for path in sources(".py", ".css", ".js") if path.stem in SHAPELESS]
    assert not shapeless


@pytest.mark.parametrize("face", FACES)
def test_no_face_reaches_for_the_database(face):
    found = [
        name(path)
        for path in sources(".py", ".html", under=f"acquaint/{face}")
        if ".objects" in path.read_text()
    ]
    assert not found, "a face calls one query or one action"


def test_queries_never_write():
    found = [
        name(path) for path in sources(".py", under="acquaint/queries") if WRITES.search(path.read_text())
    ]
    assert not found


def test_no_signals_and_no_logic_in_save():
    rooms = sources(".py", under="acquaint")
    found = [
        name(path) for path in rooms if re.search(r"django\.db\.models\.signals|def save\(", path.read_text())
    ]
    assert not found
