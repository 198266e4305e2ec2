"""Looking back: what was known, what came, the curve that is learned of it and the level of the day."""

from __future__ import annotations

from math import exp, log1p
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import logistic, lookback, recall
from acquaint.maths.lookback import Curve, Known, Month

WAYS = st.sampled_from(["in", "out", "both"])
DAYS = st.lists(st.tuples(st.integers(0, 300), WAYS), max_size=25).map(sorted)


@given(DAYS)
def test_each_month_is_what_was_known_and_what_came(days):
    found = list(lookback.months(days, range(30, 271, 30)))
    first = min((day for day, _way in days), default=999)
    assert [one.known.day for one in found] == [day for day in range(30, 271, 30) if day >= first]
    for one in found:
        day = one.known.day
        past = [told for told in days if told[0] <= day]
        assert one.came == any(day < on <= day + 30 and way != "out" for on, way in days)
        assert (
            one.known == lookback.known(recall.carry(past), day, contacts=len(past))
            or abs(one.known.p30 - recall.p30(recall.carry(past), day)) < 1e-9
        )
        assert one.known.silence == day - past[-1][0]


def test_nothing_is_known_of_somebody_without_a_contact():
    with pytest.raises(ValueError, match="nothing to be known"):
        lookback.known(recall.Carried(), 5)


def made_up(seed, count, curve):
    chance = Random(seed)
    for _number in range(count):
        silence = int(chance.expovariate(1 / 80))
        unheard = silence + int(chance.expovariate(1 / 60)) * chance.randrange(2)
        known = Known(0, chance.uniform(0.01, 0.7), silence, unheard, 3)
        yield Month(known, chance.random() < curve.chance(known))


@pytest.mark.parametrize("true", [Curve(), Curve(0.6, 0.7, -0.4, 0.2), Curve(-1.0, 1.3, 0.3, -0.5)])
def test_a_known_curve_is_found_again(true):
    found = lookback.learned(list(made_up(5, 15_000, true)))
    for name in ("level", "slope", "silence", "unheard"):
        assert getattr(found, name) == pytest.approx(getattr(true, name), abs=0.25), name
    for months in made_up(6, 200, true):
        assert found.chance(months.known) == pytest.approx(true.chance(months.known), abs=0.05)


def test_too_few_months_teach_nothing_and_many_no_more(monkeypatch):
    few = list(made_up(1, lookback.ENOUGH - 1, Curve(2.0)))
    assert lookback.learned(few) == lookback.PLAIN
    known = few[0].known
    assert lookback.PLAIN.chance(known) == known.p30
    many = list(made_up(1, 900, Curve(2.0)))
    monkeypatch.setattr(lookback, "MOST", 300)
    assert lookback.learned(many) == lookback.learned(many[::3])


def test_the_level_is_that_of_the_product_for_an_owner_alone():
    said = {0: (0.2, True), 30: (0.3, False), 60: (0.1, True), 90: (0.4, False)}
    rows = [("me", day, p, came) for day, (p, came) in said.items()]
    found = lookback.levels(rows)
    assert found["me", 0] == 1.0
    assert found["me", 90] == pytest.approx(recall.Months(3, 2, 0.6).scale)
    later = lookback.levels([*rows[:3], ("me", 90, 0.4, True), ("me", 120, 0.9, True)])
    assert later["me", 90] == found["me", 90]  # what comes after a day does not count on it


def test_an_owner_is_held_towards_the_level_of_the_others():
    rows = [("me", 30, 0.5, True), ("me", 60, 0.2, False)]
    rows += [(f"other{n}", 30, 0.5, False) for n in range(100)]
    others = 10 / (10 + 50)
    assert lookback.levels(rows)["me", 60] == pytest.approx((10 * others + 1) / (10 + 0.5))


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.booleans()), max_size=40))
def test_the_best_weights_are_those_where_nothing_pulls(told):
    rows = [((1.0, one, two), came) for one, two, came in told]
    start, held = (0.1, 1.0, -0.2), (1.0, 2.0, 0.5)
    found = logistic.fit(rows, start=start, held=held)
    for place in range(3):
        pull = held[place] * (start[place] - found[place])
        pull += sum(f[place] * (came - logistic.chance(found, f)) for f, came in rows)
        assert abs(pull) < 1e-3
    assert logistic.fit([], start=start, held=held) == start


def test_a_chance_never_overflows():
    assert logistic.chance((1.0,), (1000.0,)) == 1.0
    assert logistic.chance((1.0,), (-1000.0,)) == pytest.approx(0.0)
    assert logistic.chance((1.0, 2.0), (0.5, log1p(0.0))) == pytest.approx(1 / (1 + exp(-0.5)))
