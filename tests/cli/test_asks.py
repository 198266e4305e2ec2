"""`ask` and its verbs, told out of order and late."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss")
    meet("Ben Varga")
    return cli


def test_an_ask_goes_from_draft_to_accepted(people):
    draft = people("ask", "ada", "--via", "ben", "--channel", "email", "--json")
    assert (draft.data["state"], draft.data["via"]["name"], draft.data["channel"]) == (
        "draft",
        "Ben Varga",
        "email",
    )
    assert draft.undo
    assert people("ask", "sent", "ada", "--json").data["sent_on"] == "2025-03-03"
    assert people("ask", "accepted", "ada", "--json", on="2025-03-05").data["answered_on"] == "2025-03-05"
    assert people("ask", "list", "--json").data == []
    [whole] = people("ask", "list", "--all", "--json").data
    assert whole["state"] == "accepted"


def test_asking_twice_changes_the_open_ask_and_makes_no_second_one(people):
    first = people("ask", "ada", "--json").data
    second = people("ask", "ada", "--channel", "phone", "--json").data
    assert (second["id"], second["channel"]) == (first["id"], "phone")


def test_states_may_be_skipped_and_days_lie_in_the_past(people):
    said = people(
        "ask", "deferred", "ada", "--until", "2025-06-02", "--words", "after the fair", "--json"
    ).data
    assert (said["state"], said["until"], said["words"]) == ("deferred", "2025-06-02", "after the fair")
    late = people("ask", "sent", "ben", "--when", "2025-01-15", "--json").data
    assert (late["sent_on"], late["made_on"]) == ("2025-01-15", "2025-01-15")


def test_asking_again_before_the_agreed_day_warns_with_it(people):
    people("ask", "deferred", "ada", "--until", "2025-06-02")
    again = people("ask", "ada", "--json", on="2025-04-01").data
    assert any("2025-06-02" in line for line in again["warnings"])
    assert "2025-06-02" in people("ask", "ada", on="2025-04-01").err


def test_a_redirect_makes_the_other_person_and_an_introduction(people):
    said = people("ask", "redirected", "ada", "Cleo Ober", "--words", "she runs it now", "--json").data
    assert said["redirected_to"]["name"] == "Cleo Ober"
    [intro] = people("intro", "list", "--json").data
    assert (intro["introducer"]["name"], intro["introduced"]["name"]) == ("Ada Moss", "Cleo Ober")


def test_answers_in_writing_count_as_a_talk_held(people):
    people("ask", "sent", "ada")
    assert people("ask", "answered", "ada", "--json").data["state"] == "answered"
    [talk] = people("interview", "list", "--json").data
    assert (talk["mode"], talk["state"]) == ("written", "held")
    assert people("person", "show", "ada", "--json").data["stage"] == "acquainted"


def test_a_bounce_is_no_answer(people):
    people("ask", "sent", "ada", "--channel", "email")
    said = people("ask", "bounced", "ada", "--json").data
    assert (said["state"], said["answered_on"]) == ("bounced", None)


def test_an_open_ask_at_the_same_employer_is_pointed_out(cli, meet):
    cli.on = "2025-03-05"
    meet("Ada Moss", organization="Harbor Clinic")
    meet("Ben Varga", organization="Harbor Clinic")
    cli("ask", "sent", "ada", "--when", "2025-03-03")
    assert any("Ada Moss" in line for line in cli("ask", "ben", "--json").data["warnings"])
    assert cli("ask", "ben", "--json", on="2025-03-20").data["warnings"] == []


def test_a_person_named_like_a_verb_is_meant_after_two_dashes(cli, meet):
    cli.on = "2025-03-03"
    meet("sent")
    assert cli("ask", "--json", "--", "sent").data["person"]["name"] == "sent"


def test_a_closed_person_is_not_asked(people):
    people("person", "close", "ada")
    people("ask", "ada", "--json", code=5)


def test_a_no_leads_to_thanks_that_are_ready_and_then_to_nothing(people):
    people("settings", "name", "Noor Adeyemi")
    people("person", "edit", "ada", "--email", "ada@example.org")
    people("ask", "sent", "ada", "--channel", "email")
    people("ask", "declined", "ada", "--words", "no time this spring")
    [thanks] = [one for one in people("today", "--json").data["suggestions"] if one["kind"] == "thank-you"]
    assert "no time this spring" in thanks["reason"]
    draft = people("draft", thanks["draft"], "ada", "--json").data
    assert draft["ready"]
    assert "?" not in draft["body"]
    people("sent", "thank-you", "ada")
    assert not [one for one in people("today", "--json").data["suggestions"] if one["kind"] == "thank-you"]


def test_undo_takes_all_of_it_back(people):
    before = people("person", "show", "ada", "--json").data
    people("undo", people("ask", "sent", "ada", "--json").undo)
    assert people("ask", "list", "--all", "--json").data == []
    assert people("person", "show", "ada", "--json").data == before
