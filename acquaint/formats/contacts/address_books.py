"""The importers of address-book tables: programs known by their headings, and any other table by a mapping.

All of them read the same way; they differ in which table they take for their own, and so in whose word a
later export is compared with.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Final, Self

from acquaint.formats import records
from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.contacts import dates, headings, sheets, workbooks
from acquaint.formats.contacts.companions import Acquainted, Companion
from acquaint.formats.contacts.headings import FACT, plain
from acquaint.formats.contacts.mapping import Column, Proposal, propose, signature
from acquaint.formats.contacts.mapping import Mapping as Meaning
from acquaint.formats.contacts.people import People
from acquaint.formats.contacts.sheets import Sheet
from acquaint.formats.records import Origin, PersonRecord, Reason, Reject, Said, Skipped, Warned
from acquaint.formats.tables import Row

SUFFIXES: Final = frozenset({".csv", ".tsv", ".txt", ".tab"})
_SAMPLED: Final = 50


@dataclass(frozen=True, slots=True)
class Question:
    """A table whose meaning must be confirmed: where it stands, and what it seems to be."""

    file: str
    proposal: Proposal


@dataclass(slots=True)
class _Survey:
    """What one reading of a whole table tells before its rows are made into people."""

    names: Counter[str] = field(default_factory=Counter)
    orders: set[bool] = field(default_factory=set)

    @property
    def day_first(self) -> bool | None:
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    @property
    def namesakes(self) -> frozenset[str]:
        return frozenset(name for name, count in self.names.items() if count > 1)


class Tables:
    """Any table of people: a spreadsheet, a list from a job tracker, another program's export."""

    kind = "csv"
    any_table = True

    def __init__(self, answers: Mapping[str, Meaning] | None = None, encoding: str = "") -> None:
        """Raises LookupError for an encoding that nobody knows."""
        self._answers = dict(answers or {})
        self._encoding = codecs.lookup(encoding).name if encoding else ""

    def answered(self, answers: Mapping[str, Meaning], encoding: str = "") -> Self:
        """The same importer, knowing what tables mean by their signature, and how a file is written.

        Raises LookupError for an encoding that nobody knows.
        """
        return type(self)(answers, encoding)

    def owns(self, header: Sequence[str]) -> bool:
        """Whether a table with these headings comes from this program."""
        return bool(sheets.known(header)) or signature(header) in self._answers

    def sniff(self, source: Source) -> bool:
        """Whether any table of the source is ours, by its headings; of a workbook all must be."""
        if workbooks.is_book(source) and not self.any_table:
            headers = [sheet.header for _entry, sheet in self._all(source)]
            return bool(headers) and all(map(self.owns, headers))
        return any(self.owns(sheet.header) for _entry, sheet in self._sheets(source))

    def exported_on(self, source: Source) -> date | None:  # noqa: ARG002 - one shape for every importer
        """No such table says when it was made."""
        return None

    def certain(self, source: Source) -> tuple[Entry, ...]:
        """The files that are ours by their headings, without asking anybody."""
        if workbooks.is_book(source):
            return source.entries
        return tuple(
            dict.fromkeys(entry for entry, sheet in self._sheets(source) if entry and self.owns(sheet.header))
        )

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read; of a workbook all parts are one file."""
        if workbooks.is_book(source):
            return source.entries
        return tuple(dict.fromkeys(entry for entry, _sheet in self._sheets(source) if entry))

    def questions(self, source: Source) -> Iterator[Question]:
        """Every table that no answer is known for and whose headings leave something open."""
        for one in self.proposals(source):
            if one.proposal.signature not in self._answers and not one.proposal.certain:
                yield one

    def proposals(self, source: Source) -> Iterator[Question]:
        """Every table, and what it seems to mean."""
        found = [sheet for _entry, sheet in self._sheets(source)]
        beside = self._companions(found) if workbooks.is_book(source) else {}
        for sheet in found:
            if sheet.shown not in beside:
                yield Question(sheet.shown, _proposal(sheet))

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Said]:  # noqa: ARG002
        """Yield one outcome a row and a word on every other file. Errors: RefusedError, before any row."""
        found = list(self._sheets(source))
        source.admit(entry for entry, _sheet in found if entry)
        yield from source.skipped
        if workbooks.is_book(source):
            yield from self._book(source, [sheet for _entry, sheet in found])
            return
        for _entry, sheet in found:
            yield from self._read(sheet)
        read = {id(entry) for entry, _sheet in found}
        for entry in source.entries:
            if id(entry) not in read:
                code = "workbook_inside" if entry.suffix == ".xlsx" else "unknown_file"
                yield Warned(Origin(entry.shown), Reason(code))

    def _book(self, source: Source, found: list[Sheet]) -> Iterator[Said]:
        """Every sheet: those of people first, then those that speak of them."""
        if not found:
            yield Warned(Origin(source.shown), Reason("unknown_file"))
            return
        acquainted = Acquainted()
        beside = self._companions(found)
        for sheet in found:
            if sheet.shown not in beside:
                for one in self._read(sheet):
                    if isinstance(one, PersonRecord):
                        acquainted.learn(one)
                    yield one
        for sheet in found:
            if companion := beside.get(sheet.shown):
                for place, row in _rows(sheet):
                    yield row if isinstance(row, Reject) else companion.told(place, row, acquainted)
        for name in workbooks.headless(source):
            yield Warned(Origin(name), Reason("no_header", {"sheet": PurePosixPath(name).name}))

    def _companions(self, found: Sequence[Sheet]) -> dict[str, Companion]:
        """The sheets that speak of the people on another one, unless somebody said what they mean."""
        perhaps = {sheet.shown: Companion(sheet) for sheet in found}
        beside = {
            sheet.shown: perhaps[sheet.shown]
            for sheet in found
            if perhaps[sheet.shown].is_one and signature(sheet.header) not in self._answers
        }
        others = [sheet for sheet in found if sheet.shown not in beside]
        return beside if any(sheets.known(sheet.header) for sheet in others) else {}

    def _sheets(self, source: Source) -> Iterator[tuple[Entry | None, Sheet]]:
        """The tables of the source that are read: of other programs only by the importer of any table."""
        for entry, sheet in self._all(source):
            if self.any_table or self.owns(sheet.header):
                yield entry, sheet

    def _all(self, source: Source) -> Iterator[tuple[Entry | None, Sheet]]:
        """Every table of the source; what is damaged is none."""
        if workbooks.is_book(source):
            try:
                yield from ((None, sheet) for sheet in workbooks.find(source))
            except DamagedError:
                return
        for entry in source.entries:
            if entry.suffix not in SUFFIXES:
                continue
            try:
                sheet = sheets.find(entry, self._encoding)
            except DamagedError:
                continue
            if sheet:
                yield entry, sheet

    def _read(self, sheet: Sheet) -> Iterator[Said]:
        origin = Origin(sheet.shown)
        meaning = self._answers.get(signature(sheet.header)) or _proposal(sheet).mapping
        if not meaning.names:
            yield Skipped(origin, Reason("mapping_needed", {"columns": ", ".join(sheet.header)}))
            return
        columns = meaning.on(sheet.header)
        survey = _survey(sheet, columns)
        order = survey.day_first if meaning.day_first is None else meaning.day_first
        book = signature(sheet.header) if self.any_table else ""
        people = People(columns, day_first=order, namesakes=survey.namesakes, book=book)
        try:
            with sheet.open() as grid:
                if grid is None:
                    yield Warned(origin, Reason("no_header", {"sheet": sheet.shown}))
                for row in grid.rows() if grid else ():
                    place = Origin(sheet.shown, row.line)
                    if isinstance(row, Row):
                        yield people(place, row.cells)
                    else:
                        yield Reject(place, row.reason, row.raw)
                if grid and (sheet.encoding or grid.encoding) in sheets.CODE_PAGES:
                    yield Warned(origin, Reason("encoding", {"encoding": sheet.encoding or grid.encoding}))
        except DamagedError as error:
            yield Warned(origin, error.reason)
        yield from _remarks(sheet, columns, people)


class Google(Tables):
    """Google Contacts, in the old headings (Type) and the current ones (Label)."""

    kind = "google"
    any_table = False

    def owns(self, header: Sequence[str]) -> bool:
        """Google numbers what may occur several times, in one writing of its own."""
        meant = [found for heading in header if (found := headings.read(heading.strip()))]
        pairs = {found.group for found in meant if found.role == "label"}
        values = {found.group for found in meant if found.role in {"email", "phone"} and " " in found.group}
        told = {plain(heading) for heading in header}
        return (
            bool(pairs & values) or {"givenname", "groupmembership"} <= told or {"fileas", "labels"} <= told
        )


class Outlook(Tables):
    """Outlook on the desktop, in any of its languages, and what other programs call "Outlook CSV"."""

    kind = "outlook"
    any_table = False

    def owns(self, header: Sequence[str]) -> bool:
        """Three e-mail addresses, numbered, in every language."""
        return _numbered_emails(header) and not _of_the_web(header)


class OutlookWeb(Tables):
    """Outlook.com's People."""

    kind = "outlook.com"
    any_table = False

    def owns(self, header: Sequence[str]) -> bool:
        """Three numbered e-mail addresses beside headings that only this export has."""
        return _numbered_emails(header) and _of_the_web(header)


class Thunderbird(Tables):
    """Thunderbird's address book, and its comma that ends every line."""

    kind = "thunderbird"
    any_table = False

    def owns(self, header: Sequence[str]) -> bool:
        """A date of birth in three columns beside a first and a second address."""
        meant = [found for heading in header if (found := headings.read(heading.strip()))]
        roles = {found.role for found in meant}
        emails = [found.label for found in meant if found.role == "email"]
        return {"birth year", "birth month"} <= roles and emails[:2] == ["main", "secondary"]


def _numbered_emails(header: Sequence[str]) -> bool:
    meant = [found for heading in header if (found := headings.read(heading.strip()))]
    return {"2", "3"} <= {found.group for found in meant if found.role == "email"}


def _of_the_web(header: Sequence[str]) -> bool:
    return bool({"givenyomi", "personalwebpage"} & {plain(heading) for heading in header})


def _rows(sheet: Sheet) -> Iterator[tuple[Origin, list[str] | Reject]]:
    """Each row of a sheet with its place; what is damaged ends it."""
    try:
        with sheet.open() as grid:
            for row in grid.rows() if grid else ():
                place = Origin(sheet.shown, row.line)
                yield place, row.cells if isinstance(row, Row) else Reject(place, row.reason, row.raw)
    except DamagedError:
        return


def _proposal(sheet: Sheet) -> Proposal:
    rows: list[list[str]] = []
    try:
        with sheet.open() as grid:
            for row in grid.rows() if grid else ():
                if isinstance(row, Row):
                    rows.append(row.cells)
                if len(rows) >= _SAMPLED:
                    break
    except DamagedError:
        pass  # what stands before the damage is enough to ask about
    return propose(sheet.header, rows)


def _survey(sheet: Sheet, columns: Sequence[Column]) -> _Survey:
    """Read the whole table once for what only all of its rows tell."""
    found = _Survey()
    people = People(columns, day_first=None)
    dated = [at for at, column in enumerate(columns) if column.role in {"birthday", "met on"}]
    try:
        with sheet.open() as grid:
            for row in grid.rows() if grid else ():
                if isinstance(row, Row):
                    found.names[people.match_key(row.cells)] += 1
                    found.orders |= {
                        order for at in dated if (order := dates.day_first(row.cells[at])) is not None
                    }
    except DamagedError:
        pass  # the reading that follows says so
    return found


def _remarks(sheet: Sheet, columns: Sequence[Column], people: People) -> Iterator[Said]:
    """What the person should know of a table that was read."""
    kept = [
        column.heading
        for column in columns
        if column.role == FACT and headings.read(column.heading.strip()) is None and column.heading.strip()
    ]
    if kept:
        yield Warned(Origin(sheet.shown), Reason("columns_kept", {"columns": ", ".join(kept)}))
    if people.unclear:
        first, count = people.unclear[0], len(people.unclear)
        yield Warned(Origin(sheet.shown, first), Reason("dates_unclear", {"rows": count}))
    if people.unnamed:
        first, count = people.unnamed[0], len(people.unnamed)
        yield Warned(Origin(sheet.shown, first), Reason("unnamed", {"rows": count}))
