from __future__ import annotations

import json


def test_a_named_folder_is_kept_and_ones_own_data_is_not_touched(store, tmp_path):
    before = store.dump()
    said = store.json(
        "--data", str(tmp_path / "sample"), "demo", "--no-serve", "--people", "45", "--seed", "3"
    )
    assert said["data"] == {"folder": str(tmp_path / "sample"), "people": 45, "interviews": 25, "seed": 3}
    assert (tmp_path / "sample" / "acquaint.sqlite3").exists()
    assert store.dump() == before


def test_without_a_name_the_folder_is_new_even_where_data_is_named_by_the_environment(store, tmp_path):
    before = store.dump()
    (tmp_path / "tmp").mkdir()
    said = json.loads(store.run("demo", "--no-serve", "--json", TMPDIR=str(tmp_path / "tmp")))
    assert said["data"]["folder"].startswith(str(tmp_path / "tmp"))
    assert store.dump() == before


def test_a_sample_is_never_mixed_into_somebodys_people(store):
    before = store.dump()
    assert store.json("--data", str(store.folder), "demo", "--no-serve", code=5)["error"]["code"] == "invalid"
    assert store.dump() == before


def test_when_the_app_is_closed_the_sample_is_gone(store, tmp_path):
    (tmp_path / "tmp").mkdir()
    with store.running("demo", "--no-open", "--port", "0", TMPDIR=str(tmp_path / "tmp")) as demo:
        assert demo.stdout.readline().startswith("http://127.0.0.1:")
        assert [path.name[:14] for path in (tmp_path / "tmp").iterdir()] == ["acquaint-demo-"]
    assert demo.returncode == 0
    assert list((tmp_path / "tmp").iterdir()) == []
