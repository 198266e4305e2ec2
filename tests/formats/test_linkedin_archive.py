from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from acquaint.formats import registry
from acquaint.formats.archives import open_source
from acquaint.formats.linkedin import LinkedIn
from acquaint.formats.linkedin.columns import IGNORED
from acquaint.formats.records import (
    Employment,
    MessageRecord,
    OwnInterest,
    OwnPoint,
    OwnPosition,
    OwnProfile,
    PersonRecord,
    Reject,
    Skipped,
    VouchRecord,
    Warned,
)
from bench.archives import Shape, write_folder, write_zip
from tests.formats import making
from tests.formats.making import table, url


def read(path) -> list:
    with open_source(path) as source:
        return list(LinkedIn().read(source))


def of(said, kind) -> list:
    return [one for one in said if isinstance(one, kind)]


def test_my_own_side(tmp_path):
    said = read(
        making.make_zip(
            tmp_path / "a.zip",
            {
                "Profile.csv": making.MY_PROFILE,
                "Invitations.csv": making.MY_INVITATION,
                "Positions.csv": table(
                    making.POSITIONS,
                    ["Amber Labs", "Analyst", "One, two, three,\nfour, five", "Here", "Jan 2019", "Mar 2024"],
                    ["Birch Press", "Editor", "", "", "2024", ""],
                    ["Copper Bank", "", "", "", "01 Oct 2022", "01 Jul 2024"],
                ),
                "Education.csv": table(making.EDUCATION, ["Night School", "2008", "2012", "", "BSc", ""]),
                "Skills.csv": "Name\nStatistics\nC++\n",
                "Languages.csv": "Name,Proficiency\nBasque,Native or bilingual proficiency\n",
                "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nn@example.com,Yes,Yes,\n",
            },
        )
    )
    profile = of(said, OwnProfile)[0]
    assert profile.name == "Nomen Nescio"
    assert [point.value for point in profile.points] == ["https://www.linkedin.com/in/nomen-nescio"]
    assert [one.employment for one in of(said, OwnPosition)] == [
        Employment("Amber Labs", "Analyst", "2019-01", "2024-03"),
        Employment("Birch Press", "Editor", "2024", ""),
        Employment("Copper Bank", "", "2022-10-01", "2024-07-01"),
        Employment("Night School", "BSc", "2008", "2012", "study"),
    ]
    assert [(one.text, one.kind, one.level) for one in of(said, OwnInterest)] == [
        ("Statistics", "skill", ""),
        ("C++", "skill", ""),
        ("Basque", "language", "Native or bilingual proficiency"),
    ]
    assert [one.point.value for one in of(said, OwnPoint)] == ["n@example.com"]


def test_who_would_vouch(tmp_path):
    said = read(
        making.make_folder(
            tmp_path,
            {
                "Recommendations_Received.csv": table(
                    making.RECOMMENDED,
                    [
                        "Bela",
                        "Dahlsen",
                        "Amber Labs",
                        "Head, Data",
                        "Good, kind, sharp,\nfast",
                        "07/21/09, 12:11 PM",
                        "VISIBLE",
                    ],
                ),
                "Recommendations Given.csv": table(
                    making.RECOMMENDED, ["Cora", "Eberwick", "", "", "Fine", "22 Mar 1833", "VISIBLE"]
                ),
                "Endorsement_Received_Info.csv": table(
                    making.ENDORSED,
                    [
                        "2024/02/01 15:02:55 UTC",
                        "Statistics",
                        "Bela",
                        "Dahlsen",
                        "www.linkedin.com/in/bela-dahlsen",
                        "ACCEPTED",
                    ],
                ),
            },
        )
    )
    found = [
        (one.kind, one.direction, one.party.name, one.party.profile, one.on) for one in of(said, VouchRecord)
    ]
    assert found == [
        ("recommendation", "received", "Bela Dahlsen", "", "2009-07-21"),
        ("recommendation", "given", "Cora Eberwick", "", "1833-03-22"),
        (
            "endorsement",
            "received",
            "Bela Dahlsen",
            "https://www.linkedin.com/in/bela-dahlsen".replace("https://", "https://"),
            "2024-02-01",
        ),
    ]


@pytest.mark.parametrize("name", sorted(IGNORED))
def test_known_files_that_are_not_wanted_are_named_with_their_reason(tmp_path, name):
    files = {"Connections.csv": making.connections(), f"{name}.csv": "a,b\n1,2\n"}
    said = read(making.make_zip(tmp_path / "a.zip", files))
    assert [(one.origin.file.rsplit("/", 1)[1], one.reason.code) for one in of(said, Skipped)] == [
        (f"{name}.csv", IGNORED[name])
    ]


def test_spaces_and_underscores_are_the_same_and_unknown_files_are_warned_of(tmp_path):
    files = {
        "Company_Follows.csv": "a",
        "Company Follows.csv": "a",
        "Articles/Articles/2018-07-15_on-small-things.html": "<p>",
        "Jobs/Job Applications.csv": "a",
        "New Thing.csv": "a,b\n",
        "Connections.csv": making.connections(),
    }
    said = read(making.make_zip(tmp_path / "a.zip", files))
    assert [one.reason.code for one in of(said, Skipped)] == ["activity", "activity", "activity", "jobs"]
    assert [one.reason.code for one in of(said, Warned)] == ["unknown_file"]


def test_a_known_name_with_another_content_is_said_so(tmp_path):
    files = {"messages.csv": "a,b\n1,2\n", "Connections.csv": making.connections()}
    assert [one.reason.code for one in of(read(making.make_zip(tmp_path / "a.zip", files)), Warned)] == [
        "no_header"
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Basic_LinkedInDataExport_11-23-2026.zip", date(2026, 11, 23)),
        ("Complete_LinkedInDataExport_02-08-2025 (1).zip", date(2025, 2, 8)),
        ("Basic_LinkedInDataExport_23-11-2026.zip", None),
        ("archive.zip", None),
    ],
)
def test_the_archives_name_tells_its_day(tmp_path, name, day):
    with open_source(making.make_zip(tmp_path / name, {"Connections.csv": making.connections()})) as source:
        assert LinkedIn().exported_on(source) == day


def test_the_order_is_people_first_whatever_the_order_of_files(tmp_path):
    files = {
        "messages.csv": table(making.MESSAGES["2025"], making.message(making.ME, ("B", "bela"), "x")),
        "Invitations.csv": making.MY_INVITATION,
        "Connections.csv": making.connections(making.person("Bela", "Dahlsen", "bela")),
    }
    kinds = [type(one).__name__ for one in read(making.make_zip(tmp_path / "a.zip", files))]
    assert kinds == ["PersonRecord", "InvitationRecord", "MessageRecord"]


# ── The registry ─────────────────────────────────────────────────────────────────────────────────


def test_loose_files_are_read_as_one_archive(tmp_path):
    files = {
        "Connections.csv": making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen")),
        "messages.csv": table(making.MESSAGES["2025"], making.message(making.ME, ("B", "bela-dahlsen"), "x")),
        "Invitations.csv": making.MY_INVITATION,
        "notes.txt": "nothing",
    }
    folder = making.make_folder(tmp_path, files)
    jobs, skipped = registry.plan([folder / name for name in files] + [tmp_path / "gone.csv"])
    assert len(jobs) == 1
    assert [one.reason.code for one in skipped] == ["unknown_source", "not_found"]
    with jobs[0].source as source:
        said = list(jobs[0].importer.read(source))
    assert [one.direction for one in of(said, MessageRecord)] == ["out"]


def test_a_kind_can_be_named_and_an_outsider_can_add_one(tmp_path, monkeypatch):
    monkeypatch.setattr(
        registry, "_outside", lambda: {"theirs": "tests.formats.test_linkedin_archive:Theirs"}
    )
    registry.importer.cache_clear()
    path = tmp_path / "x.theirs"
    path.write_text("theirs")
    assert registry.kinds() == (*registry.TABLE, "theirs")
    jobs, skipped = registry.plan([path], kind="theirs")
    assert [job.importer.kind for job in jobs] == ["theirs"]
    assert not skipped
    with open_source(path) as source:
        assert registry.detect(source).kind == "theirs"
    registry.importer.cache_clear()


class Theirs(LinkedIn):
    kind = "theirs"

    def sniff(self, source):
        return any(entry.suffix == ".theirs" for entry in source.entries)

    def chosen(self, source):
        return source.entries


# ── Real files, and the generator that the benches use ───────────────────────────────────────────

SAMPLE = "linkedin/silkyrich__linkedin-export-viewer/fixtures/sample_export"


@pytest.mark.parametrize("form", [".zip", ""])
def test_the_full_sample_archive_is_read_whole(corpora, form):
    said = read(corpora / f"{SAMPLE}{form}")
    kinds = Counter(type(one).__name__ for one in said)
    assert kinds["PersonRecord"] == 2_000
    assert kinds["InvitationRecord"] == 162
    assert kinds["VouchRecord"] == 1_500 + 700 + 21 + 27
    assert kinds["MessageRecord"] == (19_959 if form else 0)
    assert kinds["OwnPosition"] == 13
    assert kinds["OwnInterest"] == 61
    assert not of(said, Reject)
    assert not of(said, Warned)


def test_the_generator_makes_what_it_was_asked_for_and_the_same_each_time(tmp_path):
    shape = Shape(connections=300, messages=400, invitations=30, hidden=5, seed=7)
    packed = read(write_zip(tmp_path / "a.zip", shape))
    loose = read(write_folder(tmp_path / "a", shape))
    kinds = Counter(type(one).__name__ for one in packed)
    assert (kinds["PersonRecord"], kinds["MessageRecord"], kinds["InvitationRecord"]) == (300, 400, 30)
    assert kinds["Ignored"] == 5
    assert not kinds["Reject"]
    assert [getattr(one, "key", "") for one in packed] == [getattr(one, "key", "") for one in loose]
    names = Counter(one.name for one in of(packed, PersonRecord))
    assert len({one.key for one in of(packed, PersonRecord)}) == 300
    assert url("x") not in names


def test_a_later_export_of_the_generator_differs_only_in_who_moved(tmp_path):
    before = of(read(write_zip(tmp_path / "a.zip", Shape(connections=50))), PersonRecord)
    after = of(read(write_zip(tmp_path / "b.zip", Shape(connections=50, moved=7))), PersonRecord)
    assert [one.key for one in before] == [one.key for one in after]
    assert sum(one.positions != other.positions for one, other in zip(before, after, strict=True)) == 7
