"""What became of the rows of an import, in words and as a bar: of one on its way, and of one of before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acquaint.queries.imports import VERDICTS, PastImport, SourceCount
from acquaint.web import findings, uploads
from acquaint.web.uploads import Job

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport

SHOWN = 100  # rows that need a look
WORDED = frozenset({"mail", "whatsapp", "ics", "linkedin"})  # kinds in which people wrote something
TABLES = frozenset({"csv", "google", "outlook", "outlook.com", "thunderbird"})
NAMED = 2  # files of an import of before, by name


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows share a verdict, in words; `key` names its colour."""

    key: str
    count: int
    said: str
    label: str


@dataclass(frozen=True, slots=True)
class File:
    """One file and its counts, in the order of the counts of the whole."""

    path: str
    read: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """An import of before, as the list says it."""

    one: PastImport
    names: str
    said: str


def of(found: Job) -> dict[str, Any]:
    """Return all that the templates show of a job."""
    report = found.report
    shown = {"job": found, "said": _progress(found), "title": _title(found)}
    if report is None:
        return shown
    kinds = {source.kind for source in report.sources}
    return {
        **shown,
        **counted(report.sources),
        "report": report,
        "known": report.total("same"),
        "changes": report.total("new") + report.total("update"),
        "going": findings.of(report, "update", "new"),
        "aside": findings.of(report, "ignored"),
        **findings.asked(report),
        "conflicts": report.conflicts[:SHOWN],
        "rejects": report.rejects[:SHOWN],
        "summary": _summary(report),
        "worded": bool(kinds & WORDED),
        "tabled": bool(kinds & TABLES),
    }


def counted(sources: Iterable[SourceCount]) -> dict[str, Any]:
    """Return the counts of these files, their bar, and the same as a table."""
    files, labels = list(sources), _labels()
    totals = {key: sum(getattr(one, key) for one in files) for key in VERDICTS}
    counts = [Count(key, totals[key], f"{totals[key]:,}", labels[key]) for key in VERDICTS if totals[key]]
    more = len(files) - SHOWN
    said = ngettext("and {count} more file", "and {count} more files", more).format(count=f"{more:,}")
    return {
        "counts": counts,
        "bar": list(_bar(counts)),
        "files": [_file(one, counts) for one in files[:SHOWN]],
        "files_in_all": len(files),
        "further_files": said if more > 0 else "",
    }


def past(one: PastImport) -> Past:
    """Return an import of before in a line: its files by name, and what came of them."""
    roots = list(dict.fromkeys(PurePath(source.path).parts[0] for source in one.sources if source.path))
    names, more = ", ".join(roots[:NAMED]) or one.about, len(roots) - NAMED
    if more > 0:
        names = ngettext("{names} and {count} more", "{names} and {count} more", more).format(
            names=names, count=more
        )
    told = [f"{count.said} {count.label}" for count in counted(one.sources)["counts"]]
    return Past(one, names, ", ".join(told))


def _file(one: SourceCount, counts: Iterable[Count]) -> File:
    numbers = tuple(f"{getattr(one, count.key):,}" if getattr(one, count.key) else "–" for count in counts)
    return File(uploads.plain(one.path), f"{one.read:,}", numbers)


def _labels() -> dict[str, str]:
    return {
        "new": _("new"),
        "update": _("with news"),
        "same": _("as they were"),
        "conflict": _("for you to decide"),
        "rejected": _("not readable"),
        "ignored": _("left aside"),
    }


def _bar(counts: list[Count]) -> Iterator[tuple[str, float, float]]:
    """Yield each verdict's piece of the bar: its key, where it starts and how wide it is, of 100."""
    whole, start = sum(one.count for one in counts) or 1, 0.0
    for one in counts:
        wide = 100 * one.count / whole
        yield one.key, round(start, 2), round(wide, 2)
        start += wide


def _title(found: Job) -> str:
    if found.stopping:
        return _("Stopping at the next good place")
    return _("Reading your files") if found.state == "reading" else _("Bringing your people in")


def _progress(found: Job) -> str:
    if found.expected:
        said = ngettext("{rows} of {all} row is in.", "{rows} of {all} rows are in.", found.expected)
        return said.format(rows=f"{found.rows:,}", all=f"{found.expected:,}")
    if not found.file:
        return _("Looking at what it is.")
    said = ngettext("{rows} row so far; {file}", "{rows} rows so far; {file}", found.rows)
    return said.format(rows=f"{found.rows:,}", file=found.file)


def _summary(report: ImportReport) -> str:
    new, update, rejected = (report.total(verdict) for verdict in ("new", "update", "rejected"))
    said = [ngettext("{n} row is new", "{n} rows are new", new).format(n=f"{new:,}")]
    if update:
        said.append(ngettext("{n} brought news", "{n} brought news", update).format(n=f"{update:,}"))
    if rejected:
        said.append(
            ngettext("{n} could not be read", "{n} could not be read", rejected).format(n=f"{rejected:,}")
        )
    return ", ".join(said) + "."
