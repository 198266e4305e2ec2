"""`recall` at the terminal: bands and facts for people, chances for scripts only."""

from __future__ import annotations

import re

from acquaint.cli import recall


def test_bands_and_facts_on_screen_chances_in_json(cli):
    cli.on = "2025-03-03"
    assert "Nobody yet" in cli("recall").out
    cli("add", "met @Ana Ruiz")
    (one,) = cli("recall", "--json", on="2025-03-05").data
    assert (one["person"]["name"], one["band"]) == ("Ana Ruiz", "hot")
    assert 0 < one["p30"] < 1
    assert set(one["because"]) == {"inbound", "outbound", "last"}
    assert one["because"]["last"] == "2025-03-03"
    shown = cli("recall", on="2025-03-05").out
    assert "Lately:" in shown
    assert "You and Ana Ruiz last talked or wrote to each other 2 days ago." in shown
    assert not re.search(r"0\.\d|%", shown)
    assert "hot" in cli("recall", "--format", "csv", on="2025-03-05").out


def test_for_a_role_it_says_who_knows_of_the_search(cli):
    cli.on = "2025-03-03"
    cli("add", "met @Ana Ruiz")
    shown = cli("recall", "--role", "data analyst").out
    assert shown.startswith("Who knows what you are looking for:")
    assert "may not have heard yet" in shown
    (one,) = cli("recall", "--role", "data analyst", "--json").data
    assert one["facts"][0] == "Ana Ruiz may not have heard yet what you are looking for."


def test_a_screen_shows_the_first_sixty_and_data_everybody(cli, monkeypatch):
    monkeypatch.setattr(recall, "SHOWN", 2)
    for name in ("Ana Ruiz", "Bo Lind", "Cy Dahl"):
        cli("add", f"met @{name}", on="2025-03-03")
    shown = cli("recall", on="2025-03-04")
    assert shown.out.count("•") == 2
    assert "--limit 0" in shown.err
    whole = cli("recall", "--limit", "0", on="2025-03-04")
    assert whole.out.count("•") == 3
    assert "--limit 0" not in whole.err
    assert len(cli("recall", "--json", on="2025-03-04").data) == 3
    assert cli("recall", "--format", "csv", on="2025-03-04").out.count("hot") == 3
