"""What an import left to decide, at the terminal: one import whole, and keeping mine or taking theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, cast

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.conflicts import Conflict
    from acquaint.queries.imports import Listed, SourceCount

COLUMNS = ("who", "fact", "mine", "theirs", "settled")
FACTS = ("name", "credentials", "connected_on", "profile", "email", "position")


@dataclass(frozen=True, slots=True)
class ImportShown:
    """One past import: what was read, what differs from the owner's own record, what could not be read."""

    id: str
    at: datetime
    about: str
    undone_on: date | None
    sources: tuple[SourceCount, ...]
    conflicts: tuple[Conflict, ...]
    rejects: tuple[Listed, ...]


@command(
    "show",
    examples=("acquaint imports show 7f3kx2m9pq",),
    see=("acquaint imports settle", "acquaint imports undo"),
)
@click.argument("batch", metavar="ID")
@scoped
def show(ctx: click.Context, scope: Scope, batch: str) -> None:
    """Show one import: what it read, and what it left for you to decide."""
    from acquaint.queries import conflicts
    from acquaint.queries import imports as past

    found = conflicts.of_batch(scope, batch=batch)
    rejects = tuple(past.listed(scope, batch=batch, verdict="rejected"))
    [one] = [one for one in past.past(scope) if one.id == batch]
    shown = ImportShown(one.id, one.at, one.about, one.undone_on, one.sources, found, rejects)
    table = Table(COLUMNS, list(_rows(found)), _("Nothing of it is left for you to decide."))
    emit(ctx, "imports.show", shown, table=table)


@command(
    "settle",
    examples=(
        "acquaint imports settle 7f3kx2m9pq mine",
        "acquaint imports settle 7f3kx2m9pq theirs ana",
        "acquaint imports settle 7f3kx2m9pq theirs ana --only position",
    ),
    see=("acquaint imports show", "acquaint undo"),
)
@click.argument("batch", metavar="ID")
@click.argument("take", metavar="mine|theirs", type=click.Choice(["mine", "theirs"]))
@click.argument("who", nargs=-1, metavar="[WHO…]")
@click.option(
    "--only", "facts", multiple=True, type=click.Choice(FACTS), help=_("This fact; may be repeated.")
)
@scoped
def settle(
    ctx: click.Context, scope: Scope, batch: str, take: str, who: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    """Decide where an import and you differ: keep yours, or take the source's word; about all, or some."""
    from acquaint.actions.imports import settling
    from acquaint.queries import conflicts

    found = conflicts.of_batch(scope, batch=batch)
    keys = [_key(scope, one, found) for one in who]
    side = cast("Literal['mine', 'theirs']", take)
    done = settling.settle(scope, batch=batch, take=side, who=keys, facts=facts)
    said = ngettext("Decided about one person.", "Decided about {count} people.", done.people)
    left = ngettext("One more waits.", "{count} more wait.", done.open) if done.open else ""
    words = " ".join(filter(None, (said.format(count=done.people), left.format(count=done.open))))
    emit(ctx, "imports.settle", done, undo=done.undo, text=words)


def _key(scope: Scope, who: str, found: tuple[Conflict, ...]) -> str:
    """Whom the words mean: the owner too, whom no other search finds, by their own name or id."""
    from acquaint.queries import finding

    people = {one.person.id: one.person.name for one in found if one.person}
    named = [key for key, name in people.items() if who == key or who.casefold() == name.casefold()]
    return named[0] if len(named) == 1 else finding.person(scope, who)


def _rows(found: tuple[Conflict, ...]) -> Iterator[list[object]]:
    for one in found:
        if one.person is None:
            yield ["", one.reason, "", "", ""]
        for each in one.differences:
            yield [one.person.name if one.person else "", each.label, each.mine, each.theirs, each.settled]
