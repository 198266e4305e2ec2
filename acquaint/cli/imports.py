"""Bring people in from files at the terminal: a preview of every row first, then for good, and a way back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli import meaning, offers, settling
from acquaint.cli.choices import one_of
from acquaint.cli.grammar import command, group
from acquaint.cli.options import options_of
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, Notice, Progress, RowVerdict, SourceReport
    from acquaint.formats.contacts.address_books import Question
    from acquaint.models.scope import Scope
    from acquaint.queries.imports import PastImport, SourceCount

Sink = Callable[[Any], None]
VERDICTS = ("new", "update", "same", "conflict", "rejected", "ignored")
SHOWN = 20  # rejects and conflicts listed at the terminal; --rejects saves all of them
NAMED = 5  # files of those that were not read, for each reason
_LINE = 52  # of progress on a terminal
EVERY = 5_000  # rows between two words of progress where stderr is no terminal


@dataclass(frozen=True, slots=True)
class Counted:
    """One file and what becomes of its rows: `read` is the sum of the others."""

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
class Word:
    """A row or a file, and why it is named."""

    path: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import would do, or did."""

    batch: str | None
    applied: bool
    sources: tuple[Counted, ...]
    rejects: tuple[Word, ...]
    conflicts: tuple[Word, ...]
    warnings: tuple[Word, ...]
    skipped: tuple[Word, ...]
    questions: tuple[meaning.Asked, ...] = ()
    dates_unclear: tuple[str, ...] = ()  # files whose dates can be read in two orders


@dataclass(frozen=True, slots=True)
class Stayed:
    """A row that stayed, because something later wrote it or stands on it."""

    type: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: how many rows changed, and what had to stay (the first ones named)."""

    id: str
    rows: int
    kept: tuple[Stayed, ...]
    kept_rows: int


@command(
    "import",
    examples=(
        "acquaint import ~/Downloads/Basic_LinkedInDataExport_11-23-2026.zip",
        "acquaint import ~/Downloads/Basic_LinkedInDataExport_11-23-2026.zip --apply",
        "acquaint import Connections.csv messages.csv --rejects rejected.csv",
        'acquaint import people.csv --column "Wer=name" --column "Mobil=phone:cell" --dates day-first',
    ),
    see=("acquaint imports", "acquaint undo"),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option("--as", "kind", metavar="KIND", help=_("What the files are, if it cannot be told: linkedin …"))
@click.option(
    "--apply", "for_good", is_flag=True, help=_("Write; without it you only see what would happen.")
)
@click.option("--bodies", is_flag=True, help=_("Keep the texts of messages too, not only their dates."))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=ROLE[:LABEL]",
    help=_("What a column of a table means (name, email, phone, notes …); remembered."),
)
@click.option(
    "--dates",
    type=one_of("day-first", "month-first"),
    default=None,
    help=_("How dates such as 3/4/1990 are meant."),
)
@click.option(
    "--encoding", default="", metavar="NAME", help=_("How the letters are written, such as cp1250.")
)
@click.option(
    "--rejects", type=click.Path(path_type=Path), help=_("Save the rows that cannot be read as CSV.")
)
@click.option("--verdicts", type=click.Path(path_type=Path), help=_("Save the verdict on every row as CSV."))
@scoped
def import_(
    ctx: click.Context,
    scope: Scope,
    paths: tuple[Path, ...],
    kind: str | None,
    for_good: bool,
    bodies: bool,
    columns: tuple[str, ...],
    dates: str | None,
    encoding: str,
    rejects: Path | None,
    verdicts: Path | None,
) -> None:
    """Bring your people from files, a folder or a zip; shows every verdict, writes only with --apply."""
    from acquaint.actions import imports
    from acquaint.models import errors

    run = imports.apply if for_good else imports.preview
    told = tuple(imports.column(one) for one in columns)
    said = imports.Answers(told, None if dates is None else dates == "day-first", encoding)
    with _verdicts_into(rejects, {"rejected"}) as reject, _verdicts_into(verdicts, set(VERDICTS)) as every:
        sinks = [sink for sink in (reject, every) if sink]
        each = _each(sinks) if sinks else None
        with _progress(ctx) as progress:
            try:
                report = run(
                    scope, paths=paths, kind=kind, bodies=bodies, said=said, progress=progress, each=each
                )
            except errors.Invalid as trouble:
                asked = imports.questions(scope, paths=paths, kind=kind)
                raise meaning.explained(trouble, asked) from trouble
    may_ask = not said.columns and imports.may_ask(report)
    asked = imports.questions(scope, paths=paths, kind=kind, encoding=encoding) if may_ask else ()
    shown = _shown(report, asked)
    emit(ctx, "import", shown, undo=report.undo, table=_table(report), text=lambda: _words(report, shown))


@group(
    "imports",
    invoke_without_command=True,
    examples=(
        "acquaint imports",
        "acquaint imports settle 7f3kx2m9pq theirs ana",
        "acquaint imports offers",
        "acquaint imports undo 7f3kx2m9pq",
    ),
    see=("acquaint import",),
)
@click.pass_context
def imports(ctx: click.Context) -> None:
    """Past imports, newest first."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(_past)


@scoped
def _past(ctx: click.Context, scope: Scope) -> None:
    from acquaint.queries import imports as past

    found = past.past(scope)
    rows = [[one.id, one.at.date(), one.about, _sum(one.sources, "new"), _stands(one)] for one in found]
    table = Table(("id", "on", "from", "new", "stands"), rows, _("Nothing was imported yet."))
    emit(ctx, "imports", found, table=table)


imports.add_command(settling.show)
imports.add_command(settling.settle)
imports.add_command(offers.offers)
imports.add_command(offers.accept)
imports.add_command(offers.decline)


@imports.command("undo", examples=("acquaint imports undo 7f3kx2m9pq",), see=("acquaint imports",))
@click.argument("batch", metavar="ID")
@scoped
def undo(ctx: click.Context, scope: Scope, batch: str) -> None:
    """Take a whole import back; what you edited since is kept, and named."""
    from acquaint.actions import imports as doing

    done = doing.take_back(scope, batch=batch)
    kept = tuple(Stayed(one.type, one.id, one.title) for one in done.kept)
    words = _("Taken back.")
    if done.kept_rows:
        words = ngettext(
            "Taken back; {count} row stayed, for something later needs it.",
            "Taken back; {count} rows stayed, for something later needs them.",
            done.kept_rows,
        )
    emit(
        ctx,
        "imports.undo",
        TakenBack(batch, done.rows, kept, done.kept_rows),
        undo=done.undo,
        table=Table(("type", "id", "kept"), [[one.type, one.id, one.title] for one in kept]),
        text=words.format(count=done.kept_rows),
    )


def _each(sinks: Sequence[Sink]) -> Sink:
    def keep(row: RowVerdict) -> None:
        for sink in sinks:
            sink(row)

    return keep


def _shown(report: ImportReport, questions: Sequence[Question] = ()) -> Imported:
    return Imported(
        report.batch,
        report.applied,
        tuple(_counted(source) for source in report.sources),
        _worded(report.rejects),
        _worded(report.conflicts),
        _worded(report.warnings),
        _worded(report.skipped),
        meaning.asked(questions),
        tuple(one.file for one in questions if one.proposal.dates_asked),
    )


def _counted(source: SourceReport) -> Counted:
    return Counted(source.path, source.kind, source.read, *(getattr(source, verdict) for verdict in VERDICTS))


def _worded(rows: Iterable[RowVerdict | Notice]) -> tuple[Word, ...]:
    return tuple(Word(row.path, row.line, row.reason) for row in rows)


def _table(report: ImportReport) -> Table:
    rows = [
        [source.path, source.read, *(getattr(source, one) for one in VERDICTS)] for source in report.sources
    ]
    return Table(("file", "read", *VERDICTS), rows)


def _words(report: ImportReport, shown: Imported) -> str:
    """What a person reads: a line a file, then what needs a look, then the way on."""
    from acquaint.formats.reasons import REFUSALS

    lines = []
    for source in report.sources:
        parts = [f"{getattr(source, one):,} {one}" for one in VERDICTS if getattr(source, one)]
        lines.append(f"{_file(source.path)}: {', '.join(parts) or _('nothing')}")
    for heading, rows in (
        (_("Not read, or not to the end:"), [one for one in report.skipped if one.code in REFUSALS]),
        (_("Could not be read:"), report.rejects),
        (_("Differs from yours, which was kept:"), report.conflicts),
        (_("Please note:"), report.warnings),
    ):
        if rows:
            lines += ["", heading, *(f"  {_place(row)}  {row.reason}" for row in rows[:SHOWN])]
        if len(rows) > SHOWN:
            more = len(rows) - SHOWN
            lines.append(ngettext("  … and {count} more.", "  … and {count} more.", more).format(count=more))
    if report.skipped:
        lines += ["", _("Not read:"), *_passed_over(report.skipped)]
    if shown.questions or shown.dates_unclear:
        lines += ["", *meaning.words(shown.questions, shown.dates_unclear)]
    return "\n".join([*lines, "", *_way_on(report)])


def _way_on(report: ImportReport) -> Iterator[str]:
    if not report.applied:
        yield _("Nothing was written. Say --apply to bring them in.")
    elif report.undo is None:
        yield _("Everything was here already; nothing was changed.")
    elif report.batch is None:
        yield _("Done. The whole account is here.")
    else:
        yield _("Done. This import is {batch}.").format(batch=report.batch)
        if report.conflicts:
            yield _("`imports show {batch}` lists what is yours to decide.").format(batch=report.batch)


def _passed_over(skipped: Sequence[Notice]) -> Iterator[str]:
    """A line for each reason, with the files that it holds for, the first few by name."""
    by: dict[str, list[str]] = {}
    for one in skipped:
        by.setdefault(one.reason, []).append(_file(one.path))
    for reason, files in by.items():
        more = ", …" if len(files) > NAMED else ""
        yield f"  {', '.join(files[:NAMED])}{more}  {reason}"


def _place(row: RowVerdict | Notice) -> str:
    name = _file(row.path)
    return f"{name}:{row.line}" if row.line else name


def _file(path: str) -> str:
    """The file's own name; of a part ("export.json/note", "people.xlsx/Friends") with that of the file."""
    found = Path(path)
    is_part = found.parent.suffix.lower() in {".json", ".sql", ".xlsx", ".xlsm"}
    return f"{found.parent.name}/{found.name}" if is_part else found.name


def _stands(one: PastImport) -> str:
    if one.undone_on:
        return _("taken back on {day}").format(day=one.undone_on)
    return _("yes") if one.finished else _("broke off: import the same files again")


def _sum(sources: Sequence[SourceCount], verdict: str) -> int:
    return sum(getattr(source, verdict) for source in sources)


@contextmanager
def _progress(ctx: click.Context) -> Iterator[Callable[[Progress], None] | None]:
    """Tell how far it came, on stderr: in place on a terminal, now and then elsewhere."""
    if options_of(ctx).quiet:
        yield None
        return
    live = sys.stderr.isatty()
    told = 0

    def tell(done: Progress) -> None:
        nonlocal told
        if live:
            click.echo(f"\r{done.rows:>9,}  {Path(done.path).name:<40.40}".ljust(_LINE), err=True, nl=False)
        elif done.rows - told >= EVERY:
            told = done.rows
            said = ngettext("{rows} row, {file}", "{rows} rows, {file}", done.rows)
            say(ctx, said.format(rows=f"{done.rows:,}", file=Path(done.path).name))

    try:
        yield tell
    finally:
        if live:
            click.echo("\r" + " " * _LINE + "\r", err=True, nl=False)


@contextmanager
def _verdicts_into(path: Path | None, wanted: set[str]) -> Iterator[Sink | None]:
    """A place for the rows with these verdicts: a CSV that no spreadsheet runs."""
    if path is None:
        yield None
        return
    from acquaint.formats.spreadsheets import lines

    header = ("path", "line", "verdict", "reason", "about", "row")
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        out.writelines(lines(header, ()))

        def keep(row: RowVerdict) -> None:
            if row.verdict in wanted:
                cells = (row.path, row.line, row.verdict, row.reason, row.about, row.raw)
                out.writelines(lines(cells, ()))

        yield keep
