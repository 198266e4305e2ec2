"""What an import found and did: a verdict and a reason for every row, counted by source and worded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.utils.translation import gettext

from acquaint.formats import reasons
from acquaint.formats.records import Origin, Outcome, Reason
from acquaint.queries.imports import SourceCount

Verdict = Literal["new", "update", "same", "conflict", "rejected", "ignored"]
LISTED_AT_MOST: Final = (
    10_000  # rejects and conflicts held in memory; all are counted, and `each` sees them all
)
SAMPLE: Final = 200  # rows of each source and verdict that a report shows


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """One row: where it stands, what becomes of it, and why; `about` names whom it is about."""

    path: str
    line: int
    verdict: Verdict
    code: str
    reason: str
    about: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    raw: str = ""


@dataclass(frozen=True, slots=True)
class SourceReport(SourceCount):
    """One file: how many rows were read, and what became of them; `reasons` counts (verdict, code)."""

    reasons: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A word about a whole file."""

    path: str
    line: int
    reason: str
    code: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All that an import would do or did; `batch` and `undo` are None when nothing was written."""

    batch: str | None
    applied: bool
    undo: str | None
    sources: tuple[SourceReport, ...]
    rejects: tuple[RowVerdict, ...]
    conflicts: tuple[RowVerdict, ...]
    sample: tuple[RowVerdict, ...]
    warnings: tuple[Notice, ...]
    skipped: tuple[Notice, ...]

    def total(self, verdict: Verdict) -> int:
        """How many rows of all sources got this verdict."""
        return sum(getattr(source, verdict) for source in self.sources)


def word(reason: Reason) -> str:
    """The reason in the reader's language."""
    return reasons.word(reason, gettext)


class Tally:
    """Counts verdicts as they fall and keeps the rows that are worth showing."""

    def __init__(self, each: Callable[[RowVerdict], None] | None = None) -> None:
        self.counts: dict[tuple[str, str], Counter[tuple[Verdict, str]]] = {}  # (path, kind) → verdicts
        self.rejects: list[RowVerdict] = []
        self.conflicts: list[RowVerdict] = []
        self.sample: list[RowVerdict] = []
        self.warnings: list[Notice] = []
        self.skipped: list[Notice] = []
        self._each = each

    @property
    def rows(self) -> int:
        """How many rows were counted."""
        return sum(count.total() for count in self.counts.values())

    def add(
        self, kind: str, origin: Origin, verdict: Verdict, reason: Reason, about: str = "", raw: str = ""
    ) -> None:
        """Count one row."""
        counted = self.counts.setdefault((origin.file, kind), Counter())
        counted[verdict, reason.code] += 1
        listed = {"rejected": self.rejects, "conflict": self.conflicts}.get(verdict, self.sample)
        room = LISTED_AT_MOST if listed is not self.sample else None
        wanted = len(listed) < room if room else counted[verdict, reason.code] <= SAMPLE
        if not (wanted or self._each):
            return
        row = RowVerdict(
            origin.file, origin.line, verdict, reason.code, word(reason), about, reason.facts, raw
        )
        if wanted:
            listed.append(row)
        if self._each:
            self._each(row)

    def warn(self, origin: Origin, reason: Reason) -> None:
        """Keep a word about a file that was read."""
        self.warnings.append(Notice(origin.file, origin.line, word(reason), reason.code))

    def skip(self, origin: Origin, reason: Reason) -> None:
        """Keep a word about a file that was not read."""
        self.skipped.append(Notice(origin.file, origin.line, word(reason), reason.code))

    def report(self, *, batch: str | None, applied: bool, undo: str | None) -> ImportReport:
        """What was counted, as a whole."""
        return ImportReport(
            batch,
            applied,
            undo,
            tuple(_source(path, kind, counts) for (path, kind), counts in self.counts.items()),
            tuple(self.rejects),
            tuple(self.conflicts),
            tuple(self.sample),
            tuple(self.warnings),
            tuple(self.skipped),
        )

    def stored(self, kind: str, more: Iterable[tuple[Outcome, Verdict, Reason]] = ()) -> list[list[Any]]:
        """The counts with those of further rows, as JSON takes them, for a batch that may go on later."""
        every = {key: Counter(counts) for key, counts in self.counts.items()}
        for outcome, verdict, reason in more:
            every.setdefault((outcome.origin.file, kind), Counter())[verdict, reason.code] += 1
        return [
            [path, of, [[verdict, code, count] for (verdict, code), count in counts.items()]]
            for (path, of), counts in every.items()
        ]

    def restore(self, stored: list[list[Any]], listed: Iterable[RowVerdict]) -> None:
        """Take up counts, rejects and conflicts where an earlier run left them."""
        for row in listed:
            (self.rejects if row.verdict == "rejected" else self.conflicts).append(row)
        for path, kind, counts in stored:
            counted = self.counts.setdefault((path, kind), Counter())
            counted.update({(verdict, code): count for verdict, code, count in counts})


def _source(path: str, kind: str, counts: Counter[tuple[Verdict, str]]) -> SourceReport:
    by: Counter[str] = Counter()
    for (verdict, _code), count in counts.items():
        by[verdict] += count
    return SourceReport(
        path,
        kind,
        by.total(),
        by["new"],
        by["update"],
        by["same"],
        by["conflict"],
        by["rejected"],
        by["ignored"],
        tuple((verdict, code, count) for (verdict, code), count in sorted(counts.items())),
    )
