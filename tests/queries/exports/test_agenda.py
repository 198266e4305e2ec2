from __future__ import annotations

import re
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.actions import asks, interviews, people, promises
from acquaint.formats.agenda import Reminder, Talk, calendar
from acquaint.models import Interview
from acquaint.queries.exports import whole
from tests import world
from tests.web import payloads


def events(scope):
    data = b"".join(whole.export(scope, "ics").pieces)
    return {str(one["summary"]): one for one in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def test_a_talk_keeps_its_identity_and_counts_how_often_it_changed(scope):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    at = scope.local_now.replace(tzinfo=None) + timedelta(days=3)
    interviews.book(scope, person=ada, at=at, minutes=25, guests=[ben], place="The Mill; north, gate")
    first = events(scope)["Talk with Ada Moss"]
    assert str(first["uid"]) == Interview.objects.of(scope).get().uid
    assert first["sequence"] == 0
    assert first["dtend"].dt - first["dtstart"].dt == timedelta(minutes=25)
    assert first["dtstart"].dt.utcoffset() == timedelta(0)
    assert first["location"] == "The Mill; north, gate"
    assert first["description"] == "With Ben Varga"
    assert first["status"] == "CONFIRMED"
    interviews.reschedule(scope, person=ada, at=at + timedelta(days=1))
    interviews.cancel(scope, person=ada, by="them")
    last = events(scope)["Talk with Ada Moss"]
    assert (last["uid"], last["sequence"], last["status"]) == (first["uid"], 2, "CANCELLED")
    assert last["dtstart"].dt - first["dtstart"].dt == timedelta(days=1)


def test_what_is_due_is_a_whole_day_that_keeps_nobody_busy(scope):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    promises.add(scope, person=ada, text="the paper", due_on=date(2026, 3, 6))
    promises.add(scope, person=ada, text="her note", theirs=True, due_on=date(2026, 3, 7))
    promises.add(scope, person=ada, text="without a day")
    asks.ask(scope, person=ben)
    asks.sent(scope, person=ben)
    asks.deferred(scope, person=ben, until=date(2026, 4, 1))
    found = events(scope)
    mine = found["Promised to Ada Moss: the paper"]
    assert mine["dtstart"].dt == date(2026, 3, 6)
    assert mine["dtend"].dt == date(2026, 3, 7)
    assert mine["transp"] == "TRANSPARENT"
    assert found["Ada Moss promised: her note"]["dtstart"].dt == date(2026, 3, 7)
    assert found["Ask Ben Varga again"]["dtstart"].dt == date(2026, 4, 1)
    assert not [title for title in found if "without a day" in title]
    again = events(scope)["Promised to Ada Moss: the paper"]
    assert (again["uid"], again["sequence"]) == (mine["uid"], mine["sequence"])
    [promise] = [one for one in promises.Promise.objects.of(scope) if one.text == "the paper"]
    promises.renegotiate(scope, promise=promise.key, due_on=date(2026, 3, 9))
    moved = events(scope)["Promised to Ada Moss: the paper"]
    assert moved["uid"] == mine["uid"]
    assert moved["sequence"] > mine["sequence"]
    promises.keep(scope, promise=promise.key)
    assert "Promised to Ada Moss: the paper" not in events(scope)


def test_the_next_touch_of_a_closed_person_is_no_entry(scope):
    [ada] = world.know(scope, "Ada Moss")
    interviews.hold(scope, person=ada, at=scope.local_now.replace(tzinfo=None) - timedelta(days=9))
    assert "A good week to write to Ada Moss" in events(scope)
    people.close(scope, person=ada)
    assert set(events(scope)) == {"Talk with Ada Moss"}


def test_nothing_of_what_was_said_goes_out(scope):
    [ada] = world.know(scope, "Ada Moss", notes="a secret")
    interviews.hold(scope, person=ada, at=scope.local_now.replace(tzinfo=None) - timedelta(days=9))
    assert b"secret" not in b"".join(whole.export(scope, "ics").pieces)


def written(entries) -> bytes:
    data = b"".join(calendar(entries, name="Acquaint", at=world.NOW))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert len(list(icalendar.Calendar.from_ical(data).walk("VEVENT"))) == len(entries)
    return data


def lines_of(data: bytes) -> list[tuple[str, str]]:
    """Name and value of each line of the events, escapes taken off as RFC 5545 says."""
    text = data.decode().replace("\r\n ", "")
    pairs = [line.partition(":")[::2] for line in text.removesuffix("\r\n").split("\r\n")]
    return [
        (name, re.sub(r"\\(.)", lambda hit: "\n" if hit[1] in "nN" else hit[1], value))
        for name, value in pairs
    ]


WORDS = st.text(st.sampled_from("aé\u05d0;,\\:\"'\r\n\tBEGIN\u2028"), max_size=60)


@given(WORDS, WORDS, WORDS)
def test_words_make_no_new_line_and_come_back(title, place, notes):
    talk = Talk("uid-1", 0, world.NOW, 20, f"x{title}", f"x{place}", f"x{notes}")
    found = lines_of(written([talk, Reminder("uid-2", 1, date(2026, 3, 4), f"x{title}")]))
    assert [value for name, value in found if name == "UID"] == ["uid-1", "uid-2"]
    said = dict(found)
    for name, words in (("SUMMARY", title), ("LOCATION", place), ("DESCRIPTION", notes)):
        assert said[name] == f"x{words}".replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("text", payloads.ALL)
def test_hostile_words_stay_in_their_line(text):
    names = [name for name, _value in lines_of(written([Talk("uid-1", 0, world.NOW, 20, text, text, text)]))]
    plain = [name for name, _value in lines_of(written([Talk("uid-1", 0, world.NOW, 20, "x", "x", "x")]))]
    assert names == plain
