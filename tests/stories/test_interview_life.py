"""Scenarios of the method (METHOD §8) around one interview, as a person would live them at the terminal."""

from __future__ import annotations

import pytest


@pytest.fixture
def life(cli, meet):
    cli.on = "2025-03-03"  # a Monday
    return cli


def kinds(life, person: str = "", on: str | None = None) -> list[str]:
    """The kinds of today's suggestions, of one person if named."""
    found = life("today", "--week", "--json", on=on).data["suggestions"]
    return [one["kind"] for one in found if not person or (one["person"] and one["person"]["name"] == person)]


def interview(life) -> dict:
    return life("interview", "list", "--json").data[0]


def test_1_a_new_field_and_a_list_of_names_give_first_people_each_with_a_reason(life, meet):
    meet("Ada Moss", organization="Harbor Clinic", position="head of data")
    meet("Ben Varga", organization="North Records", position="analyst", how_met="nursing school")
    life("settings", "looking-for", "a nurse who builds records that nurses like")
    first = [one for one in life("today", "--json").data["suggestions"] if one["kind"] == "first-talk"]
    assert first
    assert all(one["person"]["name"] in one["reason"] for one in first)
    assert first[0]["draft"] == "request"
    draft = life("draft", "request", first[0]["person"]["id"], "--json").data
    assert "a nurse who builds records" in draft["body"]


def test_4_silence_leads_to_a_colleague_then_one_nudge_then_rest_without_a_mark(life, meet):
    meet("Ada Moss", organization="Harbor Clinic")
    meet("Dina Rask", organization="Harbor Clinic")
    life("ask", "sent", "ada", "--channel", "email")
    assert "second-person" not in kinds(life, on="2025-03-04")
    assert "second-person" in kinds(life, "Dina Rask", on="2025-03-06")
    assert "nudge" not in kinds(life, "Ada Moss", on="2025-03-07")
    assert "nudge" in kinds(life, "Ada Moss", on="2025-03-12")
    life("ask", "nudged", "ada", on="2025-03-12")
    assert "nudge" not in kinds(life, "Ada Moss", on="2025-03-17")
    life("ask", "expired", "ada", on="2025-03-21")
    for day in ("2025-03-24", "2025-04-24"):
        assert kinds(life, "Ada Moss", on=day) == []
    assert life("ask", "list", "--all", "--json").data[0]["state"] == "expired"


def test_10_three_names_in_three_modes_have_three_different_next_steps(life, meet):
    meet("Ada Moss")
    life("interview", "hold", "ada", "--at", "2025-03-03T10:00")
    told = "name: Cleo Ober (use my name)\nname: Dina Rask (ask first)\nname: Emil Thorn (joint)\n"
    life("debrief", "ada", "-", stdin=told)
    steps = {one["introduced"]["name"]: one["next"] for one in life("intro", "list", "--json").data}
    assert {name: step["step"] for name, step in steps.items()} == {
        "Cleo Ober": "write",
        "Dina Rask": "blurb",
        "Emil Thorn": "check-back",
    }
    assert steps["Cleo Ober"]["due"]["latest"] == "2025-03-05"
    assert steps["Dina Rask"]["due"]["ideal"] == "2025-03-03"
    dina = next(
        one for one in life("intro", "list", "--json").data if one["introduced"]["name"] == "Dina Rask"
    )
    life("intro", "asked", dina["id"])
    after = next(one for one in life("intro", "list", "--json").data if one["id"] == dina["id"])
    assert (after["next"]["step"], after["next"]["due"]["from"]) == ("check-back", "2025-03-10")
    assert {"intro-write", "intro-check-back"} <= set(kinds(life, on="2025-03-10"))


def test_10_a_promised_day_to_check_back_is_kept(life, meet):
    meet("Ada Moss")
    made = life(
        "intro", "offered", "ada", "Cleo Ober", "--mode", "ask-first", "--check-back", "2025-03-20", "--json"
    ).data
    asked = life("intro", "asked", made["id"], "--json").data
    assert asked["next"]["due"]["ideal"] == "2025-03-20"


def test_12_nobody_answers_the_joint_mail_and_the_introducer_hears_of_it(life, meet):
    meet("Ada Moss")
    key = life("intro", "offered", "ada", "Cleo Ober", "--mode", "joint", "--json").data["id"]
    life("intro", "made", key)
    life("ask", "sent", "cleo", "--channel", "email")
    assert not any(kind.startswith("loop") for kind in kinds(life, "Ada Moss", on="2025-03-07"))
    assert "loop-silent" in kinds(life, "Ada Moss", on="2025-03-10")
    life("intro", "silent", key, on="2025-03-10")
    life("intro", "loop", key, "--at", "outcome", on="2025-03-10")
    ended = life("intro", "list", "--all", "--json").data[0]
    assert (ended["state"], ended["loops"]["outcome"], ended["next"]["step"]) == (
        "silent",
        "2025-03-10",
        "nothing",
    )


def test_13_two_cancellations_and_a_no_show_leave_no_mark_and_hand_over_the_initiative(life, meet):
    meet("Ada Moss")
    life("question", "add", "Which licence counts?", "--must")
    life("ask", "sent", "ada")
    for at in ("2025-03-05T10:00", "2025-03-07T10:00"):
        life("interview", "book", "ada", "--at", at)
        life("interview", "cancel", "ada", "--by", "them")
        assert "schedule" in kinds(life, "Ada Moss")
    life("interview", "book", "ada", "--at", "2025-03-10T10:00")
    missed = life("interview", "no-show", "ada", "--json", on="2025-03-10").data
    assert (missed["initiative"], missed["no_show_by"]) == ("them", "them")
    assert kinds(life, "Ada Moss", on="2025-03-11") == []
    page = life("person", "show", "ada", "--json", on="2025-03-11").data
    assert (page["closed_on"], page["rested_on"]) == (None, None)
    prepared = life("prep", "ada", "--json", on="2025-03-11").data
    assert prepared["questions"][0]["text"] == "Which licence counts?"


def test_14_after_my_own_no_show_an_apology_comes_before_the_next_ask(life, meet):
    meet("Ada Moss")
    life("interview", "book", "ada", "--at", "2025-03-03T10:00")
    life("interview", "no-show", "ada", "--by", "me")
    assert kinds(life, "Ada Moss")[0] == "promise-mine"
    assert life("ask", "ada", "--json").data["warnings"]
    [apology] = life("promise", "list", "--mine", "--json").data
    life("promise", "keep", apology["id"])
    assert life("ask", "ada", "--json").data["warnings"] == []


def test_15_an_opening_told_in_confidence_stays_out_of_drafts_and_shows_its_path(life, meet):
    meet("Ada Moss")
    life("interview", "hold", "ada", "--at", "2025-03-03T10:00")
    life(
        "debrief",
        "ada",
        "-",
        stdin="learned: the standard changes\nopening: night lead at Harbor Clinic (confidential)",
    )
    [opening] = life("opening", "list", "--json").data
    assert (opening["confidential"], opening["source"]["name"]) == (True, "Ada Moss")
    draft = life("draft", "thank-you", "ada", "--json").data
    assert "night lead" not in draft["body"] + draft["subject"]
    assert "Harbor Clinic" not in draft["body"]


def test_16_months_later_an_update_comes_before_the_ask(life, meet):
    meet("Ada Moss")
    life("interview", "hold", "ada", "--at", "2025-03-03T10:00")
    life("debrief", "ada", "-", stdin="liked: yes\nadvice: read the standard\nwill: read it in April")
    life("sent", "thank-you", "ada", on="2025-03-04")
    page = life("prep", "ada", "--json", on="2025-09-01").data["last_time"]
    [advice] = page["advice"]
    assert (advice["text"], advice["will"], advice["told_on"]) == (
        "read the standard",
        "read it in April",
        None,
    )
    [waiting] = life("advice", "list", "--with", "ada", "--json", on="2025-09-01").data
    life("advice", "done", waiting["id"], "--when", "2025-04-20", on="2025-09-01")
    assert "update" in kinds(life, "Ada Moss", on="2025-09-01")
    life("sent", "update", "ada", on="2025-09-01")
    assert life("advice", "list", "--json", on="2025-09-02").data == []


def test_17_stop_means_gone_from_every_list_at_once(life, meet):
    meet("Ada Moss")
    life("ask", "sent", "ada")
    life("interview", "hold", "ada", "--at", "2025-03-03T10:00")
    assert kinds(life, "Ada Moss")
    life("person", "close", "ada")
    for day in ("2025-03-03", "2025-03-20", "2025-09-01"):
        assert kinds(life, "Ada Moss", on=day) == []
    assert life("isolated", "--json", on="2025-03-20").data["isolated"] == []
    assert [one["person"]["name"] for one in life("back", "--json", on="2025-03-20").data] == []
    life("ask", "ada", "--json", code=5)


def test_a_whole_life_of_one_interview_leaves_nothing_isolated(life, meet):
    meet("Ada Moss")
    life("ask", "ada", "--channel", "email")
    life("ask", "sent", "ada")
    life("ask", "accepted", "ada", on="2025-03-04")
    assert "schedule" in kinds(life, "Ada Moss", on="2025-03-05")
    life("interview", "book", "ada", "--at", "2025-03-06T10:00", on="2025-03-05")
    assert "confirm" in kinds(life, "Ada Moss", on="2025-03-05")
    life("interview", "confirm", "ada", on="2025-03-05")
    life("interview", "hold", "ada", on="2025-03-06T10:40")
    assert "debrief" in kinds(life, "Ada Moss", on="2025-03-06")
    life("debrief", "ada", "-", stdin="liked: yes\nlearned: x", on="2025-03-06")
    assert "thank-you" in kinds(life, "Ada Moss", on="2025-03-06")
    life("sent", "thank-you", "ada", on="2025-03-07")
    assert interview(life)["state"] == "thanked"
    assert life("isolated", "--json", on="2025-03-20").data == {"held": 1, "isolated": []} | {
        key: value
        for key, value in life("isolated", "--json", on="2025-03-20").data.items()
        if key not in ("held", "isolated")
    }
