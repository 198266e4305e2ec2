"""What every test of a query leans on: a fresh owner and a world to fill."""

from __future__ import annotations

import pytest

from tests.queries.world import World


@pytest.fixture
def world(scope):
    return World(scope)
