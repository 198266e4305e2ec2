"""The journal at the terminal: experiences written down, pages kept, all of it listed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from acquaint.cli.choices import one_of
from acquaint.cli.grammar import group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.journals import JournalCard

COLUMNS = ("id", "on", "kind", "person", "text")
KINDS = one_of("entry", "capture", "bookmark")


@group(
    "journal",
    examples=(
        'acquaint journal add "The quiet ward is the one I liked."',
        "acquaint journal list --limit 10",
    ),
    see=("acquaint add",),
)
def journal() -> None:
    """What you experienced on the way, and pages you keep."""


@journal.command(
    "add",
    examples=(
        'acquaint journal add "The quiet ward is the one I liked." --with ada',
        "acquaint journal add --url https://example.org/report",
        "acquaint journal add - < notes.txt",
    ),
    see=("acquaint journal list",),
)
@click.argument("text", required=False, default="")
@click.option("--url", default="", help=_("A page to keep."))
@click.option("--with", "who", metavar="WHO", default=None, help=_("Whom it is about."))
@click.option("--when", type=DAY, metavar="DATE", help=_("The day it was [today]."))
@scoped
def add(ctx: click.Context, scope: Scope, text: str, url: str, who: str | None, when: Day | None) -> None:
    """Write something down, or keep a page; `-` reads the words from standard input."""
    from acquaint.actions import journals
    from acquaint.queries import finding

    made = journals.add(
        scope,
        text=sys.stdin.read() if text == "-" else text,
        url=url,
        person=finding.person(scope, who) if who else None,
        on=when.in_scope(scope) if when else None,
    )
    _show(ctx, scope, "journal.add", made.items[0][1], made.undo)


@journal.command(
    "list",
    examples=("acquaint journal list", "acquaint journal list --kind bookmark"),
    see=("acquaint journal add",),
)
@click.option("--kind", type=KINDS, default="", help=_("Only entries, captured lines or bookmarks."))
@click.option("--with", "who", metavar="WHO", default=None, help=_("Only about this person."))
@click.option("--limit", default=0, metavar="N", help=_("At most so many; 0 for all."))
@scoped
def list_entries(ctx: click.Context, scope: Scope, kind: str, who: str | None, limit: int) -> None:
    """List the journal, newest first."""
    from acquaint.queries import finding, journals

    person = finding.person(scope, who) if who else None
    found = journals.listed(scope, kind=kind, person=person, limit=max(limit, 0))
    emit(ctx, "journal.list", found, table=Table(COLUMNS, [_row(one) for one in found], _("Nothing yet.")))


@journal.command("show", examples=("acquaint journal show 7f3kx2",), see=("acquaint journal list",))
@click.argument("entry")
@scoped
def show(ctx: click.Context, scope: Scope, entry: str) -> None:
    """Show one entry whole."""
    from acquaint.queries import journals

    card = journals.show(scope, entry)
    name = card.person.name if card.person else ""
    head = "  ".join(filter(None, (str(card.on), card.kind, name, card.id)))
    emit(ctx, "journal.show", card, text="\n".join(filter(None, (head, card.text, card.url))))


@journal.command(
    "edit", examples=('acquaint journal edit 7f3kx2 --text "…"',), see=("acquaint journal show",)
)
@click.argument("entry")
@click.option("--text", default=None)
@click.option("--url", default=None)
@click.option("--with", "who", metavar="WHO", default=None, help=_("Whom it is about; empty for nobody."))
@click.option("--when", type=DAY, metavar="DATE")
@scoped
def edit(
    ctx: click.Context,
    scope: Scope,
    entry: str,
    text: str | None,
    url: str | None,
    who: str | None,
    when: Day | None,
) -> None:
    """Change an entry."""
    from acquaint.actions import journals
    from acquaint.queries import finding

    person = finding.person(scope, who) if who else who
    on = when.in_scope(scope) if when else None
    made = journals.edit(scope, entry=entry, text=text, url=url, person=person, on=on)
    _show(ctx, scope, "journal.edit", entry, made.undo)


@journal.command("remove", examples=("acquaint journal remove 7f3kx2",), see=("acquaint undo",))
@click.argument("entry")
@scoped
def remove(ctx: click.Context, scope: Scope, entry: str) -> None:
    """Take an entry out of the journal."""
    from acquaint.actions import journals
    from acquaint.queries import journals as reading

    card = reading.show(scope, entry)
    made = journals.remove(scope, entry=entry)
    emit(ctx, "journal.remove", card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _show(ctx: click.Context, scope: Scope, name: str, key: str, undo: str | None) -> None:
    from acquaint.queries import journals

    card = journals.show(scope, key)
    emit(ctx, name, card, undo=undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: JournalCard) -> tuple[object, ...]:
    words = one.text or one.url
    return (one.id, one.on, one.kind, one.person.name if one.person else "", words)
