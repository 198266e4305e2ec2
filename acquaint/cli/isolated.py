"""At the terminal: talks that nothing has followed, and whom it is easiest to go back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.carried_on import Isolated
    from acquaint.models.scope import Scope
    from acquaint.queries.back import WayBack


@command(
    "isolated",
    examples=("acquaint isolated", "acquaint isolated --json"),
    see=("acquaint back", "acquaint draft", "acquaint rest"),
)
@scoped
def isolated(ctx: click.Context, scope: Scope) -> None:
    """List the conversations that nothing has followed yet; it is never too late."""
    from acquaint.cli.carried_on import Isolated
    from acquaint.messages.reasons import word
    from acquaint.queries import isolated as query

    found = query.talks(scope)
    headline = word(found.headline, today=scope.today)
    told = Isolated(found.held, found.carried, headline, found.isolated)
    rows = [(one.interview, one.person.name, f"{one.at:%Y-%m-%d %H:%M}") for one in told.isolated]
    table = Table(("interview", "person", "at"), rows, note=headline)
    emit(ctx, "isolated", told, table=table, text=lambda: "\n".join(_waiting(told)))


@command(
    "back",
    examples=("acquaint back", "acquaint back --limit 5"),
    see=("acquaint isolated", "acquaint draft"),
)
@click.option("--limit", type=click.IntRange(min=0), default=0, help=_("How many; 0 for all."))
@scoped
def back(ctx: click.Context, scope: Scope, limit: int) -> None:
    """List whom it is easiest to go back to, with what to take up again."""
    from acquaint.queries import back as query

    found = query.people(scope, limit=limit)
    rows = [(one.person.name, one.last, one.topic, one.advice, one.promised) for one in found]
    table = Table(("person", "last", "topic", "advice", "promised"), rows, note=_("Nobody yet."))
    emit(ctx, "back", found, table=table, text=lambda: "\n".join(_ways(found)))


def _waiting(told: Isolated) -> Iterator[str]:
    yield f"{told.headline}."
    for one in told.isolated:
        day = f"{one.at:%Y-%m-%d}"
        yield _("• {name}, {day}: a word from you is welcome.").format(name=one.person.name, day=day)


def _ways(found: tuple[WayBack, ...]) -> Iterator[str]:
    if not found:
        yield _("Nobody yet. Your first conversation opens the first door.")
    for one in found:
        yield f"• {one.person.name}" + (f"  ({one.last})" if one.last else "")
        lines = (
            (_("Last: {text}"), one.topic),
            (_("They advised: {text}"), one.advice),
            (_("You did: {text}"), one.did),
            (_("You promised: {text}"), "; ".join(one.promised)),
        )
        yield from (f"  {line.format(text=text)}" for line, text in lines if text)
