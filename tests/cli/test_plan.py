"""`today`, `later`, `rest`, `draft`, `sent`, `isolated`, `back`, `settings`: the round at the terminal."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

MONDAY = "2025-03-03"


@pytest.fixture
def people(cli, meet):
    cli.on = MONDAY
    meet("Ada Moss", organization="Harbor Clinic", emails=["ada@example.org"])
    meet("Ben Varga")
    return cli


def take_back(change: str) -> None:
    from acquaint.actions import stores, undo
    from acquaint.cli.sessions import clock
    from acquaint.models.scope import Scope

    owner = stores.prepare()
    undo.undo(Scope(owner.id, owner.id, "test", clock(MONDAY, owner.zone), owner.zone), change=change)


def kinds(answer) -> list[str]:
    return [one["kind"] for one in answer.data["suggestions"]]


def test_an_empty_store_prompts_for_a_first_name(cli):
    told = cli("today", "--json", on=MONDAY).data
    assert set(told) >= {"on", "capacity", "suggestions", "later", "interviews", "promises"}
    assert (told["on"], told["capacity"]) == (MONDAY, 5)
    assert {one["kind"] for one in told["suggestions"]} == {"first-name"}
    assert all(one["person"] is None for one in told["suggestions"])
    assert "Write down one name" in cli("today", on=MONDAY).out


def test_the_round_from_ask_to_thanks_and_beyond(people):
    assert kinds(people("today", "--json")) == ["first-talk", "first-talk"]
    people("ask", "ada")
    people("sent", "request", "ada", "--channel", "email")
    assert "nudge" not in kinds(people("today", "--json", on="2025-03-11"))
    assert "nudge" in kinds(people("today", "--json", on="2025-03-12"))
    people("ask", "accepted", "ada", on="2025-03-12")
    assert kinds(people("today", "--json", on="2025-03-12"))[0] == "schedule"
    people("interview", "book", "ada", "--at", "2025-03-14T10:00", on="2025-03-12")
    told = people("today", "--json", on="2025-03-13").data
    assert told["suggestions"][0]["kind"] == "confirm"
    assert told["interviews"][0]["person"]["name"] == "Ada Moss"
    people("sent", "confirm", "ada", on="2025-03-13")
    assert "confirm" not in kinds(people("today", "--json", on="2025-03-13"))
    people("interview", "hold", "ada", on="2025-03-14T11:00")
    assert kinds(people("today", "--json", on="2025-03-14"))[:2] == ["debrief", "thank-you"]
    assert [
        one["person"]["name"] for one in people("isolated", "--json", on="2025-03-14").data["isolated"]
    ] == ["Ada Moss"]
    sent = people("sent", "thank-you", "ada", "--json", on="2025-03-15")
    assert {"interview", "interaction"} == {one["type"] for one in sent.data["made"]}
    assert "thank-you" not in kinds(people("today", "--json", on="2025-03-15"))
    told = people("isolated", "--json", on="2025-03-15").data
    assert (told["held"], told["carried"], told["isolated"]) == (1, 1, [])
    take_back(sent.undo)
    assert "thank-you" in kinds(people("today", "--json", on="2025-03-15"))


def test_a_suggestion_has_all_that_a_reader_needs(people):
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    one = next(one for one in people("today", "--json").data["suggestions"] if one["kind"] == "thank-you")
    assert one["person"]["name"] == "Ada Moss"
    assert one["reason"] == "You talked today."
    assert one["headline"] == "Thank Ada Moss for the talk today."
    assert one["due"] == {"from": "2025-03-03", "ideal": "2025-03-03", "latest": "2025-03-04"}
    assert one["draft"] == "thank-you"
    page = people("today").out
    assert "Thank Ada Moss for the talk today." in page
    assert "best by tomorrow" in page


def test_energy_bounds_the_rest_and_never_what_is_owed(people, meet):
    for name in ("Cleo Ober", "Dov Katz", "Eva Lind"):
        meet(name)
    people("settings", "energy", "little")
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    told = people("today", "--json").data
    assert told["capacity"] == 2
    owed = ["debrief", "thank-you"]
    assert kinds(people("today", "--json")) == [*owed, "first-talk", "first-talk"]
    assert len(told["later"]) == 2
    assert all(one["due"]["from"] > MONDAY for one in told["later"])
    people("settings", "energy", "0")
    assert kinds(people("today", "--json")) == owed


def test_later_puts_off_and_comes_back(people):
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    one = next(one for one in people("today", "--json").data["suggestions"] if one["kind"] == "thank-you")
    put = people("later", one["id"], "--until", "2025-03-06", "--json")
    assert put.data == {"id": one["id"], "until": "2025-03-06"}
    told = people("today", "--json")
    assert "thank-you" not in kinds(told)
    assert one["id"] in [late["id"] for late in told.data["later"]]
    assert "thank-you" in kinds(people("today", "--json", on="2025-03-06"))
    take_back(put.undo)
    assert "thank-you" in kinds(people("today", "--json"))
    people("later", "thank-you:nothing", code=3)
    people("later", one["id"], "--until", MONDAY, code=5)


def test_rest_with_thanks_carries_a_talk_on(people):
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    rested = people("rest", "ada", "--until", "2025-09-01", "--json", on="2025-03-10")
    assert (rested.data["name"], rested.data["until"]) == ("Ada Moss", "2025-09-01")
    assert people("isolated", "--json", on="2025-03-10").data["isolated"] == []
    assert not {"debrief", "thank-you"} & set(kinds(people("today", "--json", on="2025-03-10")))
    people("rest", "ada", "--until", "2025-03-01", on="2025-03-10", code=5)


def test_a_draft_shows_blanks_and_is_ready_once_they_are_filled(people):
    first = people("draft", "request", "ada", "--json").data
    assert set(first) >= {"kind", "to", "subject", "body", "blanks", "blocked", "warnings", "ready"}
    assert (first["ready"], first["blocked"]) == (False, True)
    assert first["to"] == "Ada Moss <ada@example.org>"
    assert all(f"[{label}]" in first["subject"] + first["body"] for label in first["blanks"])
    people("settings", "name", "Noor Adeyemi")
    people("settings", "looking-for", "a nurse who wants to make hospital software kinder")
    people("settings", "fields", "health software")
    second = people("draft", "request", "ada", "--json").data
    assert set(first["blanks"]) - set(second["blanks"]) >= {"your name", "one line about you"}
    assert "informational interview" not in second["body"].lower()


def test_a_thank_you_holds_what_was_learned_and_the_file_opens_unsent(people, tmp_path):
    people("settings", "name", "Noor Adeyemi")
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    people(
        "debrief",
        "ada",
        "-",
        stdin="learned: hospitals buy from few vendors\npromise: send the list by Friday\n",
    )
    told = people("draft", "thank-you", "ada", "--json").data
    assert told["ready"]
    assert "hospitals buy from few vendors" in told["body"]
    assert "send the list" in told["body"]
    file = tmp_path / "thanks.eml"
    people("draft", "thank-you", "ada", "--eml", str(file))
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Ada Moss <ada@example.org>")
    assert (file.stat().st_mode & 0o777) == 0o600


def test_a_closed_person_blocks_and_is_never_written_to(people):
    from acquaint.actions import people as persons
    from acquaint.actions import stores
    from acquaint.cli.sessions import clock
    from acquaint.models import Person
    from acquaint.models.scope import Scope

    owner = stores.prepare()
    key = Person.objects.get(name="Ada Moss").key
    persons.close(Scope(owner.id, owner.id, "test", clock(MONDAY, owner.zone), owner.zone), person=key)
    told = people("draft", "reconnect", "ada", "--json").data
    assert (told["blocked"], told["ready"]) == (True, False)
    people("sent", "reconnect", "ada", code=5)


def test_wrong_words_are_told_with_the_way_out(people):
    assert people("draft", "sonnet", "ada", "--json", code=2).error["code"] == "usage"
    people("draft", "request", "nobody at all", code=3)
    people("sent", "thank-you", "ada", "--on", "2025-04-01", code=5)
    people("settings", "energy", "lots", code=5)
    people("settings", "colour", "blue", code=3)
    people("settings", "zone", "Mars/Olympus", code=5)


def test_settings_are_listed_shown_and_taken_back(people):
    names = [one["name"] for one in people("settings", "--json").data]
    assert {"energy", "zone", "language", "weekend", "formality"} <= set(names)
    made = people("settings", "weekend", "friday saturday", "--json")
    assert made.data == [{"name": "weekend", "value": "friday saturday", "about": made.data[0]["about"]}]
    take_back(made.undo)
    assert people("settings", "weekend", "--json").data[0]["value"] == "saturday sunday"
    assert people("settings", "energy", "7", "--json").data[0]["value"] == "7"


def test_a_search_at_rest_holds_only_what_is_owed_until_it_is_taken_up_again(people):
    people("promise", "add", "ada", "send the list", "--by", "2025-03-04")
    paused = people("settings", "search", "pause", "--json")
    assert paused.data[0]["value"] == "paused"
    told = people("today", "--json").data
    assert [one["kind"] for one in told["suggestions"]] == ["promise-mine"]
    assert told["greeting"] == "Your search rests. Only what you owe somebody stands here."
    back = people("settings", "search", "resume")
    assert "Good to see you. Nothing is late." in back.err
    assert people("today", "--json").data["greeting"] == "Good to see you. Nothing is late."
    people("settings", "search", "perhaps", "--json", code=5)


def test_back_lists_what_to_take_up_again(people):
    assert people("back", "--json").data == []
    people("interview", "hold", "ada", on="2025-03-03T10:00")
    people(
        "debrief",
        "ada",
        "-",
        stdin="learned: few vendors\nadvice: read the standard\npromise: send the list\n",
    )
    (one,) = people("back", "--json").data
    assert set(one) >= {"person", "door_open", "last", "topic", "advice", "did", "promised"}
    assert (one["person"]["name"], one["door_open"], one["topic"]) == ("Ada Moss", True, "few vendors")
    assert one["promised"] == ["send the list"]
    assert "few vendors" in people("back").out


def test_after_ten_days_nothing_is_late_and_one_small_thing_is_enough(people, meet):
    for name in ("Cleo Ober", "Dov Katz"):
        meet(name)
    told = people("today", "--json", on="2025-03-14").data
    assert told["greeting"] == "Good to see you. Nothing is late."
    assert len(told["suggestions"]) == 1
    assert people("today", "--json", on="2025-03-12").data["greeting"] is None
