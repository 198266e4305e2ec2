"""Is all well with the data? Reads everything once and recomputes what is carried; changes nothing.

Stands on the actions floor because it asks `carried` what the interactions say. Only damage makes `ok` false;
an old SQLite, open file modes, an unfinished import or a missing backup are told as warnings.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acquaint import __version__
from acquaint.actions import backups, carried, images
from acquaint.models import ImportBatch, Person, SearchText, Tombstone, schema
from acquaint.models.scope import Scope
from acquaint.queries import volumes

WAL_RESET_MENDED = (3, 51, 3)
PINNED = (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1))
PATIENCE = 20_000  # milliseconds that a writer waits at least


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `ok` is false for damage, `warning` true for what deserves a look."""

    name: str
    ok: bool
    detail: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor found; `ok` is false only for damage."""

    ok: bool
    checks: tuple[Check, ...]


def examine(scope: Scope) -> Health:
    """Every check on the owner's data and on the store it lies in."""
    checks = [
        _versions(),
        _schema(),
        *_store(),
        _carried(scope),
        _search(scope),
        _imports(scope),
        _erased(scope),
    ]
    if connection.vendor == "sqlite":
        checks += [_modes(), _disk(), _backed_up(scope)]
    return Health(all(check.ok for check in checks), tuple(checks))


def unreadable(problem: DatabaseError) -> Health:
    """What there is to say of data that cannot even be opened."""
    detail = _("The data cannot be read ({problem}). Put the last backup back: acquaint restore FILE.")
    return Health(False, (Check("integrity", False, detail.format(problem=problem)),))


def _versions() -> Check:
    found = f"Acquaint {__version__}, Python {platform.python_version()}, Django {_django()}"
    if connection.vendor != "sqlite":
        return Check("versions", True, f"{found}, PostgreSQL {connection.Database.__version__.split()[0]}")  # type: ignore[attr-defined]
    return Check(
        "versions", True, f"{found}, SQLite {sqlite3.sqlite_version}. {_sqlite_advice()}".strip(), _old()
    )


def _django() -> str:
    import django

    return django.get_version()


def _old(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    return version < WAL_RESET_MENDED


def _sqlite_advice() -> str:
    if not _old():
        return ""
    return _(
        "SQLite before 3.51.3 has a rare fault when two programs write at the same moment; a newer Python or"
        " system brings the mended one. Keep backups."
    )


def _schema() -> Check:
    found = schema.version()
    return Check("schema", found == schema.VERSION, _("Schema {found}.").format(found=found))


def _store() -> list[Check]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        held = {name: _pragma(cursor, name) for name, _wanted in PINNED}
        patience = int(_pragma(cursor, "busy_timeout"))
        integrity = [row[0] for row in _rows(cursor, "PRAGMA integrity_check(5)")]
        broken = _rows(cursor, "PRAGMA foreign_key_check")
    return [
        _settings(held, patience),
        Check(
            "integrity",
            integrity == ["ok"],
            _("Every page reads well.") if integrity == ["ok"] else integrity[0],
        ),
        Check("links", not broken, _links(broken)),
    ]


def _settings(held: dict[str, Any], patience: int) -> Check:
    """The safe settings as they are in force; a disk that refuses one makes a warning, not damage."""
    mode = getattr(connection, "transaction_mode", None)
    off = [f"{name}={held[name]}" for name, wanted in PINNED if held[name] != wanted]
    if patience < PATIENCE:
        off.append(f"busy_timeout={patience}")
    if mode != "IMMEDIATE" or settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        off.append(f"transaction_mode={mode}")
    detail = _("Not as they should be: {names}.").format(names=", ".join(off)) if off else _("All in force.")
    return Check("settings", True, detail, bool(off))


def _links(broken: list[Any]) -> str:
    if not broken:
        return _("Every link leads somewhere.")
    named = ", ".join(sorted({f"{table} → {target}" for table, _row, target, _number in broken}))
    return _("Links that lead nowhere: {names}.").format(names=named)


def _carried(scope: Scope) -> Check:
    people = Person.objects.with_me(scope).values_list("id", flat=True)
    wrong = [one for batch in images.batches(people) for one in carried.differences(scope.owner_id, batch)]
    if not wrong:
        return Check("carried", True, _("Last contacts and due dates agree with the interactions."))
    count = len({person for person, _column in wrong})
    columns = ", ".join(sorted({column for _person, column in wrong}))
    said = ngettext(
        "{count} person carries what the interactions do not say: {columns}.",
        "{count} people carry what the interactions do not say: {columns}.",
        count,
    )
    return Check("carried", False, said.format(count=count, columns=columns))


def _search(scope: Scope) -> Check:
    people = Person.objects.of(scope).count()
    lines = SearchText.objects.filter(owner_id=scope.owner_id, noun="person", person__me_since=None).count()
    found = lines == people
    detail = _("Everybody can be found.") if found else _("Some people cannot be found by search.")
    return Check("search", found, detail)


def _imports(scope: Scope) -> Check:
    open_ones = ImportBatch.objects.of(scope).filter(finished_at=None).count()
    detail = (
        ngettext(
            "{count} import is unfinished: give the same file again and it carries on.",
            "{count} imports are unfinished: give the same files again and they carry on.",
            open_ones,
        ).format(count=open_ones)
        if open_ones
        else _("No import is unfinished.")
    )
    return Check("imports", True, detail, bool(open_ones))


def _erased(scope: Scope) -> Check:
    count = Tombstone.objects.of(scope).count()
    detail = ngettext(
        "{count} mark keeps an erased person from coming back.",
        "{count} marks keep erased people from coming back.",
        count,
    ).format(count=count)
    return Check("erased", True, detail if count else _("Nobody was erased."))


def _modes() -> Check:
    """The folder and what lies in it belong to their user only."""
    folder = _folder()
    open_to_others = [
        path.name or str(path)
        for path in (folder, *folder.glob("*"))
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    if platform.system() == "Windows" or not open_to_others:
        return Check("modes", True, _("Only you can read the files."))
    names = ", ".join(sorted(open_to_others))
    return Check("modes", True, _("Others on this machine may read: {names}.").format(names=names), True)


def _disk() -> Check:
    kind = volumes.network_disk(_folder())
    return Check("disk", True, volumes.warning(_folder()) or _("The data lies on this machine."), bool(kind))


def _backed_up(scope: Scope) -> Check:
    try:
        noted = json.loads((_folder() / backups.LAST).read_text(encoding="utf-8"))
        days = (scope.now - datetime.fromisoformat(noted["at"])).days
    except (OSError, ValueError, KeyError):
        return Check("backup", True, _("No backup was made yet: acquaint backup FILE."), True)
    said = ngettext("The last backup is {count} day old.", "The last backup is {count} days old.", days)
    return Check("backup", True, said.format(count=days), days > 30)  # noqa: PLR2004 - a month


def _folder() -> Path:
    return Path(connection.settings_dict["NAME"]).parent


def _pragma(cursor: Any, name: str) -> Any:
    return _rows(cursor, f"PRAGMA {name}")[0][0]


def _rows(cursor: Any, statement: str) -> list[Any]:
    cursor.execute(statement)
    return list(cursor.fetchall())
