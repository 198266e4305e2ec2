"""At the terminal: whether what was said of people's words came true, and who answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.messages.tongue import Tongue
    from acquaint.models.scope import Scope
    from acquaint.queries.forecasts import Record, Right


@command(
    "right",
    examples=("acquaint right", "acquaint right --json"),
    see=("acquaint recall --help", "acquaint bench predict --own"),
    help=_("Was I right? What was said of people's words, and what came."),
)
@scoped
def right(ctx: click.Context, scope: Scope) -> None:
    """Show the record of forecasts, over everybody together, once there are enough of them."""
    from acquaint.queries import forecasts

    found = forecasts.right(scope)
    rows = [
        (name, line.band, line.n, line.said, line.came, line.low, line.high)
        for name, record in (("written down", found.written), ("looked back", found.looked_back))
        for line in record.lines
    ]
    table = Table(
        ("record", "band", "months", "said", "came", "low", "high"), rows, note=_("Not enough yet.")
    )
    emit(ctx, "right", found, table=table, text=lambda: "\n".join(_told(found)))


def _told(found: Right) -> Iterator[str]:
    from acquaint.messages import rightness
    from acquaint.messages.tongue import Tongue

    tongue = Tongue(_, ngettext)
    yield _("Written down each month before the answer was known:")
    yield from _record(found.written, found.needed, tongue)
    if not found.written.enough and found.next_on:
        yield "  " + _("The next ones are over on {day}.").format(day=found.next_on)
    yield _("Looked back on, as if it had been said then:")
    yield from _record(found.looked_back, found.needed, tongue)
    yield _("Who answers you within fourteen days:")
    for one in found.replies:
        told = rightness.counted(one.answered, one.sent, tongue)
        yield f"  {rightness.before(one.before, tongue)}: {told}"
    if not found.replies:
        yield "  " + rightness.waiting(found.messages, found.needed, tongue)


def _record(record: Record, needed: int, tongue: Tongue) -> Iterator[str]:
    from acquaint.messages import rightness

    if record.said is None or record.came is None:
        yield "  " + rightness.far(record.n, needed, tongue)
        return
    yield "  " + rightness.summed(record.n, record.said, record.came, tongue)
    for line in record.lines:
        yield "  " + _("{band}: {share} to be expected, a word in {counted}").format(
            band=rightness.band(line.band, tongue),
            share=rightness.share(line.said, tongue),
            counted=rightness.counted(line.came, line.n, tongue),
        )
