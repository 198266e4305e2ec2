"""History at the terminal: every change, one taken back, one brought again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.undo import Undone
    from acquaint.models.scope import Scope
    from acquaint.queries.history import Deed

COLUMNS = ("id", "at", "what", "undone by")


@command(
    "history",
    examples=("acquaint history", "acquaint history --limit 5 --json"),
    see=("acquaint undo", "acquaint redo"),
)
@click.option("--limit", default=20, show_default=True, metavar="N", help=_("How many; 0 for all."))
@scoped
def history(ctx: click.Context, scope: Scope, limit: int) -> None:
    """List what was done, newest first."""
    from acquaint.queries import history as reading

    found = reading.history(scope, limit=max(limit, 0))
    table = Table(COLUMNS, [_row(scope, one) for one in found], _("Nothing was done yet."))
    emit(ctx, "history", found, table=table)


@command(
    "undo",
    examples=("acquaint undo", "acquaint undo 7f3kx2m9pq"),
    see=("acquaint redo", "acquaint history"),
)
@click.argument("change", metavar="[ID]", required=False)
@scoped
def undo(ctx: click.Context, scope: Scope, change: str | None) -> None:
    """Take the last change back, or the one you name; what later changes need stays, and is named."""
    from acquaint.actions import undo as acting

    _tell(ctx, scope, "undo", acting.undo(scope, change=change), _("Taken back: {what}"))


@command("redo", examples=("acquaint redo",), see=("acquaint undo", "acquaint history"))
@scoped
def redo(ctx: click.Context, scope: Scope) -> None:
    """Do again what was undone last, as long as nothing new was written since."""
    from acquaint.actions import undo as acting

    _tell(ctx, scope, "redo", acting.redo(scope), _("Done again: {what}"))


def _tell(ctx: click.Context, scope: Scope, name: str, done: Undone, words: str) -> None:
    what = _worded(scope, done.what, done.about)
    emit(ctx, name, done, undo=done.undo, text=lambda: words.format(what=what))
    if not done.kept_rows:
        return
    say(ctx, _("Kept, because later changes need it:"))
    for one in done.kept:
        why = _("changed later") if one.why == "changed" else _("needed by something later")
        say(ctx, f"  {one.type}  {one.id}  {one.title}  ({why})")
    if more := done.kept_rows - len(done.kept):
        say(ctx, "  " + ngettext("and {count} more", "and {count} more", more).format(count=more))


def _row(scope: Scope, one: Deed) -> tuple[object, ...]:
    from zoneinfo import ZoneInfo

    at = one.at.astimezone(ZoneInfo(scope.zone)).strftime("%Y-%m-%d %H:%M")
    return (one.id, at, _worded(scope, one.what, one.about), one.undone_by)


def _worded(scope: Scope, what: str, about: str) -> str:
    from acquaint.messages.reasons import Reason, word

    return word(Reason(f"did.{what}", {"about": about}), today=scope.today)
