"""Other programs' exports hold secrets; none of them is ever written here, to a log or to a file."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import connection

from acquaint.actions import imports
from acquaint.models import Person
from tests.formats import listing
from tests.formats.rivalry import SECRETS, entry, monica, sql


def exported(kind):
    if kind == "json":
        account = monica(entry("c1", first_name="Bela"), entry("c2"))
        account["account"]["data"][0]["values"].append(dict.fromkeys(("google2fa_secret", "x"), SECRETS[0]))
        return json.dumps(account)
    columns = "id,first_name,email,password,google2fa_secret,remember_token,me_contact_id"
    row = f"1,'Nomen','me@x.example','{SECRETS[1]}','{SECRETS[0]}','{SECRETS[2]}',NULL"
    return sql(
        {
            "users": (columns, [row, f"2,'Torn','{SECRETS[0]}'"]),
            "accounts": ("id,api_key", [f"1,'{SECRETS[2]}'"]),
            "recovery_codes": ("id,recovery", [f"1,'{SECRETS[3]}'", f"'{SECRETS[3]}'"]),
            "contacts": ("id,first_name", ["1,'Bela'", "2,NULL"]),
        }
    )


def everything_stored():
    """Every cell of every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield from map(str, row)


@pytest.mark.parametrize("kind", ["json", "sql"])
def test_no_secret_reaches_the_database_a_log_or_a_file(scope, tmp_path, settings, caplog, capfd, kind):
    path = listing.write(tmp_path, exported(kind), f"export.{kind}")
    rows = []
    with caplog.at_level(logging.DEBUG):
        imports.preview(scope, paths=[path], bodies=True, each=rows.append)
        report = imports.apply(scope, paths=[path], bodies=True, each=rows.append)
    assert report.total("rejected")
    assert Person.objects.of(scope).filter(name="Bela").exists()
    stored = "\n".join(everything_stored())
    assert "Bela" in stored
    logged = "\n".join(str(record.__dict__) for record in caplog.records) + "".join(capfd.readouterr())
    files = "".join(
        found.read_bytes().decode("latin-1") for found in settings.DATA_DIR.rglob("*") if found.is_file()
    )
    said = repr(report) + repr(rows)
    for secret in SECRETS:
        assert secret not in stored + logged + files + said
