"""Advice at the terminal: what people told you to do, and that you did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.advice import AdviceCard

COLUMNS = ("id", "person", "advice", "will", "done", "told")


@group(
    "advice",
    examples=("acquaint advice list", "acquaint advice done 7f3kx2abcd"),
    see=("acquaint debrief", "acquaint draft"),
)
def advice() -> None:
    """Advice you were given, and what came of it."""


@advice.command("list", examples=("acquaint advice list", "acquaint advice list --with ada --all"))
@click.option("--with", "who", metavar="WHO", help=_("Only what this person advised."))
@click.option("--all", "everything", is_flag=True, help=_("What they know you did as well."))
@scoped
def list_advice(ctx: click.Context, scope: Scope, who: str | None, everything: bool) -> None:
    """List the advice that you have not reported back on."""
    from acquaint.queries import advice as reading
    from acquaint.queries import finding

    person = finding.person(scope, who) if who else None
    found = reading.listed(scope, person=person, told=everything)
    note = _("No advice waits. A debrief line “advice: …” keeps some.")
    emit(ctx, "advice.list", found, table=Table(COLUMNS, [_row(one) for one in found], note))


@advice.command("done", examples=("acquaint advice done 7f3kx2abcd",), see=("acquaint draft",))
@click.argument("advice_id", metavar="ID")
@click.option("--when", type=DAY, metavar="DATE", help=_("The day you did it [today]."))
@scoped
def done(ctx: click.Context, scope: Scope, advice_id: str, when: Day | None) -> None:
    """Record that you followed advice; telling them is suggested from then on."""
    from acquaint.actions import touches
    from acquaint.queries import advice as reading
    from acquaint.queries import keys

    line = keys.whole(scope, "advice", advice_id)
    made = touches.followed(scope, line=line, on=when.in_scope(scope) if when else None)
    card = reading.show(scope, line)
    emit(ctx, "advice.done", card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: AdviceCard) -> tuple[object, ...]:
    return (one.id, one.person.name, one.text, one.will, one.done_on, one.told_on)
