from __future__ import annotations

import os
import struct
import zipfile

import pytest

from acquaint.formats import archives
from acquaint.formats.archives import DamagedError, Limits, RefusedError, join, open_source
from acquaint.formats.linkedin import LinkedIn
from acquaint.formats.records import PersonRecord, Warned
from tests.formats import making

KIB = 1024
ONE = making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen"))


def drain(stream) -> None:
    while stream.read(4 * KIB):
        pass


def read_all(path, limits) -> None:
    with open_source(path, limits) as source:
        source.admit(source.entries)
        for entry in source.entries:
            with entry.open() as stream:
                drain(stream)


def refusal(path, limits=None) -> tuple[str, dict]:
    with pytest.raises(RefusedError) as caught:
        read_all(path, limits)
    return caught.value.reason.code, dict(caught.value.reason.facts)


def names(source) -> list[str]:
    return sorted(entry.name for entry in source.entries)


def people(path) -> list[str]:
    with open_source(path) as source:
        return [one.name for one in LinkedIn().read(source) if isinstance(one, PersonRecord)]


def test_a_zip_a_folder_and_loose_files_hold_the_same(tmp_path):
    files = {"Basic/Connections.csv": ONE, "Basic/deep/er/messages.csv": making.MESSAGES["2025"] + "\n"}
    packed = making.make_zip(tmp_path / "a.zip", files)
    folder = making.make_folder(tmp_path / "a", files)
    with open_source(packed) as one, open_source(folder) as other:
        assert names(one) == names(other) == sorted(files)
    assert people(packed) == people(folder) == people(folder / "Basic/Connections.csv") == ["Bela Dahlsen"]


def test_names_are_shown_as_a_person_would_say_them(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"Basic/Connections.csv": ONE})
    with open_source(packed) as source:
        assert source.entries[0].shown == f"{packed}/Basic/Connections.csv"


def test_litter_is_left_out_and_backslashes_are_folders(tmp_path):
    files = {
        "__MACOSX/._Connections.csv": "x",
        "a\\b\\Connections.csv": ONE,
        ".DS_Store": "x",
        "a/Thumbs.db": "x",
    }
    with open_source(making.make_zip(tmp_path / "a.zip", files)) as source:
        assert names(source) == ["a/b/Connections.csv"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\Connections.csv", "Connections.csv"),
        ("C:\\x\\Connections.csv", "C:/x/Connections.csv"),
        ("a/\x1b[31mred\x07.csv", "a/[31mred.csv"),
        ("./a//b.csv", "a/b.csv"),
        ("\u202egnp.csv", "gnp.csv"),
    ],
)
def test_names_inside_are_never_paths(said, shown):
    assert archives.inside(said) == shown


def test_a_name_that_climbs_is_read_and_writes_nothing_anywhere(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"../../Connections.csv": ONE})
    before = sorted(tmp_path.rglob("*"))
    assert people(packed) == ["Bela Dahlsen"]
    assert sorted(tmp_path.rglob("*")) == before


# ── Bombs ────────────────────────────────────────────────────────────────────────────────────────


def test_a_bomb_is_refused_by_what_it_unpacks_to_and_the_limit_is_named(tmp_path):
    with (
        zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("messages.csv", "w") as out,
    ):
        for _ in range(20):
            out.write(bytes(archives.MIB))
    assert refusal(tmp_path / "bomb.zip") == (
        "ratio",
        {"file": f"{tmp_path / 'bomb.zip'}/messages.csv", "limit": Limits().ratio},
    )


def test_a_file_and_all_files_together_have_a_limit(tmp_path):
    files = {"a.csv": os.urandom(40 * KIB), "b.csv": os.urandom(40 * KIB)}
    packed = making.make_zip(tmp_path / "a.zip", files)
    assert refusal(packed, Limits(file_bytes=30 * KIB))[0] == "file_too_large"
    assert refusal(packed, Limits(total_bytes=60 * KIB))[0] == "total_too_large"
    folder = making.make_folder(tmp_path / "a", files)
    assert refusal(folder, Limits(open_bytes=30 * KIB))[0] == "file_too_large"


def test_what_lies_open_is_no_bomb_and_may_be_larger_than_what_is_packed(tmp_path):
    folder = making.make_folder(tmp_path / "a", {"a.mbox": bytes(40 * KIB), "b.mbox": bytes(40 * KIB)})
    with open_source(folder, Limits(file_bytes=30 * KIB, total_bytes=30 * KIB, entries=1)) as source:
        source.admit(source.entries)
        for entry in source.entries:
            with entry.open() as stream:
                drain(stream)


def test_what_is_counted_is_what_is_read_whatever_was_claimed(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(bytes(10 * KIB))
    with open_source(path, Limits(open_bytes=20 * KIB)) as source:
        path.write_bytes(bytes(50 * KIB))
        source.admit(source.entries)
        with source.entries[0].open() as stream, pytest.raises(RefusedError):
            drain(stream)


def test_a_size_that_lies_ends_as_damage_after_what_it_claimed(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"Connections.csv": ONE * 50})
    data = bytearray(packed.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 300)  # the directory says: 300 bytes
    packed.write_bytes(data)
    with open_source(packed) as source:
        said = list(LinkedIn().read(source))
    assert [one.reason.code for one in said if isinstance(one, Warned)] == ["damaged"]


def test_a_hundred_thousand_entries_are_refused_before_they_are_listed(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(12_000):
            archive.writestr(f"{number}.csv", "")
    code, facts = refusal(tmp_path / "a.zip")
    assert (code, facts["limit"]) == ("too_many_entries", 10_000)
    folder = making.make_folder(tmp_path / "f", {f"{n}.csv": "" for n in range(12)})
    assert refusal(folder, Limits(open_entries=10))[0] == "too_many_entries"


def test_a_directory_that_lies_about_its_entries_is_measured(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(300):
            archive.writestr(f"{number}.csv", "")
    data = bytearray((tmp_path / "a.zip").read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 8 : end + 12] = struct.pack("<2H", 1, 1)
    (tmp_path / "a.zip").write_bytes(data)
    assert refusal(tmp_path / "a.zip", Limits(directory_bytes=4 * KIB))[0] == "too_many_entries"


def test_members_that_share_bytes_are_refused(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"a.csv": os.urandom(2000), "b.csv": os.urandom(2000)})
    data = bytearray(packed.read_bytes())
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<L", 0)  # its bytes are those of the first
    packed.write_bytes(data)
    assert refusal(packed)[0] == "overlap"


def test_links_are_never_followed(tmp_path):
    link = zipfile.ZipInfo("Connections.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with open_source(tmp_path / "a.zip") as source:
        assert not source.entries
        assert [one.reason.code for one in source.skipped] == ["link"]
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "Connections.csv").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    with open_source(folder) as source:
        assert not source.entries
        assert [one.reason.code for one in source.skipped] == ["link", "link"]


def test_locked_and_strangely_packed_members_are_named(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"Connections.csv": ONE})
    data = bytearray(packed.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    locked = bytearray(data)
    locked[at + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    with zipfile.ZipFile(tmp_path / "lzma.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("Connections.csv", ONE)
    for name, code in (("locked", "encrypted"), ("lzma", "compression")):
        with open_source(tmp_path / f"{name}.zip") as source:
            assert [one.reason.code for one in source.skipped] == [code]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"PK\x05\x06", b"no zip at all", b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_zip_is_said_to_be_none(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    if content.endswith(bytes(18)):  # an empty archive is one
        assert people(tmp_path / "a.zip") == []
    else:
        assert refusal(tmp_path / "a.zip")[0] == "not_a_zip"


def test_a_download_that_broke_off_is_said_to_be_none(tmp_path):
    packed = making.make_zip(tmp_path / "a.zip", {"Connections.csv": ONE * 100})
    packed.write_bytes(packed.read_bytes()[:-40])
    assert refusal(packed)[0] == "not_a_zip"


def test_damage_inside_keeps_the_rows_before_it(tmp_path):
    rows = [making.person(f"P{n}", os.urandom(20).hex(), f"p{n}") for n in range(20_000)]
    packed = making.make_zip(tmp_path / "a.zip", {"Connections.csv": making.connections(*rows)})
    data = bytearray(packed.read_bytes())
    data[len(data) * 2 // 3] ^= 0xFF
    packed.write_bytes(data)
    with open_source(packed) as source:
        said = list(LinkedIn().read(source))
    assert sum(isinstance(one, PersonRecord) for one in said) > 5_000
    assert "damaged" in [one.reason.code for one in said if isinstance(one, Warned)]


def test_folders_too_deep_are_named(tmp_path):
    making.make_folder(tmp_path / "f", {"/".join(["d"] * 4 + ["Connections.csv"]): ONE})
    with open_source(tmp_path / "f", Limits(depth=3)) as source:
        assert not source.entries
        assert [one.reason.code for one in source.skipped] == ["too_deep"]


def test_what_is_not_there_and_what_may_not_be_read(tmp_path):
    assert refusal(tmp_path / "gone.zip")[0] == "not_found"


def test_a_member_gone_since_is_damage_not_a_traceback(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(ONE)
    with open_source(path) as source:
        path.unlink()
        with pytest.raises(DamagedError):
            source.entries[0].open()


def test_loose_files_join_into_one_source_with_one_fingerprint(tmp_path):
    folder = making.make_folder(tmp_path, {"Connections.csv": ONE, "messages.csv": making.MESSAGES["2025"]})
    one, two = open_source(folder / "Connections.csv"), open_source(folder / "messages.csv")
    with join([one, two]) as source, join([two, one]) as other:
        assert names(source) == ["Connections.csv", "messages.csv"]
        assert source.digest(source.entries) == other.digest(other.entries)


def test_the_fingerprint_follows_the_content(tmp_path):
    path = tmp_path / "Connections.csv"
    found = set()
    for text in (ONE, ONE + "\n", ONE):
        path.write_text(text)
        with open_source(path) as source:
            found.add(source.digest(source.entries))
    assert len(found) == 2
