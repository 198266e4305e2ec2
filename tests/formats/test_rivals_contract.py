from __future__ import annotations

import json

import pytest

from acquaint.formats import registry
from acquaint.formats.archives import open_source
from tests.formats import listing, rivalry
from tests.formats.rivalry import collection, entry, monica
from tests.formats.unlisted import UnlistedContract

ROOM = "acquaint.formats.rivals"


class TestMonicaDocument(UnlistedContract):
    kind = "monica"
    target = f"{ROOM}.monica:Monica"
    rows = 6

    def sample(self, folder):
        below = [collection("note", entry("n1", body="chess"), entry("n2"))]
        nameless, after = entry("c2", description="nameless"), entry("c3", first_name="Cora")
        document = monica(entry("c1", below, first_name="Bela"), nameless, after)
        return listing.write(folder, json.dumps(document), "monica.json")


class TestMonicaDump(UnlistedContract):
    kind = "monica"
    target = f"{ROOM}.monica:Monica"
    rows = 4

    def sample(self, folder):
        rows = ["1,'Bela','u1'", "2,'Open", "3,'Cora','u3'"]
        text = rivalry.sql(
            {"contacts": ("id,first_name,uuid", rows), "notes": ("id,contact_id,body", ["1,1,NULL"])}
        )
        return listing.write(folder, text, "monica.sql")


class TestFriends(UnlistedContract):
    kind = "friends"
    target = f"{ROOM}.friends:Friends"
    rows = 4

    def sample(self, folder):
        text = (
            "### Activities:\n- 2018-11-01: **Bela**\n- never: **Bela**\n\n### Friends:\n- Bela\n"
            "\n### Locations:\n- Sea\n"
        )
        return listing.write(folder, text, "friends.md")


class TestNametag(UnlistedContract):
    kind = "nametag"
    target = f"{ROOM}.nametag:Nametag"
    rows = 4

    def sample(self, folder):
        people = [{"id": "1", "name": "Bela"}, {"id": "2"}, {"id": "3", "name": "Cora"}]
        document = rivalry.nametag(*people, journalEntries=[{"id": "j"}])
        return listing.write(folder, json.dumps(document, indent=2), "nametag.json")


class TestContrack(UnlistedContract):
    kind = "contrack"
    target = f"{ROOM}.contrack:Contrack"
    rows = 4

    def sample(self, folder):
        gone = {"id": "3", "name": "Gone", "deletedAt": "2025-01-01"}
        people = [{"id": "1", "name": "Bela"}, {"id": "2"}, gone, {"id": "4", "name": "Cora"}]
        document = rivalry.contrack(*people)
        return listing.write(folder, json.dumps(document), "contrack.json")


class TestMeerkat(UnlistedContract):
    kind = "meerkat"
    target = f"{ROOM}.meerkat:Meerkat"
    rows = 5

    def sample(self, folder):
        nameless = ["2", "", "", "", "", "", "", "", "", "", "x"]
        text = rivalry.meerkat(contacts=[["1", "Bela"], nameless, ["4", "Cora"]], notes=[["1", "1"]])
        return listing.write(folder, text.replace("=== REL", '3,"Open\n=== REL'), "meerkat.csv")


SAMPLES = (TestMonicaDocument, TestMonicaDump, TestFriends, TestNametag, TestContrack, TestMeerkat)


class TestTogether(listing.Listed):
    @pytest.mark.parametrize("sample", SAMPLES)
    def test_each_knows_only_its_own(self, tmp_path, monkeypatch, sample):
        for one in SAMPLES:
            monkeypatch.setitem(registry.TABLE, one.kind, one.target)
        with open_source(sample().sample(tmp_path)) as source:
            owners = {kind for kind in registry.TABLE if registry.importer(kind).sniff(source)}
        assert owners - {registry.ANY_TABLE} == {sample.kind}
