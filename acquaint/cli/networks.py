"""At the terminal: the groups among the people you know, who stands between them, where it leans one way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.charted import Community, Map
    from acquaint.models.scope import Scope


@command(
    "map",
    examples=("acquaint map", "acquaint map --format md", "acquaint map --json"),
    see=("acquaint path --help", "acquaint tree", "acquaint fit"),
    help=_("The groups among your people, who stands between them, and where it leans one way."),
)
@scoped
def map_(ctx: click.Context, scope: Scope) -> None:
    """Show the network in words; where everybody stands is told to scripts (--json)."""
    from acquaint.cli.charted import worded
    from acquaint.queries import networks

    found = worded(scope, networks.of(scope))
    rows = [(one.name, one.people, one.talked, _foremost(one)) for one in found.communities]
    heads = (_("group"), _("people"), _("talked with"), _("among them"))
    emit(ctx, "map", found, table=Table(heads, rows, note=_("No group yet.")), text=lambda: _text(found))


def _text(found: Map) -> str:
    return "\n".join(_told(found) if found.people else [_("Nobody is here yet.")])


def _told(found: Map) -> Iterator[str]:
    yield from found.one_sided
    if found.communities:
        yield ""
        yield _("The groups:")
    for one in found.communities:
        talked = _("talked with {talked} of {people}").format(talked=one.talked, people=one.people)
        yield f"• {one.name} ({talked}): {_foremost(one)}"
    for heading, inferred in (
        (_("Who stands between them:"), False),
        (_("Who may stand between them (a guess from dates; ask first):"), True),
    ):
        several = [one for one in found.brokers if one.inferred is inferred]
        if several:
            yield ""
            yield heading
            yield from (f"• {one.text}" for one in several)
    if found.left_out:
        yield ""
        yield _("The map holds {count} people, those you talked with first.").format(count=len(found.people))


def _foremost(one: Community) -> str:
    return ", ".join(person.name for person in one.foremost) + (
        " …" if one.people > len(one.foremost) else ""
    )
