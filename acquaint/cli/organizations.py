"""Organizations at the terminal: listed, shown, added, corrected, set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import group
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acquaint.models.scope import Scope
    from acquaint.queries.organizations import OrganizationPage

COLUMNS = ("id", "name", "field", "people", "closed")


@group(
    "organization",
    examples=(
        'acquaint organization add Ferncare --field "Health IT"',
        "acquaint organization show ferncare",
    ),
    see=("acquaint person list", "acquaint field"),
)
def organization() -> None:
    """Employers and other places where people work, study or belong."""


@organization.command(
    "list",
    examples=("acquaint organization list", 'acquaint organization list --field "Health IT"'),
    see=("acquaint field list",),
)
@click.option("--field", default="", help=_("Only those of one field."))
@click.option("--all", "everything", is_flag=True, help=_("Those set aside as well."))
@click.option("--limit", default=0, metavar="N", help=_("At most so many; 0 for all."))
@scoped
def list_organizations(ctx: click.Context, scope: Scope, field: str, everything: bool, limit: int) -> None:
    """List organizations by name."""
    from acquaint.queries import organizations

    found = organizations.listed(scope, field=field, closed=everything, limit=max(limit, 0))
    rows = [
        (one.id, one.name, one.field.name if one.field else "", one.people, one.closed_on) for one in found
    ]
    emit(ctx, "organization.list", found, table=Table(COLUMNS, rows, _("No organization yet.")))


@organization.command(
    "show", examples=("acquaint organization show ferncare",), see=("acquaint person list",)
)
@click.argument("which")
@scoped
def show(ctx: click.Context, scope: Scope, which: str) -> None:
    """Show one organization: who is there, who was, what you heard of."""
    _show(ctx, scope, "organization.show", which)


@organization.command(
    "add",
    examples=('acquaint organization add Ferncare --field "Health IT"',),
    see=("acquaint organization edit",),
)
@click.argument("name")
@click.option("--field", default="", help=_("Its industry or line of work."))
@click.option("--notes", "--note", default="")
@scoped
def add(ctx: click.Context, scope: Scope, name: str, field: str, notes: str) -> None:
    """Add an organization; one of that name is kept."""
    from acquaint.actions import organizations

    made = organizations.add(scope, name=name, field=field, notes=notes)
    key = next(key for noun, key in made.items if noun == "organization")
    _show(ctx, scope, "organization.add", key, made.undo)


@organization.command(
    "edit",
    examples=('acquaint organization edit ferncare --name "Ferncare Group"',),
    see=("acquaint organization show",),
)
@click.argument("which")
@click.option("--name", default=None)
@click.option("--field", default=None, help=_("Its field; empty for none."))
@click.option("--notes", "--note", default=None)
@scoped
def edit(
    ctx: click.Context, scope: Scope, which: str, name: str | None, field: str | None, notes: str | None
) -> None:
    """Change what is said of an organization."""
    from acquaint.actions import organizations
    from acquaint.queries import finding

    key = finding.organization(scope, which)
    made = organizations.edit(scope, organization=key, name=name, field=field, notes=notes)
    _show(ctx, scope, "organization.edit", key, made.undo)


@organization.command(
    "close", examples=("acquaint organization close ferncare",), see=("acquaint organization reopen",)
)
@click.argument("which")
@scoped
def close(ctx: click.Context, scope: Scope, which: str) -> None:
    """Set an organization aside: no suggestion leads there."""
    from acquaint.actions import organizations
    from acquaint.queries import finding

    key = finding.organization(scope, which)
    made = organizations.close(scope, organization=key)
    _show(ctx, scope, "organization.close", key, made.undo)


@organization.command(
    "reopen", examples=("acquaint organization reopen ferncare",), see=("acquaint organization close",)
)
@click.argument("which")
@scoped
def reopen(ctx: click.Context, scope: Scope, which: str) -> None:
    """Take an organization up again."""
    from acquaint.actions import organizations
    from acquaint.queries import finding

    key = finding.organization(scope, which)
    made = organizations.reopen(scope, organization=key)
    _show(ctx, scope, "organization.reopen", key, made.undo)


@organization.command(
    "remove", examples=("acquaint organization remove ferncare",), see=("acquaint organization close",)
)
@click.argument("which")
@scoped
def remove(ctx: click.Context, scope: Scope, which: str) -> None:
    """Delete an organization that nothing leads to."""
    from acquaint.actions import organizations
    from acquaint.queries import finding
    from acquaint.queries import organizations as reading

    page = reading.show(scope, finding.organization(scope, which))
    made = organizations.remove(scope, organization=page.id)
    emit(ctx, "organization.remove", page, undo=made.undo, text=lambda: "\n".join(_lines(page)))


def _show(ctx: click.Context, scope: Scope, name: str, which: str, undo: str | None = None) -> None:
    from acquaint.queries import organizations

    page = organizations.show(scope, which)
    emit(ctx, name, page, undo=undo, text=lambda: "\n".join(_lines(page)))


def _lines(page: OrganizationPage) -> Iterator[str]:
    yield "  ".join(filter(None, (page.name, page.field.name if page.field else "", page.id)))
    if page.closed_on:
        yield "  " + _("set aside on {day}").format(day=page.closed_on)
    yield from (f"  {line}" for line in page.notes.splitlines())
    for heading, people in ((_("There now"), page.people), (_("There before"), page.former)):
        if people:
            yield from ("", heading)
        for one in people:
            yield "  " + "  ".join(filter(None, (one.name, one.title, one.stage.replace("_", " "))))
    if page.openings:
        yield from ("", _("Openings"))
    for opening in page.openings:
        yield f"  {opening.role}  {opening.state}  {opening.heard_on}"
