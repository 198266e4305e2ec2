"""Interests at the terminal: what people care about, can do, speak or belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.choices import one_of
from acquaint.cli.grammar import group
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.interests import InterestCard

COLUMNS = ("id", "person", "kind", "interest", "heard")
KINDS = one_of("interest", "skill", "language", "place")


@group(
    "interest",
    examples=('acquaint interest add ada "open-water swimming"', "acquaint interest list swimming"),
    see=("acquaint person show",),
)
def interest() -> None:
    """Common ground: what a person cares about."""


@interest.command(
    "add",
    examples=(
        'acquaint interest add ada "open-water swimming"',
        "acquaint interest add ada Welsh --kind language",
    ),
    see=("acquaint interest list",),
)
@click.argument("who")
@click.argument("text")
@click.option("--kind", type=KINDS, default="interest", show_default=True)
@scoped
def add(ctx: click.Context, scope: Scope, who: str, text: str, kind: str) -> None:
    """Record what somebody cares about."""
    from acquaint.actions import interests
    from acquaint.queries import finding

    made = interests.add(scope, person=finding.person(scope, who), text=text, kind=kind or "interest")
    _show(ctx, scope, "interest.add", made.items[0][1], made.undo)


@interest.command(
    "list",
    examples=("acquaint interest list swimming", "acquaint interest list --with ada"),
    see=("acquaint who",),
)
@click.argument("about", required=False, default="")
@click.option("--with", "who", metavar="WHO", default=None, help=_("Only this person's."))
@click.option("--kind", type=KINDS, default="")
@scoped
def list_interests(ctx: click.Context, scope: Scope, about: str, who: str | None, kind: str) -> None:
    """List who cares about what, all of it or one topic."""
    from acquaint.queries import finding, interests

    person = finding.person(scope, who) if who else None
    found = interests.listed(scope, person=person, kind=kind, about=about)
    note = _("Nothing yet. What do they like to talk about?")
    emit(ctx, "interest.list", found, table=Table(COLUMNS, [_row(one) for one in found], note))


@interest.command("show", examples=("acquaint interest show 7f3kx2",), see=("acquaint interest list",))
@click.argument("interest_id", metavar="ID")
@scoped
def show(ctx: click.Context, scope: Scope, interest_id: str) -> None:
    """Show one interest."""
    _show(ctx, scope, "interest.show", interest_id)


@interest.command(
    "edit", examples=('acquaint interest edit 7f3kx2 "cold-water swimming"',), see=("acquaint interest list",)
)
@click.argument("interest_id", metavar="ID")
@click.argument("text")
@scoped
def edit(ctx: click.Context, scope: Scope, interest_id: str, text: str) -> None:
    """Say it in other words."""
    from acquaint.actions import interests

    made = interests.edit(scope, interest=interest_id, text=text)
    _show(ctx, scope, "interest.edit", interest_id, made.undo)


@interest.command("remove", examples=("acquaint interest remove 7f3kx2",), see=("acquaint undo",))
@click.argument("interest_id", metavar="ID")
@scoped
def remove(ctx: click.Context, scope: Scope, interest_id: str) -> None:
    """Take an interest away."""
    from acquaint.actions import interests
    from acquaint.queries import interests as reading

    card = reading.show(scope, interest_id)
    made = interests.remove(scope, interest=interest_id)
    emit(ctx, "interest.remove", card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _show(ctx: click.Context, scope: Scope, name: str, key: str, undo: str | None = None) -> None:
    from acquaint.queries import interests

    card = interests.show(scope, key)
    emit(ctx, name, card, undo=undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: InterestCard) -> tuple[object, ...]:
    return (one.id, one.person.name, one.kind, one.text, one.heard_on)
