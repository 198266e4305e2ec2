from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from acquaint.models import migrations, schema


def steps():
    return [path.stem for path in Path(migrations.__path__[0]).glob("[0-9]*.py")]


def test_the_version_is_the_number_of_migrations(db):
    assert len(steps()) == schema.VERSION
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations WHERE app = 'acquaint'")
        assert cursor.fetchone()[0] == schema.VERSION


def test_no_change_of_the_models_waits_for_a_migration(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_stamp_is_read_back(db):
    before = schema.version()
    schema.stamp(7)
    assert schema.version() == (7 if connection.vendor == "sqlite" else before)
    schema.stamp(before)


def test_a_request_is_no_transaction():
    assert not any(database.get("ATOMIC_REQUESTS") for database in settings.DATABASES.values())
