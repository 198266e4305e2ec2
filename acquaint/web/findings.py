"""What an import found, told by its reasons: for each the files, the first names, how many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from acquaint.web import uploads

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, RowVerdict

NAMES = 6  # of one file
LINES = 12  # of rows that each have a reason of their own
FILES = 15  # beyond which files are told by their kind
WHOSE = frozenset({"whose_mail_unknown", "whose_calendar_unknown"})
NAMELESS = "whose_chat_unknown"
DATES = "day_month_unclear"


@dataclass(frozen=True, slots=True)
class Part:
    """What one file holds of it: the first names, and how many rows there are where that is more."""

    file: str
    names: str
    rows: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason with all the rows that share it, or rows that have each their own (`lines`)."""

    verdict: str
    reason: str
    parts: tuple[Part, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    more: str = ""


def of(report: ImportReport, *verdicts: str) -> list[Finding]:
    """Return what was found with these verdicts, in their order, the commonest reason of each first."""
    rows: dict[tuple[str, str], list[RowVerdict]] = defaultdict(list)
    for row in report.sample:
        rows[row.verdict, row.code].append(row)
    counts = _counts(report)
    told = [key for key in rows if key[0] in verdicts]
    told.sort(key=lambda key: (verdicts.index(key[0]), -sum(counts[key].values())))
    return [_finding(key[0], rows[key], counts[key], report) for key in told]


def _counts(report: ImportReport) -> dict[tuple[str, str], dict[str, int]]:
    """How many rows there are by verdict and code, file by file."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for source in report.sources:
        for verdict, code, count in source.reasons:
            found[verdict, code][source.path] = count
    return found


def _finding(verdict: str, rows: list[RowVerdict], counts: dict[str, int], report: ImportReport) -> Finding:
    said = {row.reason for row in rows}
    if len(said) > 1:
        lines = tuple((row.about, row.reason) for row in rows[:LINES])
        return Finding(verdict, "", (), lines, _more(sum(counts.values()) - len(lines)))
    kinds = {source.path: source.kind for source in report.sources}
    titles = {path: _title(path, kinds.get(path, ""), many=len(counts) > FILES) for path in counts}
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_title[titles.get(row.path, row.path)].append(row.about)
    parts = [
        _part(title, abouts, sum(count for path, count in counts.items() if titles[path] == title))
        for title, abouts in by_title.items()
    ]
    return Finding(verdict, said.pop(), tuple(parts))


def _title(path: str, kind: str, *, many: bool) -> str:
    return kind if many else PurePath(uploads.plain(path)).name


def _part(title: str, abouts: Iterable[str], count: int) -> Part:
    names = list(dict.fromkeys(filter(None, abouts)))[:NAMES]
    rows = ngettext("{count} row", "{count} rows", count).format(count=f"{count:,}")
    return Part(title, ", ".join(names), rows if count > len(names) else "")


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext("and {count} more", "and {count} more", count).format(count=f"{count:,}")


def open_questions(report: ImportReport) -> dict[str, bool]:
    """Return what is asked because rows had to be left aside: who the owner is, how dates are meant."""
    codes = {code for _verdict, code in _counts(report)}
    codes |= {one.code for one in (*report.warnings, *report.skipped)} | {row.code for row in report.rejects}
    return {
        "asks_address": bool(codes & WHOSE),
        "asks_name": NAMELESS in codes,
        "asks_dates": DATES in codes,
    }
