"""A search tells how far it came, and stops when whoever is told raises."""

from __future__ import annotations

import pytest

from acquaint.queries import watching
from acquaint.queries.watching import EVERY, Watch


class Enough(Exception):
    """Stop here."""


def compare(a, b):
    return (f"{a}-{b}",)


def test_nobody_to_tell_costs_nothing():
    watch, entries = Watch(None), [1, 2]
    assert watch.each(entries) is entries
    assert watch.pair(compare) is compare


def test_entries_and_pairs_are_told_now_and_then():
    told = []
    watch = Watch(lambda entries, pairs: told.append((entries, pairs)))
    assert list(watch.each(range(2 * EVERY + 1))) == list(range(2 * EVERY + 1))
    compared = watch.pair(compare)
    assert [compared(1, 2) for _again in range(EVERY)] == [("1-2",)] * EVERY
    assert told == [(EVERY, 0), (2 * EVERY, 0), (2 * EVERY + 1, EVERY)]


def test_whoever_is_told_may_stop_it(monkeypatch):
    monkeypatch.setattr(watching, "EVERY", 1)

    def stop(entries, pairs):
        if entries == 3:
            raise Enough

    taken = []
    with pytest.raises(Enough):
        taken.extend(Watch(stop).each([1, 2, 3, 4]))
    assert taken == [1, 2]
