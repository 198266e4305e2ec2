"""What is thought of people is written down once a day, in no Change, and matched with what came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from acquaint.actions import erasures, forecasts, interactions, merging, people, undo
from acquaint.maths.lookback import ENOUGH
from acquaint.models import Change, Forecast, Setting
from acquaint.queries import forecasts as asked
from acquaint.queries import lookbacks, recall

DAY = timedelta(days=1)


def wrote(desk, key, on, direction="in"):
    then = max(desk.scope.now, datetime(on.year, on.month, on.day, 12, tzinfo=UTC))
    scope = replace(desk.scope, now=then)
    interactions.log(scope, people=[key], kind="email", direction=direction, on=on)


def later(desk, days):
    desk.at((desk.scope.now + days * DAY).replace(tzinfo=None).isoformat())
    return desk.scope


def rows():
    return list(Forecast.objects.order_by("on", "id").values_list("person__name", "on", "band", "came_on"))


@pytest.fixture
def ada(desk):
    key = desk.person("Ada Ek")
    wrote(desk, key, date(2025, 3, 1))
    return key


def test_everybody_with_a_contact_once_in_thirty_days(desk, ada):
    closed = desk.person("Cy Closed")
    wrote(desk, closed, date(2025, 3, 1))
    people.close(desk.scope, person=closed)
    desk.person("Dov Unknown")
    assert forecasts.once_a_day(desk.scope)
    assert rows() == [("Ada Ek", date(2025, 3, 3), "warm", None)]
    assert not forecasts.once_a_day(desk.scope)
    wrote(desk, desk.person("Bo Lind"), date(2025, 3, 3))
    assert forecasts.once_a_day(later(desk, 1))
    assert forecasts.once_a_day(later(desk, 28))
    assert [(name, on.day) for name, on, _band, _came in rows()] == [("Ada Ek", 3), ("Bo Lind", 4)]
    assert forecasts.once_a_day(later(desk, 1))
    assert [name for name, *_more in rows()] == ["Ada Ek", "Bo Lind", "Ada Ek"]


def test_a_month_is_matched_with_the_first_word_in_it_even_if_it_is_entered_late(desk, ada):
    bo = desk.person("Bo Lind")
    wrote(desk, bo, date(2025, 3, 1), "out")
    forecasts.once_a_day(desk.scope)
    wrote(desk, ada, date(2025, 3, 3))  # the day itself is no answer yet
    wrote(desk, ada, date(2025, 4, 2))
    wrote(desk, ada, date(2025, 3, 20))
    forecasts.once_a_day(later(desk, 30))
    assert [came for *_more, came in rows()][:2] == [None, None]  # not over yet
    forecasts.once_a_day(later(desk, 1))
    assert [came for _name, on, _band, came in rows() if on.month == 3] == [date(2025, 3, 20), None]
    wrote(desk, bo, date(2025, 4, 2))
    forecasts.once_a_day(later(desk, 5))
    assert [came for _name, on, _band, came in rows() if on.month == 3] == [
        date(2025, 3, 20),
        date(2025, 4, 2),
    ]


def test_months_that_ended_while_the_app_was_closed_are_matched_too(desk, ada):
    forecasts.once_a_day(desk.scope)
    wrote(desk, ada, date(2025, 3, 20))
    forecasts.once_a_day(later(desk, 200))
    assert rows()[0][3] == date(2025, 3, 20)


def test_it_is_no_deed(desk, ada):
    before = list(Change.objects.values_list("number", "what"))
    forecasts.once_a_day(desk.scope)
    assert list(Change.objects.values_list("number", "what")) == before
    undo.undo(desk.scope)  # takes back the last deed of the person: the contact
    assert Change.objects.order_by("-number").values_list("what", flat=True).first() == "undo"
    undo.undo(desk.scope)
    assert not Forecast.objects.exists()  # the person went, and what was thought of them too
    undo.redo(desk.scope)


def test_it_goes_with_whoever_is_erased_and_follows_whoever_is_merged(desk, ada):
    bo = desk.person("Ada Eck")
    wrote(desk, bo, date(2025, 3, 1))
    forecasts.once_a_day(desk.scope)
    merging.merge(desk.scope, a=ada, b=bo)
    assert [name for name, *_more in rows()] == ["Ada Ek"]
    undo.undo(desk.scope)
    assert sorted(name for name, *_more in rows()) == ["Ada Eck", "Ada Ek"]
    erasures.erase(desk.scope, person=ada)
    assert [name for name, *_more in rows()] == ["Ada Eck"]


def test_a_lock_puts_it_off(desk, ada, monkeypatch):
    def locked(*_args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(lookbacks, "back", locked)
    assert not forecasts.once_a_day(desk.scope)
    assert not Forecast.objects.exists()


def full(desk, people_count=12, months=8):
    """So many people, half of whom write every three weeks."""
    start = desk.scope.today - months * 30 * DAY
    for number in range(people_count):
        key = desk.person(f"Ada {number}")
        wrote(desk, key, start, "out")
        for step in range(number + 1, months * 30, 21 if number % 2 else 400):
            wrote(desk, key, start + step * DAY)


def test_looking_back_teaches_the_forecasts(desk):
    full(desk)
    forecasts.once_a_day(desk.scope)
    looked = lookbacks.known(desk.scope)
    assert looked == lookbacks.back(desk.scope)
    assert sum(one.n for one in looked.bands.values()) >= ENOUGH
    assert looked.curve.chance(lookbacks.lookback.Known(0, 0.3, 10, 10, 5)) != 0.3
    found = {one.person.name: one.p30 for one in recall.people(desk.scope, chances=True)}
    assert found["Ada 1"] > 0.4 > found["Ada 0"]
    stored = dict(Forecast.objects.values_list("person__name", "p30"))
    assert stored == pytest.approx(found, abs=1e-3)


def test_of_very_many_people_an_even_choice_is_looked_back_on(desk, monkeypatch):
    full(desk)
    whole = lookbacks.back(desk.scope)
    monkeypatch.setattr(lookbacks, "MOST", 4)
    some = lookbacks.back(desk.scope)
    count = [sum(one.n for one in looked.bands.values()) for looked in (whole, some)]
    assert count[1] * 3 == pytest.approx(count[0], rel=0.2)
    assert sum(one.sent for one in some.replies.values()) == 4


def test_it_is_looked_back_once_a_week(desk, ada, monkeypatch):
    forecasts.once_a_day(desk.scope)
    on = [lookbacks.known(later(desk, 0)).on]
    for days in (1, 5, 1):
        forecasts.once_a_day(later(desk, days))
        on.append(lookbacks.known(desk.scope).on)
    assert on == [date(2025, 3, 3)] * 3 + [date(2025, 3, 10)]


def test_more_people_cost_no_more_statements(desk):
    full(desk, people_count=4)
    with CaptureQueriesContext(connection) as few:
        forecasts.once_a_day(desk.scope)
    later(desk, 7)
    full(desk, people_count=10)
    with CaptureQueriesContext(connection) as many:
        forecasts.once_a_day(desk.scope)
    assert len(many) <= len(few) + 1


def test_nothing_is_shown_below_fifty_months(desk, ada):
    assert asked.right(desk.scope).next_on is None
    forecasts.once_a_day(desk.scope)
    found = asked.right(desk.scope)
    assert (found.written.n, found.written.enough, found.written.lines) == (0, False, ())
    assert found.next_on == date(2025, 4, 3)
    forecasts.once_a_day(later(desk, 31))
    assert asked.right(desk.scope).written.n == 1
    assert found.replies == ()


def test_what_was_said_stands_against_what_came(desk):
    full(desk, people_count=30)
    forecasts.once_a_day(desk.scope)
    for key in Forecast.objects.filter(band="hot").values_list("person__key", flat=True)[:5]:
        wrote(desk, key, desk.scope.today + 3 * DAY)
    for _month in range(2):
        forecasts.once_a_day(later(desk, 31))
    found = asked.right(desk.scope)
    held = Forecast.objects.filter(on__lt=desk.scope.today - 30 * DAY)
    assert found.written.n == held.count() == 60
    assert found.written.came == held.filter(came_on__isnull=False).count() >= 5
    assert sum(line.n for line in found.written.lines) == 60
    for line in found.written.lines:
        share = line.came / line.n
        assert line.low is None or line.low <= share <= line.high
    assert found.looked_back.enough
    assert found.messages == 30 == sum(one.sent for one in lookbacks.known(desk.scope).replies.values())
    with CaptureQueriesContext(connection) as queries:
        asked.right(desk.scope)
    assert len(queries) <= 4


def test_the_notes_stand_in_no_change(desk, ada):
    forecasts.once_a_day(desk.scope)
    held = set(Setting.objects.values_list("name", "last_change"))
    assert held == {(Setting.FORECAST, 0), (Setting.LOOKED, 0)}
