"""`debrief`: what a conversation gave, told in lines."""

from __future__ import annotations

import pytest

WHOLE = """liked: yes
ease: easy after ten minutes
energy: -1 → 2
learned: hospitals buy from few vendors
advice: read the standard first
will: read it this week
promise: send my notes by Friday
theirs: the slides
name: Cleo Ober at Sample Works, runs the lab (ask first)
opening: analyst at Sample Works (confidential)
interest: astronomy
want: rounds with doctors
notwant: on call at night
next: 2025-04-07, how the fair went
We talked longer than planned.
"""


@pytest.fixture
def talked(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss")
    meet("Ben Varga")
    cli("interview", "hold", "ada", "--at", "2025-03-03T10:00")
    return cli


def nouns(answer) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in answer.data["made"]:
        found[one["type"]] = found.get(one["type"], 0) + 1
    return found


def test_each_line_goes_where_it_belongs(talked):
    told = talked("debrief", "ada", "-", "--json", stdin=WHOLE)
    made = nouns(told)
    for noun, count in {"person": 1, "introduction": 1, "promise": 2, "opening": 1, "interest": 1}.items():
        assert made[noun] == count, made
    mine, theirs = talked("promise", "list", "--json").data
    assert (mine["text"], mine["due"], theirs["text"]) == ("send my notes", "2025-03-07", "the slides")
    [intro] = talked("intro", "list", "--json").data
    assert (intro["introduced"]["name"], intro["mode"], intro["why"]) == (
        "Cleo Ober",
        "ask-first",
        "runs the lab",
    )
    [opening] = talked("opening", "list", "--json").data
    assert (opening["source"]["name"], opening["confidential"]) == ("Ada Moss", True)
    [talk] = talked("interview", "list", "--json").data
    assert (talk["state"], talk["id"]) == ("debriefed", told.data["interview"])


def test_the_plan_names_what_comes_next_with_these_people(talked):
    plan = talked("debrief", "ada", "-", "--json", stdin=WHOLE).data["plan"]
    kinds = {one["kind"] for one in plan}
    assert {"thank-you", "promise-mine"} <= kinds
    assert {one["person"]["name"] for one in plan} <= {"Ada Moss", "Cleo Ober"}
    assert all(set(one["due"]) == {"from", "ideal", "latest"} for one in plan)


def test_one_undo_takes_everything_back(talked):
    before = [talked(*words, "--json").data for words in (("person", "list"), ("interview", "list"))]
    told = talked("debrief", "ada", "-", "--json", stdin=WHOLE)
    talked("undo", told.undo)
    assert [talked(*words, "--json").data for words in (("person", "list"), ("interview", "list"))] == before
    for words in (("promise", "list"), ("intro", "list"), ("opening", "list")):
        assert talked(*words, "--json").data == []


def test_bad_lines_are_told_by_number_and_nothing_is_changed(talked):
    bad = "liked: rather\nlearned: something\nenergy: 9\n"
    told = talked("debrief", "ada", "-", "--json", stdin=bad, code=5).error
    assert [line.split(":")[0] for line in told["details"]] == ["line 1", "line 3"]
    assert "line 3" in talked("debrief", "ada", "-", stdin=bad, code=5).err
    assert [one["state"] for one in talked("interview", "list", "--json").data] == ["held"]


def test_nothing_said_is_nothing_kept(talked):
    talked("debrief", "ada", "-", "--json", stdin="\n\nliked:\n", code=5)


def test_a_second_sitting_adds_to_the_first(talked):
    first = talked("debrief", "ada", "-", "--json", stdin="liked: yes\nShe laughs a lot.").data
    second = talked("debrief", "ada", "-", "--json", stdin="learned: more\npromise: call her").data
    assert second["interview"] == first["interview"]
    told = talked("prep", "ada", "--json").data["last_time"]
    assert told["recap"] == ["She laughs a lot.", "more"]
    assert len(talked("interview", "list", "--json").data) == 1


def test_a_known_full_name_is_linked_and_a_like_one_is_new(talked):
    made = nouns(talked("debrief", "ada", "-", "--json", stdin="name: Ben Varga\nname: Ben Vargas"))
    assert made["person"] == 1
    linked, new = sorted(talked("intro", "list", "--json").data, key=lambda one: one["introduced"]["name"])
    assert (linked["introduced"]["name"], new["introduced"]["name"]) == ("Ben Varga", "Ben Vargas")


def test_a_name_that_two_people_bear_is_a_question(talked, meet):
    meet("Ben Varga")
    told = talked("debrief", "ada", "-", "--json", stdin="liked: yes\nname: Ben Varga", code=4).error
    assert len(told["candidates"]) == 2
    assert [one["state"] for one in talked("interview", "list", "--json").data] == ["held"]
    chosen = told["candidates"][1]["id"]
    talked("debrief", "ada", "-", "--json", stdin=f"liked: yes\nname: @{chosen}")
    assert talked("intro", "list", "--json").data[0]["introduced"]["id"] == chosen


def test_a_talk_that_was_booked_and_never_marked_is_held_by_its_debrief(talked):
    talked("interview", "book", "ben", "--at", "2025-03-03T09:00")
    talked("debrief", "ben", "-", "--json", stdin="liked: mixed")
    assert talked("interview", "list", "--with", "ben", "--json").data[0]["state"] == "debriefed"


def test_advice_and_what_came_of_it_open_the_next_talk(talked):
    talked("debrief", "ada", "-", stdin="advice: read the standard\nwill: by Sunday\nwill: and call Bo")
    talked("interview", "book", "ada", "--at", "2025-06-05T10:00")
    told = talked("prep", "ada", "--json", on="2025-06-04").data
    assert [(one["text"], one["will"]) for one in told["last_time"]["advice"]] == [
        ("read the standard", "by Sunday"),
        ("", "and call Bo"),
    ]
    assert "read the standard" in told["questions"][1]["text"]
    assert not {"path", "work"} & {one["category"] for one in told["questions"]}


def test_in_the_editor_nothing_is_lost_to_a_slip(talked, monkeypatch):
    import click

    shown: list[str] = []
    typed = iter(["# gone\nliked: rather\nkeep this\n", "liked: yes\nkeep this\n"])

    def edit(text: str, **_more: str) -> str:
        shown.append(text)
        return next(typed)

    monkeypatch.setattr(click, "edit", edit)
    monkeypatch.setattr("acquaint.cli.debriefs._is_piped", lambda ctx, source: False)
    talked("debrief", "ada")
    assert shown[0].startswith("# One line each")
    assert "rather" in shown[1]
    assert "keep this" in shown[1]
    assert talked("prep", "ada", "--json").data["last_time"]["recap"] == ["keep this"]


def test_what_was_kept_is_counted_as_people_count(cli, meet):
    cli.on = "2025-03-05"
    meet("Ada Moss")
    said = cli(
        "debrief", "ada", "-", stdin="promise: send the list\npromise: call back\ninterest: sailing\n"
    ).out
    assert "1 talk" in said
    assert "2 promises" in said
    assert "1 interest" in said
