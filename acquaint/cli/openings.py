"""Openings at the terminal: heard of, moved along, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.actions.changes import Made
    from acquaint.models.scope import Scope
    from acquaint.queries.openings import OpeningCard

COLUMNS = ("id", "role", "organization", "from", "state", "heard", "confidential")
STATES = click.Choice(("heard", "asked", "applied", "interviewing", "offer", "no", "withdrawn"))


@group(
    "opening",
    examples=('acquaint opening add "data analyst" "Harbor Clinic" --from ada', "acquaint opening list"),
    see=("acquaint today",),
)
def opening() -> None:
    """Jobs you heard of, and who told you."""


@opening.command(
    "add",
    examples=(
        'acquaint opening add "data analyst" "Harbor Clinic" --from ada',
        'acquaint opening add "team lead" "Harbor Clinic" --from ada --confidential',
    ),
    see=("acquaint opening move",),
)
@click.argument("role")
@click.argument("organization", required=False, default="")
@click.option("--from", "source", metavar="WHO", help=_("Who told you."))
@click.option("--confidential", is_flag=True, help=_("Told in confidence: kept out of drafts and exports."))
@click.option("--notes", default="")
@click.option("--when", type=DAY, metavar="DATE", help=_("The day you heard of it [today]."))
@scoped
def add(
    ctx: click.Context,
    scope: Scope,
    role: str,
    organization: str,
    source: str | None,
    confidential: bool,
    notes: str,
    when: Day | None,
) -> None:
    """Record a job you heard of, and who told you."""
    from acquaint.actions import openings
    from acquaint.queries import finding

    made = openings.add(
        scope,
        role=role,
        organization=organization,
        source=finding.person(scope, source) if source else None,
        confidential=confidential,
        notes=notes,
        heard_on=when.in_scope(scope) if when else None,
    )
    _show(ctx, scope, "opening.add", made)


@opening.command("move", examples=("acquaint opening move 7f3kx2 applied",), see=("acquaint opening list",))
@click.argument("opening_id", metavar="ID")
@click.argument("state", type=STATES)
@scoped
def move(ctx: click.Context, scope: Scope, opening_id: str, state: str) -> None:
    """Move an opening to another state."""
    from acquaint.actions import openings
    from acquaint.queries import keys

    key = keys.whole(scope, "opening", opening_id)
    _show(ctx, scope, "opening.move", openings.move(scope, opening=key, state=state))


@opening.command(
    "list", examples=("acquaint opening list", "acquaint opening list --all"), see=("acquaint opening add",)
)
@click.option("--all", "everything", is_flag=True, help=_("Those that are over as well."))
@scoped
def list_openings(ctx: click.Context, scope: Scope, everything: bool) -> None:
    """List the openings that may still lead somewhere."""
    from acquaint.queries import openings

    found = openings.listed(scope, over=everything)
    table = Table(COLUMNS, [_row(one) for one in found], _("No opening yet. They come from people."))
    emit(ctx, "opening.list", found, table=table)


def _show(ctx: click.Context, scope: Scope, name: str, made: Made) -> None:
    from acquaint.queries import openings

    card = openings.show(scope, next(key for noun, key in made.items if noun == "opening"))
    emit(ctx, name, card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: OpeningCard) -> tuple[object, ...]:
    place = one.organization.name if one.organization else ""
    told = one.source.name if one.source else ""
    return (one.id, one.role, place, told, one.state, one.heard_on, one.confidential or "")
