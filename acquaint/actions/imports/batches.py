"""An import as its own job: one batch, one Change, chunks that each land whole; found again by its content.

The lease is a lock of the operating system: it ends with the process that holds it, whatever the clock says.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from acquaint.actions import locks
from acquaint.actions.changes import Writer
from acquaint.actions.imports import filing, tying, writing
from acquaint.actions.imports.following import Following
from acquaint.actions.imports.judging import Judge, Ruling
from acquaint.actions.imports.naming import Names
from acquaint.actions.imports.reports import (
    LISTED_AT_MOST,
    ImportReport,
    Notice,
    RowVerdict,
    Tally,
    Verdict,
    word,
)
from acquaint.actions.undo import standing_undo
from acquaint.formats.records import Outcome, Reason
from acquaint.models import ImportBatch, ImportVerdict, Owner
from acquaint.models.errors import Failed
from acquaint.models.rows import new_key
from acquaint.models.scope import Scope
from acquaint.queries.imports import VERDICTS

RAW_LIMIT = 10_000
_SELDOM = 500_000  # new objects between two looks of the collector
_ROOM = (("cache_size", -49_152), ("wal_autocheckpoint", 8_000))  # 48 MiB; a WAL of 32 MiB


@contextmanager
def lease(scope: Scope) -> Iterator[None]:
    """Hold the right to import into this owner's data. Errors: Failed while somebody else holds it."""
    folder = Path(settings.DATA_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with locks.attempt(folder / f"import-{scope.owner_id}.lock") as free:
        if not free:
            raise Failed(_("Another import is running; wait until it is done, then try again."))
        yield


@contextmanager
def roomy() -> Iterator[None]:
    """Room for a large import: cache for the indexes that it touches at random, fewer checkpoints.

    What an import makes lasts to its end, so the garbage collector looks less often meanwhile.
    """
    often = gc.get_threshold()
    is_first = often[0] < _SELDOM  # of several at once, in threads: who raised it lowers it again
    if is_first:
        gc.set_threshold(_SELDOM, *often[1:])
    try:
        with _roomy_sqlite() if connection.vendor == "sqlite" else nullcontext():
            yield
    finally:
        if is_first:
            gc.set_threshold(*often)


@contextmanager
def _roomy_sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        kept = [(name, cursor.execute(f"PRAGMA {name}").fetchone()[0]) for name, _size in _ROOM]
        for name, size in _ROOM:
            cursor.execute(f"PRAGMA {name}={size}")
        try:
            yield
        finally:
            for name, size in kept:
                cursor.execute(f"PRAGMA {name}={int(size)}")


class Batch:
    """The job of one import; nothing is written, not even its own row, before there is something to write."""

    def __init__(
        self, scope: Scope, *, content: str, kind: str, about: str, names: Names | None = None
    ) -> None:
        self.scope = scope
        self.content = content
        self.kind = kind
        self.about = about
        self.names = names or Names()
        self.row: ImportBatch | None = _unfinished(scope, content)
        self._pending: list[Ruling] = []
        self._following = Following()

    @property
    def done(self) -> dict[str, Any]:
        """How far an earlier run came: `rows`, their `counts`, and what was known of the owner then."""
        done = self.row.done if self.row else {}
        if "counts" in done:
            done = {**done, "counts": [[self.names.full(name), *rest] for name, *rest in done["counts"]]}
        return done

    @property
    def key(self) -> str | None:
        """The batch's public id, once it exists."""
        return self.row.key if self.row else None

    @property
    def undo(self) -> str | None:
        """The Change that takes the whole import back."""
        return self.row.change.key if self.row and self.row.change else None

    def listed(self) -> Iterator[RowVerdict]:
        """The rejects and conflicts that an earlier run wrote down."""
        for row in (
            ImportVerdict.objects.of(self.scope).filter(batch=self.row).order_by("id")[:LISTED_AT_MOST]
        ):
            reason = Reason(row.reason, row.facts)
            verdict: Verdict = "rejected" if row.verdict == "rejected" else "conflict"
            path = self.names.full(row.path)
            yield RowVerdict(path, row.line, verdict, row.reason, word(reason), "", row.facts, row.raw)

    def apply(
        self, judge: Judge, outcomes: Sequence[Outcome], done: dict[str, Any], tally: Tally
    ) -> list[Ruling]:
        """Judge and write a chunk in one transaction; `done` tells a later run where to go on."""
        with transaction.atomic():
            Owner.objects.select_for_update().only("id").get(pk=self.scope.owner_id)
            desk, rulings = judge.judge(outcomes)
            listed = [ruling for ruling in rulings if ruling[1] in {"conflict", "rejected"}]
            self._pending.extend(listed)
            if desk.plan:
                writer = self._writer()
                writing.write(writer, desk)
                filing.file(writer, desk, self.row)
                self._following.follow(writer, desk.plan)
                writer.close()
                judge.known.wrote(writer.number)
                counts = tally.stored(judge.kind, rulings)
                short = [[self.names.short(path), *rest] for path, *rest in counts]
                self._keep({**done, "counts": short})
        return rulings

    def meet(self, judge: Judge) -> None:
        """Join what the cards of this source say of each other, now that all of them are here."""
        if self.row is None or judge.cards is None:
            return
        with transaction.atomic():
            Owner.objects.select_for_update().only("id").get(pk=self.scope.owner_id)
            if found := tying.met(self.scope, judge.kind):
                writer = self._writer()
                tying.tie(writer, judge.kind, found)
                writer.close()

    def finish(self, report: ImportReport) -> None:
        """Close the batch with what it did."""
        if self.row is None:
            return
        with transaction.atomic():
            self._write_verdicts()
            self.row.finished_at = self.scope.now
            self.row.done = {}
            self.row.report = stored(report, self.names)
            self.row.save(update_fields=["finished_at", "done", "report"])

    def _writer(self) -> Writer:
        """A writer into the import's one Change."""
        key = self.row.key if self.row else new_key()
        writer = Writer(self.scope, "import.apply", self.about, {"batch": key}, None)
        if self.row is not None:
            writer.change = self.row.change
            return writer
        writer.open()
        self.row = ImportBatch.objects.create(
            owner_id=self.scope.owner_id,
            key=key,
            content=self.content,
            kind=self.kind,
            started_at=self.scope.now,
            change=writer.change,
            last_change=writer.number,
        )
        return writer

    def _keep(self, done: dict[str, Any]) -> None:
        """Write down how far this came, in the chunk's own transaction."""
        assert self.row is not None
        self.row.done = done
        self.row.save(update_fields=["done"])
        self._write_verdicts()

    def _write_verdicts(self) -> None:
        pending, self._pending = self._pending, []
        assert self.row is not None
        ImportVerdict.objects.bulk_create(
            ImportVerdict(
                owner_id=self.scope.owner_id,
                batch=self.row,
                path=self.names.short(outcome.origin.file),
                line=outcome.origin.line,
                verdict=verdict,
                reason=reason.code,
                facts={name: str(value) for name, value in reason.facts.items()},
                raw=getattr(outcome, "raw", "")[:RAW_LIMIT],
            )
            for outcome, verdict, reason in pending
        )


def _unfinished(scope: Scope, content: str) -> ImportBatch | None:
    """The batch of this content that was broken off, unless it was taken back since."""
    rows = ImportBatch.objects.of(scope).filter(content=content, finished_at=None).select_related("change")
    for row in rows.order_by("-id"):
        if row.change is not None and standing_undo(scope, row.change) is None:
            return row
    return None


def stored(report: ImportReport, names: Names) -> dict[str, Any]:
    """What a batch remembers of its report; files by their own names."""

    def told(notice: Notice) -> list[Any]:
        said = names.said(notice.reason, notice.path)
        return [names.short(notice.path), notice.line, notice.code, said]

    return {
        "sources": [
            {
                **{name: getattr(source, name) for name in ("kind", "read", *VERDICTS)},
                "path": names.short(source.path),
            }
            for source in report.sources
        ],
        "warnings": [told(notice) for notice in report.warnings],
        "skipped": [told(notice) for notice in report.skipped],
    }
