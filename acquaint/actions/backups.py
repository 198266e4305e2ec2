"""Make a verified copy of everything, and put one back; the copy is SQLite's own, never a copied file.

Copying the file of a database in use can bring back rows deleted long ago (measured); the backup API cannot.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connections
from django.utils.translation import gettext as _

from acquaint.actions import holding, locks
from acquaint.models import schema
from acquaint.models.errors import Failed, Invalid
from acquaint.models.scope import Scope
from acquaint.queries import copies

LAST = "last-backup.json"
PASSING = "passing-"
PIECE = 1 << 18
SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened again and found whole."""

    path: str
    bytes: int
    schema: int
    people: int
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the data that stood there before was kept."""

    path: str
    schema: int
    people: int
    rows: dict[str, int]
    kept: str


def backup(scope: Scope, *, to: str) -> Backup:
    """Write a copy of the whole database to `to`: a new file, or a folder that gets one; its user's only.

    Returns what the finished copy holds. Invalid when the place is taken or no place; Failed when the copy
    could not be written or is not whole, and then nothing is left behind.
    """
    live = _live()
    path = _place(Path(to).expanduser(), scope)
    part = path.with_name(f".{path.name}.part")
    with _swept(part):
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(live, part)
        try:
            found = copies.examine(part)
        except Invalid as problem:
            raise Failed(
                _("The copy is not whole, and was thrown away."), details=problem.details
            ) from problem
        _settle(part, path)
    _remember(live.parent, scope, path)
    return Backup(str(path), path.stat().st_size, found.schema, found.people, found.rows)


class Passing:
    """A finished copy on its way out: its bytes in pieces; on the disk it has no name by then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("rb")
        with suppress(PermissionError):  # where an open file keeps its name, it goes at the end
            path.unlink()

    def __iter__(self) -> Iterator[bytes]:
        """Yield the copy from its start."""
        return iter(lambda: self._file.read(PIECE), b"")

    def close(self) -> None:
        """Let go of it; nothing of it stays."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    __del__ = close  # who asked may go away before taking any of it


def passing(scope: Scope) -> Passing:
    """A verified copy to hand over at once, which leaves nothing behind. Errors: as `backup`."""
    live = _live()
    part = live.with_name(f".{PASSING}{scope.owner_id}-{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(live, part)
        copies.examine(part)
        return Passing(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Throw away copies whose process died while it made them."""
    for part in folder.glob(f".{PASSING}*"):
        part.unlink(missing_ok=True)


def can_copy() -> bool:
    """Whether the data is one file, of which a copy can be handed over."""
    return connections["default"].vendor == "sqlite"


def inspect(path: str) -> copies.Contents:
    """What a backup holds, checked page by page; Invalid when it is damaged, not ours or too new."""
    file = Path(path).expanduser()
    found = copies.examine(file)
    if not 0 < found.schema <= schema.VERSION:
        message = _(
            "{path} was written by a newer Acquaint (schema {found}; this one reads up to {known})."
            " Nothing was changed: please upgrade Acquaint."
        )
        raise Invalid(message.format(path=file, found=found.schema, known=schema.VERSION))
    return found


def restore(path: str, *, now: datetime) -> Restored:
    """Put the backup at `path` in the place of the current data, which is kept aside in the same folder.

    Invalid when the backup is damaged, not ours or newer; Failed while anybody uses the data. Either way
    nothing was changed.
    """
    live, file = _live(), Path(path).expanduser()
    inspect(path)
    connections.close_all()
    live.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = live.with_name(".restore.part")
    with holding.alone(live.parent) as free, locks.exclusive(live.parent / "schema.lock"), _swept(part):
        if not free:
            message = _("Acquaint is open somewhere (a browser, a terminal). Close it, then restore.")
            raise Failed(message)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(file, part)
        found = copies.examine(part)
        kept = _set_aside(live, now)
        _settle(part, live)
    return Restored(str(live), found.schema, found.people, found.rows, str(kept or ""))


def _live() -> Path:
    database = connections["default"]
    if database.vendor != "sqlite":
        raise Failed(
            _(
                "This data lies in PostgreSQL, which has its own tools:"
                " pg_dump makes a backup, pg_restore puts it back."
            )
        )
    return Path(database.settings_dict["NAME"])


def _place(path: Path, scope: Scope) -> Path:
    """Where the copy goes: never over anything that is there."""
    if path.is_dir():
        path /= f"acquaint-{scope.local_now:%Y-%m-%d-%H%M%S}.sqlite3"
    if path.exists():
        message = _("{path} is there already; a backup never overwrites. Name another file.")
        raise Invalid(message.format(path=path))
    if not path.parent.is_dir():
        raise Invalid(_("There is no folder {path}.").format(path=path.parent))
    return path


def _copy(source: Path, target: Path) -> None:
    """One state of the source as one plain file, in one step: writers neither wait nor show through."""
    try:
        with closing(copies.opened(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as problem:
        raise Failed(_("The copy could not be written: {problem}.").format(problem=problem)) from problem


def _settle(part: Path, path: Path) -> None:
    """Give the finished copy its name, only once the disk has it."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    for suffix in SIDE_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    part.replace(path)
    path.chmod(0o600)


def _set_aside(live: Path, now: datetime) -> Path | None:
    """Rename the current data with its log, whatever state it is in; None where there is none."""
    if not live.exists():
        return None
    kept = live.with_name(f"before-restore-{now:%Y%m%d-%H%M%S}.sqlite3")
    number = 1
    while kept.exists():
        number += 1
        kept = live.with_name(f"before-restore-{now:%Y%m%d-%H%M%S}-{number}.sqlite3")
    for suffix in SIDE_FILES:
        side = live.with_name(live.name + suffix)
        if side.exists():
            side.replace(kept.with_name(kept.name + suffix))
    live.replace(kept)
    return kept


@contextmanager
def _swept(part: Path) -> Iterator[None]:
    """Leave no unfinished copy behind, nor trip over one that a dead process left."""
    names = [part, *(part.with_name(part.name + suffix) for suffix in SIDE_FILES)]
    for name in names:
        name.unlink(missing_ok=True)
    try:
        yield
    finally:
        for name in names:
            name.unlink(missing_ok=True)


def _remember(folder: Path, scope: Scope, path: Path) -> None:
    """Note beside the data when and where the last backup went, for the doctor; best effort."""
    noted = json.dumps({"at": scope.now.isoformat(), "path": str(path.absolute())})
    try:
        file = folder / LAST
        file.touch(mode=0o600)
        file.write_text(noted, encoding="utf-8")
    except OSError:
        return
