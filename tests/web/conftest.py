from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.test import Client

from acquaint.models import Setting
from acquaint.web import entry, uploads

HOST = "127.0.0.1"
ORIGIN = "http://127.0.0.1"


@pytest.fixture(autouse=True)
def at_the_door(settings, monkeypatch, tmp_path):
    """Each test has a key and a data folder of its own, and the clock of tests/world."""
    settings.DATA_DIR = tmp_path
    settings.READ_ONLY = False
    monkeypatch.setenv("ACQUAINT_ON", "2026-03-04T12:50+00:00")


@pytest.fixture
def stranger() -> Client:
    """A browser on this machine that was not let in."""
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def client(scope) -> Client:
    """A browser that was let in, on the pages of the owner of `scope`, whose clock it shows."""
    Setting.objects.create(owner_id=scope.owner_id, name="zone", value=scope.zone)
    inside = Client(HTTP_HOST=HOST, HTTP_ORIGIN=ORIGIN, HTTP_SEC_FETCH_SITE="same-origin")
    inside.cookies[entry.cookie_name("80")] = entry.cookie_value("80")
    return inside


@pytest.fixture
def folder(settings) -> Path:
    return Path(settings.DATA_DIR)


@pytest.fixture(autouse=True)
def nothing_left_over():
    """Wait for whatever an import still does, and forget its files."""
    yield
    for job in list(uploads._jobs.values()):
        for _again in range(200):
            if not job.is_busy:
                break
            time.sleep(0.02)
        uploads.drop(job)
