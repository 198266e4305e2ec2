"""Undo, redo and history at the terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def terminal(cli):
    cli.on = "2025-03-03T10:15"
    return cli


def test_undo_and_redo_walk_back_and_forth(terminal):
    ada = terminal("person", "add", "Ada Moss", "--json")
    undone = terminal("undo", "--json")
    assert undone.data["id"] == ada.undo
    assert (undone.data["what"], undone.data["about"], undone.data["kept"]) == ("person.add", "Ada Moss", [])
    assert terminal("person", "list", "--json").data == []
    terminal("redo", "--json")
    assert [one["id"] for one in terminal("person", "list", "--json").data] == [ada.data["id"]]
    terminal("redo", code=3)


def test_undo_by_id_keeps_what_later_deeds_need_and_names_it(terminal):
    ada = terminal("person", "add", "Ada Moss", "--json")
    terminal("promise", "add", "ada", "send the paper")
    undone = terminal("undo", ada.undo, "--json")
    stayed = {"type": "person", "id": ada.data["id"], "title": "Ada Moss", "why": "needed"}
    assert undone.data["kept"] == [stayed]
    assert "Ada Moss" in undone.err
    assert len(terminal("person", "list", "--json").data) == 1
    terminal("undo", ada.undo, "--json", code=5)
    terminal("undo", "nothing", "--json", code=3)


def test_an_undo_can_be_undone_by_its_id(terminal):
    terminal("person", "add", "Ada Moss")
    undone = terminal("undo", "--json")
    terminal("undo", undone.undo)
    assert len(terminal("person", "list", "--json").data) == 1


def test_history_is_newest_first_and_says_what_was_undone(terminal):
    ada = terminal("person", "add", "Ada Moss", "--json")
    undone = terminal("undo", "--json")
    latest, first = terminal("history", "--json").data
    assert (first["id"], first["what"], first["actor"], first["undone_by"]) == (
        ada.undo,
        "person.add",
        "me",
        undone.undo,
    )
    assert (latest["id"], latest["undone_by"]) == (undone.undo, None)
    assert first["at"].startswith("2025-03-03T")
    assert [one["id"] for one in terminal("history", "--limit", "1", "--json").data] == [undone.undo]


def test_history_as_people_read_it(terminal):
    assert "Nothing was done yet" in terminal("history").out
    terminal("undo", code=3)
    terminal("person", "add", "Ada Moss")
    said = terminal("history").out
    assert "Added Ada Moss" in said
    assert "2025-03-03 10:15" in said
    assert terminal("undo").out == "Taken back: Added Ada Moss\n"
