"""The main job on a real archive: bring your people, hold an interview, be told what to do next."""

from __future__ import annotations

import pytest

DEBRIEF = """liked: yes
energy: +1
learned: Hospitals buy from few vendors
advice: Read the standard first
will: read it this week
promise: send my notes by Friday
theirs: the slides
name: Quentin Sample at Sample Works, runs the lab (ask first)
opening: Analyst at Sample Works
interest: astronomy
We talked longer than planned.
"""


@pytest.fixture
def archive(corpora):
    return str(next((corpora / "linkedin").rglob("sample_export.zip")))


@pytest.fixture
def imported(cli, archive):
    cli.on = "2026-11-16"
    cli("import", archive, "--apply", "--json")
    return cli


def pick(cli) -> dict:
    """Somebody whose full name nobody else has."""
    rows = cli("person", "list", "--limit", "0", "--json").data
    names = [row["name"] for row in rows]
    return next(row for row in rows if names.count(row["name"]) == 1 and row["profiles"])


def test_a_preview_writes_nothing_and_the_same_archive_again_changes_nothing(cli, archive):
    cli.on = "2026-11-16"
    before = cli("import", archive, "--json").data
    assert before["applied"] is False
    assert before["batch"] is None
    assert cli("history", "--json").data == []
    assert cli("person", "list", "--json").data == []

    applied = cli("import", archive, "--apply", "--json")
    assert applied.undo
    assert applied.data["batch"]
    connections = next(s for s in applied.data["sources"] if s["path"].endswith("Connections.csv"))
    assert connections["new"] > 1900
    for source in applied.data["sources"]:
        counted = ("new", "update", "same", "conflict", "rejected", "ignored")
        assert source["read"] == sum(source[name] for name in counted), source["path"]

    again = cli("import", archive, "--apply", "--json")
    assert again.undo is None
    assert again.data["batch"] is None
    assert sum(s["new"] + s["update"] for s in again.data["sources"]) == 0
    assert len(cli("history", "--json").data) == 1


def test_from_the_archive_to_the_round_that_follows_a_talk(imported):
    cli = imported
    assert cli("isolated", "--json").data == {**cli("isolated", "--json").data, "held": 0, "isolated": []}
    someone = pick(cli)
    who = someone["id"]

    cli("ask", who, "--channel", "linkedin", "--json")
    cli("ask", "sent", who, "--json")
    booked = cli("interview", "book", who, "--at", "2026-11-18 10:00", "--mode", "call", "--json")
    assert booked.data["state"] == "booked"
    brief = cli("prep", who, "--json", on="2026-11-17").data
    assert someone["name"] in str(brief)

    cli("interview", "hold", who, "--at", "2026-11-18 10:00", "--json", on="2026-11-18 10:40")
    made = cli("debrief", who, "-", "--json", stdin=DEBRIEF, on="2026-11-18 11:00")
    kinds = {one["type"] for one in made.data["made"]}
    assert {"promise", "person", "introduction", "opening", "interest"} <= kinds

    evening = cli("today", "--json", on="2026-11-18").data
    found = [s["kind"] for s in evening["suggestions"]]
    assert found[0] == "thank-you"
    assert [p["text"] for p in evening["promises"]["mine"]] == ["send my notes"]
    assert evening["promises"]["theirs"][0]["text"] == "the slides"

    draft = cli("draft", "thank-you", who, "--json", on="2026-11-18").data
    assert "Hospitals buy from few vendors" in draft["body"]
    assert draft["blocked"] is False
    cli("sent", "thank-you", who, "--json", on="2026-11-18")
    after = cli("today", "--json", on="2026-11-18").data
    assert "thank-you" not in [s["kind"] for s in after["suggestions"]]
    assert cli("isolated", "--json", on="2026-11-18").data["held"] == 1
    assert cli("isolated", "--json", on="2026-11-18").data["isolated"] == []


def test_a_talk_with_no_word_after_it_is_isolated_until_something_follows(imported):
    cli = imported
    who = pick(cli)["id"]
    cli("interview", "hold", who, "--at", "2026-10-01 10:00", "--json")
    left = cli("isolated", "--json").data
    assert [one["person"]["id"] for one in left["isolated"]] == [who]
    assert left["isolated"][0]["days"] == 46

    thanked = cli("sent", "thank-you", who, "--json")
    assert cli("isolated", "--json").data["isolated"] == []
    cli("undo", thanked.undo, "--json")
    assert len(cli("isolated", "--json").data["isolated"]) == 1


def test_one_undo_takes_the_whole_import_back_and_keeps_what_was_done_since(imported):
    cli = imported
    kept = pick(cli)
    cli("promise", "add", kept["id"], "send the paper", "--json")
    batch = cli("imports", "--json").data[0]
    undone = cli("imports", "undo", batch["id"], "--json")
    assert undone.undo
    names = [row["name"] for row in cli("person", "list", "--limit", "0", "--json").data]
    assert names == [kept["name"]]
    assert cli("imports", "--json").data[0]["undone_on"]
    cli("redo", "--json")
    assert len(cli("person", "list", "--limit", "0", "--json").data) > 1900
