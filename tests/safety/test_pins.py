"""The settings on which SQLite keeps what it was given, read back from the connection in use."""

from __future__ import annotations

import pytest
from django.db import connection

PINS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


@pytest.mark.parametrize("pin", PINS)
def test_sqlite_is_pinned_to_safe_settings_on_the_live_connection(db, pin):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pin}")
        assert cursor.fetchone()[0] == PINS[pin]


def test_a_writer_waits_at_least_twenty_seconds_and_locks_at_once(db):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone()[0] >= 20_000
    assert connection.transaction_mode == "IMMEDIATE"
