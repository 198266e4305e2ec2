from __future__ import annotations

import pytest

SAMPLE = "met @Given Family at PyCon, she offered to intro me to #Organization, send her the paper by Friday"


@pytest.fixture
def monday(cli):
    cli.on = "2026-11-23"
    return cli


def test_the_sample_line(monday):
    answer = monday("add", SAMPLE, "--json")
    data = answer.data
    assert answer.json["schema"] == "acquaint/add/1"
    assert data["raw"] == SAMPLE
    assert all(SAMPLE[chip["start"] : chip["end"]] == chip["text"] for chip in data["chips"])
    by_kind = {chip["kind"]: chip for chip in data["chips"]}
    assert by_kind["person"]["value"]["match"] == "new"
    assert by_kind["due"]["value"]["on"] == "2026-11-27"
    assert data["chips"][by_kind["promise"]["value"]["who"]]["text"] == "@Given Family"
    assert {one["type"] for one in data["made"]} == {
        "person",
        "journalentry",
        "organization",
        "introduction",
        "interaction",
        "promise",
    }
    assert answer.undo
    promises = monday("today", "--json").data["promises"]
    assert [one["text"] for one in promises["mine"]] == ["send the paper"]


def test_a_dry_run_shows_and_writes_nothing(monday):
    answer = monday("add", "--dry-run", SAMPLE, "--json")
    assert (answer.data["made"], answer.undo) == ([], None)
    assert len(answer.data["chips"]) == 7
    shown = monday("add", "--dry-run", SAMPLE)
    assert "Nothing was written" in shown.out
    assert "2026-11-27" in shown.out
    assert monday("promise", "list", "--json").data == []


def test_a_person_reads_what_was_understood(monday, meet):
    meet("Ada Moss")
    said = monday(
        "add", "coffee with @Ada Moss yesterday, she'll send the deck by Monday, she knows @Ben Varga"
    ).out
    assert said.splitlines()[0] == "Kept."
    assert "known by this name" in said
    assert "new" in said
    assert "due 2026-11-30" in said
    assert "only text" in monday("add", "a quiet day").out


def test_a_name_of_two_people_is_asked_back_with_the_line(monday, meet):
    keys = {meet("Ada Moss", organization="Harbor Clinic"), meet("Ada Moss")}
    answer = monday("add", "met @Ada Moss at PyCon", "--json", code=4)
    assert answer.error["code"] == "ambiguous"
    assert {one["id"] for one in answer.error["candidates"]} == keys
    assert "met @Ada Moss at PyCon" in answer.error["message"]
    plain = monday("add", "met @Ada Moss at PyCon", code=4)
    assert "met @Ada Moss at PyCon" in plain.err
    assert "Harbor Clinic" in plain.err
    one = min(keys)
    who = monday("add", f"met @{one} at PyCon", "--json").data["chips"][1]["value"]
    assert (who["person"], who["match"]) == (one, "id")


def test_nothing_to_write_down_is_refused(monday):
    assert "Write down" in monday("add", "  ", "--json", code=5).error["message"]
    monday("add", "--json", code=2)


def test_a_smile_says_where_it_is_kept(monday):
    made = monday("add", "coffee with @Ada Example fit:5", "--json").data
    assert [chip["value"]["kept"] for chip in made["chips"] if chip["kind"] == "fit"] == ["note"]
    assert "kept in the note" in monday("add", "coffee with @Ada Example :)").out
    assert "kept with the talk" in monday("add", "interviewed @Ada Example :)").out
