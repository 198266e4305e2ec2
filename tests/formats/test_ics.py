from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from acquaint.formats.ics.series import days
from acquaint.formats.records import EventRecord, Ignored, Reject, Warned
from tests.formats.meetings import BELA, ME, MINE, calendar, event, read, read_text
from tests.formats.unlisted import UnlistedContract


class TestCalendars(UnlistedContract):
    kind = "ics"
    target = "acquaint.formats.ics:Calendars"
    rows = 5

    def sample(self, folder):
        path = folder / "mine.ics"
        todo = "BEGIN:VTODO\nSUMMARY:Milk\nEND:VTODO"
        broken = event(uid="2", start="DTSTART:soon")
        torn = "BEGIN:VEVENT\nUID:4\nDTSTART:20260304T100000Z"
        path.write_text(calendar(event(BELA, MINE), todo, broken, event(uid="3"), torn))
        return path


def meetings(folder, *parts: str, **more) -> list[EventRecord]:
    return [one for one in read_text(folder, calendar(*parts, **more)) if isinstance(one, EventRecord)]


def test_a_meeting_with_a_guest(tmp_path):
    (said,) = meetings(
        tmp_path,
        event(
            BELA,
            MINE,
            f"ORGANIZER:mailto:{ME}",
            "LOCATION:Café Amber\\, 1st floor",
            "DTEND:20260304T104500Z",
            "STATUS:TENTATIVE",
            "DESCRIPTION:Join https://meet.google.com/abc-defg-hij",
        ),
    )
    assert (said.title, said.place, said.minutes, said.state) == (
        "Coffee",
        "Café Amber, 1st floor",
        45,
        "tentative",
    )
    assert said.at == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert [(one.party.name, one.party.email, one.answer) for one in said.guests] == [
        ("Bela Dahlsen", "bela@example.com", "accepted")
    ]
    assert (said.mine, said.my_answer) == (True, "tentative")
    assert said.link == "https://meet.google.com/abc-defg-hij"
    assert said.notes == ""


def test_the_description_is_read_only_if_asked_for(tmp_path):
    text = calendar(event("DESCRIPTION:One\\nTwo"))
    assert read_text(tmp_path, text, bodies=True)[0].notes == "One\nTwo"


# ── Guests ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Big room:mailto:room@example.com",
        "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@example.com",
        "ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@example.com",
        "ATTENDEE;CN=Room 5:mailto:c_188abc@resource.calendar.google.com",
        "ORGANIZER;CN=Team:mailto:abc@group.calendar.google.com",
        "ORGANIZER:mailto:unknownorganizer@calendar.google.com",
        "ATTENDEE;CN=Bot:mailto:no-reply@example.com",
        "ATTENDEE:mailto:",
        "ATTENDEE:invalid:nomail",
    ],
)
def test_what_is_no_person_is_no_guest(tmp_path, line):
    assert meetings(tmp_path, event(line))[0].guests == ()


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ('ATTENDEE;CN="Dahlsen, Bela":mailto:bela@example.com', "Dahlsen, Bela", "bela@example.com"),
        ("ATTENDEE;CN=bela@example.com:MAILTO:Bela@example.com", "", "Bela@example.com"),
        ("ATTENDEE;CN=Bela;EMAIL=bela@example.com:/aAbB/principal/", "Bela", "bela@example.com"),
        ("ATTENDEE:bela@example.com", "", "bela@example.com"),
        ("ATTENDEE;CN=Bela:invalid:nomail", "Bela", ""),
        ("ATTENDEE;CN=Bela^'s caf^n:mailto:bela@example.com", None, "bela@example.com"),
    ],
)
def test_guests_as_programs_write_them(tmp_path, line, name, email):
    (guest,) = meetings(tmp_path, event(line))[0].guests
    assert guest.party.email == email
    assert name is None or guest.party.name == name


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("ACCEPTED", "accepted"),
        ("CONFIRMED", "accepted"),
        ("declined", "declined"),
        ("NEEDS-ACTION", "waiting"),
        ("X", "waiting"),
    ],
)
def test_answers(tmp_path, said, answer):
    (found,) = meetings(tmp_path, event(f"ATTENDEE;PARTSTAT={said}:mailto:bela@example.com"))[0].guests
    assert found.answer == answer


def test_who_calls_a_meeting_is_one_guest_though_named_twice(tmp_path):
    (guest,) = meetings(tmp_path, event(BELA, "ORGANIZER;CN=B:mailto:Bela@example.com"))[0].guests
    assert (guest.party.name, guest.answer, guest.organizes) == ("Bela Dahlsen", "accepted", True)


def test_whose_calendar_it_is(tmp_path):
    named = calendar(event(BELA, MINE), name=ME)
    (tmp_path / "a.ics").write_text(named)
    assert [len(one.guests) for one in read(tmp_path / "a.ics", "x")] == [1]
    others = [f"ATTENDEE:mailto:p{n}@example.com" for n in range(4)]
    (tmp_path / "b.ics").write_text(calendar(*(event(MINE, one, uid=one) for one in others)))
    assert [len(one.guests) for one in read(tmp_path / "b.ics", "x")] == [1] * 4
    (tmp_path / "c.ics").write_text(calendar(event(BELA, MINE)))
    told, meeting = read(tmp_path / "c.ics", "x")
    assert isinstance(told, Warned)
    assert len(meeting.guests) == 2


# ── Versions ─────────────────────────────────────────────────────────────────────────────────────


def test_of_all_versions_the_newest_is_the_meeting(tmp_path):
    parts = [
        event("SEQUENCE:1", "DTSTAMP:20260101T000000Z", summary="second"),
        event("SEQUENCE:2", "DTSTAMP:20260101T000000Z", summary="fourth, but stamped before the third"),
        event("SEQUENCE:2", "DTSTAMP:20260102T000000Z", summary="third"),
        event("SEQUENCE:0", "DTSTAMP:20260109T000000Z", summary="first"),
        event("SEQUENCE:2", "DTSTAMP:20260102T000000Z", summary="third"),
    ]
    said = read_text(tmp_path, calendar(*parts, method="REQUEST"))
    assert [one.title for one in said if isinstance(one, EventRecord)] == ["third"]
    codes = [one.reason.code for one in said if isinstance(one, Ignored)]
    assert codes == ["older_version", "older_version", "older_version", "said_twice"]


def test_a_cancellation_takes_the_meeting_back_and_makes_none(tmp_path):
    text = calendar(event(BELA), method="REQUEST") + calendar(
        event("SEQUENCE:1", "STATUS:CANCELLED"), method="CANCEL"
    )
    ignored, said = read_text(tmp_path, text)
    assert ignored.reason.code == "older_version"
    assert (said.state, said.only_if_known) == ("cancelled", True)


def test_an_answer_is_noted_with_its_meeting(tmp_path):
    asked = calendar(
        event(MINE, f"ORGANIZER:mailto:{ME}", "ATTENDEE:mailto:bela@example.com"), method="REQUEST"
    )
    answer = calendar(
        event("ATTENDEE;PARTSTAT=DECLINED:mailto:BELA@example.com", "DTSTAMP:20260101T000000Z"),
        method="REPLY",
    )
    said, ignored = read_text(tmp_path, asked + answer)
    assert [one.answer for one in said.guests] == ["declined"]
    assert ignored.reason.code == "answer_noted"
    (alone,) = read_text(tmp_path, answer)
    assert alone.only_if_known
    assert [(one.party.key, one.answer) for one in alone.guests] == [("bela@example.com", "declined")]


def test_an_answer_to_an_older_version_says_nothing_of_the_newer(tmp_path):
    asked = calendar(event("SEQUENCE:3", BELA), method="REQUEST")
    answer = calendar(event("SEQUENCE:1", BELA.replace("ACCEPTED", "DECLINED")), method="REPLY")
    assert read_text(tmp_path, answer + asked)[1].guests[0].answer == "accepted"


@pytest.mark.parametrize(
    ("start", "again"),
    [
        ("DTSTART:20260304T100000Z", "RECURRENCE-ID:20260311T100000Z"),
        (
            "DTSTART;TZID=Asia/Seoul:20260304T010000",
            "RECURRENCE-ID:20260310T160000Z",  # the same morning, said in UTC
        ),
        ("DTSTART;TZID=Europe/Berlin:20260304T233000", "RECURRENCE-ID;TZID=Europe/Berlin:20260311T233000"),
        ("DTSTART;VALUE=DATE:20260304", "RECURRENCE-ID;VALUE=DATE:20260311"),
    ],
)
def test_one_of_a_series_that_was_moved_stands_in_the_place_of_that_day(tmp_path, start, again):
    moved = start.replace("20260304", "20260312")
    for parts in ((0, 1), (1, 0)):
        both = event("RRULE:FREQ=WEEKLY;COUNT=3", start=start), event(again, start=moved)
        first, second = sorted(meetings(tmp_path, *(both[at] for at in parts)), key=lambda one: one.on)
        assert [f"{day:%m-%d}" for day in days(first, date(2027, 1, 1))] == ["03-04", "03-18"]
        assert (second.on, second.key) == ("2026-03-12", f"{first.key}:20260311")


def test_one_of_a_series_that_was_called_off_takes_its_day_along(tmp_path):
    off = event("RECURRENCE-ID:20260311T100000Z", "STATUS:CANCELLED", start="DTSTART:20260311T100000Z")
    series, gone = meetings(tmp_path, event("RRULE:FREQ=WEEKLY;COUNT=3"), off)
    assert [f"{day:%m-%d}" for day in days(series, date(2027, 1, 1))] == ["03-04", "03-18"]
    assert (gone.state, gone.key) == ("cancelled", f"{series.key}:20260311")


@pytest.mark.parametrize("method", ["CANCEL", "REPLY"])
def test_what_is_said_of_a_meeting_need_not_name_its_day(tmp_path, method):
    asked = event(BELA, "DTSTAMP:20260101T000000Z")
    (meeting,) = meetings(tmp_path, asked, method="REQUEST")
    lines = (BELA.replace("ACCEPTED", "DECLINED"), "DTSTAMP:20260102T000000Z", "RRULE:FREQ=DAILY")
    bare = calendar(event(*lines, start="", summary="Geburtstag von Bela"), method=method)
    (said,) = read_text(tmp_path, bare)
    assert (said.key, said.on, said.repeats, said.only_if_known) == (meeting.key, "", None, True)
    (broken,) = read_text(tmp_path, calendar(event(BELA, start="DTSTART:soon"), method=method))
    assert isinstance(broken, Reject)


@pytest.mark.parametrize("method", ["COUNTER", "DECLINECOUNTER", "REFRESH"])
def test_a_proposal_changes_nothing(tmp_path, method):
    (said,) = read_text(tmp_path, calendar(event(BELA), method=method))
    assert said.reason.code == "counter_proposal"


# ── When ─────────────────────────────────────────────────────────────────────────────────────────

BERLIN = ("2026-03-04", "2026-03-04T10:00", "Europe/Berlin", datetime(2026, 3, 4, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin", "W. Europe Standard Time", '"Europe/Berlin"', "europe/berlin",
        "/mozilla.org/20050126_1/Europe/Berlin", "/softwarestudio.org/Olson_20011030_5/Europe/Berlin",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
    ],
)  # fmt: skip
def test_zones_by_any_of_their_names(tmp_path, zone):
    (said,) = meetings(tmp_path, event(start=f"DTSTART;TZID={zone}:20260304T100000"))
    assert (said.on, said.local, said.zone, said.at) == BERLIN


DESCRIBED = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE"""


def test_a_zone_may_be_described_anywhere_in_the_file(tmp_path):
    start = "DTSTART;TZID=Customized Time Zone:20260304T100000"
    for parts in ((DESCRIBED, event(start=start)), (event(start=start), DESCRIBED)):
        (said,) = meetings(tmp_path, *parts)
        assert (said.local, said.zone, said.at) == ("2026-03-04T10:00", "", BERLIN[3])


@pytest.mark.parametrize(
    ("start", "on", "local", "at"),
    [
        ("DTSTART;VALUE=DATE:20260304", "2026-03-04", "", None),
        ("DTSTART;VALUE=DATE:20260304T000000", "2026-03-04", "", None),
        ("DTSTART:20260304", "2026-03-04", "", None),
        ("DTSTART:20260304T100000", "2026-03-04", "2026-03-04T10:00", None),
        ("DTSTART;TZID=Nowhere:20260304T100000", "2026-03-04", "2026-03-04T10:00", None),
        (
            "DTSTART:2026-03-04T10:00:00Z",
            "2026-03-04",
            "2026-03-04T10:00",
            datetime(2026, 3, 4, 10, tzinfo=UTC),
        ),
        ("DTSTART:2026-03-04 10:00", "2026-03-04", "2026-03-04T10:00", None),
        ("DTSTART:20260304T1000Z", "2026-03-04", "2026-03-04T10:00", datetime(2026, 3, 4, 10, tzinfo=UTC)),
    ],
)
def test_days_and_times_in_all_their_forms(tmp_path, start, on, local, at):
    (said,) = meetings(tmp_path, event(start=start))
    assert (said.on, said.local, said.at) == (on, local, at)


@pytest.mark.parametrize(("start", "code"), [("", "no_event_date"), ("DTSTART:20261399", "bad_event_date")])
def test_an_event_without_a_day_is_listed(tmp_path, start, code):
    (said,) = read_text(tmp_path, calendar(event(start=start)))
    assert isinstance(said, Reject)
    assert said.reason.code == code


# ── One broken costs no other ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "broken",
    [
        "BEGIN:VEVENT\nUID:9\nDTSTART:20260101T000000Z",
        "BEGIN:VEVENT\nUID:9\nBEGIN:VALARM\nTRIGGER:-PT5M",
        "BEGIN:VEVENT\nno colon here\n;;;:::\nEND:VEVENT",
        "BEGIN:VEVENT\n" + "BEGIN:VALARM\n" * 500 + "END:VEVENT",
        "BEGIN:VEVENT\n" + "X:1\n" * 6000 + "END:VEVENT",
        "BEGIN:VEVENT\nDTSTART:20261399\nEND:VEVENT",
    ],
)
def test_one_that_is_broken_costs_no_other(tmp_path, broken):
    said = read_text(tmp_path, calendar(event(uid="a"), broken, event(uid="b")))
    assert [type(one) for one in said] == [EventRecord, Reject, EventRecord]
    assert said[2].origin.line > said[1].origin.line


def test_a_line_that_is_broken_costs_only_itself(tmp_path):
    (said,) = meetings(
        tmp_path, event("nonsense", "SEQUENCE:many", "DURATION:long", "RRULE:FREQ=OFTEN", BELA)
    )
    assert (said.sequence, said.minutes, len(said.guests)) == (0, None, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_folds(tmp_path, encoding):
    text = calendar(event(summary="Caf\n é in Köln")).replace("\n", "\r\n")
    assert [
        one.title for one in read_text(tmp_path, text.encode(encoding)) if isinstance(one, EventRecord)
    ] == ["Café in Köln"]
