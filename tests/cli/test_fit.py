"""`fit` at the terminal: names and counts, words instead of a probability."""

from __future__ import annotations


def test_fit_shows_names_counts_and_what_is_missing(cli, meet):
    cli.on = "2025-03-03"
    assert "No field yet" in cli("fit").out
    cli("organization", "add", "Harbor Clinic", "--field", "Care")
    for number, liked in enumerate(("yes", "yes", "mixed")):
        name = f"Ana Moss{number}"
        meet(name, organization="Harbor Clinic")
        cli("interview", "hold", name, on=f"2025-03-0{number + 4}T10:00")
        cli("debrief", name, "-", stdin=f"liked: {liked}\n", on=f"2025-03-0{number + 4}T11:00")
    (field,) = cli("fit", "care", "--json", on="2025-03-09").data
    assert (field["field"], field["met"], field["liked"], field["mixed"]) == ("Care", 3, 2, 1)
    assert field["found"] == {"met": 3, "liked": 2}
    assert (field["verdict"], field["more_needed"]) == ("undecided", 3)
    assert 0.5 < field["probability"] < 1
    shown = cli("fit", on="2025-03-09").out
    assert "Care: you liked 2 of 3" in shown
    assert "liked: Ana Moss0, Ana Moss1" in shown
    assert "3 more talks could settle it." in shown
    assert str(field["probability"])[:4] not in shown
    assert "%" not in shown
    assert "Not decided" in cli("fit", "--format", "csv", on="2025-03-09").out
    cli("fit", "nothing", code=3)
