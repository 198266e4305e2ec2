from __future__ import annotations

import json

import pytest
from django.urls import reverse

from acquaint.actions import promises
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
