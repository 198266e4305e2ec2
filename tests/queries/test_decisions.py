"""What was said of suspected pairs, against what the owner decided; sums only, and none from a few."""

from __future__ import annotations

import pytest

from acquaint.actions import duplicates as telling
from acquaint.actions import merging, people, undo
from acquaint.maths.sameness import SUGGEST_FROM
from acquaint.models import Change
from acquaint.queries import decisions, duplicates
from tests import world

pytestmark = pytest.mark.django_db


def pair(scope, name, **known):
    return [people.add(scope, name=name, **known).id for _time in range(2)]


def test_each_decision_keeps_what_was_said_of_the_pair(scope):
    sure = pair(scope, "Ada Moss", emails=["ada@example.org"])
    likely = pair(scope, "Wendeline Zyxwina")
    said = {frozenset((one.a.id, one.b.id)): one.score for one in duplicates.find(scope)}
    merging.merge(scope, a=sure[0], b=sure[1])
    telling.tell_apart(scope, a=likely[0], b=likely[1])
    kept = dict(Change.objects.of(scope).filter(what__in=duplicates.DECISIONS).values_list("what", "facts"))
    assert kept["person.merge"] == {"said": said[frozenset(sure)]}
    assert kept["duplicates.apart"] == {"said": said[frozenset(likely)]}
    found = decisions.calibration(scope)
    assert (found.decided, found.joined, found.error, found.bands) == (2, 1, None, ())


def test_who_was_never_suspected_is_no_evidence(scope):
    one, other = world.know(scope, "Ada Moss", "Cleo Ng")
    merging.merge(scope, a=one, b=other)
    assert decisions.calibration(scope).decided == 0


def test_what_is_taken_back_was_no_decision_until_it_is_done_again(scope):
    one, other = pair(scope, "Ada Moss", emails=["ada@example.org"])
    made = merging.merge(scope, a=one, b=other)
    undo.undo(scope, change=made.undo)
    assert decisions.calibration(scope).decided == 0
    undo.redo(scope)
    assert decisions.calibration(scope).decided == 1


def test_from_enough_decisions_on_said_and_seen_stand_side_by_side(scope, monkeypatch):
    monkeypatch.setattr(decisions, "ENOUGH", 4)
    for at in range(3):
        one, other = pair(scope, f"Ada{'abc'[at]}lene Moss", emails=[f"ada{at}@example.org"])
        if at:
            merging.merge(scope, a=one, b=other)
        else:
            telling.tell_apart(scope, a=one, b=other)
    one, other = pair(scope, "Wendeline Zyxwina")
    merging.merge(scope, a=one, b=other)
    found = decisions.calibration(scope)
    assert (found.decided, found.joined) == (4, 3)
    assert sum(band.pairs for band in found.bands) == 4
    assert all(SUGGEST_FROM <= band.said <= 1 and 0 <= band.seen <= 1 for band in found.bands)
    off = sum(abs(band.said - band.seen) * band.pairs for band in found.bands) / 4
    assert found.error == pytest.approx(off, abs=1e-4)
    assert 0 < found.error < 1


def test_another_owners_decisions_are_not_mine(scope, other):
    one, second = pair(other, "Ada Moss", emails=["ada@example.org"])
    merging.merge(other, a=one, b=second)
    assert decisions.calibration(scope).decided == 0
    assert decisions.calibration(other).decided == 1
