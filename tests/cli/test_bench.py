"""`bench` at the terminal: figures, gates as exit codes, any table of contacts."""

from __future__ import annotations

import gzip

import pytest

from acquaint.maths import paths
from acquaint.maths.trials import fitting, histories


@pytest.fixture(scope="module")
def record():
    return histories.history(2, egos=4, alters=25, days=600)


def table(record, heading="time,sender,receiver"):
    order = ("time", "sender", "receiver") if heading.startswith("t") else ("sender", "receiver", "time")
    lines = [heading]
    for day, sender, receiver in record.events:
        told = {"time": str(day * 86400 + 3600), "sender": sender, "receiver": receiver}
        lines.append(",".join(told[name] for name in order))
    return "\n".join(lines) + "\n"


def test_any_table_of_contacts_is_judged(cli, record, tmp_path):
    plain, zipped, egos = tmp_path / "calls.csv", tmp_path / "calls.csv.gz", tmp_path / "egos.txt"
    plain.write_text(table(record, "src,dst,t"), encoding="utf-8")
    zipped.write_bytes(gzip.compress(table(record).encode()))
    egos.write_text("\n".join(record.egos) + "\n", encoding="utf-8")
    told = cli("bench", "predict", "--data", str(zipped), "--egos", str(egos), "--json").data
    assert [one["model"] for one in told["models"]] == ["shipped", "recency", "frequency", "base_rate"]
    assert all({"auc", "log_loss", "ece", "n"} <= set(one) for one in told["models"])
    assert all(gate["ok"] for gate in told["gates"])
    again = cli("bench", "predict", "--data", str(plain), "--egos", str(egos), "--json").data
    assert again == told


def test_the_made_up_record_shows_the_truth_too(cli):
    told = cli("bench", "predict", "--json").data
    assert told["models"][-1]["model"] == "truth"
    shown = cli("bench", "predict")
    assert "shipped" in shown.out
    assert "✓ log_loss_below_recency" in shown.err


@pytest.mark.parametrize(
    "text", ["a,b,c\n1,2,3\n", "time,sender,receiver\nnoon,ana,bo\n", "", "t,src,dst\n1,ana,bo\n"]
)
def test_a_table_that_tells_nothing_is_refused(cli, tmp_path, text):
    file = tmp_path / "calls.csv"
    file.write_text(text, encoding="utf-8")
    assert cli("bench", "predict", "--data", str(file), "--json", code=5).error["code"] == "invalid"


def test_my_own_record_is_judged_once_there_is_enough_of_it(cli):
    assert "too few" in cli("bench", "predict", "--own", "--json", code=5).error["message"]
    cli("bench", "predict", "--own", "--data", __file__, code=2)


def test_fit_and_paths_hold(cli):
    told = cli("bench", "fit", "--json").data
    assert [one["share"] for one in told["models"]] == [0.2, 0.35, 0.5, 0.65, 0.8]
    assert all(gate["ok"] for gate in told["gates"])
    told = cli("bench", "paths", "--networks", "60", "--json").data
    assert [one["n"] for one in told["models"]] == [60, 3]
    assert len(told["gates"]) == 4
    assert {gate["ok"] for gate in told["gates"]} == {True}


def test_a_gate_that_fails_is_exit_1(cli, monkeypatch):
    monkeypatch.setitem(fitting.THRESHOLDS, 5, (1, 4))
    assert "✗ thresholds" in cli("bench", "fit", code=1).err
    failed = cli("bench", "fit", "--json", code=1)
    assert [gate["name"] for gate in failed.data["gates"] if not gate["ok"]] == ["thresholds"]


def test_a_search_that_misses_a_way_fails_its_gates(cli, monkeypatch):
    whole = paths.best
    monkeypatch.setattr(paths, "best", lambda *told, **more: whole(*told, **more)[1:])
    failed = cli("bench", "paths", "--networks", "20", "--json", code=1)
    assert {gate["name"] for gate in failed.data["gates"] if not gate["ok"]} >= {
        "best_equals_every_chain",
        "best_equals_every_chain_of_large_networks",
    }


def test_the_plan_holds_in_made_up_worlds(cli):
    told = cli("bench", "plan", "--people", "50", "--json").data
    assert {one["people"] for one in told["policies"]} == {50}
    assert {"shipped", "fixed_30", "importance_days", "none"} <= {one["model"] for one in told["policies"]}
    assert all(gate["ok"] for gate in told["gates"])
