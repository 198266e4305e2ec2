from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from django.urls import reverse

from acquaint.actions import backups, promises
from acquaint.queries.exports import one
from acquaint.queries.exports.whole import KINDS
from tests import world


def taken(client, kind, query=""):
    answer = client.get(reverse("export-file", args=[kind]) + query)
    assert answer.status_code == 200
    return answer, b"".join(answer.streaming_content)


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_out_is_on_the_page_and_hands_over_a_file(scope, client, kind):
    [ada] = world.know(scope, "Ada Moss", emails=["ada@example.org"])
    promises.add(scope, person=ada, text="the paper", due_on=scope.today)
    page = client.get(reverse("export")).content.decode()
    assert reverse("export-file", args=[kind]) in page
    answer, content = taken(client, kind)
    name = f"acquaint-2026-03-04.{KINDS[kind][0]}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Type"] == KINDS[kind][1]
    assert b"Ada Moss" in content


def test_a_table_bears_the_mark_of_utf_8_where_it_is_asked_for(scope, client):
    world.know(scope, "Đức Lê")
    assert taken(client, "csv", "?bom=1")[1] == b"\xef\xbb\xbf" + taken(client, "csv")[1]


def test_one_person_goes_out_alone(scope, client):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    answer = client.get(reverse("person-export", args=[ada, "json"]))
    held = json.loads(b"".join(answer.streaming_content))
    assert [row["name"] for row in held["tables"]["person"]] == ["Ada Moss"]
    assert ben not in json.dumps(held)


def test_what_there_is_not_is_not_found(scope, client):
    [ada] = world.know(scope, "Ada Moss")
    for address in (
        reverse("export-file", args=["sqlite"]),
        reverse("person-export", args=[ada, "exe"]),
        reverse("person-export", args=["2222222222", "json"]),
    ):
        assert client.get(address).status_code == 404


def test_nobody_takes_what_is_not_theirs(scope, other, client, stranger):
    [zoe] = world.know(other, "Zoe Else")
    assert b"Zoe" not in taken(client, "json")[1]
    assert client.get(reverse("person-export", args=[zoe, "json"])).status_code == 404
    assert stranger.get(reverse("export-file", args=["json"])).status_code == 403


def test_a_copy_of_the_database_is_whole_and_leaves_nothing_behind(scope, client, tmp_path):
    world.know(scope, "Ada Moss")
    assert reverse("export-copy") in client.get(reverse("export")).content.decode()
    folder = backups._live().parent
    before = sorted(path.name for path in folder.iterdir() if "-" not in path.name)
    answer = client.get(reverse("export-copy"))
    assert not list(folder.glob(".passing-*")), "it has no name while it is downloaded"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="acquaint-2026-03-04.sqlite3"'
    (tmp_path / "copy.sqlite3").write_bytes(b"".join(answer.streaming_content))
    answer.close()
    assert sorted(path.name for path in folder.iterdir() if "-" not in path.name) == before
    assert not list(folder.glob(".*"))
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_a_dead_process_left_of_a_copy_is_swept_away(tmp_path):
    (tmp_path / ".passing-1-abcd.part").write_bytes(b"half")
    (tmp_path / "mine.part").write_bytes(b"mine")
    backups.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.part"]


def test_somebody_is_looked_for_and_goes_out_alone_in_three_ways(scope, client):
    ada, _ben = world.know(scope, "Ada Moss", "Ben Varga")
    page = client.get(reverse("export"), {"q": "moss"}).content.decode()
    for kind in one.KINDS:
        address = reverse("person-export", args=[ada, kind])
        assert address in page
        assert b"Ada Moss" in b"".join(client.get(address).streaming_content)
    assert "Ben Varga" not in page
    assert "Nobody here is called so." in client.get(reverse("export"), {"q": "zzz"}).content.decode()
