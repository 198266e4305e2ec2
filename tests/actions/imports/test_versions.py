"""Meetings that are moved, answered and called off, by calendar or by letter, in whatever order."""

from __future__ import annotations

from datetime import date

import pytest

from acquaint.actions import imports, people
from acquaint.models import Interaction
from tests import world
from tests.actions.imports.looking import only
from tests.actions.imports.test_dated_contract import wrote
from tests.formats.letters import ME, mbox
from tests.formats.meetings import BELA, MINE, calendar, event

CORA = "ATTENDEE;CN=Cora Eberwick;PARTSTAT=ACCEPTED:mailto:cora@example.com"
START = "DTSTART:20260210T100000Z"


@pytest.fixture(autouse=True)
def known(scope):
    people.add(scope, name="Bela Dahlsen", emails=["bela@example.com"])
    people.add(scope, name="Cora Eberwick", emails=["cora@example.com"])


@pytest.fixture
def bring(scope, tmp_path):
    """Import a calendar of these parts."""

    def run(*parts, method=""):
        path = tmp_path / "cal.ics"
        path.write_text(calendar(*parts, name=ME, method=method))
        return imports.apply(scope, paths=[path])

    return run


@pytest.fixture
def post(scope, tmp_path):
    """Import letters, each with a calendar of a method and one event in it, in this order."""

    def run(*said):
        letters = []
        for number, (method, one) in enumerate(said, 2):
            typed = {"Content_Type": f"text/calendar; method={method}", "MIME_Version": "1.0"}
            head = wrote(number, **typed).partition("\n\n")[0]
            letters.append(f"{head}\n\n{calendar(one, method=method)}")
        path = tmp_path / "box.mbox"
        path.write_text(mbox(*letters))
        return imports.apply(scope, paths=[path])

    return run


def days(scope):
    return [f"{row.on:%m-%d}" for row in Interaction.objects.of(scope).filter(kind="meeting").order_by("on")]


def last(scope, name):
    return only(scope, name).last_contact


def at(number, *lines, start=START):
    """A version of one meeting, the greater number the newer."""
    return event(*lines, f"SEQUENCE:{number}", f"DTSTAMP:202602{number + 1:02}T000000Z", start=start)


ASKED = ("REQUEST", at(0, BELA, CORA))
OFF = ("CANCEL", at(1, BELA, CORA, start=""))
DECLINED = ("REPLY", at(0, CORA.replace("ACCEPTED", "DECLINED"), start=""))


def test_a_cancellation_that_names_no_day_takes_the_meeting_back(scope, bring):
    bring(ASKED[1], method="REQUEST")
    assert days(scope) == ["02-10"]
    assert bring(OFF[1], method="CANCEL").total("update") == 1
    assert days(scope) == []
    assert bring(ASKED[1], method="REQUEST").batch is None
    assert bring(OFF[1], method="CANCEL").batch is None
    assert bring(at(2, BELA), method="REQUEST").total("new") == 1


@pytest.mark.parametrize("turned", [False, True])
def test_letters_may_come_in_any_order(scope, post, turned):
    said = [ASKED, DECLINED]
    post(*(reversed(said) if turned else said))
    assert days(scope) == ["02-10"]
    assert (last(scope, "Cora Eberwick"), last(scope, "Bela Dahlsen")) == (None, date(2026, 2, 10))
    said = [ASKED, DECLINED, OFF]
    post(*(reversed(said) if turned else said))
    assert days(scope) == []
    assert world.untrue(scope) == []


def test_an_answer_that_comes_later_takes_its_guest_out(scope, bring, post):
    bring(ASKED[1])
    assert last(scope, "Cora Eberwick") == date(2026, 2, 10)
    assert bring(DECLINED[1], method="REPLY").total("update") == 1
    assert last(scope, "Cora Eberwick") is None
    assert days(scope) == ["02-10"]
    assert bring(DECLINED[1], method="REPLY").batch is None
    assert bring(ASKED[1]).batch is None
    both = at(0, BELA.replace("ACCEPTED", "DECLINED"), start="")
    assert bring(both, method="REPLY").total("update") == 1
    assert days(scope) == []
    assert bring(at(1, BELA, CORA)).total("new") == 1
    assert last(scope, "Cora Eberwick") == date(2026, 2, 10)
    assert world.untrue(scope) == []


def test_an_answer_to_an_older_version_changes_nothing(scope, bring):
    bring(at(3, BELA, CORA))
    assert bring(DECLINED[1], method="REPLY").batch is None
    assert last(scope, "Cora Eberwick") == date(2026, 2, 10)


def test_what_the_owner_declined_was_no_contact(scope, post):
    post(ASKED, ("REPLY", at(0, MINE.replace("TENTATIVE", "DECLINED"), start="")))
    assert days(scope) == []


SERIES = event(BELA, "RRULE:FREQ=WEEKLY;COUNT=4", start="DTSTART:20260203T100000Z")


def test_one_of_a_series_that_was_moved_or_called_off_is_no_second_contact(scope, bring):
    moved = event(BELA, "RECURRENCE-ID:20260210T100000Z", start="DTSTART:20260211T100000Z")
    off = event(BELA, "RECURRENCE-ID:20260217T100000Z", "STATUS:CANCELLED", start="DTSTART:20260217T100000Z")
    bring(SERIES, moved, off)
    assert days(scope) == ["02-03", "02-11", "02-24"]
    assert bring(SERIES, moved, off).batch is None


def test_nor_where_that_is_said_later(scope, bring):
    bring(SERIES)
    assert days(scope) == ["02-03", "02-10", "02-17", "02-24"]
    again = "RECURRENCE-ID:20260210T100000Z"
    moved = event(BELA, again, "SEQUENCE:1", start="DTSTART:20260211T100000Z")
    bring(moved, method="REQUEST")
    assert days(scope) == ["02-03", "02-11", "02-17", "02-24"]
    bring(event(BELA, again.replace("0210", "0217"), "SEQUENCE:1", start=""), method="CANCEL")
    assert days(scope) == ["02-03", "02-11", "02-24"]
    assert bring(SERIES).total("new") == 0
    assert days(scope) == ["02-03", "02-11", "02-24"]


def test_a_series_that_is_called_off_keeps_what_took_place_before(scope, bring):
    bring(SERIES)
    off = event(BELA, "SEQUENCE:1", "DTSTAMP:20260215T000000Z", start="")
    assert bring(off, method="CANCEL").total("update") == 1
    assert days(scope) == ["02-03", "02-10"]
    late = event(BELA, "SEQUENCE:2", "DTSTAMP:20260301T000000Z", start="")
    report = bring(late, method="CANCEL")
    assert (report.total("ignored"), report.batch) == (1, None)
