"""Tables of invented people for tests, and importers that stand in the table only while they are tested."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from acquaint.formats import registry
from acquaint.formats.archives import open_source
from acquaint.formats.contacts import address_books
from acquaint.formats.records import Ignored, PersonRecord, Reject, Warned

PACKAGE = "acquaint.formats.contacts.address_books"
PLUGS = {
    "google": f"{PACKAGE}:Google",
    "outlook.com": f"{PACKAGE}:OutlookWeb",
    "outlook": f"{PACKAGE}:Outlook",
    "thunderbird": f"{PACKAGE}:Thunderbird",
    "csv": f"{PACKAGE}:Tables",
}


class Listed:
    """Lets the importers of tables stand in the table for the length of a test."""

    @pytest.fixture(autouse=True)
    def listed(self, monkeypatch):
        registry.importer.cache_clear()
        for kind, target in PLUGS.items():
            monkeypatch.setitem(registry.TABLE, kind, target)
        yield
        registry.importer.cache_clear()


def table(header: Sequence[str] | str, *rows: Iterable[object], delimiter: str = ",", end: str = "\n") -> str:
    out = io.StringIO()
    cells = header.split(",") if isinstance(header, str) else header
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([cells, *rows])
    return out.getvalue()


def write(folder: Path, content: str | bytes, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def said(path: Path, importer: object | None = None) -> list:
    with open_source(path) as source:
        return list((importer or address_books.Tables()).read(source))


def people(told: Iterable[object]) -> list[PersonRecord]:
    return [one for one in told if isinstance(one, PersonRecord)]


def rejects(told: Iterable[object]) -> list[tuple[int, str]]:
    return [(one.origin.line, one.reason.code) for one in told if isinstance(one, Reject)]


def ignored(told: Iterable[object]) -> list[tuple[int, str]]:
    return [(one.origin.line, one.reason.code) for one in told if isinstance(one, Ignored)]


def remarks(told: Iterable[object]) -> list[str]:
    return [one.reason.code for one in told if isinstance(one, Warned)]


def points(person: PersonRecord, kind: str) -> list[tuple[str, str]]:
    return [(point.value, point.label) for point in person.points if point.kind == kind]
