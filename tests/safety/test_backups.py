from __future__ import annotations

import shutil
import signal
import sqlite3
import stat
from contextlib import closing

import pytest

from acquaint.models import schema

HOLDER = "print('in', flush=True); input()"


def test_a_backup_is_opened_again_checked_and_counted(store, tmp_path):
    said = store.json("backup", str(tmp_path / "copy.sqlite3"))
    assert said["schema"] == "acquaint/backup/1"
    made = said["data"]
    assert made["people"] == store.sql("SELECT count(*) FROM person")[0][0] == 61
    assert made["rows"]["interview"] == 25
    assert made["schema"] == schema.VERSION
    copy = tmp_path / "copy.sqlite3"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*copy*")] == ["copy.sqlite3"]


def test_restored_to_an_empty_machine_everything_is_as_it_was(store, empty, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    empty.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")
    assert empty.dump() == store.dump()
    assert empty.json("doctor")["data"]["ok"] is True
    assert stat.S_IMODE(empty.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in empty.folder.iterdir()} == {0o600}


def test_restore_undoes_what_came_after_and_keeps_it_aside(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    then = store.dump()
    store.run("question", "add", "What came after the backup?")
    after = store.dump()
    kept = store.json("restore", str(tmp_path / "copy.sqlite3"), "--yes")["data"]["kept"]
    assert store.dump() == then != after
    with closing(sqlite3.connect(kept)) as old:
        assert list(old.iterdump()) == after


def test_a_backup_never_overwrites_and_never_makes_folders(store, tmp_path):
    (tmp_path / "there.sqlite3").write_text("mine")
    assert (
        "never overwrites"
        in store.json("backup", str(tmp_path / "there.sqlite3"), code=5)["error"]["message"]
    )
    assert (tmp_path / "there.sqlite3").read_text() == "mine"
    store.run("backup", str(tmp_path / "nowhere" / "copy.sqlite3"), code=5)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_gets_a_named_backup_and_the_doctor_knows_of_it(store, tmp_path):
    (tmp_path / "backups").mkdir()
    made = store.json("backup", str(tmp_path / "backups"))["data"]["path"]
    assert [str(path) for path in (tmp_path / "backups").iterdir()] == [made]
    told = {check["name"]: check for check in store.json("doctor")["data"]["checks"]}
    assert told["backup"]["warning"] is False


def _damaged(kind, good, path):
    content = good.read_bytes()
    if kind == "truncated":
        path.write_bytes(content[: len(content) // 2])
    elif kind == "torn":
        middle = len(content) // 2
        path.write_bytes(content[:middle] + bytes(8192) + content[middle + 8192 :])
    elif kind == "text":
        path.write_text("BEGIN:VCARD")
    elif kind == "foreign":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE bookmark (id)")
            other.commit()
    return path


@pytest.mark.parametrize("kind", ["truncated", "torn", "text", "foreign", "missing"])
def test_a_file_that_is_no_whole_backup_is_refused_and_nothing_changes(store, tmp_path, kind):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    before = store.dump()
    bad = _damaged(kind, tmp_path / "copy.sqlite3", tmp_path / "bad.sqlite3")
    assert store.json("restore", str(bad), "--yes", code=5)["error"]["code"] == "invalid"
    assert store.dump() == before
    assert not list(store.folder.glob("before-restore*"))
    assert not list(store.folder.glob(".*"))


def test_a_backup_of_a_newer_acquaint_is_refused_with_both_versions(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as newer:
        newer.execute("PRAGMA user_version = 999")
    said = store.json("restore", str(tmp_path / "copy.sqlite3"), "--yes", code=5)["error"]["message"]
    assert "999" in said
    assert str(schema.VERSION) in said


def test_newer_data_is_refused_with_both_versions_and_not_written_to(store):
    store.sql("PRAGMA user_version = 999")
    store.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    before = store.database.read_bytes()
    said = store.json("promise", "list", code=1)["error"]["message"]
    assert "999" in said
    assert str(schema.VERSION) in said
    assert store.database.read_bytes() == before


def test_one_person_is_counted_as_one(empty, tmp_path):
    empty.run("person", "add", "Ada Moss")
    assert "1 person," in empty.run("backup", str(tmp_path / "copy.sqlite3"))
    assert "1 person is back" in empty.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")


def test_restore_wants_a_yes(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    before = store.dump()
    assert (
        store.json("restore", str(tmp_path / "copy.sqlite3"), code=6)["error"]["code"] == "needs_confirmation"
    )
    assert store.dump() == before


def test_restore_waits_for_nobody_to_use_the_data(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    with store.running(script=HOLDER) as holder:
        assert holder.stdout.readline() == "in\n"
        said = store.json("restore", str(tmp_path / "copy.sqlite3"), "--yes", code=1)["error"]["message"]
        assert "Close it" in said
        holder.send_signal(signal.SIGKILL)
    store.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")


def test_restore_refuses_while_the_app_is_served(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    with store.running("serve", "--no-open", "--port", "0") as server:
        assert server.stdout.readline().startswith("http://")
        store.run("restore", str(tmp_path / "copy.sqlite3"), "--yes", code=1)
    store.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")


@pytest.mark.parametrize("left_over", ["junk", "foreign"])
def test_a_left_over_log_never_mixes_with_what_is_restored(store, empty, tmp_path, left_over):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    expected = store.dump(tmp_path / "copy.sqlite3")
    empty.folder.mkdir()
    if left_over == "junk":
        (empty.folder / "acquaint.sqlite3-wal").write_bytes(b"junk" * 5000)
        (empty.folder / "acquaint.sqlite3-shm").write_bytes(b"junk" * 8192)
    else:
        with closing(sqlite3.connect(store.database)) as writer:
            writer.execute("PRAGMA journal_mode = WAL")
            writer.execute("UPDATE owner SET name = 'somebody else'")
            writer.commit()
            shutil.copy(f"{store.database}-wal", empty.folder / "acquaint.sqlite3-wal")
    empty.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")
    assert empty.dump() == expected
    assert empty.json("doctor")["data"]["ok"] is True


def test_data_too_damaged_to_open_is_put_back_too(store, tmp_path):
    store.run("backup", str(tmp_path / "copy.sqlite3"))
    store.database.write_bytes(b"not a database at all")
    store.run("restore", str(tmp_path / "copy.sqlite3"), "--yes")
    assert store.json("doctor")["data"]["ok"] is True


def test_no_secret_is_in_a_backup(store, tmp_path):
    canary = "canary-8f2c71d0"
    for name in ("secret.key", "entry.key", "cookie.key"):
        (store.folder / name).write_text(canary)
    with store.running("serve", "--no-open", "--port", "0", ACQUAINT_SECRET_KEY=canary) as server:
        token = server.stdout.readline().rsplit("/", 1)[1].strip()
        store.run("backup", str(tmp_path / "copy.sqlite3"))
    content = (tmp_path / "copy.sqlite3").read_bytes()
    assert canary.encode() not in content
    assert token.encode() not in content


WRITER = """
import sys
from acquaint.actions import people, promises
for turn in range(15):
    key = people.add(scope, name=f"Writer {sys.argv[1]} number {turn}").id
    promises.add(scope, person=key, text=f"turn {turn}")
"""


def test_a_backup_while_others_write_is_a_state_that_was_committed(store, tmp_path):
    writers = [store.python(WRITER, str(number)) for number in range(4)]
    copies = [tmp_path / f"copy-{number}.sqlite3" for number in range(5)]
    for copy in copies:
        store.run("backup", str(copy))
    for writer in writers:
        _out, err = writer.communicate()
        assert writer.returncode == 0, err
    for copy in copies:
        with closing(sqlite3.connect(copy)) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
            whole = "SELECT change_number = (SELECT max(number) FROM change) FROM owner"
            assert opened.execute(whole).fetchall() == [(1,)]
            deeds = dict(opened.execute("SELECT what, count(*) FROM change GROUP BY what"))
            written = "SELECT count(*) FROM person WHERE name LIKE 'Writer%'"
            assert opened.execute(written).fetchone()[0] == deeds.get("person.add", 0)
