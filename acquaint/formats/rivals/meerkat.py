"""Meerkat's CSV: five tables in one file, each under its own heading line.

A cut is made before each heading line and every table is read by itself, so that a quotation mark left open
in one of them costs the others nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from acquaint.formats import records
from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.contacts.headings import FACT
from acquaint.formats.contacts.mapping import Column
from acquaint.formats.contacts.people import People, rejected
from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.records import Ignored, Origin, Party, PersonRecord, Reason, Reject, Warned
from acquaint.formats.rivals.documents import day, through, whole
from acquaint.formats.rivals.outcomes import Heard, Told
from acquaint.formats.tables import RAW_LIMIT, Row, open_table

_HEADING: Final = re.compile(r"^=== ([A-Z ]+) ===\s*$", re.MULTILINE)
_HEAD: Final = 4096
_FIRST: Final = b"=== CONTACTS ==="
_ROLES: Final = {
    "ID": "key",
    "Firstname": "given",
    "Lastname": "family",
    "Nickname": "nickname",
    "Gender": "gender",
    "Email": "email",
    "Phone": "phone",
    "Birthday": "birthday",
    "Address": "address",
    "How We Met": "how met",
    "Circles": "categories",
    "Created At": "created",
    "Updated At": "revised",
}


@dataclass(slots=True)
class _Book:
    """Who is who in one file: names by number, and numbers by name where the name is only one person's."""

    names: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, number: str, name: str) -> None:
        self.names[number] = name
        self.numbers.setdefault(name, set()).add(number)

    def party(self, number: str, name: str = "") -> Party:
        return Party(self.names.get(number, name), key=f"id:{number}" if number else "")

    def called(self, name: str) -> Party:
        found = self.numbers.get(name, set())
        return self.party(next(iter(found)), name) if len(found) == 1 else Party(name)


Said = dict[str, str]


class Meerkat:
    """The importer of that file."""

    kind = "meerkat"

    def sniff(self, source: Source) -> bool:
        """Whether a file begins with the program's first heading line."""
        return bool(self.chosen(source))

    def exported_on(self, source: Source) -> date | None:  # noqa: ARG002 - one shape for every importer
        """Only the name of the file tells it."""
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _is_export(entry))

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Heard]:  # noqa: ARG002
        """Yield one outcome a row and a word on every other file. Errors: RefusedError, before any row."""
        return through(source, self.chosen(source), whole, _told)


def _is_export(entry: Entry) -> bool:
    try:
        with entry.open() as stream:
            return entry.suffix in {".csv", ".txt"} and _FIRST in stream.read(_HEAD)
    except DamagedError:
        return False


def _told(shown: str, text: str) -> Iterator[Heard]:
    book = _Book()
    for name, line, body in _sections(text):
        if name == "CONTACTS":
            yield from _people(shown, line, body, book)
        elif name in _TELLERS:
            tell = _TELLERS[name]
            for origin, said in _rows(shown, line, body):
                yield said if isinstance(said, Reject) else tell(origin, said, book)
        else:
            yield Warned(Origin(shown, line), Reason("left_out", {"what": name}))


def _sections(text: str) -> Iterator[tuple[str, int, str]]:
    """Name, physical line and text of each table."""
    found = list(_HEADING.finditer(text))
    for at, heading in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield heading[1], text.count("\n", 0, heading.start()) + 1, text[heading.end() : end]


def _rows(shown: str, line: int, body: str) -> Iterator[tuple[Origin, Said | Reject]]:
    table = open_table(io.BytesIO(body.lstrip("\n").encode()), lambda cells: "ID" in cells)
    if table is None:
        if body.strip():
            origin = Origin(shown, line)
            yield origin, Reject(origin, Reason("no_header", {"sheet": "Meerkat"}), body[:RAW_LIMIT])
        return
    table.expect(_numbered, 0)
    for row in table.rows():
        origin = Origin(shown, line + row.line)
        if isinstance(row, Row):
            yield origin, {name: cell.strip() for name, cell in zip(table.header, row.cells, strict=True)}
        else:
            yield origin, Reject(origin, row.reason, row.raw)


def _numbered(cells: Sequence[str]) -> bool:
    return bool(cells) and cells[0].isdecimal()


def _people(shown: str, line: int, body: str, book: _Book) -> Iterator[Told]:
    people: People | None = None
    for origin, said in _rows(shown, line, body):
        if isinstance(said, Reject):
            yield said
            continue
        people = people or People([Column(name, _ROLES.get(name, FACT)) for name in said], day_first=None)
        outcome = people(origin, list(said.values()))
        if isinstance(outcome, PersonRecord):
            book.learn(said["ID"], f"{said.get('Firstname', '')} {said.get('Lastname', '')}".strip())
        yield outcome


def _relation(origin: Origin, said: Said, book: _Book) -> Told:
    """A relation to somebody who is in the book, or only named there."""
    other = said.get("Related Contact ID", "")
    name = said.get("Related Contact Name", "") if other else said.get("Name", "")
    if not (said.get("Contact ID") and (other or name)):
        return rejected(origin, list(said.values()), "nobody_related")
    one = book.party(other, name)
    kind = said.get("Type", "").lower() or "related"
    notes = "\n".join(f"{name}: {said[name]}" for name in ("Birthday", "Gender") if said.get(name))
    return TieRecord(origin, f"tie:{said['ID']}", one, book.party(said["Contact ID"]), kind, notes)


def _activity(origin: Origin, said: Said, book: _Book) -> Told:
    people = tuple(
        book.called(name.strip()) for name in said.get("Contact Names", "").split(";") if name.strip()
    )
    on, title = day(said.get("Date", "")), said.get("Title", "")
    key, text = f"activity:{said['ID']}", said.get("Description", "")
    if not on:
        return rejected(origin, list(said.values()), "bad_date", value=said.get("Date", ""))
    if not people:
        return NoteRecord(origin, key, on, text or title, (), title)
    return ContactRecord(origin, key, on, people, "meeting", "both", title, text, said.get("Location", ""))


def _note(origin: Origin, said: Said, book: _Book) -> Told:
    if not said.get("Content"):
        return Ignored(origin, Reason("no_text"))
    number = said.get("Contact ID", "")
    people = (book.party(number, said.get("Contact Name", "")),) if number else ()
    return NoteRecord(origin, f"note:{said['ID']}", day(said.get("Date", "")), said["Content"], people)


def _reminder(origin: Origin, said: Said, book: _Book) -> Told:
    if not said.get("Message"):
        return Ignored(origin, Reason("no_text"))
    number, often = said.get("Contact ID", ""), said.get("Recurrence", "").lower()
    return PromiseRecord(
        origin,
        f"reminder:{said['ID']}",
        said["Message"],
        (book.party(number, said.get("Contact Name", "")),) if number else (),
        day(said.get("Remind At", "")),
        done=said.get("Completed", "").lower() == "true",
        every="" if often in {"", "once", "none"} else often,
    )


_TELLERS: Final[dict[str, Callable[[Origin, Said, _Book], Told]]] = {
    "RELATIONSHIPS": _relation,
    "ACTIVITIES": _activity,
    "NOTES": _note,
    "REMINDERS": _reminder,
}
