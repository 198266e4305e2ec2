from __future__ import annotations

import pytest

from acquaint.formats.records import BirthdayRecord, EventRecord
from tests.formats.meetings import BELA, calendar, event, read_text

YEARLY = "RRULE:FREQ=YEARLY"


def born(folder, start: str, summary: str, *lines: str) -> tuple[str, str] | None:
    day = event(*lines, start=f"DTSTART;VALUE=DATE:{start}", summary=summary)
    (said,) = read_text(folder, calendar(day))
    return (said.party.name, said.on) if isinstance(said, BirthdayRecord) else None


@pytest.mark.parametrize(
    "summary",
    [
        "Bela Dahlsen's Birthday",
        "Bela Dahlsen’s birthday",
        "Bela Dahlsens Geburtstag",
        "Geburtstag: Bela Dahlsen",
        "Anniversaire de Bela Dahlsen",
        "Cumpleaños de Bela Dahlsen",
        "🎂 Bela Dahlsen's birthday",
        "Birthday of Bela Dahlsen",
        "Bela Dahlsen - Birthday",
        "Compleanno di Bela Dahlsen",
        "Bela Dahlsen (Birthday)",
        "Birthday - Bela Dahlsen",
    ],
)
def test_birthdays_in_the_words_of_calendars(tmp_path, summary):
    assert born(tmp_path, "20260321", summary, YEARLY) == ("Bela Dahlsen", "--03-21")


@pytest.mark.parametrize(
    ("start", "lines", "on"),
    [
        ("20240229", (), "--02-29"),
        ("16040229", (), "--02-29"),
        ("16040321", (), "--03-21"),
        ("19000321", (), "--03-21"),
        ("19800321", ("DTSTAMP:20260101T000000Z",), "1980-03-21"),
        ("20250321", ("DTSTAMP:20260101T000000Z",), "--03-21"),
    ],
)
def test_the_year_is_kept_only_if_it_is_one_of_birth(tmp_path, start, lines, on):
    assert born(tmp_path, start, "Bela's birthday", YEARLY, *lines) == ("Bela", on)


def test_a_year_in_the_title_is_the_year_of_birth(tmp_path):
    assert born(tmp_path, "20260321", "Bela's birthday (1980)", YEARLY) == ("Bela", "1980-03-21")


def test_a_mark_is_as_good_as_a_word(tmp_path):
    assert born(tmp_path, "20260321", "Bela Dahlsen", "CATEGORIES:Birthday") == ("Bela Dahlsen", "--03-21")


@pytest.mark.parametrize(
    ("summary", "lines"),
    [
        ("Birthday", (YEARLY,)),
        ("Bela's birthday", ()),
        ("Wedding day of Bela", (YEARLY,)),
        ("Bela's birthday party", (YEARLY,)),
        ("Bela's birthday", (YEARLY, BELA)),
    ],
)
def test_other_days_are_none(tmp_path, summary, lines):
    assert born(tmp_path, "20260321", summary, *lines) is None


def test_a_party_at_an_hour_is_a_meeting(tmp_path):
    (said,) = read_text(tmp_path, calendar(event(YEARLY, summary="Bela's birthday")))
    assert isinstance(said, EventRecord)
