"""The owner's choices at the terminal: read them, or set one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@command(
    "settings",
    examples=(
        "acquaint settings",
        "acquaint settings energy little",
        "acquaint settings search pause",
        'acquaint settings looking-for "a nurse who wants to make hospital software kinder"',
    ),
    see=("acquaint today",),
)
@click.argument("name", required=False)
@click.argument("value", required=False)
@scoped
def settings(ctx: click.Context, scope: Scope, name: str | None, value: str | None) -> None:
    """Show your choices, or set one: energy, search, zone, weekend, formality, name, what you look for."""
    from acquaint.actions import settings as choices
    from acquaint.queries import settings as query

    undo = None
    if name is not None and value is not None:
        undo = choices.set_(scope, name=name, value=value).undo
    found = query.listed(scope) if name is None else (query.shown(scope, name),)
    if undo and name == "search":
        say(ctx, _greeting(found[0].value))
    rows = [(one.name, one.value, one.about) for one in found]
    emit(ctx, "settings", found, undo=undo, table=Table((_("name"), _("value"), _("about")), rows))


def _greeting(search: str) -> str:
    if search == "paused":
        return _("Your search rests. `settings search resume` takes it up again; nothing will be late.")
    return _("Good to see you. Nothing is late.")
