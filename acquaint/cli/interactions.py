"""Contacts at the terminal: logged with everybody who took part, corrected, taken away, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.choices import CHANNELS, one_of
from acquaint.cli.grammar import command, group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.interactions import InteractionCard

COLUMNS = ("id", "on", "kind", "direction", "people", "text")
KINDS = click.Choice(
    ("email", "call", "message", "coffee", "event", "meeting", "interview", "letter", "other")
)
DIRECTIONS = one_of("in", "out", "both")


@command(
    "log",
    examples=(
        "acquaint log coffee ada ben --when 2025-03-01",
        'acquaint log email ada --direction in --note "sent me the list"',
    ),
    see=("acquaint add", "acquaint interaction"),
)
@click.argument("kind", type=KINDS)
@click.argument("who", nargs=-1, required=True)
@click.option("--when", type=DAY, metavar="DATE", help=_("The day it was [today]."))
@click.option("--note", "text", default="", help=_("What it was about."))
@click.option("--direction", type=DIRECTIONS, default="", help=_("in (they), out (you) or both."))
@click.option("--place", default="")
@click.option("--channel", type=CHANNELS, default="")
@scoped
def log(
    ctx: click.Context,
    scope: Scope,
    kind: str,
    who: tuple[str, ...],
    when: Day | None,
    text: str,
    direction: str,
    place: str,
    channel: str,
) -> None:
    """Log a contact of any kind, with one person or several."""
    from acquaint.actions import interactions
    from acquaint.queries import finding

    made = interactions.log(
        scope,
        people=[finding.person(scope, one) for one in who],
        kind=kind,
        on=when.in_scope(scope) if when else None,
        direction=direction,
        text=text,
        place=place,
        channel=channel,
    )
    _show(ctx, scope, "log", made.items[0][1], made.undo)


@group(
    "interaction",
    examples=("acquaint interaction list --with ada", "acquaint interaction edit 7f3kx2 --when 2025-03-01"),
    see=("acquaint log",),
)
def interaction() -> None:
    """Contacts that were logged: list, correct, take away."""


@interaction.command(
    "list", examples=("acquaint interaction list --with ada --limit 5",), see=("acquaint log",)
)
@click.option("--with", "who", metavar="WHO", default=None, help=_("Only with this person."))
@click.option("--limit", default=50, show_default=True, metavar="N", help=_("How many; 0 for all."))
@scoped
def list_interactions(ctx: click.Context, scope: Scope, who: str | None, limit: int) -> None:
    """List contacts, the latest first."""
    from acquaint.queries import finding, interactions

    person = finding.person(scope, who) if who else None
    found = interactions.listed(scope, person=person, limit=max(limit, 0))
    emit(
        ctx,
        "interaction.list",
        found,
        table=Table(COLUMNS, [_row(one) for one in found], _("No contact yet.")),
    )


@interaction.command(
    "edit",
    examples=("acquaint interaction edit 7f3kx2 --when 2025-03-01 --direction both",),
    see=("acquaint interaction list",),
)
@click.argument("interaction_id", metavar="ID")
@click.option("--when", type=DAY, metavar="DATE", help=_("The day it was."))
@click.option("--kind", type=KINDS, default=None)
@click.option("--direction", type=DIRECTIONS, default=None)
@click.option("--note", "text", default=None)
@click.option("--place", default=None)
@scoped
def edit(
    ctx: click.Context,
    scope: Scope,
    interaction_id: str,
    when: Day | None,
    kind: str | None,
    direction: str | None,
    text: str | None,
    place: str | None,
) -> None:
    """Correct a contact."""
    from acquaint.actions import interactions

    made = interactions.edit(
        scope,
        interaction=interaction_id,
        on=when.in_scope(scope) if when else None,
        kind=kind,
        direction=direction or None,
        text=text,
        place=place,
    )
    _show(ctx, scope, "interaction.edit", interaction_id, made.undo)


@interaction.command("remove", examples=("acquaint interaction remove 7f3kx2",), see=("acquaint undo",))
@click.argument("interaction_id", metavar="ID")
@scoped
def remove(ctx: click.Context, scope: Scope, interaction_id: str) -> None:
    """Take a contact away that never was."""
    from acquaint.actions import interactions as acting
    from acquaint.queries import interactions

    card = interactions.show(scope, interaction_id)
    made = acting.remove(scope, interaction=interaction_id)
    emit(ctx, "interaction.remove", card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _show(ctx: click.Context, scope: Scope, name: str, key: str, undo: str | None) -> None:
    from acquaint.queries import interactions

    card = interactions.show(scope, key)
    emit(ctx, name, card, undo=undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: InteractionCard) -> tuple[object, ...]:
    return (one.id, one.on, one.kind, one.direction, [who.name for who in one.people], one.text)
