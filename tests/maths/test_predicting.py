"""The test of the forecast: its measures, its split, and a record whose truth is known."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.maths import lookback
from acquaint.maths.trials import measures, predicting
from acquaint.maths.trials.histories import history
from acquaint.maths.trials.predicting import predict

ANSWERS = st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.5, 0.9]), st.booleans()), min_size=1, max_size=40)


@given(ANSWERS)
def test_the_area_is_the_share_of_pairs_in_order(answers):
    said, came = zip(*answers, strict=True)
    hits = [p for p, hit in answers if hit]
    misses = [p for p, hit in answers if not hit]
    pairs = [(one > two) + (one == two) / 2 for one in hits for two in misses]
    assert measures.auc(said, came) == pytest.approx(sum(pairs) / len(pairs) if pairs else 0.5)


def test_surprise_and_levels():
    assert measures.log_loss([0.8, 0.2], [True, False]) == pytest.approx(-log(0.8))
    assert measures.calibration_error([0.3] * 10, [True] * 3 + [False] * 7) == pytest.approx(0)
    assert measures.calibration_error([0.9] * 10, [True] * 4 + [False] * 6) == pytest.approx(0.5)


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=8, max_size=60))
def test_a_fitted_curve_hits_the_mean(answers):
    values, came = zip(*answers, strict=True)
    curve = measures.link(values, came)
    if 0 < sum(came) < len(came):
        mean = sum(curve(one) for one in values) / len(values)
        assert mean == pytest.approx(sum(came) / len(came), abs=0.01)


def test_where_the_truth_is_known_the_shipped_model_comes_nearest():
    made = history(3, egos=6, alters=30, days=720)
    found = predict(made.events, made.egos, truth=made.truth)
    scores = {one.model: one for one in found.models}
    assert list(scores) == ["shipped", "recency", "frequency", "base_rate", "truth"]
    assert all(gate.ok for gate in found.gates), found.gates
    assert scores["truth"].log_loss < scores["shipped"].log_loss < scores["recency"].log_loss
    assert scores["truth"].auc > scores["shipped"].auc > scores["frequency"].auc
    assert scores["base_rate"].auc == 0.5
    assert scores["truth"].ece < 0.03
    assert history(3, egos=1, alters=3, days=90).events == history(3, egos=1, alters=3, days=90).events


def test_no_month_of_learning_reaches_into_the_test():
    made = history(5, egos=3, alters=20, days=500)
    pairs = predicting._pairs(made.events, set(made.egos))
    asked = predicting._asked(pairs)
    rows = sorted(predicting._rows(pairs, asked), key=lambda row: row.day)
    learn, test = predicting._split(rows)
    assert learn
    assert max(row.day for row in learn) + predicting.MONTH <= min(row.day for row in test)
    assert len(learn) + len(test) == len(rows)
    for row in rows[:200]:
        days = pairs[row.ego, row.alter]
        assert row.came == any(row.day < day <= row.day + 30 and way == "in" for day, way in days)
        known = row.month.known
        assert known.contacts == sum(day <= row.day for day, _way in days) > 0
        assert known.silence == row.day - max(day for day, _way in days if day <= row.day)
        theirs = [day for day, way in days if day <= row.day and way == "in"]
        assert known.unheard == (row.day - max(theirs) if theirs else lookback.NEVER)


def test_a_day_counts_once_whoever_asks_and_nobody_writes_to_themselves():
    events = [(1, "ana", "bo"), (1, "ana", "bo"), (2, "bo", "ana"), (2, "ana", "ana")]
    assert predicting._pairs(events, {"ana"}) == {("ana", "bo"): [(1, "out"), (2, "in")]}
    assert set(predicting._pairs(events, set())) == {("ana", "bo"), ("bo", "ana")}


def test_too_little_is_said():
    with pytest.raises(ValueError, match="too few"):
        predict([(1, "ana", "bo"), (80, "bo", "ana")])
    with pytest.raises(ValueError, match="too few"):
        predict([])


@pytest.mark.parametrize("seed", [1, 2])
def test_where_all_contact_ebbs_away_the_shipped_model_follows(seed):
    made = history(seed, egos=8, alters=30, days=720, ebb=0.1)
    found = predict(made.events, made.egos, truth=made.truth)
    assert all(gate.ok for gate in found.gates), found


def test_of_a_large_record_some_owners_are_taken_always_the_same(monkeypatch):
    made = history(4, egos=12, alters=15, days=500)
    whole = predict(made.events, made.egos)
    assert (whole.egos, whole.of_egos) == (12, 12)
    monkeypatch.setattr(predicting, "MOST", 1000)
    some = predict(made.events, made.egos)
    assert 1 < some.egos < some.of_egos == 12
    assert some.models[0].n < whole.models[0].n
    assert predict(reversed(made.events), made.egos) == some
