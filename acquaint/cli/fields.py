"""Fields at the terminal: listed, shown, added, moved between their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.choices import one_of
from acquaint.cli.grammar import group
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acquaint.models.scope import Scope
    from acquaint.queries.fields import FieldPage

COLUMNS = ("id", "name", "state", "since", "organizations", "people", "met")
STATES = one_of("candidate", "exploring", "preferred", "parked", "ruled_out")


@group(
    "field",
    examples=('acquaint field add "Health IT"', 'acquaint field edit "Health IT" --state exploring'),
    see=("acquaint organization",),
)
def field() -> None:
    """Industries and lines of work that you explore."""


@field.command("list", examples=("acquaint field list", "acquaint field list --state exploring"))
@click.option("--state", type=STATES, default="", help=_("Only fields in this state."))
@scoped
def list_fields(ctx: click.Context, scope: Scope, state: str) -> None:
    """List fields by name."""
    from acquaint.queries import fields

    found = fields.listed(scope, state=state)
    rows = [
        (one.id, one.name, one.state.replace("_", " "), one.state_on, one.organizations, one.people, one.met)
        for one in found
    ]
    emit(ctx, "field.list", found, table=Table(COLUMNS, rows, _("No field yet.")))


@field.command("show", examples=('acquaint field show "Health IT"',), see=("acquaint organization list",))
@click.argument("which")
@scoped
def show(ctx: click.Context, scope: Scope, which: str) -> None:
    """Show one field: its organizations and the people you know there."""
    _show(ctx, scope, "field.show", which)


@field.command(
    "add", examples=('acquaint field add "Health IT" --state exploring',), see=("acquaint field edit",)
)
@click.argument("name")
@click.option("--state", type=STATES, default="candidate", show_default=True)
@click.option("--notes", "--note", default="")
@scoped
def add(ctx: click.Context, scope: Scope, name: str, state: str, notes: str) -> None:
    """Add a field, or move the one of that name to a state."""
    from acquaint.actions import fields

    made = fields.add(scope, name=name, state=state or "candidate", notes=notes)
    key = next(key for noun, key in made.items if noun == "field")
    _show(ctx, scope, "field.add", key, made.undo)


@field.command(
    "edit",
    examples=(
        'acquaint field edit "Health IT" --state ruled_out',
        'acquaint field edit bees --name "Bee keeping"',
    ),
    see=("acquaint field list",),
)
@click.argument("which")
@click.option("--name", default=None)
@click.option("--state", type=STATES, default=None, help=_("Every state can be taken back."))
@click.option("--notes", "--note", default=None)
@scoped
def edit(
    ctx: click.Context, scope: Scope, which: str, name: str | None, state: str | None, notes: str | None
) -> None:
    """Change what is said of a field."""
    from acquaint.actions import fields
    from acquaint.queries import finding

    key = finding.field(scope, which)
    made = fields.edit(scope, field=key, name=name, state=state or None, notes=notes)
    _show(ctx, scope, "field.edit", key, made.undo)


@field.command("remove", examples=("acquaint field remove bees",), see=("acquaint field edit",))
@click.argument("which")
@scoped
def remove(ctx: click.Context, scope: Scope, which: str) -> None:
    """Delete a field that nothing stands in."""
    from acquaint.actions import fields
    from acquaint.queries import fields as reading

    page = reading.show(scope, which)
    made = fields.remove(scope, field=page.id)
    emit(ctx, "field.remove", page, undo=made.undo, text=lambda: "\n".join(_lines(page)))


def _show(ctx: click.Context, scope: Scope, name: str, which: str, undo: str | None = None) -> None:
    from acquaint.queries import fields

    page = fields.show(scope, which)
    emit(ctx, name, page, undo=undo, text=lambda: "\n".join(_lines(page)))


def _lines(page: FieldPage) -> Iterator[str]:
    since = _("since {day}").format(day=page.state_on) if page.state_on else ""
    yield "  ".join(filter(None, (page.name, page.state.replace("_", " "), since, page.id)))
    yield from (f"  {line}" for line in page.notes.splitlines())
    for heading, rows in ((_("Organizations"), page.organizations), (_("People"), page.people)):
        if rows:
            yield from ("", heading, *(f"  {one.name}" for one in rows))
