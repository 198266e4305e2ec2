"""The importer of Monica 4: whichever of its two exports is handed over, known by how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from acquaint.formats import records
from acquaint.formats.archives import Entry, Source
from acquaint.formats.records import Origin, Reason, Warned
from acquaint.formats.rivals.documents import day, head, load, through, whole
from acquaint.formats.rivals.monica import from_json, from_sql
from acquaint.formats.rivals.monica.accounts import Account
from acquaint.formats.rivals.monica.telling import tell
from acquaint.formats.rivals.outcomes import Heard

_JSON: Final = re.compile(r'\{"version":"1\.0[^"]*",.*?"account":\{', re.DOTALL)
_SQL: Final = re.compile(r"dumpofdata#Exportdate:.*INSERT(?:IGNORE)?INTO|INSERTIGNOREINTO[`\"]?accounts")
_DATE: Final = re.compile(r'(?:"export_date":"|#Exportdate:)(\d{4}-\d\d-\d\d)')


class Monica:
    """The importer of both exports."""

    kind = "monica"

    def sniff(self, source: Source) -> bool:
        """Whether a file begins as one of the exports does."""
        return bool(self.chosen(source))

    def exported_on(self, source: Source) -> date | None:
        """The day that the export names."""
        for entry in self.chosen(source):
            if (found := _DATE.search(head(entry))) and (on := day(found[1])):
                return date.fromisoformat(on)
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _shape(entry))

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Heard]:  # noqa: ARG002
        """Yield one outcome an entry and a word on other files. Errors: RefusedError, before any entry."""
        return through(source, self.chosen(source), _account, _told)


def _account(entry: Entry) -> Account:
    if _shape(entry) == "json":
        return from_json.account_of(entry.shown, load(entry))
    return from_sql.account_of(entry.shown, whole(entry))


def _told(shown: str, account: Account) -> Iterator[Heard]:
    if not (account.contacts or account.items or account.broken):
        yield Warned(Origin(shown), Reason("empty"))
    yield from tell(account)


def _shape(entry: Entry) -> Literal["json", "sql", ""]:
    if entry.suffix == ".json":
        return "json" if _JSON.match(head(entry)) else ""
    if entry.suffix in {".sql", ".txt"}:
        return "sql" if _SQL.search(head(entry)) else ""
    return ""
