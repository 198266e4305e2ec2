from __future__ import annotations

import pytest

from tests.fuzzing.dated import FOUND, MODULES, check

FILES = [(kind, path) for kind in MODULES for path in sorted((FOUND / kind).glob("*"))]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda one: getattr(one, "name", one))
def test_what_was_found_stays_mended(kind, path):
    check(kind, path.read_bytes())


def test_the_finds_are_kept_small():
    assert FILES
    assert sum(path.stat().st_size for _kind, path in FILES) < 20_000
