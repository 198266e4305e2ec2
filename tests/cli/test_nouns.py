"""Organizations, fields, interests, contacts and the journal at the terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def terminal(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss", organization="Ferncare", position="Director")
    meet("Ben Varga")
    return cli


def test_an_organization_and_who_is_there(terminal):
    made = terminal(
        "organization", "add", "North Mill", "--field", "Care", "--notes", "by the river", "--json"
    )
    assert (made.data["name"], made.data["field"]["name"], made.data["people"]) == ("North Mill", "Care", [])
    page = terminal("organization", "show", "fern", "--json").data
    assert [(one["name"], one["title"]) for one in page["people"]] == [("Ada Moss", "Director")]
    terminal("person", "edit", "ada", "--org", "North Mill")
    assert [one["name"] for one in terminal("organization", "show", "fern", "--json").data["former"]] == [
        "Ada Moss"
    ]
    rows = terminal("organization", "list", "--json").data
    assert [(one["name"], one["people"]) for one in rows] == [("Ferncare", 0), ("North Mill", 1)]
    assert [one["name"] for one in terminal("organization", "list", "--field", "care", "--json").data] == [
        "North Mill"
    ]
    assert "There now\n  Ada Moss" in terminal("organization", "show", "north").out


def test_an_organization_is_renamed_set_aside_and_removed(terminal):
    page = terminal(
        "organization", "edit", "fern", "--name", "Ferncare Group", "--field", "Care", "--json"
    ).data
    assert (page["name"], page["field"]["name"]) == ("Ferncare Group", "Care")
    assert terminal("organization", "close", "fern", "--json").data["closed_on"] == "2025-03-03"
    assert terminal("organization", "list", "--json").data == []
    assert len(terminal("organization", "list", "--all", "--json").data) == 1
    assert terminal("organization", "reopen", "fern", "--json").data["closed_on"] is None
    terminal("organization", "remove", "fern", code=5)
    terminal("organization", "add", "Shortlived")
    assert terminal("organization", "remove", "shortlived", "--json").undo
    terminal("organization", "show", "shortlived", code=3)


def test_the_same_organization_is_not_made_twice(terminal):
    first = terminal("organization", "add", "ferncare", "--json")
    assert (first.data["name"], first.undo) == ("Ferncare", None)
    terminal("organization", "add", "North Mill")
    terminal("organization", "edit", "north", "--name", "FERNCARE", code=5)


def test_a_field_and_its_states(terminal):
    made = terminal("field", "add", "Care", "--state", "exploring", "--json").data
    assert (made["name"], made["state"], made["state_on"]) == ("Care", "exploring", "2025-03-03")
    terminal("organization", "edit", "fern", "--field", "care")
    page = terminal("field", "show", "care", "--json").data
    assert [one["name"] for one in page["organizations"]] == ["Ferncare"]
    assert [one["name"] for one in page["people"]] == ["Ada Moss"]
    terminal("log", "coffee", "ada")
    [row] = terminal("field", "list", "--json").data
    assert (row["organizations"], row["people"], row["met"]) == (1, 1, 1)
    assert terminal("field", "edit", "care", "--state", "ruled_out", "--json").data["state"] == "ruled_out"
    assert terminal("field", "list", "--state", "exploring", "--json").data == []
    terminal("field", "remove", "care", code=5)
    terminal("field", "add", "Bees", "--state", "sold", code=2)


def test_interests_by_person_and_by_topic(terminal):
    made = terminal("interest", "add", "ada", "Open-water swimming", "--json")
    assert (made.data["person"]["name"], made.data["text"]) == ("Ada Moss", "Open-water swimming")
    terminal("interest", "add", "ben", "swimming pools")
    terminal("interest", "add", "ben", "Welsh", "--kind", "language")
    assert terminal("interest", "add", "ada", "open-water SWIMMING", "--json").undo is None
    names = [one["person"]["name"] for one in terminal("interest", "list", "swim", "--json").data]
    assert names == ["Ada Moss", "Ben Varga"]
    assert len(terminal("interest", "list", "--with", "ben", "--json").data) == 2
    assert [one["text"] for one in terminal("interest", "list", "--kind", "language", "--json").data] == [
        "Welsh"
    ]
    edited = terminal("interest", "edit", made.data["id"], "cold-water swimming", "--json").data
    assert edited["text"] == "cold-water swimming"
    assert terminal("interest", "show", made.data["id"], "--json").data == edited
    assert terminal("interest", "remove", made.data["id"], "--json").undo
    terminal("interest", "show", made.data["id"], code=3)
    terminal("interest", "add", "ada", "  ", code=5)


def test_a_contact_with_several_people_at_once(terminal):
    made = terminal("log", "coffee", "ada", "ben", "--note", "on bridges", "--place", "the mill", "--json")
    assert [one["name"] for one in made.data["people"]] == ["Ada Moss", "Ben Varga"]
    assert (made.data["on"], made.data["kind"], made.data["direction"]) == ("2025-03-03", "coffee", "both")
    assert {one["last_contact"] for one in terminal("person", "list", "--json").data} == {"2025-03-03"}
    terminal("undo", made.undo)
    assert {one["last_contact"] for one in terminal("person", "list", "--json").data} == {None}


def test_a_contact_of_another_day_either_way(terminal):
    late = terminal("log", "email", "ada", "--on", "2025-02-01", "--direction", "in", "--json").data
    said = terminal("log", "letter", "ada", "--when", "2025-02-10", "--json").data
    assert (late["on"], said["on"], said["direction"]) == ("2025-02-01", "2025-02-10", "out")
    assert [one["id"] for one in terminal("interaction", "list", "--with", "ada", "--json").data] == [
        said["id"],
        late["id"],
    ]
    assert terminal("interaction", "list", "--with", "ben", "--json").data == []
    edited = terminal(
        "interaction", "edit", late["id"], "--kind", "message", "--note", "moved", "--json"
    ).data
    assert (edited["kind"], edited["text"], edited["direction"]) == ("message", "moved", "in")
    terminal("interaction", "remove", said["id"], "--json")
    terminal("interaction", "remove", said["id"], code=3)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("log", "coffee"), 2),
        (("log", "seance", "ada"), 2),
        (("log", "coffee", "ada", "nobody"), 3),
        (("log", "coffee", "ada", "--when", "2025-03-04"), 5),
    ],
)
def test_a_contact_that_cannot_be_is_not_logged(terminal, words, code):
    terminal(*words, code=code)
    assert terminal("interaction", "list", "--json").data == []


def test_the_journal(terminal):
    words = "First day at the mill.\nIt smelled of bread."
    made = terminal("journal", "add", words, "--with", "ada", "--json").data
    assert (made["kind"], made["on"], made["text"], made["person"]["name"]) == (
        "entry",
        "2025-03-03",
        words,
        "Ada Moss",
    )
    kept = terminal(
        "journal", "add", "--url", "https://example.org/report", "--when", "2025-02-01", "--json"
    ).data
    assert (kept["kind"], kept["text"]) == ("bookmark", "")
    assert terminal("journal", "add", "-", "--json", stdin="from a file\n").data["text"] == "from a file"
    assert len(terminal("journal", "list", "--json").data) == 3
    assert [one["id"] for one in terminal("journal", "list", "--kind", "bookmark", "--json").data] == [
        kept["id"]
    ]
    assert "It smelled of bread." in terminal("journal", "show", made["id"]).out
    edited = terminal("journal", "edit", made["id"], "--text", "Shorter.", "--with", "", "--json").data
    assert (edited["text"], edited["person"]) == ("Shorter.", None)
    terminal("journal", "remove", made["id"])
    terminal("journal", "show", made["id"], code=3)


@pytest.mark.parametrize("words", [("journal", "add"), ("journal", "add", "--url", "no page")])
def test_an_empty_entry_is_refused(terminal, words):
    terminal(*words, code=5)
