"""Look into a copy of a SQLite database without touching it: whole, ours, of which version, holding what."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from django.utils.translation import gettext as _

from acquaint.models.errors import Invalid

MAGIC = b"SQLite format 3\0"
OURS = {"owner", "person", "change", "change_row", "interaction"}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds: its schema version and the number of rows by table."""

    schema: int
    rows: dict[str, int]

    @property
    def people(self) -> int:
        """People, owners' own rows among them."""
        return self.rows.get("person", 0)


def opened(path: Path) -> sqlite3.Connection:
    """A connection that only reads."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)


def examine(path: Path) -> Contents:
    """Read every page and every link of the copy, count its rows; Invalid if it is not whole or not ours."""
    if not path.is_file():
        raise Invalid(_("There is no file {path}.").format(path=path))
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise Invalid(_("{path} is no backup of Acquaint: it is not a SQLite file.").format(path=path))
    try:
        with closing(opened(path)) as copy:
            return _contents(copy, path)
    except sqlite3.DatabaseError as problem:
        raise Invalid(_("{path} is damaged: {problem}.").format(path=path, problem=problem)) from problem


def _contents(copy: sqlite3.Connection, path: Path) -> Contents:
    faults = [row[0] for row in copy.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
    links = copy.execute("PRAGMA foreign_key_check").fetchmany(5)
    faults += [f"{table} {rowid}: {target}" for table, rowid, target, _number in links]
    if faults:
        raise Invalid(_("{path} is damaged.").format(path=path), details=faults)
    found = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    tables = sorted(name for (name,) in found if not name.startswith("search_index"))
    if not set(tables) >= OURS:
        raise Invalid(_("{path} is no backup of Acquaint: it holds other tables.").format(path=path))
    rows = {name: int(copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in tables}  # noqa: S608
    return Contents(int(copy.execute("PRAGMA user_version").fetchone()[0]), rows)
