"""The same person twice, at the terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def adas(cli, meet):
    cli.on = "2025-03-03"
    meet("Cleo Ng")
    one = meet("Ada Moss", emails=["ada@example.org"], organization="Ferncare", position="Director")
    other = meet("Ada B. Moss", emails=["ada@example.org", "moss@example.org"], pronouns="she", notes="kind")
    return one, other


def test_suspected_pairs_are_listed_with_their_reasons(cli, adas):
    [pair] = cli("duplicates", "--json").data
    assert (pair["a"], pair["b"]) == (
        {"id": adas[0], "name": "Ada Moss"},
        {"id": adas[1], "name": "Ada B. Moss"},
    )
    assert 0.5 < pair["score"] <= 1
    assert pair["certain"] is True
    assert pair["reasons"][0] == "They share a mail address: ada@example.org."
    said = cli("duplicates").out
    assert "They share a mail address: ada@example.org." in said
    assert adas[1] in said
    assert str(pair["score"]) not in said


def test_none_is_said_in_words_and_a_limit_is_kept(cli, adas, meet):
    meet("Wendeline Zyxwina")
    meet("Wendeline Zyxwina")
    assert len(cli("duplicates", "--json").data) == 2
    assert len(cli("duplicates", "--limit", "1", "--json").data) == 1
    cli("duplicates", "apart", *adas)
    cli("person", "erase", "cleo", "--yes")
    cli("undo", code=5)
    assert [one["certain"] for one in cli("duplicates", "--json").data] == [False]


def test_told_apart_they_are_not_asked_about_again_until_undone(cli, adas):
    told = cli("duplicates", "apart", *adas, "--json")
    assert told.data == {
        "a": {"id": adas[0], "name": "Ada Moss"},
        "b": {"id": adas[1], "name": "Ada B. Moss"},
    }
    assert cli("duplicates", "--json").data == []
    assert "Nobody seems to be here twice." in cli("duplicates").out
    cli("undo", told.undo)
    assert len(cli("duplicates", "--json").data) == 1


def test_two_entries_become_one_and_the_old_id_says_so(cli, adas):
    joined = cli("person", "merge", *adas, "--keep", "name=B", "--json")
    assert joined.data["id"] == adas[0]
    assert (joined.data["name"], joined.data["pronouns"]) == ("Ada B. Moss", "she")
    assert joined.data["aliases"] == ["Ada Moss"]
    assert joined.data["emails"] == ["ada@example.org", "moss@example.org"]
    shown = cli("person", "show", adas[1], "--json")
    assert shown.data["id"] == adas[0]
    assert f"{adas[1]} was joined to Ada B. Moss, who is {adas[0]} now." in shown.err
    assert "joined" not in cli("person", "show", adas[0], "--json").err
    assert {one["name"] for one in cli("person", "list", "--json").data} == {"Ada B. Moss", "Cleo Ng"}
    assert cli("history", "--limit", "1", "--json").data[0]["what"] == "person.merge"


def test_taken_back_in_one_step_what_was_edited_later_is_kept_and_said(cli, adas):
    joined = cli("person", "merge", *adas, "--json")
    cli("person", "edit", adas[0], "--notes", "later words")
    done = cli("undo", joined.undo, "--json").data
    assert [(one["id"], one["why"]) for one in done["kept"]] == [(adas[0], "changed")]
    first, second = (cli("person", "show", key, "--json").data for key in adas)
    assert (first["name"], first["notes"], first["pronouns"]) == ("Ada Moss", "later words", "")
    assert (second["name"], second["notes"], second["pronouns"]) == ("Ada B. Moss", "kind", "she")
    assert second["emails"] == ["ada@example.org", "moss@example.org"]


def test_how_what_was_said_held_is_not_told_from_a_few_decisions(cli, adas):
    assert cli("duplicates", "calibration", "--json").data == {
        "decided": 0, "joined": 0, "needed": 50, "error": None, "bands": [],
    }  # fmt: skip
    cli("person", "merge", *adas)
    assert cli("duplicates", "calibration", "--json").data["joined"] == 1
    said = cli("duplicates", "calibration").out
    assert "Suggested pairs that you decided on: 1. From 50 on this tells what was right." in said


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--keep", "shoes=A"), 5),
        (("--keep", "name=C"), 5),
        (("--keep", "name"), 5),
        (("third",), 2),
    ],
)
def test_what_cannot_be_joined_changes_nothing(cli, adas, more, code):
    before = cli("history", "--json").data
    cli("person", "merge", *adas, *more, code=code)
    cli("person", "merge", adas[0], "nobody", code=3)
    cli("person", "merge", adas[0], adas[0], code=5)
    cli("person", "merge", adas[0], "ada@example.org", code=4)
    assert cli("history", "--json").data == before
