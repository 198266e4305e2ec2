"""Tables and other programs' exports inherit the contract of every importer; everybody is invented."""

from __future__ import annotations

import json

from tests.actions.imports.contract import ImportContract
from tests.formats import listing, rivalry
from tests.formats import test_contacts_contract as tables
from tests.formats.rivalry import collection, entry, monica

NAMES = ["Ada Moss", "Ben Varga", "Cleo Anker", "Dora Falk", "Elin Tove", "Finn Ode", "Gita Rao", "Hal Quist"]


class Books(ImportContract):
    """Eight good rows, of which one says something new later, and one with no name."""

    updates = 1
    header: str

    def sample(self, folder):
        return self._table(folder / "people.csv", "chess")

    def later(self, folder):
        return self._table(folder / "later.csv", "chess, and tea")

    noted = "Notes"

    def _table(self, path, note):
        header = self.header.split(",")
        width = len(header) - header.count("")

        def row(name, said="", address=""):
            cells = [""] * width
            given, _, family = name.partition(" ")
            cells[:2] = [given, family] if "Last Name" in header else [name, address]
            cells[header.index(self.noted)] = said
            return cells

        rows = [row(name, note if name.startswith("Ada") else "") for name in NAMES]
        path.write_text(listing.table(header[:width], *rows, row("", "nameless")), encoding="utf-8")
        return path


class TestGoogle(Books):
    kind = "google"
    header = tables.GOOGLE


class TestOutlook(Books):
    kind = "outlook"
    header = tables.OUTLOOK


class TestOutlookWeb(Books):
    kind = "outlook.com"
    header = tables.OUTLOOK_WEB


class TestThunderbird(Books):
    kind = "thunderbird"
    header = tables.THUNDERBIRD


class TestAnyTable(Books):
    kind = "csv"
    header = tables.TABLE
    noted = "Favourite soup"


class Program(ImportContract):
    """Eight people of another program, of whom one is called otherwise later."""

    updates = 1

    def sample(self, folder):
        return self._export(folder / "export", "Zoe Young")

    def later(self, folder):
        return self._export(folder / "later", "Zoe Vale")


class TestMonica(Program):
    kind = "monica"

    def _export(self, path, name):
        below = [collection("note", entry("n1", body="chess"))]
        people = [entry(f"c{n}", first_name=one) for n, one in enumerate(NAMES)]
        document = monica(entry("z", below, first_name=name), *people, entry("bad", description="nameless"))
        path = path.with_suffix(".json")
        path.write_text(json.dumps(document), encoding="utf-8")
        return path


class TestFriends(Program):
    kind = "friends"
    updates = 0  # the name is who it is: another name is somebody else

    def _export(self, path, name):
        text = "### Activities:\n- 2018-11-01: **Ada Moss**\n- never: **Ada Moss**\n\n### Friends:\n"
        text += "".join(f"- {one}\n" for one in [name, *NAMES])
        path = path.with_suffix(".md")
        path.write_text(text, encoding="utf-8")
        return path


class TestNametag(Program):
    kind = "nametag"

    def _export(self, path, name):
        people = [{"id": str(n), "name": one} for n, one in enumerate([name, *NAMES])]
        path = path.with_suffix(".json")
        path.write_text(json.dumps(rivalry.nametag(*people, {"id": "bad"}), indent=2), encoding="utf-8")
        return path


class TestContrack(Program):
    kind = "contrack"

    def _export(self, path, name):
        people = [{"id": str(n), "name": one} for n, one in enumerate([name, *NAMES])]
        path = path.with_suffix(".json")
        path.write_text(json.dumps(rivalry.contrack(*people, {"id": "bad"})), encoding="utf-8")
        return path


class TestMeerkat(Program):
    kind = "meerkat"

    def _export(self, path, name):
        people = [[str(n), *one.split()] for n, one in enumerate([name, *NAMES], 1)]
        text = rivalry.meerkat(contacts=[*people, ["99", "", "", "", "", "", "", "", "", "", "x"]])
        path = path.with_suffix(".csv")
        path.write_text(text, encoding="utf-8")
        return path
