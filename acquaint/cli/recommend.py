"""At the terminal: whom you could name for an opening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.recommended import Recommended
    from acquaint.models.scope import Scope


@command(
    "recommend",
    examples=('acquaint recommend "data analyst"', 'acquaint recommend "german nursing" --limit 5'),
    see=("acquaint who --help", "acquaint intro give --help"),
    help=_("Whom you could name for an opening: a role, or skills."),
)
@click.argument("words")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help=_("0 for all."))
@scoped
def recommend(ctx: click.Context, scope: Scope, words: str, limit: int) -> None:
    """List people with the reasons why they come to mind; ask them before you name them."""
    from acquaint.cli.recommended import worded
    from acquaint.queries import recommend as query

    found = worded(scope, query.people(scope, words, limit=limit))
    rows = [(one.person.name, " ".join(one.why)) for one in found]
    table = Table(("person", "why"), rows, note=_("Nobody comes to mind for that yet."))
    emit(ctx, "recommend", found, table=table, text=lambda: "\n".join(_told(found)))


def _told(found: tuple[Recommended, ...]) -> Iterator[str]:
    if not found:
        yield _("Nobody comes to mind for that yet.")
    for one in found:
        yield f"• {one.person.name}"
        yield from (f"  {line}" for line in one.why)
