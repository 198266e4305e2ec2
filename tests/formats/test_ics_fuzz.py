from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import open_source
from acquaint.formats.ics import Calendars
from acquaint.formats.ics.series import days
from acquaint.formats.records import EventRecord, Ignored, Reject, Self, Skipped, Warned

OWN = Self(emails=frozenset({"nomen@example.org"}))
PIECES = st.sampled_from(
    [
        *(
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "BEGIN:VCALENDAR\n",
            "END:VCALENDAR\n",
            "BEGIN:VALARM\n",
            "END:VALARM\n",
        ),
        *(
            "BEGIN:VTIMEZONE\n",
            "END:VTIMEZONE\n",
            "BEGIN:STANDARD\n",
            "END:STANDARD\n",
            "TZID:Odd\n",
            "TZOFFSETTO:+9999\n",
        ),
        *(
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "EXDATE",
            "RDATE",
            "ATTENDEE",
            "ORGANIZER",
            "SUMMARY",
            "UID",
            "SEQUENCE",
        ),
        *(
            ";TZID=Odd",
            ";TZID=W. Europe Standard Time",
            ";VALUE=DATE",
            ";CN=",
            '"',
            ":",
            ";",
            ",",
            "=",
            "\\",
            "\n",
            "\n ",
            "\r\n",
        ),
        *(
            "20260304T100000Z",
            "00010101T000000Z",
            "99991231T235959",
            "16040229",
            "-P9999999999999W",
            "PT1H",
            "mailto:a@b.cd",
        ),
        *(
            "FREQ=YEARLY",
            "FREQ=SECONDLY",
            ";BYDAY=-53MO",
            ";COUNT=99999999999",
            ";UNTIL=00000000",
            "birthday",
            "\0",
            "\ud83d",
            "ö",
        ),
        *("METHOD:CANCEL\n", "METHOD:REPLY\n", "RECURRENCE-ID:20260304T100000Z\n", "STATUS:CANCELLED\n"),
    ]
)
FULL = "BEGIN:VEVENT\nUID:1\nDTSTART:20260304T100000Z\n"


def told(path) -> None:
    with open_source(path) as source:
        said = list(Calendars().read(source, OWN, bodies=True))
    assert all(reasons.word(one.reason) for one in said if hasattr(one, "reason"))
    lines = [one.origin.line for one in said if not isinstance(one, (Skipped, Warned))]
    assert len(lines) == len(set(lines))
    for one in said:
        if isinstance(one, EventRecord):
            assert len(days(one, date(2030, 1, 1))) <= 10_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ics")


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["", FULL]))
def test_no_text_breaks_a_calendar(folder, text, before):
    whole = f"BEGIN:VCALENDAR\n{before}{text}\nEND:VEVENT\nEND:VCALENDAR\n"
    (folder / "a.ics").write_bytes(whole.encode("utf-8", "surrogatepass"))
    told(folder / "a.ics")


@given(st.binary(max_size=1500))
def test_no_bytes_break_a_calendar(folder, data):
    (folder / "b.ics").write_bytes(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data)
    told(folder / "b.ics")


def test_real_calendars_give_their_events(corpora):
    """At least 99 of 100 events; templates, whose placeholders a server's tests fill in, are no calendars."""
    found = expected = 0
    for path in sorted((corpora / "ics").rglob("*.ics")):
        data = path.read_bytes()
        with open_source(path) as source:
            said = list(Calendars().read(source, OWN))
        assert all(reasons.word(one.reason) for one in said if hasattr(one, "reason"))
        if re.search(rb"\$\w|%\(|\{\w|%s", data):
            continue
        rows = [one for one in said if not isinstance(one, (Skipped, Warned, Reject))]
        tasks = [one for one in rows if isinstance(one, Ignored) and one.reason.code == "not_a_meeting"]
        found += len(rows) - len(tasks)
        expected += len(re.findall(rb"(?mi)^[ \t]*BEGIN:VEVENT", data.replace(b"\0", b"")))
    assert expected > 4000
    assert found >= expected * 0.99
