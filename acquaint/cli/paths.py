"""At the terminal: the warm ways to a person, an organization or a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _
from acquaint.messages.ways import TIERS

if TYPE_CHECKING:
    from acquaint.cli.routes import Route, Ways
    from acquaint.models.scope import Scope


@command(
    "path",
    examples=("acquaint path tom", 'acquaint path "Harbor Clinic" --max 1', "acquaint path '#Care' -k 5"),
    see=("acquaint draft intro-request --help", "acquaint tree", "acquaint who --help"),
    help=_("Find through whom to reach a person, an organization or a field."),
)
@click.argument("target")
@click.option(
    "--max",
    "between",
    type=click.IntRange(0, 2),
    default=2,
    show_default=True,
    help=_("How many people may lie in between."),
)
@click.option("-k", "k", type=click.IntRange(1, 20), default=3, show_default=True, help=_("How many ways."))
@scoped
def path(ctx: click.Context, scope: Scope, target: str, between: int, k: int) -> None:
    """Show the best ways, each step with what speaks for it."""
    from acquaint.cli.routes import worded
    from acquaint.queries import paths

    ways = worded(scope, paths.to(scope, target, between=between, k=k))
    rows = [[_way(one), " ".join(step.text for step in one.evidence)] for one in ways.routes]
    table = Table(("way", "why"), rows, note=_nobody(ways))
    emit(ctx, "path", ways, table=table, text=lambda: "\n".join(_told(ways)))


def _nobody(ways: Ways) -> str:
    if ways.closed:
        return _("You are never to contact {name} again, so no way is shown.").format(name=ways.target.name)
    return _("Nobody you know leads to {name} yet.").format(name=ways.target.name)


def _way(route: Route) -> str:
    return " → ".join([_("you"), *(one.name for one in route.people)])


def _told(ways: Ways) -> Iterator[str]:
    if ways.nobody:
        yield _nobody(ways)
    for one in ways.routes:
        yield f"• {_way(one)} ({_(TIERS[one.tier])})"
        for step in one.evidence:
            yield f"  {step.text}" + (f" {_('(a guess from dates; ask first)')}" if step.inferred else "")
        yield from (f"  {line}" for line in (one.where, *one.busy) if line)
