from __future__ import annotations

import pytest

from acquaint.formats import registry
from acquaint.formats.archives import open_source
from tests.formats import listing, making
from tests.formats.contract import ImporterContract

GOOGLE = (
    "First Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value"
)
OUTLOOK = "First Name,Last Name,Company,E-mail Address,E-mail 2 Address,E-mail 3 Address,Birthday,Notes"
OUTLOOK_WEB = f"{OUTLOOK},Given Yomi,Surname Yomi,Personal Web Page"
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,Birth Year,Birth Month,"
    "Birth Day,Notes,"
)
TABLE = "Naam,E-mail,Bedrijf,Favourite soup"


class Books(listing.Listed, ImporterContract):
    """A sample is: two good rows, a nameless one, one cell too few, one too many, a quote never closed,
    a good row after it, and a row that says nothing but blanks where every other row has a default."""

    rows = 8
    header: str

    def sample(self, folder):
        width = len(self.header.rstrip(",").split(","))
        note = self.header.split(",").index(self.noted)

        def row(name, **more):
            cells = [""] * width
            cells[0] = name
            cells[note] = more.get("note", "")
            return cells

        good = listing.table(self.header, row("Bela Dahlsen"), row("Cora Eberwick", note="chess, and tea"))
        broken = listing.table(self.header.split(",")[:0], row("", note="nameless"))[1:]
        few = ",".join(["Dora"] * (width - 2)) + "\n"
        many = ",".join(["Elin"] * (width + 2)) + "\n"
        unclosed = '"Filo,' + "," * (width - 2) + "\n"
        blank = " ," * (width - 1) + " \n"
        end = listing.table([], row("Gro Falkbeck"))[1:]
        return listing.write(folder, good + broken + few + many + unclosed + blank + end)

    noted = "Notes"

    @pytest.mark.parametrize(
        "content", [b"", b"\0" * 3000, b"hello\nworld\n", b"%PDF-1.7\n", b"\xff\xfe\0", b"a,b\n1,2\n"]
    )
    def test_it_leaves_others_alone(self, tmp_path, content):
        path = listing.write(tmp_path, content, "other.csv")
        with self.job(path) as job:
            assert not job.importer.sniff(job.source)
            assert not listing.people(job.importer.read(job.source))

    def test_it_leaves_the_archive_of_a_network_alone(self, tmp_path):
        content = making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen"))
        path = listing.write(tmp_path, content, "Connections.csv")
        with open_source(path) as source:
            assert registry.detect(source).kind == "linkedin"

    def test_a_broken_row_costs_no_other(self, tmp_path):
        told = self.said(self.sample(tmp_path))
        assert [one.name for one in listing.people(told)] == ["Bela Dahlsen", "Cora Eberwick", "Gro Falkbeck"]
        assert listing.rejects(told) == [
            (4, "nameless"),
            (5, "too_few_cells"),
            (6, "too_many_cells"),
            (7, "unclosed_quote"),
        ]
        assert listing.ignored(told) == [(8, "empty")]


class TestGoogle(Books):
    kind = "google"
    header = GOOGLE


class TestOutlook(Books):
    kind = "outlook"
    header = OUTLOOK


class TestOutlookWeb(Books):
    kind = "outlook.com"
    header = OUTLOOK_WEB


class TestThunderbird(Books):
    kind = "thunderbird"
    header = THUNDERBIRD


class TestAnyTable(Books):
    kind = "csv"
    header = TABLE
    noted = "Favourite soup"
