"""What is kept of somebody who is not here yet says the same again."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from acquaint.actions.imports import heard
from acquaint.formats.happenings import ContactRecord
from acquaint.formats.records import EventRecord, Guest, Origin, Party, Repeats

BELA = Party("Bela Dahlsen", email="bela@example.com", key="bela@example.com")
CORA = Party("Cora Eberwick", phone="+49 170 1234567", profile="linkedin.com/in/cora", key="id:7")
AT = datetime(2026, 3, 4, 10, tzinfo=UTC)
NOWHERE = Origin("")


@pytest.mark.parametrize(
    "record",
    [
        EventRecord(NOWHERE, "k", "", "2026-03-04"),
        EventRecord(
            NOWHERE,
            "k",
            "Coffee",
            "2026-03-04",
            (Guest(BELA, "accepted", organizes=True), Guest(CORA, "declined")),
            at=AT,
            local="2026-03-04T11:00",
            zone="Europe/Berlin",
            minutes=45,
            state="tentative",
            place="Café Kern",
            link="https://meet.example.org/1",
            notes="One\nTwo",
            sequence=3,
            stamped=AT,
            repeats=Repeats("FREQ=WEEKLY", ("2026-03-05",), ("2026-03-11",)),
        ),
        ContactRecord(NOWHERE, "c", "2026-03", (BELA, CORA), "coffee", "in", "Talk", "words", "here", ("a",)),
    ],
)
def test_a_meeting_is_said_again_as_it_was(record):
    kept = json.loads(json.dumps(heard.told(record)))
    assert heard.records(kept) == [record]


def test_what_is_off_says_nothing():
    assert heard.records({"off": True, "rank": [1, ""]}) == []
