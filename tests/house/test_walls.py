from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

# One bad import for each kind of wall, and the room it is planted in.
PLANTED = [
    ("acquaint/actions/planted.py", "import acquaint.web", "acquaint.actions.planted -> acquaint.web"),
    ("acquaint/web/planted.py", "import acquaint.cli", "acquaint.web.planted -> acquaint.cli"),
    (
        "acquaint/queries/planted.py",
        "import acquaint.actions",
        "acquaint.queries.planted -> acquaint.actions",
    ),
    (
        "acquaint/messages/planted.py",
        "import acquaint.models",
        "acquaint.messages.planted -> acquaint.models",
    ),
    ("acquaint/text/planted.py", "import django.db", "acquaint.text.planted -> django"),
    ("acquaint/attic/__init__.py", "", "attic"),
]


@pytest.fixture
def copy(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "acquaint", tmp_path / "acquaint", ignore=shutil.ignore_patterns("__pycache__", "static")
    )
    return tmp_path


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_the_house_as_it_stands_is_clean(copy):
    said = _lint(copy)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(("path", "line", "named"), PLANTED)
def test_a_planted_import_is_caught_and_named(copy, path, line, named):
    planted = copy / path
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f'"""Planted."""\n\nfrom __future__ import annotations\n\n{line}\n')
    said = _lint(copy)
    assert said.returncode == 1, said.stdout
    assert named in said.stdout
