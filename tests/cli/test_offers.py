"""What imports found and ask about, at the terminal."""

from __future__ import annotations

from tests.actions.imports.test_offers import CORA
from tests.formats.letters import ME
from tests.formats.meetings import BELA, calendar, event


def brought(cli, tmp_path):
    cli("person", "add", "Bela Dahlsen", "--email", "bela@example.com")
    path = tmp_path / "cal.ics"
    path.write_text(calendar(event(BELA, CORA, start="DTSTART:20250304T100000Z"), name=ME))
    return cli("import", str(path), "--apply", "--json").data["batch"]


def test_offers_are_listed_accepted_and_undone(cli, tmp_path):
    batch = brought(cli, tmp_path)
    (one,) = cli("imports", "offers", batch, "--json").data
    assert (one["kind"], one["names"]) == ("person", ["Cora Eberwick"])
    assert "Add Cora Eberwick" in cli("imports", "offers").out
    done = cli("imports", "accept", one["id"], "--json")
    assert [made["type"] for made in done.data["made"]] == ["person"]
    assert done.data["joined"] == 1
    (met,) = cli("person", "show", "Cora", "--json").data["timeline"]
    assert met["on"] == "2025-03-04"
    assert cli("imports", "offers", "--json").data == []
    cli("undo", done.undo)
    assert len(cli("imports", "offers", "--json").data) == 1
    assert "Joined to a contact of before." in cli("imports", "accept", one["id"]).out


def test_no_and_who_it_is(cli, tmp_path):
    brought(cli, tmp_path)
    (one,) = cli("imports", "offers", "--json").data
    cli("imports", "accept", one["id"], one["id"], "--as", "bela", code=5)
    cli("imports", "decline", one["id"])
    assert cli("imports", "offers", "--json").data == []
    cli("imports", "decline", one["id"], code=5)
    cli("imports", "accept", "2222222222", code=3)
    cli("imports", "offers", "2222222222", code=3)
