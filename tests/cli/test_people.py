"""People at the terminal, as the outside contract says it."""

from __future__ import annotations

import csv
import io

import pytest


@pytest.fixture
def terminal(cli):
    cli.on = "2025-03-03"
    return cli


@pytest.fixture
def ada(terminal):
    return terminal(
        *("person", "add", "Ada Moss, PhD", "--email", "ada@example.org", "--phone", "+44 20 7946 0958"),
        *("--profile", "https://www.linkedin.com/in/ada-moss", "--alias", "Countess"),
        *("--org", "Ferncare", "--position", "Director", "--interest", "chess", "--how-met", "at the choir"),
        *("--met-on", "2024-11", "--pronouns", "she", "--notes", "kind", "--json"),
    ).data["id"]


LISTED = {
    "id", "name", "organization", "position", "stage", "emails", "phones", "profiles", "last_contact",
    "introduced_by", "next",
}  # fmt: skip


def test_a_person_is_added_and_listed(terminal, ada):
    [row] = terminal("person", "list", "--json").data
    assert set(row) >= LISTED
    assert (row["id"], row["name"], row["credentials"]) == (ada, "Ada Moss", "PhD")
    assert (row["organization"], row["position"], row["stage"]) == ("Ferncare", "Director", "known")
    assert row["emails"] == ["ada@example.org"]
    assert row["profiles"] == ["https://www.linkedin.com/in/ada-moss"]
    assert (row["last_contact"], row["introduced_by"], row["next"]) == (None, None, None)


def test_a_person_is_shown_whole(terminal, ada):
    terminal("log", "coffee", "ada", "--note", "on bridges")
    page = terminal("person", "show", "countess", "--json").data
    assert page["id"] == ada
    assert (page["how_met"], page["met_on"], page["pronouns"]) == ("at the choir", "2024-11", "she")
    assert [one["text"] for one in page["interests"]] == ["chess"]
    assert page["promises"] == {"mine": [], "theirs": []}
    assert [(one["on"], one["type"], one["kind"]) for one in page["timeline"]][-2:] == [
        ("2025-03-03", "interaction", "coffee"),
        ("2025-03-03", "stage", "acquainted"),
    ]
    assert page["last_contact"] == page["first_contact"] == "2025-03-03"


def test_the_page_of_the_terminal_reads_well(terminal, ada):
    terminal("log", "email", "ada", "--direction", "in", "--note", "sent the list")
    said = terminal("person", "show", "ada").out
    assert said.startswith("Ada Moss, PhD  she  " + ada)
    for words in ("also Countess", "Director, Ferncare, known", "ada@example.org", "at the choir  2024-11"):
        assert words in said
    assert "2025-03-03  ←  email  sent the list" in said


def test_introductions_and_namesakes(terminal, ada):
    ben = terminal("person", "add", "Ben Varga", "--introduced-by", "ada", "--json").data
    assert ben["introduced_by"] == {"id": ada, "name": "Ada Moss"}
    told = terminal("person", "add", "Ada Moss", "--json")
    assert told.data["id"] != ada
    assert ada in told.err
    assert {one["name"] for one in terminal("person", "list", "--json").data} == {"Ada Moss", "Ben Varga"}
    refused = terminal("person", "show", "Ada Moss", "--json", code=4).error
    assert refused["code"] == "ambiguous"
    assert {one["id"] for one in refused["candidates"]} == {ada, told.data["id"]}


def test_editing_adds_drops_and_moves(terminal, ada):
    page = terminal(
        *("person", "edit", "ada", "--email", "moss@example.org", "--drop", "ada@example.org"),
        *("--org", "North Mill", "--drop", "Countess", "--notes", "", "--gladly", "sure", "--json"),
    )
    assert page.undo
    assert page.data["emails"] == ["moss@example.org"]
    assert (page.data["organization"], page.data["position"]) == ("North Mill", None)
    assert [one["current"] for one in page.data["positions"]] == [True, False]
    assert (page.data["aliases"], page.data["notes"], page.data["gladly"]) == ([], "", "sure")


def test_a_new_position_keeps_the_place_and_an_empty_place_ends_it(terminal, ada):
    page = terminal("person", "edit", "ada", "--position", "Chair", "--json").data
    assert (page["organization"], page["position"]) == ("Ferncare", "Chair")
    page = terminal("person", "edit", "ada", "--org", "ferncare", "--json").data
    assert (page["organization"], page["position"]) == ("Ferncare", "Chair")
    page = terminal("person", "edit", "ada", "--org", "", "--json").data
    assert (page["organization"], page["position"]) == (None, None)


def test_an_edit_that_changes_nothing_has_nothing_to_undo(terminal, ada):
    assert terminal("person", "edit", "ada", "--notes", "kind", "--json").undo is None


def test_closed_and_open_again(terminal, ada):
    closed = terminal("person", "close", "ada", "--why", "asked me to", "--json").data
    assert (closed["closed_on"], closed["closed_why"]) == ("2025-03-03", "asked me to")
    assert "closed" in terminal("person", "list").out
    assert terminal("person", "reopen", "ada", "--json").data["closed_on"] is None


def test_stage_and_choosing(terminal, ada):
    assert terminal("person", "stage", "ada", "ally", "--json").data["stage"] == "ally"
    assert terminal("person", "choose", "ada", "--json").data["chosen_on"] == "2025-03-03"
    assert [one["id"] for one in terminal("person", "list", "--stage", "ally", "--json").data] == [ada]
    assert terminal("person", "list", "--stage", "friend", "--json").data == []


def test_lists_are_narrowed_by_field_and_limit(terminal, ada):
    terminal("person", "add", "Ben Varga")
    terminal("organization", "edit", "ferncare", "--field", "Care")
    assert [one["id"] for one in terminal("person", "list", "--field", "care", "--json").data] == [ada]
    assert len(terminal("person", "list", "--limit", "1", "--json").data) == 1
    assert len(terminal("person", "list", "--limit", "0", "--json").data) == 2
    terminal("person", "list", "--field", "nothing", code=3)


def test_an_empty_list_says_what_to_do(terminal):
    assert "person add" in terminal("person", "list").out
    assert terminal("person", "list", "--json").data == []


def test_the_list_as_csv(terminal, ada):
    [row] = csv.DictReader(io.StringIO(terminal("person", "list", "--format", "csv").out))
    assert (row["id"], row["name"]) == (ada, "Ada Moss, PhD")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("person", "add", "  "), 5),
        (("person", "add", "Ada", "--email", "nonsense"), 5),
        (("person", "add", "Ada", "--met-on", "sometime"), 5),
        (("person", "add", "Ada", "--introduced-by", "nobody"), 3),
        (("person", "add"), 2),
        (("person", "edit", "nobody"), 3),
        (("person", "close", "nobody"), 3),
        (("person", "stage", "ada", "lead"), 2),
        (("person", "list", "--stage", "lead"), 2),
    ],
)
def test_what_cannot_be_done_changes_nothing(terminal, ada, words, code):
    before = terminal("history", "--json").data
    terminal(*words, code=code)
    assert terminal("history", "--json").data == before


def test_somebody_elses_words_cannot_play_with_the_terminal(terminal):
    terminal("person", "add", "Eve \x1b[31mRed\u202e", "--notes", "a\x1b]0;b\x07")
    for words in (("person", "list"), ("person", "show", "eve")):
        said = terminal(*words).out
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_erasing_needs_a_yes_and_a_name_to_the_letter(terminal, ada):
    refused = terminal("person", "erase", "ada@example.org", "--json", code=6).error
    assert refused["code"] == "needs_confirmation"
    assert "Ada Moss" in refused["message"]
    terminal("person", "erase", "Ada Mosss", "--yes", code=3)
    assert len(terminal("person", "list", "--json").data) == 1
    done = terminal("person", "erase", "ada", "--yes", "--json")
    assert (done.undo, done.data["id"], done.data["copies"]) == (None, ada, [])
    assert terminal("person", "list", "--json").data == []
    assert terminal("who", "moss", "--json").data == []
    terminal("person", "show", ada, code=3)
    terminal("undo", code=5)


def test_an_erased_person_leaves_no_byte_behind(shell, tmp_path):
    shell("person", "add", "Eve Qzcanary", "--email", "qzcanary@example.org", "--notes", "qzcanary notes")
    shell("person", "add", "Ben Varga")
    shell("log", "coffee", "eve", "ben", "--note", "plain")
    shell("promise", "add", "eve", "send the qzcanary")
    found = shell("person", "erase", "eve", "--yes", "--json")
    assert found.data["wiped"] is True
    left = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
    assert b"qzcanary" not in left.lower()
    assert b"Ben Varga" in left


def test_a_rhythm_of_their_own_is_set_shown_and_taken_away(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss")
    said = cli("person", "edit", "ada", "--every", "90", "--json").data
    assert (said["rhythm_days"], said["next"]) == (90, "2025-06-01")
    assert "every 90 days" in cli("person", "show", "ada").out
    assert cli("person", "edit", "ada", "--every", "0", "--json").data["rhythm_days"] is None
    cli("person", "edit", "ada", "--every", "-1", "--json", code=2)
