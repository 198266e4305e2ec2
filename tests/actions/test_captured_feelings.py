"""What a line says of feelings and rhythms: where a smile is kept, and that a rhythm comes round again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acquaint.actions import capture, interviews, undo
from acquaint.messages.reasons import words
from acquaint.models import Debrief, JournalEntry, Person
from acquaint.queries import plan
from tests.world import know, later, somebody, untrue

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope():
    return somebody(now=datetime(2026, 11, 23, 12, tzinfo=UTC))


def _row(model, scope):
    return model.objects.get(owner_id=scope.owner_id)


def _booked(scope, name, at):
    key = know(scope, name)[0]
    interviews.book(scope, person=key, at=datetime.fromisoformat(at))


def test_a_rhythm_comes_round_again_after_every_contact(scope):
    capture.add(scope, line="met @Ada Example, keep in touch with her every 3 months")
    ada = _row(Person, scope)
    assert (ada.rhythm_days, str(ada.rhythm_on), str(ada.next_due)) == (90, "2026-11-23", "2027-02-21")
    for months in (1, 2):
        then = later(scope, days=100 * months)
        capture.add(then, line="called @Ada Example")
        ada.refresh_from_db()
        assert (ada.next_due - then.today).days == 90
    assert untrue(scope) == []
    changed = capture.add(scope, line="@Ada Example monthly")
    ada.refresh_from_db()
    assert ada.rhythm_days == 30
    undo.undo(scope, change=changed.undo)
    ada.refresh_from_db()
    assert ada.rhythm_days == 90
    assert untrue(scope) == []


def test_a_rhythm_of_their_own_is_suggested_in_its_words(scope):
    capture.add(scope, line="keep in touch with @Ada Example every 6 weeks")
    assert [one.kind for one in plan.today(later(scope, days=30)).suggestions] == []
    [found] = plan.today(later(scope, days=42)).suggestions
    assert (found.kind, found.person.name) == ("next-touch", "Ada Example")
    assert words(found.reasons, today=scope.today) == "You want to be in touch every 42 days."


def _kept(made):
    return [chip.value["kept"] for chip in made.chips if chip.kind in {"feel", "fit"}]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("interviewed @Ada Example yesterday :)", ["debrief"]),
        ("coffee with @Bob Sample :) fit:4", ["note", "note"]),
        ("met @Ada Example fit:2", ["debrief"]),
        ("ran into @Ada Example :(", ["note"]),
        (":) what a day", ["note"]),
    ],
)
def test_a_smile_says_where_it_is_kept_before_and_after(scope, line, kept):
    _booked(scope, "Ada Example", "2026-11-23T10:00")
    assert _kept(capture.add(scope, line=line, dry_run=True)) == kept
    assert _kept(capture.add(scope, line=line)) == kept
    assert Debrief.objects.of(scope).count() == ("debrief" in kept)
    assert _row(JournalEntry, scope).text == line
