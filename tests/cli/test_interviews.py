"""`interview` at the terminal: from booking to held, and everything that comes between."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(cli, meet):
    cli.on = "2025-03-03"
    meet("Ada Moss")
    meet("Ben Varga")
    return cli


def test_booking_implies_that_the_ask_was_accepted(people):
    people("ask", "sent", "ada")
    booked = people("interview", "book", "ada", "--at", "2025-03-05T10:00", "--minutes", "20", "--json").data
    assert (booked["state"], booked["minutes"], booked["mode"]) == ("booked", 20, "call")
    assert booked["at"].startswith("2025-03-05T10:00:00")
    [ask] = people("ask", "list", "--all", "--json").data
    assert (ask["state"], ask["id"]) == ("accepted", booked["ask"])


def test_an_interview_is_confirmed_moved_and_held(people):
    first = people("interview", "book", "ada", "--at", "2025-03-05T10:00", "--json").data
    assert people("interview", "confirm", "ada", "--phone", "555-0100", "--json").data["state"] == "confirmed"
    moved = people("interview", "reschedule", "ada", "--at", "2025-03-06T09:30", "--json").data
    assert (moved["id"], moved["state"], moved["moves"], moved["phone"]) == (
        first["id"],
        "booked",
        1,
        "555-0100",
    )
    held = people("interview", "hold", "ada", "--minutes", "45", "--json", on="2025-03-06T10:30").data
    assert (held["state"], held["held_on"], held["minutes_actual"]) == ("held", "2025-03-06", 45)


def test_a_talk_that_was_never_booked_can_be_held_and_twice_told_is_one(people):
    held = people("interview", "hold", "ada", "--at", "2025-02-20T16:00", "--mode", "coffee", "--json").data
    assert (held["state"], held["held_on"], held["mode"]) == ("held", "2025-02-20", "coffee")
    again = people("interview", "hold", "ada", "--at", "2025-02-20T16:00", "--json").data
    assert again["id"] == held["id"]
    assert len(people("interview", "list", "--json").data) == 1


def test_holding_a_talk_that_was_booked_for_later_moves_it_to_now(people):
    people("interview", "book", "ada", "--at", "2025-03-20T10:00")
    held = people("interview", "hold", "ada", "--json", on="2025-03-10T12:15").data
    assert (held["held_on"], held["at"][:16]) == ("2025-03-10", "2025-03-10T12:15")


def test_a_talk_to_come_cannot_have_been_held(people):
    people("interview", "hold", "ada", "--at", "2025-03-20T10:00", "--json", code=5)
    assert people("interview", "list", "--json").data == []


def test_zones_keep_the_wall_time(people):
    told = people(
        "interview", "book", "ada", "--at", "2025-03-31T10:00", "--zone", "Europe/Berlin", "--json"
    ).data
    assert (told["at"], told["ends"]) == ("2025-03-31T10:00:00+02:00", "2025-03-31T10:30:00+02:00")
    people("interview", "book", "ben", "--at", "2025-03-31T10:00", "--zone", "Mars/Base", "--json", code=5)


def test_the_third_slip_hands_over_the_initiative(people):
    people("interview", "book", "ada", "--at", "2025-03-05T10:00")
    people("interview", "cancel", "ada", "--by", "them")
    people("interview", "book", "ada", "--at", "2025-03-06T10:00")
    second = people("interview", "cancel", "ada", "--by", "them", "--json").data
    assert (second["moves"], second["initiative"]) == (1, "me")
    people("interview", "book", "ada", "--at", "2025-03-07T10:00")
    third = people("interview", "no-show", "ada", "--json")
    assert (third.data["state"], third.data["initiative"]) == ("no-show", "them")
    assert "three times" in people("interview", "no-show", third.data["id"]).err


def test_my_own_no_show_promises_an_apology_due_today(people):
    people("interview", "book", "ada", "--at", "2025-03-03T09:00")
    people("interview", "no-show", "ada", "--by", "me")
    [promise] = people("promise", "list", "--mine", "--json").data
    assert (promise["person"]["name"], promise["due"]) == ("Ada Moss", "2025-03-03")
    assert any("Ada Moss" in line for line in people("ask", "ada", "--json").data["warnings"])


def test_several_people_at_one_talk_all_get_to_know_me(people, meet):
    meet("Cleo Ober")
    held = people("interview", "hold", "ada", "--with", "ben", "--with", "cleo", "--json").data
    assert [one["name"] for one in held["guests"]] == ["Ben Varga", "Cleo Ober"]
    stages = {row["name"]: row["stage"] for row in people("person", "list", "--json").data}
    assert stages == dict.fromkeys(("Ada Moss", "Ben Varga", "Cleo Ober"), "acquainted")


def test_what_is_not_booked_cannot_be_confirmed(people):
    assert "Ada Moss" in people("interview", "confirm", "ada", "--json", code=3).error["message"]
    people("interview", "book", "nobody at all", "--at", "2025-03-05T10:00", "--json", code=3)
    people("interview", "book", "ada", "--at", "2025-03-05", "--json", code=2)
    people("interview", "book", "ada", "--at", "2025-03-05T10:00", "--minutes", "0", "--json", code=2)


def test_a_talk_of_an_earlier_day_leaves_the_booked_one_to_come(people):
    booked = people("interview", "book", "ada", "--at", "2025-03-12T10:00", "--json").data
    held = people("interview", "hold", "ada", "--at", "2025-03-02T10:00", "--json").data
    assert held["id"] != booked["id"]
    assert [one["id"] for one in people("interview", "list", "--upcoming", "--json").data] == [booked["id"]]
    late = people("interview", "hold", "ada", "--at", "2025-03-12T11:00", "--json", on="2025-03-13").data
    assert (late["id"], late["state"]) == (booked["id"], "held")


def test_a_booked_talk_that_is_named_is_the_one_held_whatever_the_day(people):
    booked = people("interview", "book", "ada", "--at", "2025-03-12T10:00", "--json").data["id"]
    held = people("interview", "hold", booked, "--at", "2025-03-02T10:00", "--json").data
    assert (held["id"], held["at"][:10]) == (booked, "2025-03-02")


def test_upcoming_ones_are_listed_next_first(people):
    people("interview", "book", "ada", "--at", "2025-03-08T10:00")
    people("interview", "book", "ben", "--at", "2025-03-06T10:00")
    people("interview", "hold", "ben", "--at", "2025-03-02T10:00")
    upcoming = people("interview", "list", "--upcoming", "--json").data
    assert [one["person"]["name"] for one in upcoming] == ["Ben Varga", "Ada Moss"]


def test_a_talk_that_felt_unsafe_closes_the_person(people):
    people("interview", "hold", "ada")
    people("interview", "unsafe", "ada", "--why", "private", "--json")
    assert people("person", "show", "ada", "--json").data["closed_on"] == "2025-03-03"


@pytest.mark.parametrize(
    "deed",
    [
        ("interview", "book", "ada", "--at", "2025-03-05T10:00"),
        ("interview", "confirm", "ben"),
        ("interview", "reschedule", "ben", "--at", "2025-03-09T10:00"),
        ("interview", "cancel", "ben", "--by", "me"),
        ("interview", "no-show", "ben", "--by", "me"),
        ("interview", "hold", "ben", "--minutes", "30"),
    ],
    ids=lambda deed: deed[1],
)
def test_every_deed_is_undone_whole(people, deed):
    people("ask", "sent", "ben")
    people("interview", "book", "ben", "--at", "2025-03-04T10:00")

    def state():
        shown = [people("interview", "list", "--json").data, people("ask", "list", "--all", "--json").data]
        return [
            *shown,
            people("promise", "list", "--all", "--json").data,
            people("person", "list", "--json").data,
        ]

    before = state()
    done = people(*deed, "--json")
    assert state() != before
    people("undo", done.undo)
    assert state() == before
