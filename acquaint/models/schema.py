"""The schema's version, read cheaply: one number in the file on SQLite, one row on PostgreSQL."""

from __future__ import annotations

from django.db import connection
from django.db.utils import ProgrammingError

VERSION = 9


def version() -> int:
    """The version of the database as it stands; 0 when it holds nothing yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA user_version")
            return int(cursor.fetchone()[0])
        try:
            cursor.execute("SELECT count(*) FROM django_migrations WHERE app = 'acquaint'")
        except ProgrammingError:
            return 0
        return int(cursor.fetchone()[0])


def stamp(number: int = VERSION) -> None:
    """Write the version down (SQLite; PostgreSQL counts its migrations)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {int(number)}")
