"""Search at the terminal, over people, notes, talks and organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

COLUMNS = ("type", "id", "title", "snippet")


@command(
    "who",
    examples=("acquaint who swimming", "acquaint who ada bridges", "acquaint who north mill --json"),
    see=("acquaint person show", "acquaint interest list"),
)
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, metavar="N", help=_("How many; 0 for all."))
@scoped
def who(ctx: click.Context, scope: Scope, query: tuple[str, ...], limit: int) -> None:
    """Search people, notes, talks and organizations; the beginning of a word is enough."""
    from acquaint.queries import search

    found = search.who(scope, " ".join(query), limit=max(limit, 0))
    rows = [(one.type, one.id, one.title, one.snippet) for one in found]
    emit(ctx, "who", found, table=Table(COLUMNS, rows, _("Nothing here answers to that.")))
