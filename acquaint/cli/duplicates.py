"""The same person twice, at the terminal: who may be, and saying that two are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import group
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.alike import Alike
    from acquaint.models.scope import Scope

COLUMNS = ("a", "b", "for", "against")
CALIBRATED = ("said", "one person", "pairs")
SAID = 3  # reasons in a line of the table


@group(
    "duplicates",
    invoke_without_command=True,
    examples=(
        "acquaint duplicates",
        "acquaint duplicates --limit 10 --json",
        "acquaint duplicates apart 7f3kx2m9pq 2hw8rt5nda",
    ),
    see=("acquaint person merge",),
)
@click.option("--limit", default=0, metavar="N", help=_("At most so many pairs; 0 for all."))
@click.pass_context
def duplicates(ctx: click.Context, limit: int) -> None:
    """Who may be here twice, and why, the strongest suspicion first."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(_suspected, limit=limit)


@scoped
def _suspected(ctx: click.Context, scope: Scope, *, limit: int) -> None:
    from acquaint.cli import alike
    from acquaint.queries import duplicates as looking

    found = alike.worded(scope, looking.find(scope, limit=max(limit, 0)))
    rows = [_row(one) for one in found]
    emit(ctx, "duplicates", found, table=Table(COLUMNS, rows, _("Nobody seems to be here twice.")))


@duplicates.command(
    "apart",
    examples=("acquaint duplicates apart 7f3kx2m9pq 2hw8rt5nda",),
    see=("acquaint person merge", "acquaint undo"),
)
@click.argument("who")
@click.argument("other")
@scoped
def apart(ctx: click.Context, scope: Scope, who: str, other: str) -> None:
    """Say that two entries are two people: the pair is not asked about again."""
    from acquaint.actions import duplicates as telling
    from acquaint.cli.alike import Apart
    from acquaint.queries import finding, recaps
    from acquaint.queries.cards import Named

    a, b = finding.person(scope, who), finding.person(scope, other)
    undo = telling.tell_apart(scope, a=a, b=b).undo
    pair = Apart(*(Named(key, recaps.who(scope, key).name) for key in (a, b)))
    words = _("{a} and {b} are two people.").format(a=pair.a.name, b=pair.b.name)
    emit(ctx, "duplicates.apart", pair, undo=undo, text=words)


@duplicates.command(
    "calibration",
    examples=("acquaint duplicates calibration", "acquaint duplicates calibration --json"),
    see=("acquaint duplicates", "acquaint right"),
)
@scoped
def calibration(ctx: click.Context, scope: Scope) -> None:
    """How what was said of pairs held against what you decided; told from fifty decisions on."""
    from acquaint.queries import decisions

    found = decisions.calibration(scope)
    rows = [(f"{band.said:.0%}", f"{band.seen:.0%}", str(band.pairs)) for band in found.bands]
    told = _("Suggested pairs that you decided on: {decided}. From {needed} on this tells what was right.")
    note = told.format(decided=found.decided, needed=found.needed)
    emit(ctx, "duplicates.calibration", found, table=Table(CALIBRATED, rows, note))


def _row(one: Alike) -> tuple[str, ...]:
    sides = (f"{side.name}  {side.id}" for side in (one.a, one.b))
    return (*sides, " ".join(one.reasons[:SAID]), " ".join(one.against[:SAID]))
