"""The first start makes the data ready once, whoever comes at the same time and whatever dies on the way."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from acquaint.models import schema

DJANGO = {"DJANGO_SETTINGS_MODULE": "acquaint.project.settings"}


def test_several_programs_at_the_first_start_agree_on_one_owner(empty):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: empty.run("person", "add", f"Ada {number}"), range(4)))
    assert empty.sql("SELECT count(*) FROM owner") == [(1,)]
    assert empty.sql("PRAGMA user_version") == [(schema.VERSION,)]
    assert sorted(row["name"] for row in empty.json("person", "list")["data"]) == [
        f"Ada {n}" for n in range(4)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.05, 0.3, 0.4, 0.5, 0.7])
def test_a_first_start_that_is_killed_heals_at_the_next(empty, moment):
    with empty.start("person", "list") as first:
        time.sleep(moment)
        first.kill()
        first.communicate()
    assert empty.json("person", "list")["data"] == []
    assert empty.json("doctor")["data"]["ok"] is True


def of_the_second_schema(store):
    """Data as an earlier version left it, with one person and the Change that added them."""
    store.folder.mkdir()
    store.run("migrate", "acquaint", "0002", "-v0", program=("-m", "django"), **DJANGO)
    store.sql("PRAGMA user_version = 2")
    at = "2026-03-04 12:00:00"
    put(store, "owner", id=1, key="owner", change_number=1)
    put(
        store,
        "change",
        id=1,
        owner_id=1,
        key="deed",
        number=1,
        at=at,
        actor_id=1,
        what="person.add",
        facts="{}",
    )
    put(store, "person", id=1, owner_id=1, key="adaada", name="Ada Moss", normal="ada moss", last_change=1)
    put(store, "change_row", change_id=1, model="person", row_id=1)


def put(store, table, **values):
    """Insert a row; columns that want a value and are given none get an empty one."""
    for _at, name, kind, wanted, _default, _key in store.sql(f"PRAGMA table_info({table})"):
        if wanted and name != "id":
            empty = "'known'" if name == "stage" else "''" if "char" in kind or kind == "text" else "0"
            values.setdefault(name, empty)
    shown = [value if value in {"''", "'known'"} else repr(value) for value in values.values()]
    columns = ", ".join(f'"{name}"' for name in values)
    store.sql(f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join(shown)})')


def test_data_of_the_second_schema_is_brought_up_to_date_and_its_history_still_undoes(empty):
    of_the_second_schema(empty)
    assert [row["name"] for row in empty.json("person", "list")["data"]] == ["Ada Moss"]
    assert empty.sql("PRAGMA user_version") == [(schema.VERSION,)]
    indexes = dict(empty.sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'"))
    for name in ("person_next_due", "person_last_contact", "person_introduced_by", "interaction_interview"):
        assert indexes[name].endswith("IS NOT NULL")
    empty.run("undo")
    assert empty.json("person", "list")["data"] == []
    empty.run("redo")
    assert [row["name"] for row in empty.json("person", "list")["data"]] == ["Ada Moss"]
    assert empty.sql("PRAGMA foreign_key_check") == []


def test_a_schema_left_half_way_is_finished(empty):
    of_the_second_schema(empty)
    for statement in (
        "DROP TABLE search_index",
        "DELETE FROM django_migrations WHERE app = 'acquaint' AND name LIKE '0002%'",
        "PRAGMA user_version = 0",
    ):
        empty.sql(statement)
    empty.run("person", "add", "Ada Moss")
    assert [row["title"] for row in empty.json("who", "ada")["data"]] == ["Ada Moss"]
    assert empty.sql("PRAGMA user_version") == [(schema.VERSION,)]
