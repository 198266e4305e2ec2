"""A folder or an archive of several kinds: each file read once, by who knows it, or named with a reason."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.formats import reasons, registry
from acquaint.formats.archives import open_source
from acquaint.formats.dividing import divide
from acquaint.formats.records import Self, Skipped, Warned
from tests.formats import listing, making
from tests.formats.mixture import ASIDE, CARD, CHAT, FILES, everything

ME = Self("Nomen Nescio", emails=frozenset({"nomen@example.org"}))
NAMES = sorted(everything())


@contextmanager
def planned(*paths, kind=None):
    with ExitStack() as stack:
        jobs, skipped = registry.plan(paths, kind)
        for job in jobs:
            stack.enter_context(job.source)
        yield jobs, skipped


def rows(path):
    """What is said of every file's rows, by the file's place in the source."""
    told: dict[str, list] = {}
    with planned(path) as (jobs, skipped):
        words = list(skipped)
        for job in jobs:
            for one in registry.read(job, ME, bodies=True):
                if isinstance(one, (Skipped, Warned)):
                    words.append(one)
                else:
                    told.setdefault(one.origin.file.removeprefix(f"{path}/"), []).append(repr(one))
    return told, words


@pytest.mark.parametrize("made", [making.make_folder, making.make_zip])
def test_each_file_goes_to_the_one_importer_that_knows_it(tmp_path, made):
    path = made(tmp_path / "all.zip", everything())
    with planned(path) as (jobs, skipped):
        read = Counter(
            (entry.name, job.importer.kind) for job in jobs for entry in job.importer.chosen(job.source)
        )
        spoken = Counter(entry.name for job in jobs for entry in job.source.entries)
        aside = {one.origin.file.removeprefix(f"{path}/"): one.reason.code for one in skipped}
    unread = {"linkedin/Jobs/Job Applications.csv"}
    assert read == Counter((name, kind) for name, (kind, _text) in FILES.items() if name not in unread)
    assert spoken == Counter(list(FILES))
    assert aside == {name: why for name, (_content, why) in ASIDE.items()}
    assert all(reasons.word(one.reason) for one in skipped)


@pytest.mark.parametrize("made", [making.make_folder, making.make_zip])
def test_every_file_is_read_or_spoken_of(tmp_path, made):
    path = made(tmp_path / "all.zip", everything())
    told, words = rows(path)
    named = {one.origin.file.removeprefix(f"{path}/") for one in words}
    parts = {name.rpartition("/")[0] for name in told}  # JSON entries stand below their file
    assert set(NAMES) <= set(told) | parts | named


@settings(max_examples=40, deadline=None)
@given(chosen=st.sets(st.sampled_from(NAMES), min_size=1), added=st.sampled_from(NAMES))
def test_what_lies_beside_a_file_changes_none_of_its_rows(tmp_path_factory, chosen, added):
    every = everything()
    if "linkedin/Jobs/Job Applications.csv" in chosen:  # told as LinkedIn's by the archive that it is part of
        chosen = chosen | {"linkedin/Connections.csv"}
    folder = tmp_path_factory.mktemp("some") / "folder"
    making.make_folder(folder, {name: every[name] for name in sorted(chosen)})
    before, _words = rows(folder)
    making.make_folder(folder, {added: every[added]})
    after, _words = rows(folder)
    assert {name: told for name, told in after.items() if name in before} == before


def test_a_single_kind_is_read_as_before_and_speaks_of_the_rest_itself(tmp_path):
    files = {"a.vcf": CARD.format("Bela Dahlsen", "b@example.com"), "photo.jpg": "no", "old.zip": "no"}
    with planned(making.make_folder(tmp_path / "phone", files)) as (jobs, skipped):
        (job,) = jobs
        told = list(job.importer.read(job.source))
    assert [one.reason.code for one in skipped] == ["archive_inside"]
    assert [one.reason.code for one in told if isinstance(one, Skipped)] == ["unknown_file"]


def test_an_archive_of_a_network_stays_whole(tmp_path):
    uploaded = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt"
    files = {
        "Connections.csv": making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen")),
        "ImportedContacts.csv": listing.table(uploaded, ["x", "Cora", "E", "", "", "c@example.com", "", ""]),
        "Brand New Sheet.csv": listing.table("Qui,Adr", ["Mara", "x"]),
        "contacts.csv": listing.table("Name,Email", ["Dora Falk", "dora@example.com"]),
    }
    with planned(making.make_zip(tmp_path / "archive.zip", files)) as (jobs, skipped):
        taken = {job.importer.kind: {entry.name for entry in job.source.entries} for job in jobs}
    assert taken == {
        "linkedin": {"Connections.csv", "ImportedContacts.csv", "Brand New Sheet.csv"},
        "csv": {"contacts.csv"},
    }
    assert not skipped


def test_a_card_sent_in_a_chat_costs_the_chat_nothing(tmp_path):
    files = {"_chat.txt": CHAT, "00000001-contact.vcf": CARD.format("Bela Dahlsen", "b@example.com")}
    with planned(making.make_zip(tmp_path / "Chat with Hana.zip", files)) as (jobs, _skipped):
        assert sorted(job.importer.kind for job in jobs) == ["vcard", "whatsapp"]


def test_a_workbook_in_a_folder_is_read_and_one_in_a_zip_is_named(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Name", "Email"], ["Bela Dahlsen", "bela@example.com"]):
        book.active.append(row)
    (tmp_path / "folder").mkdir()
    book.save(tmp_path / "folder/people.xlsx")
    content = (tmp_path / "folder/people.xlsx").read_bytes()
    with planned(tmp_path / "folder") as (jobs, skipped):
        assert [one.name for job in jobs for one in listing.people(job.importer.read(job.source))] == [
            "Bela Dahlsen"
        ]
        assert not skipped
    packed = making.make_zip(
        tmp_path / "a.zip", {"people.xlsx": content, "a.vcf": CARD.format("C", "c@d.example")}
    )
    with planned(packed) as (jobs, skipped):
        assert [job.importer.kind for job in jobs] == ["vcard"]
        assert [one.reason.code for one in skipped] == ["workbook_inside"]


def test_a_folder_of_nothing_that_can_be_read_is_refused(tmp_path):
    path = making.make_folder(tmp_path / "folder", {"a.zip": "no", "b.jpg": "no"})
    with planned(path) as (jobs, skipped):
        assert not jobs
        assert [one.reason.code for one in skipped] == ["unknown_source"]


def test_a_packed_file_is_hashed_once_for_all_its_parts(tmp_path):
    with planned(making.make_zip(tmp_path / "all.zip", everything())) as (jobs, _skipped):
        first, second = jobs[:2]
        told = first.source.digest(first.importer.chosen(first.source))
        assert second.source.found_out == first.source.found_out != {}
        assert second.source.digest(()) == told


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Bela Dahlsen,bela@example.com,+44 20 7946 0000\n", "no_headings"),
        ("Qui,Adr\nBela,x\n", "unknown_source"),  # which the caller asks about
    ],
)
def test_a_table_without_headings_is_refused_with_the_way_out(tmp_path, text, why):
    with planned(listing.write(tmp_path, text, "list.csv")) as (jobs, skipped):
        assert not jobs
        assert [one.reason.code for one in skipped] == [why]
        assert "list.csv" in reasons.word(skipped[0].reason) or why == "unknown_source"


def test_nobody_is_asked_once_every_file_has_its_reader(tmp_path):
    asked = []

    def reader(kind):
        asked.append(kind)
        return registry.importer(kind)

    path = making.make_zip(
        tmp_path / "a.zip",
        {"Connections.csv": making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen"))},
    )
    with open_source(path) as source:
        parts, aside = divide(source, list(registry.TABLE), reader, registry.ANY_TABLE)
    assert (list(parts), aside, set(asked)) == (["linkedin"], [], {"linkedin"})


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("people.xls", "other_workbook"),
        ("backup.pst", "outlook_file"),
        ("book.ldif", "other_address_book"),
        ("photo.jpg", "nobody_reads"),
    ],
)
def test_what_nobody_reads_is_told_what_to_save_instead(tmp_path, name, why):
    files = {
        name: "\x01\x02",
        "a.vcf": CARD.format("Bela", "b@example.com"),
        "c.csv": "Name,Email\nCora,c@d.example\n",
    }
    with planned(making.make_folder(tmp_path / "all", files)) as (jobs, skipped):
        assert [job.importer.kind for job in jobs] == ["vcard", "csv"]
        assert [one.reason.code for one in skipped] == [why]
    with planned(tmp_path / "all" / name) as (jobs, skipped):
        assert [one.reason.code for one in skipped] == ["unknown_source" if why == "nobody_reads" else why]
        assert all(reasons.word(one.reason) for one in skipped)
