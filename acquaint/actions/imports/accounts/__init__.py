"""Brings a whole account back from its JSON: into an empty store, exactly as it was, as one Change.

All of it goes in one transaction: nobody waits for an empty store, and half an account is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from acquaint.actions import statistics, tombstones
from acquaint.actions.changes import writing
from acquaint.actions.imports.accounts.passing import KIND, Pass, Tell
from acquaint.actions.imports.accounts.pens import Pen
from acquaint.actions.imports.accounts.refusing import refusal
from acquaint.actions.imports.reports import ImportReport, Tally
from acquaint.formats import account as formats
from acquaint.formats.account.reading import HEAD
from acquaint.models import Setting, Tombstone
from acquaint.models.scope import Scope
from acquaint.queries.exports.account import Model, tables

BESIDE: Final[tuple[Model, ...]] = (Setting, Tombstone)  # what an empty store may hold already


def among(paths: Sequence[Path], kind: str | None) -> Path | None:
    """The account among these files, known by how it begins. Errors: Invalid where it stands with others."""
    found = [path for path in paths if kind in (None, KIND) and _begins(path)]
    if kind == KIND and not found:
        raise refusal("account_none")
    if found and len(paths) > 1:
        raise refusal("account_alone")
    return found[0] if found else None


def preview(scope: Scope, path: Path, tally: Tally, tell: Tell) -> ImportReport:
    """Whether the account could be brought in: each value is looked at, nothing written. Errors: Invalid."""
    _check_room(scope)
    run = Pass(scope, path, tally, tell)
    for _row in run.values():
        pass
    run.marks.check()
    return tally.report(batch=None, applied=False, undo=None)


def apply(scope: Scope, path: Path, tally: Tally, tell: Tell) -> ImportReport:
    """Bring the account in. Errors: Invalid, and then nothing was changed."""
    with writing(scope, "account.import", about=path.name) as w:
        _check_room(scope)
        run, pen = Pass(scope, path, tally, tell), Pen(w)
        for setting in Setting.objects.of(scope).exclude(name__in=(tombstones.KEY, Setting.WIPING)):
            w.remove(setting)
        for model, line, values in run.sorted():
            pen.write(model, line, values)
        pen.close()
        run.marks.check()
        run.marks.keep()
    statistics.refresh()
    return tally.report(batch=None, applied=True, undo=w.change_id)


def _begins(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return formats.is_account(stream.read(HEAD))


def _check_room(scope: Scope) -> None:
    for model in tables():
        if model not in BESIDE and model._default_manager.filter(owner_id=scope.owner_id).exists():
            raise refusal("account_not_empty")
