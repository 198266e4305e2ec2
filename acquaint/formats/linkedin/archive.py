"""The archive as a whole: which files it holds, whose it is, and every row of them in a useful order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath

from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.linkedin import columns
from acquaint.formats.linkedin.columns import Sheet
from acquaint.formats.linkedin.connections import Connections
from acquaint.formats.linkedin.invitations import Invitations
from acquaint.formats.linkedin.messages import Messages, Threads
from acquaint.formats.linkedin.own_side import Emails, Interests, Places, Profile
from acquaint.formats.linkedin.sheets import Parser, read_sheet
from acquaint.formats.linkedin.vouches import Vouches
from acquaint.formats.linkedin.whose import find_self
from acquaint.formats.records import Origin, Reason, Said, Self, Skipped, Warned
from acquaint.formats.tables import open_table

_EXPORTED = re.compile(r"(\d{2})-(\d{2})-(\d{4})")

Make = Callable[[dict[str, int]], Parser]


class LinkedIn:
    """The importer of the archive."""

    kind = "linkedin"
    whole = True

    def sniff(self, source: Source) -> bool:
        """Whether any file of the source is one of the archive's, by its header."""
        return any(self._sheet(entry) is not None for entry in source.entries)

    def exported_on(self, source: Source) -> date | None:
        """The day in the archive's name, as LinkedIn writes it (`…DataExport_MM-DD-YYYY.zip`)."""
        found = _EXPORTED.search(PurePath(source.shown).name)
        try:
            return date(int(found[3]), int(found[1]), int(found[2])) if found else None
        except ValueError:
            return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if self._sheet(entry) is not None)

    def beside(self, mine: Sequence[Entry], others: Sequence[Entry]) -> tuple[Entry, ...]:  # noqa: ARG002
        """The files of the archive that are known and not wanted: no table of people for anybody else."""
        return tuple(entry for entry in others if columns.why_ignored(entry) and _is_own(entry))

    def read(self, source: Source, known: Self | None = None) -> Iterator[Said]:
        """Yield one outcome a row and a word on every other file. Errors: RefusedError, before any row."""
        files = self._by_sheet(source)
        source.admit(entry for entries in files.values() for entry in entries)
        own = find_self(files, known or Self())
        yield from source.skipped
        if files.get(columns.MESSAGES.name) and not own.profiles:
            yield Warned(Origin(source.shown), Reason("whose_unknown"))
        makers = _makers(own, Threads.of(files.get(columns.MESSAGES.name, ())))
        for sheet in columns.READ.values():
            for entry in files.get(sheet.name, ()):
                yield from read_sheet(entry, sheet, makers[sheet.name])
        yield from self._others(source, files)

    def _by_sheet(self, source: Source) -> dict[str, list[Entry]]:
        files: dict[str, list[Entry]] = {}
        for entry in source.entries:
            if sheet := self._sheet(entry):
                files.setdefault(sheet.name, []).append(entry)
        return files

    def _sheet(self, entry: Entry) -> Sheet | None:
        """By its name if the header agrees, else by its header; a wrong name is not believed."""
        if entry.suffix != ".csv" or (columns.why_ignored(entry) and not columns.sheet_by_name(entry)):
            return None
        named = columns.sheet_by_name(entry)
        found: list[Sheet] = []

        def is_known(cells: Sequence[str]) -> bool:
            sheet = named if named and named.is_header(cells) else columns.sheet_by_header(cells)
            if sheet:
                found.append(sheet)
            return sheet is not None

        try:
            with entry.open() as stream:
                open_table(stream, is_known)
        except DamagedError:
            return named
        return found[0] if found else None

    def _others(self, source: Source, files: dict[str, list[Entry]]) -> Iterator[Said]:
        """Every file that was not read is named, with the reason."""
        read = {id(entry) for entries in files.values() for entry in entries}
        for entry in source.entries:
            if id(entry) in read:
                continue
            origin = Origin(entry.shown)
            if why := columns.why_ignored(entry):
                yield Skipped(origin, Reason(why))
            elif columns.sheet_by_name(entry):
                yield Warned(origin, Reason("no_header", {"sheet": entry.stem}))
            else:
                yield Warned(origin, Reason("unknown_file"))


def _is_own(entry: Entry) -> bool:
    """A calendar may be called Events, and many an address book Contacts: LinkedIn's tells its source."""
    if columns.why_ignored(entry) != "address_book":
        return entry.suffix in {".csv", ".html", ".htm"}
    try:
        with entry.open() as stream:
            return open_table(stream, columns.is_uploaded_book) is not None
    except DamagedError:
        return False


def _makers(own: Self, threads: Threads) -> dict[str, Make]:
    names: dict[str, str] = {}
    return {
        "connections": partial(Connections, names=names),
        "invitations": partial(Invitations, names=names),
        "messages": partial(Messages, own=own, names=names, threads=threads.writers),
        "profile": partial(Profile, own=own),
        "emails": Emails,
        "positions": partial(Places, study=False),
        "education": partial(Places, study=True),
        "skills": partial(Interests, language=False),
        "languages": partial(Interests, language=True),
        "recommendations received": partial(Vouches, kind="recommendation", direction="received"),
        "recommendations given": partial(Vouches, kind="recommendation", direction="given"),
        "endorsements received": partial(Vouches, kind="endorsement", direction="received"),
        "endorsements given": partial(Vouches, kind="endorsement", direction="given"),
    }
