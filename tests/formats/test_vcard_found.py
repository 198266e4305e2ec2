from __future__ import annotations

import pytest

from tests.fuzzing.vcards import FOUND, check

FILES = sorted(FOUND.iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path):
    check(path.read_bytes())


def test_the_finds_are_kept_small():
    assert FILES
    assert sum(path.stat().st_size for path in FILES) < 20_000
