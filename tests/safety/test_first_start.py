"""The first start makes the data ready once, whoever comes at the same time and whatever dies on the way."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from acquaint.models import schema


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


SELDOM_SET = {"person": ("next_due", "last_contact", "introduced_by"), "interaction": ("interview",)}
LATER_TABLES = ("distinct_people", "former_key", "offer", "detail")


def back_to_the_second_schema(store):
    """As an earlier version left it: history without runs, indexes of every row, nobody's own rhythm."""
    store.sql("ALTER TABLE change_row DROP COLUMN runs")
    for table, names in SELDOM_SET.items():
        for name in names:
            column = name if name in {"next_due", "last_contact"} else f"{name}_id"
            store.sql(f"DROP INDEX {table}_{name}")
            store.sql(f"CREATE INDEX {table}_{name} ON {table} (owner_id, {column})")
    store.sql("DROP INDEX person_gladly")
    store.sql("DROP INDEX position_organization")
    store.sql("CREATE INDEX position_organization ON position (owner_id, organization_id)")
    for column in ("rhythm_days", "rhythm_on"):
        store.sql(f"ALTER TABLE person DROP COLUMN {column}")
    store.sql("ALTER TABLE position DROP COLUMN department")
    for table in LATER_TABLES:
        store.sql(f"DROP TABLE {table}")
    store.sql("DELETE FROM django_migrations WHERE app = 'acquaint' AND name > '0003'")
    store.sql("PRAGMA user_version = 2")


def test_data_of_the_second_schema_is_brought_up_to_date_and_its_history_still_undoes(empty):
    for name in ("Ada Moss", "Ben Varga"):
        empty.run("person", "add", name, "--email", f"{name[:3]}@example.org")
    back_to_the_second_schema(empty)
    empty.run("undo")
    assert [row["name"] for row in empty.json("person", "list")["data"]] == ["Ada Moss"]
    empty.run("redo")
    assert len(empty.json("person", "list")["data"]) == 2
    assert empty.json("doctor")["data"]["ok"] is True
    assert empty.sql("PRAGMA user_version") == [(schema.VERSION,)]
    partial = empty.sql("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%IS NOT NULL'")
    assert {f"{table}_{name}" for table, names in SELDOM_SET.items() for name in names} <= {
        name for (name,) in partial
    }


def test_a_schema_left_half_way_is_finished(empty):
    empty.run("person", "list")
    back_to_the_second_schema(empty)
    for statement in (
        "DROP TABLE search_index",
        "DELETE FROM django_migrations WHERE app = 'acquaint' AND name LIKE '0002%'",
        "PRAGMA user_version = 0",
    ):
        empty.sql(statement)
    empty.run("person", "add", "Ada Moss")
    assert [row["title"] for row in empty.json("who", "ada")["data"]] == ["Ada Moss"]
    assert empty.sql("PRAGMA user_version") == [(schema.VERSION,)]
