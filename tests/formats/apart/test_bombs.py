"""Files that ask for much, read as an import reads them: refused by name, neighbours kept, memory small."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from acquaint.formats import pictures, reasons
from acquaint.formats.apart.reader import Hints, Reader
from acquaint.formats.apart.studio import Studio
from acquaint.formats.archives import RefusedError
from acquaint.formats.records import PersonRecord, Reject, Self
from tests.formats import making, rivalry
from tests.formats.letters import ME, letter
from tests.formats.meetings import BELA, calendar, event
from tests.formats.rivalry import entry
from tests.formats.test_pictures import png_of

MIB = 1024 * 1024
PEAK = 256 * MIB


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def cards(*wicked: str) -> str:
    return card("FN:Ada Moss") + "".join(wicked) + card("FN:Ben Varga")


def deep(document: object) -> str:
    return json.dumps(document).replace('"DEEP"', "[" * 100_000 + "]" * 100_000)


def packed(path: Path, write: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        write(archive)
    return path


def grown(archive: zipfile.ZipFile) -> None:
    with archive.open("Connections.csv", "w", force_zip64=True) as out:
        out.write(making.CONNECTIONS.encode() + b"\n")
        for _ in range(40):
            out.write(b"a,b,c,d,e,f,01 Jan 2020\n" * (MIB // 24))


def many(archive: zipfile.ZipFile) -> None:
    for number in range(10_001):
        archive.writestr(f"{number}.vcf", "")


GUESTS = [f"ATTENDEE:mailto:p{number}@example.com" for number in range(6_000)]
Made = Callable[[], str]
TEXTS: dict[str, tuple[str, Made, str, int | None]] = {
    # what it is: its file, its content, the reason's code, the limit
    "nested cards": (
        "a.vcf",
        lambda: cards("BEGIN:VCARD\r\nFN:x\r\n" * 2_000 + "END:VCARD\r\n" * 2_000),
        "",
        None,
    ),
    "a card of telephones": (
        "a.vcf",
        lambda: cards(card("FN:Tel", *["TEL:1"] * 200_000)),
        "too_many_properties",
        500,
    ),
    "a line of a card": (
        "a.vcf",
        lambda: cards(card("FN:Long", "NOTE:" + "x" * 2 * MIB)),
        "line_too_long",
        MIB,
    ),
    "a large card": (
        "a.vcf",
        lambda: cards(card("FN:Large", "PHOTO;ENCODING=b:" + "\r\n ".join(["A" * 74] * 150_000))),
        "card_too_large",
        10 * MIB,
    ),
    "more cards than are read": (
        "a.vcf",
        lambda: card("FN:Ada Moss") * 50_001,
        "too_many_cards",
        50_000,
    ),
    "a meeting of thousands": (
        "a.ics",
        lambda: calendar(event(*GUESTS, uid="1"), event(BELA, uid="2"), name=ME),
        "too_long_event",
        None,
    ),
    "a large calendar": (
        "a.ics",
        lambda: "BEGIN:VCALENDAR\n" + "x" * 64 * MIB,
        "file_too_large",
        64 * MIB,
    ),
    "a cell": (
        "a.csv",
        lambda: (
            "Name,E-mail\nAda Moss,a@example.com\n"
            f'"{"x" * 2 * MIB}",wicked@example.com\nBen Varga,b@example.com\n'
        ),
        "record_too_long",
        MIB,
    ),
    "a deep document": (
        "a.json",
        lambda: deep(rivalry.monica(entry("c", first_name="DEEP"))),
        "not_json",
        None,
    ),
    "another deep document": (
        "a.json",
        lambda: deep(rivalry.nametag({"id": "1", "name": "DEEP"})),
        "not_json",
        None,
    ),
    "a row of a dump": (
        "a.sql",
        lambda: rivalry.sql(
            {"contacts": ("id,first_name,uuid", ["1,'Ada','u1'", "2,'" + "(" * MIB, "3,'Ben','u3'"])}
        ),
        "bad_statement",
        None,
    ),
}
PACKED = {
    "a bomb": (grown, "ratio", 250),
    "ten thousand and one files": (many, "too_many_entries", 10_000),
}


def read(reader: Reader, path: Path) -> tuple[list, list]:
    """What is told, and all reasons that are given."""
    jobs, skipped = reader.plan([path], None, Hints())
    told, why = [], [one.reason for one in skipped]
    for job in jobs:
        said = job.read(Self(), bodies=True, day_first=None)
        try:
            while (one := next(said, None)) is not None:
                told.append(one)
        except RefusedError as error:
            why.append(error.reason)
    return told, why + [one.reason for one in told if hasattr(one, "reason")]


def peak(pid: int | None) -> int:
    """The most memory that a process held, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


@pytest.mark.parametrize("name", TEXTS)
def test_what_asks_for_much_is_named_and_costs_no_neighbour(tmp_path, name):
    file, made, code, limit = TEXTS[name]
    content = made()
    path = tmp_path / file
    path.write_text(content)
    with Reader() as reader:
        told, why = read(reader, path)
        assert peak(reader.pid) < PEAK
    if code:
        found = next(one for one in why if one.code == code)
        assert found.facts.get("limit") == limit
        assert reasons.word(found)
    rejected = [one for one in told if isinstance(one, Reject)]
    if "Ben" in content and code != "not_json":
        assert [one.name.split()[0] for one in told if isinstance(one, PersonRecord)][-1] == "Ben"
        assert rejected


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_too_well_is_refused_whole(tmp_path, name):
    write, code, limit = PACKED[name]
    with Reader() as reader:
        told, why = read(reader, packed(tmp_path / "a.zip", write))
        assert peak(reader.pid) < PEAK
    assert not told
    assert [(one.code, one.facts["limit"]) for one in why] == [(code, limit)]


PARTS = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(5_000))
FROM = "Bela <b@example.com>"
LETTERS: dict[str, Made] = {
    "parts within parts": lambda: letter(FROM, Delivered_To=ME).replace("\n\n", f"\n{PARTS}\n\n"),
    "parts beside parts": lambda: letter(
        FROM,
        body="--b\nContent-Type: text/plain\n\nhi\n" * 50_000,
        Delivered_To=ME,
        Content_Type='multipart/mixed; boundary="b"',
    ),
    "letters within letters": lambda: letter(
        FROM,
        body="Subject: x\nContent-Type: message/rfc822\n\n" * 5_000,
        Delivered_To=ME,
        Content_Type="message/rfc822",
    ),
}


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_however_it_is_built_has_one_outcome(tmp_path, name):
    path = tmp_path / "one.eml"
    path.write_text(LETTERS[name]())
    with Reader() as reader:
        jobs, _skipped = reader.plan([path], None, Hints())
        own = Self(emails=frozenset({ME}))
        rows = list(jobs[0].read(own, bodies=True, day_first=None))
        assert peak(reader.pid) < PEAK
    assert len(rows) == 1


def test_a_picture_is_drawn_apart_and_refused_by_its_header():
    with Studio() as studio:
        with pytest.raises(pictures.UnusablePictureError) as refused:
            studio.small(png_of(50_000, 50_000))
        assert refused.value.reason.code == "picture_too_many_points"
        assert refused.value.reason.facts == {"limit": pictures.MOST_PIXELS}
