"""Keep the data safe from the terminal: backup, restore, doctor, and where the data lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.options import options_of
from acquaint.cli.output import emit, say
from acquaint.cli.sessions import clock, confirm, data_folder, open_scope, start_django
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.doctor import Health


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data lies, and whether there is any yet."""

    path: str
    database: str
    exists: bool


@command(
    "backup",
    examples=("acquaint backup ~/Backups", "acquaint backup acquaint-before-the-move.sqlite3"),
    see=("acquaint restore --help", "acquaint doctor --help"),
    help=_("Write a copy of everything to FILE, or into a folder; it is opened again and checked."),
)
@click.argument("file")
@click.pass_context
def backup(ctx: click.Context, file: str) -> None:
    """Write a verified backup."""
    scope = open_scope(ctx)
    from acquaint.actions import backups

    made = backups.backup(scope, to=file)
    words = ngettext(
        "{path}: checked and whole, {people} person, {kib} KiB.",
        "{path}: checked and whole, {people} people, {kib} KiB.",
        made.people,
    )
    emit(ctx, "backup", made, text=words.format(path=made.path, people=made.people, kib=made.bytes // 1024))


@command(
    "restore",
    examples=("acquaint restore acquaint-2026-03-04.sqlite3", "acquaint --data D restore FILE --yes"),
    see=("acquaint backup --help",),
    help=_("Put the backup FILE in place of the current data, which is kept aside."),
)
@click.argument("file")
@click.pass_context
def restore(ctx: click.Context, file: str) -> None:
    """Check a backup, ask, and put it in place."""
    options = options_of(ctx)
    start_django(options)
    from acquaint.actions import backups

    found = backups.inspect(file)
    question = ngettext(
        "Replace the data in {folder} by this backup of {people} person?",
        "Replace the data in {folder} by this backup of {people} people?",
        found.people,
    )
    confirm(ctx, question.format(folder=data_folder(options), people=found.people))
    done = backups.restore(file, now=clock(options.on, "UTC"))
    if done.kept:
        say(ctx, _("What was there before is kept in {path}").format(path=done.kept))
    words = ngettext("Restored: {people} person is back.", "Restored: {people} people are back.", done.people)
    emit(ctx, "restore", done, text=words.format(people=done.people))


@command(
    "doctor",
    examples=("acquaint doctor", "acquaint doctor --json"),
    see=("acquaint backup --help",),
    help=_("Check that all is well with the data; exits 1 only if something is damaged."),
)
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Examine the data and say what was found."""
    health = _examined(ctx)
    marks = {(True, False): "✓", (True, True): "!", (False, False): "✗", (False, True): "✗"}
    rows = [(marks[check.ok, check.warning], check.name, check.detail) for check in health.checks]
    emit(ctx, "doctor", health, text="\n".join(f"{mark} {name:<9} {detail}" for mark, name, detail in rows))
    if not health.ok:
        ctx.exit(1)


def _examined(ctx: click.Context) -> Health:
    """The findings; data too damaged to open is a finding too."""
    start_django(options_of(ctx))
    from django.db import DatabaseError

    from acquaint.actions import doctor as examiner

    try:
        return examiner.examine(open_scope(ctx))
    except DatabaseError as problem:
        return examiner.unreadable(problem)


@command(
    "path-of-data",
    examples=("acquaint path-of-data", 'ls -l "$(acquaint path-of-data)"'),
    see=("acquaint backup --help",),
    help=_("Print the folder that holds your data."),
)
@click.pass_context
def path_of_data(ctx: click.Context) -> None:
    """Say where the data lies without opening it."""
    folder = data_folder(options_of(ctx))
    database = folder / "acquaint.sqlite3"
    place = Place(str(folder), str(database), database.exists())
    emit(ctx, "path-of-data", place, text=str(folder))
