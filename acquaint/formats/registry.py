"""The table of importers: one line each, loaded when asked for; outsiders add theirs by entry point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from inspect import signature
from pathlib import Path
from typing import Final, Protocol

from acquaint.formats.archives import Entry, RefusedError, Source, join, open_source
from acquaint.formats.dividing import OTHERWISE, TABULAR, divide
from acquaint.formats.records import Origin, Reason, Said, Self, Skipped

GROUP: Final = "acquaint.formats"
ANY_TABLE: Final = "csv"
TABLE: Final[dict[str, str]] = {
    "linkedin": "acquaint.formats.linkedin:LinkedIn",
    "vcard": "acquaint.formats.vcard:VCards",
    "monica": "acquaint.formats.rivals.monica:Monica",
    "friends": "acquaint.formats.rivals.friends:Friends",
    "nametag": "acquaint.formats.rivals.nametag:Nametag",
    "contrack": "acquaint.formats.rivals.contrack:Contrack",
    "meerkat": "acquaint.formats.rivals.meerkat:Meerkat",
    "google": "acquaint.formats.contacts.address_books:Google",
    "outlook.com": "acquaint.formats.contacts.address_books:OutlookWeb",
    "outlook": "acquaint.formats.contacts.address_books:Outlook",
    "thunderbird": "acquaint.formats.contacts.address_books:Thunderbird",
    "ics": "acquaint.formats.ics:Calendars",
    "whatsapp": "acquaint.formats.whatsapp:WhatsApp",
    "mail": "acquaint.formats.mail:Mail",
    "csv": "acquaint.formats.contacts.address_books:Tables",
}


class Importer(Protocol):
    """Reads one kind of source; the contract test in tests/formats/contract.py says the rest."""

    kind: str

    def sniff(self, source: Source) -> bool:
        """Whether the source is of this kind, told from its content; cheap."""

    def exported_on(self, source: Source) -> date | None:
        """As of which day the source speaks, if it says so."""

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files of the source that `read` would read."""

    def read(self, source: Source, known: Self | None = None) -> Iterator[Said]:
        """Yield exactly one outcome for each row, and a word on every other file, the same each time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One source and the importer that reads it."""

    importer: Importer
    source: Source


def kinds() -> tuple[str, ...]:
    """The names of all importers, our own first."""
    return (*TABLE, *(name for name in _outside() if name not in TABLE))


@cache
def importer(kind: str) -> Importer:
    """The importer of that name. Errors: KeyError."""
    target = TABLE.get(kind) or _outside()[kind]
    module, _, name = target.partition(":")
    found: Importer = getattr(import_module(module), name)()
    return found


def detect(source: Source) -> Importer | None:
    """The first importer that knows the source by its content; any table at all comes after all others."""
    return next((one for one in map(importer, _in_turn()) if one.sniff(source)), None)


def plan(
    paths: Sequence[Path], kind: str | None = None, unknown: Callable[[Source], str] | None = None
) -> tuple[list[Job], list[Skipped]]:
    """What would be read by whom, and what cannot be: loose files of one kind are read as one source.

    Of a folder or a zip each file goes to the one importer that knows it, so there may be a job for each
    kind. `unknown` may name the kind of a source that nobody knows by its content. The caller closes the
    sources.
    """
    jobs: list[Job] = []
    loose: dict[str, list[Source]] = {}
    skipped: list[Skipped] = []
    for path in paths:
        try:
            found, aside = _known(path, kind, unknown)
        except RefusedError as error:
            skipped.append(Skipped(Origin(str(path)), error.reason))
            continue
        skipped += aside
        if path.is_file() and not found[0].source.packed:
            loose.setdefault(found[0].importer.kind, []).append(found[0].source)
        else:
            jobs += found
    jobs.extend(Job(importer(name), join(sources)) for name, sources in loose.items())
    return jobs, skipped


def read(job: Job, known: Self | None, *, bodies: bool, day_first: bool | None = None) -> Iterator[Said]:
    """What the job's importer says, told what was asked for where it takes that.

    `bodies` has texts read too, `day_first` says how dates are meant that can be read in two orders.
    """
    takes = signature(job.importer.read).parameters
    asked: dict[str, object] = {"bodies": True} if bodies and "bodies" in takes else {}
    if day_first is not None and "order" in takes:
        asked["order"] = "day first" if day_first else "month first"
    return job.importer.read(job.source, known, **asked)


def _known(
    path: Path, kind: str | None, unknown: Callable[[Source], str] | None
) -> tuple[list[Job], list[Skipped]]:
    """Who reads what of a path: at least one job. Errors: RefusedError, also for what nobody knows."""
    source = open_source(path)
    try:
        if kind is None:
            parts, aside = divide(source, _in_turn(), importer, ANY_TABLE)
            jobs = [Job(importer(name), part) for name, part in parts.items()]
            jobs, aside = _with_workbooks(jobs, aside, unknown) if path.is_dir() else (jobs, aside)
            if jobs:
                return jobs, aside
        named = kind or (unknown(source) if unknown is not None else "")
        if named and (found := importer(named)).chosen(source):
            return [Job(found, source)], []
        why = _unknown(source) if kind is None else Reason("unknown_source")
    except RefusedError:
        source.close()
        raise
    source.close()
    raise RefusedError(why)


def _unknown(source: Source) -> Reason:
    """Why nobody reads it: a table may lack nothing but its headings."""
    tables = [entry for entry in source.entries if entry.suffix in TABULAR]
    if len(source.entries) == 1 and tables and not importer(ANY_TABLE).chosen(source):
        return Reason("no_headings", {"file": tables[0].shown})
    told = {OTHERWISE.get(entry.suffix, "unknown_source") for entry in source.entries}
    return Reason(told.pop() if len(told) == 1 else "unknown_source")


def _with_workbooks(
    jobs: list[Job], aside: list[Skipped], unknown: Callable[[Source], str] | None
) -> tuple[list[Job], list[Skipped]]:
    """The same, each workbook that lies open in a folder being a source of its own."""
    left: list[Skipped] = []
    for one in aside:
        if one.reason.code != "workbook_inside":
            left.append(one)
            continue
        try:
            found, _said = _known(Path(one.origin.file), None, unknown)
            jobs = [*jobs, *found]
        except RefusedError as error:
            left.append(Skipped(one.origin, error.reason))
    return jobs, left


def _in_turn() -> list[str]:
    """Every kind in the order in which they are asked."""
    return sorted(kinds(), key=lambda kind: kind == ANY_TABLE)


@cache
def _outside() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}
