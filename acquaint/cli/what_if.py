"""At the terminal: what keeping in touch would leave alive, as a range with its assumptions beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.supposed import WhatIf
    from acquaint.models.scope import Scope


@command(
    "what-if",
    examples=("acquaint what-if", "acquaint what-if --touches 3 --weeks 12"),
    see=("acquaint today --help", "acquaint bench plan --help"),
    help=_("What keeping in touch would leave alive: a range, with what it rests on."),
)
@click.option("--touches", type=click.IntRange(0, 50), help=_("How many a week; your own energy by default."))
@click.option(
    "--weeks", type=click.IntRange(4, 104), default=26, show_default=True, help=_("How far to look ahead.")
)
@scoped
def what_if(ctx: click.Context, scope: Scope, touches: int | None, weeks: int) -> None:
    """Simulate so many touches a week, and your talks so far as if each had stayed isolated."""
    from acquaint.cli.supposed import worded
    from acquaint.queries import what_if as query

    found = worded(scope, query.of(scope, touches=touches, weeks=weeks))
    rows = [(one.shape, one.half_life, one.counted, one.keeping, one.so_far) for one in found.cases]
    columns = ("shape", "half-life", "counted", "keeping up", "so far")
    table = Table(columns, rows, note=" ".join(found.says))
    emit(ctx, "what-if", found, table=table, text=lambda: "\n".join(_told(found)))


def _told(found: WhatIf) -> Iterator[str]:
    yield from found.says
    if not found.cases:
        return
    if found.courses:
        yield _("Times as much alive as without any, by touches a week:")
        for one in found.courses:
            yield f"  {one.touches}: {one.times.low:.1f} – {one.times.high:.1f}"
    yield _("What this rests on:")
    yield from (f"  • {line}" for line in found.assumptions)
