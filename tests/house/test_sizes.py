from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.tree import ROOT, name, sources

FILE_CEILING = 400
FUNCTION_CEILING = 50

# Files and functions that are longer, with their length. An entry may shrink or go, never grow or come:
# a ceiling that moves is none. Migrations and tables of data are not hand-written code.
LONGER_FILES: dict[str, int] = {}
LONGER_FUNCTIONS: dict[str, int] = {}
NOT_CODE = ("migrations", "tables")


def _files() -> list[Path]:
    found = [path for suffix in (".py", ".css", ".js", ".html") for path in sources(suffix)]
    return [path for path in found if not set(NOT_CODE) & set(path.relative_to(ROOT).parts)]


def _functions(path: Path) -> dict[str, int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        f"{name(path)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _over(sizes: dict[str, int], ceiling: int, exceptions: dict[str, int]) -> dict[str, int]:
    return {key: size for key, size in sizes.items() if size > exceptions.get(key, ceiling)}


def test_no_file_is_longer_than_its_ceiling():
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _files()}
    assert not _over(sizes, FILE_CEILING, LONGER_FILES)
    assert not {key for key, size in LONGER_FILES.items() if sizes.get(key, 0) < size}, "shrink the list too"


def test_no_function_is_longer_than_its_ceiling():
    sizes = {key: size for path in _files() if path.suffix == ".py" for key, size in _functions(path).items()}
    assert not _over(sizes, FUNCTION_CEILING, LONGER_FUNCTIONS)
    assert not {key for key, size in LONGER_FUNCTIONS.items() if sizes.get(key, 0) < size}, (
        "shrink the list too"
    )


@pytest.mark.parametrize(("size", "over"), [(400, False), (401, True)])
def test_the_ceiling_is_a_ceiling(size, over):
    assert bool(_over({"a.py": size}, FILE_CEILING, {})) is over
