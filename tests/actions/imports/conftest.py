"""Small archives brought in, in chunks of seven rows, so that they cross the borders of chunks."""

from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.actions.imports import running
from bench.archives import Shape, write_zip
from tests.formats import making


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch, tmp_path, settings):
    """Chunks of seven rows, and a data folder of its own for the lease."""
    monkeypatch.setattr(running, "CHUNK", 7)
    settings.DATA_DIR = tmp_path / "data"


@pytest.fixture
def archive(tmp_path):
    """Forty connections, sixty messages, eight invitations, three hidden members, a profile."""
    return write_zip(tmp_path / "archive.zip", Shape(connections=40, messages=60, invitations=8, hidden=3))


@pytest.fixture
def bring(tmp_path, scope):
    """Apply an archive of these files: `bring({"Connections.csv": …}, name="a.zip", bodies=True)`."""

    def run(files, name="a.zip", as_of=scope, **more):
        return imports.apply(as_of, paths=[making.make_zip(tmp_path / name, files)], **more)

    return run
