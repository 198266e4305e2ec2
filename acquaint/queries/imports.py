"""Past imports: when, from what, what became of the rows, and which of them need a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from acquaint.formats import reasons
from acquaint.formats.records import Reason
from acquaint.models import Change, ImportBatch, ImportVerdict
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.history import undoers

VERDICTS = ("new", "update", "same", "conflict", "rejected", "ignored")


@dataclass(frozen=True, slots=True)
class SourceCount:
    """One file of an import and what became of its rows."""

    path: str
    kind: str
    read: int
    new: int
    update: int
    same: int
    conflict: int
    rejected: int
    ignored: int


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import; `about` names its files, `finished` is false for one that broke off.

    `undone_on` is the day on which it was taken back.
    """

    id: str
    at: datetime
    kind: str
    about: str
    finished: bool
    sources: tuple[SourceCount, ...]
    undone_on: date | None
    undo: str | None

    @property
    def conflicts(self) -> int:
        """How many rows differed from the owner's own record."""
        return sum(source.conflict for source in self.sources)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row that was rejected or in conflict, and why."""

    path: str
    line: int
    verdict: str
    reason: str
    raw: str


def past(scope: Scope, *, limit: int = 0) -> tuple[PastImport, ...]:
    """Imports, newest first (`limit` 0: all)."""
    rows = ImportBatch.objects.of(scope).select_related("change").order_by("-started_at", "-id")
    return _told(scope, list(rows[:limit] if limit else rows))


def one(scope: Scope, batch: str) -> PastImport:
    """The import of that id. NotFound otherwise."""
    rows = ImportBatch.objects.of(scope).filter(key=batch).select_related("change")
    if not (found := _told(scope, list(rows))):
        raise NotFound(_("There is no import {batch}; `imports` lists them.").format(batch=batch))
    return found[0]


def _told(scope: Scope, found: list[ImportBatch]) -> tuple[PastImport, ...]:
    """Imports with what became of them, in three queries however many."""
    undone = undoers(scope, [row.change_id for row in found if row.change_id is not None])
    moments = dict(Change.objects.of(scope).filter(key__in=undone.values()).values_list("key", "at"))
    zone = ZoneInfo(scope.zone)
    return tuple(
        PastImport(
            id=row.key,
            at=row.started_at,
            kind=row.kind,
            about=row.change.about if row.change else "",
            finished=row.finished_at is not None,
            sources=_sources(row),
            undone_on=moments[undone[row.change_id]].astimezone(zone).date()
            if row.change_id in undone
            else None,
            undo=row.change.key if row.change else None,
        )
        for row in found
    )


def listed(scope: Scope, *, batch: str, verdict: str = "") -> Iterator[Listed]:
    """Rows of a past import that were rejected or in conflict. NotFound for an unknown batch."""
    row = ImportBatch.objects.of(scope).filter(key=batch).first()
    if row is None:
        raise NotFound(_("There is no import {batch}; `imports` lists them.").format(batch=batch))
    verdicts = ImportVerdict.objects.of(scope).filter(batch=row).order_by("id")
    if verdict:
        verdicts = verdicts.filter(verdict=verdict)
    for one in verdicts.iterator(chunk_size=1000):
        reason = reasons.word(Reason(one.reason, one.facts), _)
        yield Listed(one.path, one.line, one.verdict, reason, one.raw)


def _sources(row: ImportBatch) -> tuple[SourceCount, ...]:
    if row.report:
        return tuple(SourceCount(**source) for source in row.report["sources"])
    return tuple(_counted(path, kind, counts) for path, kind, counts in row.done.get("counts", []))


def _counted(path: str, kind: str, counts: list[list[Any]]) -> SourceCount:
    """What an import that broke off had done."""
    by: Counter[str] = Counter()
    for verdict, _code, count in counts:
        by[verdict] += count
    return SourceCount(path, kind, by.total(), *(by[verdict] for verdict in VERDICTS))
