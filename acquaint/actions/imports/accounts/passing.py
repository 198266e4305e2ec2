"""Goes over an account's file: each row read, looked at, counted, and handed on in the order links need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from acquaint.actions.imports.accounts.marks import Marks
from acquaint.actions.imports.accounts.refusing import refusal
from acquaint.actions.imports.accounts.values import WrongError, taken
from acquaint.actions.imports.reports import Tally
from acquaint.formats import account as formats
from acquaint.formats.account.reading import Top
from acquaint.formats.records import Origin, Reason
from acquaint.models import schema
from acquaint.models.scope import Scope
from acquaint.queries.exports.account import Model, by_name, tables

KIND: Final = "acquaint"
EVERY: Final = 1000  # rows between two words of progress
_TITLES: Final = ("name", "text", "title", "role", "value")
_SHOWN: Final = 80

Tell = Callable[[int], None]
Taken = tuple[Model, int, dict[str, Any]]  # of which model, on which line, values by column, links as keys


class Pass:
    """The passes over one file, and what they learned of the marks of erased people."""

    def __init__(self, scope: Scope, path: Path, tally: Tally, tell: Tell) -> None:
        self.marks = Marks(scope)
        self._path = path
        self._tally = tally
        self._tell = tell
        self._count = 0

    def values(self, only: str = "") -> Iterator[Taken]:
        """Each row of the file, or of one table of it, but for the marks. Errors: Invalid."""
        models, top = by_name(), Top()
        for row in self._rows(top):
            if only and row.table != only:
                continue
            if row.table not in models:
                raise refusal("account_unknown_table", line=row.line, table=row.table)
            model = models[row.table]
            try:
                values = taken(model, row.values)
            except WrongError as problem:
                raise refusal(problem.code, line=row.line, **problem.facts) from problem
            self._counted(row.line, values)
            if not self.marks.see(model, values):
                yield model, row.line, values
        _check(top)

    def sorted(self) -> Iterator[Taken]:
        """The same in the order in which links need them; a file in another order is read once a table."""
        known = [model._meta.db_table for model in tables()]
        found = self._order()
        if found == [name for name in known if name in found]:
            yield from self.values()
            return
        for name in sorted(found, key=lambda one: known.index(one) if one in known else -1):
            yield from self.values(name)

    def _order(self) -> list[str]:
        """The tables as they stand in the file, which is read to its end: what is not whole is not begun."""
        top = Top()
        for _row in self._rows(top):
            pass
        _check(top)
        return top.tables

    def _rows(self, top: Top) -> Iterator[formats.Row]:
        try:
            with self._path.open("rb") as stream:
                yield from formats.account(stream, top)
        except formats.BrokenError as problem:
            raise refusal(problem.code, line=problem.line, **problem.facts) from problem

    def _counted(self, line: int, values: dict[str, Any]) -> None:
        about = next((str(values[name])[:_SHOWN] for name in _TITLES if values.get(name)), "")
        self._tally.add(KIND, Origin(str(self._path), line), "new", Reason("first_seen"), about)
        self._count += 1
        if self._count % EVERY == 0:
            self._tell(self._count)


def _check(top: Top) -> None:
    version = top.head.get("version")
    if not str(top.head.get("schema", "")).endswith("/1") or type(version) is not int or version < 1:
        raise refusal("account_unknown")
    if version > schema.VERSION:
        raise refusal("account_newer", found=version, known=schema.VERSION)
