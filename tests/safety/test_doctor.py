from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from acquaint.actions import doctor
from acquaint.queries import volumes

MOUNTS = """\
/dev/vda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /mnt/far nfs4 rw,addr=192.0.2.1 0 0
//nas/share /media/my\\040nas cifs rw 0 0
/dev/vdb1 /mnt/far/disk ext4 rw 0 0
"""


def _checks(store, code=0):
    said = store.json("doctor", code=code)
    assert said["schema"] == "acquaint/doctor/1"
    return said["data"], {check["name"]: check for check in said["data"]["checks"]}


def test_all_is_well_with_the_sample(store):
    data, checks = _checks(store)
    assert data["ok"] is True
    assert {
        "versions",
        "schema",
        "settings",
        "integrity",
        "links",
        "carried",
        "modes",
        "imports",
        "erased",
    } <= set(checks)
    assert all(check["ok"] for check in checks.values())
    assert "✓ carried" in store.run("doctor")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("last_contact", "'2001-01-01'"),
        ("in_sum", "in_sum + 0.5"),
        ("stage", "'friend'"),
        ("next_due", "NULL"),
    ],
)
def test_a_carried_column_that_disagrees_is_damage(store, column, value):
    someone = "SELECT id FROM person WHERE stage = 'in_touch' AND next_due IS NOT NULL LIMIT 1"
    store.sql(f"UPDATE person SET {column} = {value} WHERE id = ({someone})")
    data, checks = _checks(store, code=1)
    assert data["ok"] is False
    assert checks["carried"]["ok"] is False
    assert column in checks["carried"]["detail"]
    assert [name for name, check in checks.items() if not check["ok"]] == ["carried"]


def test_a_link_that_leads_nowhere_is_damage(store):
    store.sql("UPDATE promise SET person_id = 987654 WHERE id = (SELECT min(id) FROM promise)")
    _data, checks = _checks(store, code=1)
    assert checks["links"]["ok"] is False
    assert "promise → person" in checks["links"]["detail"]


def test_somebody_who_cannot_be_found_by_search_is_damage(store):
    store.sql("DELETE FROM search_text WHERE id = (SELECT min(id) FROM search_text WHERE noun = 'person')")
    _data, checks = _checks(store, code=1)
    assert checks["search"]["ok"] is False


def test_a_torn_page_is_damage(store):
    store.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(store.database.read_bytes())
    root = store.sql("SELECT rootpage FROM sqlite_master WHERE name = 'journal_entry'")[0][0]
    content[(root - 1) * 4096 : (root - 1) * 4096 + 64] = bytes(64)
    store.database.write_bytes(content)
    data, checks = _checks(store, code=1)
    assert data["ok"] is False
    assert checks["integrity"]["ok"] is False


def test_data_that_cannot_be_opened_is_said_so_with_the_way_out(store):
    store.database.write_bytes(b"not a database at all, and longer than a header of a hundred bytes" * 4)
    data, checks = _checks(store, code=1)
    assert data["ok"] is False
    assert "acquaint restore" in checks["integrity"]["detail"]


def test_open_modes_and_unfinished_imports_are_warnings_only(store):
    store.database.chmod(0o644)
    store.sql(
        "INSERT INTO import_batch (owner_id, last_change, key, content, kind, started_at, done, report)"
        " VALUES (1, 1, 'aaaaaaaaaa', 'c', 'linkedin', '2026-01-01', '{}', '{}')"
    )
    data, checks = _checks(store)
    assert data["ok"] is True
    assert checks["modes"]["warning"] is True
    assert "acquaint.sqlite3" in checks["modes"]["detail"]
    assert checks["imports"]["warning"] is True


def test_a_fresh_folder_is_well(empty):
    data, _each = _checks(empty)
    assert data["ok"] is True


@pytest.mark.parametrize(
    ("version", "old"), [((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False), ((4, 0, 0), False)]
)
def test_sqlite_before_the_mended_version_is_warned_about(version, old):
    assert doctor._old(version) is old


def test_the_warning_stands_beside_the_version_of_this_machine(store):
    _data, checks = _checks(store)
    assert checks["versions"]["warning"] is doctor._old()
    assert sqlite3.sqlite_version in checks["versions"]["detail"]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/far/acquaint", "nfs4"),
        ("/mnt/far/disk/acquaint", ""),
        ("/media/my nas/acquaint", "cifs"),
        ("/tmp/acquaint", ""),
        ("/var/lib", ""),
    ],
)
def test_a_network_disk_is_known_by_its_mount(folder, kind):
    assert volumes.network_disk(Path(folder), MOUNTS) == kind


def test_where_mounts_cannot_be_read_nothing_is_claimed():
    assert volumes.network_disk(Path("/anywhere"), "") == ""


@pytest.mark.django_db(transaction=True)
def test_the_settings_are_pinned_on_a_live_connection():
    assert connection.transaction_mode == "IMMEDIATE"
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False
    with connection.cursor() as cursor:
        held = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            held[name] = cursor.fetchone()[0]
    assert held.pop("busy_timeout") >= 20_000
    assert held == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_the_settings_are_in_force_in_the_program_itself(store):
    script = (
        "import json\nfrom django.db import connection\ncursor = connection.cursor()\n"
        "names = ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout')\n"
        "print(json.dumps([cursor.execute(f'PRAGMA {name}').fetchone()[0] for name in names]))"
    )
    out, err = store.python(script).communicate()
    assert json.loads(out) == ["wal", 2, 1, 20_000], err


def test_an_update_begins_by_taking_the_lock_so_that_it_never_fails_late(store):
    script = (
        "from django.db import transaction\n"
        "with transaction.atomic():\n    print('in', flush=True)\n    input()"
    )
    with store.running(script=script) as writer:
        assert writer.stdout.readline() == "in\n"
        with (
            closing(sqlite3.connect(store.database, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError),
        ):
            other.execute("BEGIN IMMEDIATE")
