"""What an import found, told by its reasons: for each the files, the first names, how many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.utils.translation import ngettext

from acquaint.web import uploads

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, RowVerdict

NAMES = 6  # of one file
LINES = 12  # of rows that each have a reason of their own, and reasons told apart
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
    return [one for key in told for one in _findings(key[0], rows[key], counts[key], report)]


def _counts(report: ImportReport) -> dict[tuple[str, str], dict[str, int]]:
    """How many rows there are by verdict and code, file by file."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for source in report.sources:
        for verdict, code, count in source.reasons:
            found[verdict, code][source.path] += count
    return found


def _findings(
    verdict: str, rows: list[RowVerdict], counts: dict[str, int], report: ImportReport
) -> Iterator[Finding]:
    """The rows of one code: by their reason, or line by line where each has its own."""
    by_reason: dict[str, list[RowVerdict]] = defaultdict(list)
    reasons_of: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_reason[row.reason].append(row)
        reasons_of[row.path].add(row.reason)
    if len(by_reason) > LINES:
        lines = tuple((row.about, row.reason) for row in rows[:LINES])
        yield Finding(verdict, "", (), lines, _more(sum(counts.values()) - len(lines)))
        return
    kinds = {source.path: source.kind for source in report.sources}
    for reason, some in by_reason.items():
        parts: dict[str, list[str]] = defaultdict(list)
        known: dict[str, int] = defaultdict(int)
        for path, abouts in _by_path(some).items():
            title = _title(path, kinds.get(path, ""), many=len(counts) > FILES)
            parts[title] += abouts
            known[title] += counts[path] if len(reasons_of[path]) == 1 else len(abouts)
        yield Finding(verdict, reason, tuple(_part(title, parts[title], known[title]) for title in parts))


def _by_path(rows: Iterable[RowVerdict]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.path].append(row.about)
    return found


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


def asked(report: ImportReport) -> dict[str, Any]:
    """Return what is asked because rows had to be left aside, and what is said of files beside that."""
    codes = {code for _verdict, code in _counts(report)}
    codes |= {one.code for one in (*report.warnings, *report.skipped)} | {row.code for row in report.rejects}
    names = next((row.facts.get("names", "") for row in report.sample if row.code == NAMELESS), "")
    said = (one.reason for one in report.warnings if one.code not in {*WHOSE, NAMELESS, DATES})
    return {
        "asks_address": bool(codes & WHOSE),
        "asks_name": NAMELESS in codes,
        "names_in_chat": list(filter(None, str(names).split(", "))),
        "asks_dates": DATES in codes,
        "notices": list(dict.fromkeys(said)),
    }
