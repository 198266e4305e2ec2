from __future__ import annotations

import pytest

from acquaint.actions import imports, people, tombstones
from acquaint.actions.imports import running
from acquaint.models import (
    ContactPoint,
    Position,
)
from bench.archives import Shape, write_zip
from tests import world
from tests.actions.imports.looking import BELA, counts, only, persons
from tests.formats import making
from tests.formats.making import ME, connections, message, person, table

# ── Who is who ────────────────────────────────────────────────────────────────────────────────────


def test_an_equal_name_never_joins_two_people(scope, bring):
    world.know(scope, "Bela Dahlsen")
    rows = [person("Bela", "Dahlsen", f"bela-{n}") for n in range(20)]
    report = bring({"Connections.csv": connections(*rows)})
    assert counts(report) == {"new": 20}
    assert persons(scope).filter(name="Bela Dahlsen").count() == 21


def test_thousands_of_namesakes_all_arrive(scope, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "CHUNK", 1000)
    path = write_zip(tmp_path / "many.zip", Shape(connections=2000, messages=0, invitations=0, hidden=0))
    report = imports.apply(scope, paths=[path])
    assert counts(report) == {"new": 2000}
    assert persons(scope).count() == 2000
    assert persons(scope).values("name").distinct().count() < 2000


def test_a_profile_known_by_hand_is_the_same_person(scope, bring):
    [key] = world.know(scope, "Bela D.", profiles=["linkedin.com/in/Bela-Dahlsen/"], notes="mine")
    row = person("Bela", "Dahlsen", "bela-dahlsen", company="Amber Labs", email="b@example.com")
    report = bring({"Connections.csv": connections(row)})
    bela = persons(scope).get()
    assert (bela.key, bela.name, bela.notes) == (key, "Bela D.", "mine")
    assert counts(report) == {"conflict": 1}
    assert "name" in report.conflicts[0].reason
    assert Position.objects.of(scope).get().organization.name == "Amber Labs"
    assert ContactPoint.objects.of(scope).filter(kind="email", person=bela).exists()
    assert counts(bring({"Connections.csv": connections(row)})) == {"same": 1}


def test_an_address_known_by_hand_is_the_same_person(scope, bring):
    world.know(scope, "Bela Dahlsen", emails=["b@example.com"])
    report = bring({"Connections.csv": connections(person("Bela", "Dahlsen", "bela", email="B@example.com"))})
    assert counts(report) == {"update": 1}
    assert persons(scope).count() == 1


def test_a_mailbox_joins_no_two_names(scope, bring):
    world.know(scope, "Cora Eberwick", emails=["b@example.com"])
    world.know(scope, "Dora Falkbeck", emails=["info@example.com"])
    rows = [
        person("Bela", "Dahlsen", "bela", email="b@example.com"),
        person("Dora", "Falkbeck", "dora", email="info@example.com"),
    ]
    assert counts(bring({"Connections.csv": connections(*rows)})) == {"new": 2}
    assert persons(scope).count() == 4


def test_an_address_that_two_share_joins_nobody(scope, bring):
    world.know(scope, "Bela Dahlsen", emails=["info@example.com"])
    world.know(scope, "Cora Eberwick", emails=["info@example.com"])
    row = person("Dora", "Falkbeck", "dora", email="info@example.com")
    assert counts(bring({"Connections.csv": connections(row)})) == {"new": 1}
    assert persons(scope).count() == 3
    bare = table(
        making.CONNECTIONS.replace("URL,", ""), ["Dora", "F", "info@example.com", "", "", "08 Feb 2024"]
    )
    report = bring({"Connections.csv": bare}, name="b.zip")
    assert counts(report) == {"conflict": 1}
    assert "share" in report.conflicts[0].reason


def test_two_members_with_one_address_are_two(scope, bring):
    rows = [
        person("Bela", "D", "bela", email="x@example.com"),
        person("Cora", "E", "cora", email="x@example.com"),
    ]
    bring({"Connections.csv": connections(*rows)})
    assert persons(scope).count() == 2


@pytest.mark.parametrize("newest_first", [True, False])
def test_an_export_without_addresses_is_of_the_same_people(scope, bring, newest_first):
    rows = [
        person("Bela", "Dahlsen", "b1"),
        person("Bela", "Dahlsen", "b2", on="01 Mar 2020"),
        person("Cora", "E", "c"),
    ]
    old = table(making.CONNECTIONS.replace("URL,", ""), *[[*row[:2], *row[3:]] for row in rows])
    exports = [connections(*rows), old] if newest_first else [old, connections(*rows)]
    bring({"Connections.csv": exports[0]})
    report = bring({"Connections.csv": exports[1]}, name="b.zip")
    assert persons(scope).count() == 3
    assert counts(report).keys() <= {"same", "update"}
    again = bring({"Connections.csv": exports[1]}, name="b.zip")
    assert again.total("update") == 0


def test_namesakes_of_one_day_without_addresses_are_not_guessed(scope, bring):
    rows = [person("Bela", "Dahlsen", "b1"), person("Bela", "Dahlsen", "b2")]
    bring({"Connections.csv": connections(*rows)})
    old = table(making.CONNECTIONS.replace("URL,", ""), *[[*row[:2], *row[3:]] for row in rows])
    assert counts(bring({"Connections.csv": old}, name="b.zip")) == {"new": 2}
    assert counts(bring({"Connections.csv": old}, name="b.zip")) == {"same": 2}


def test_a_row_said_twice_counts_once(scope, bring):
    rows = [person("Bela", "D", "bela", company="Amber"), person("Bela", "D", "bela", company="Birch")]
    files = {"Connections.csv": connections(*rows)}
    assert counts(bring(files)) == {"new": 1, "same": 1}
    assert counts(bring(files)) == {"same": 2}


def test_an_erased_person_stays_away(scope, bring):
    tombstones.bury(scope, [("profile", "linkedin.com/in/bela-dahlsen")])
    files = {
        "Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen"), person("Cora", "E", "c")),
        "Invitations.csv": making.MY_INVITATION,
        "messages.csv": table(making.MESSAGES["2025"], message(BELA, ME, "Hello")),
    }
    report = bring(files)
    assert counts(report) == {"new": 1, "ignored": 1}
    assert counts(report, "messages.csv") == {"ignored": 1}
    assert list(persons(scope).values_list("name", flat=True)) == ["Cora E"]


def test_a_closed_person_stays_closed(scope, bring):
    bring({"Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen"))})
    key = only(scope, "Bela Dahlsen").key
    people.close(scope, person=key, why="asked me to stop")
    row = person("Bela", "Dahlsen", "bela-dahlsen", company="Amber Labs")
    said = table(making.MESSAGES["2025"], message(BELA, ME, "x"))
    files = {
        "Connections.csv": connections(row),
        "messages.csv": said,
        "Invitations.csv": making.MY_INVITATION,
    }
    bring(files, name="b.zip")
    bela = persons(scope).get()
    assert bela.closed_on == scope.today
    assert bela.next_due is None
