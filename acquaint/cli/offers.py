"""What imports found and ask about, at the terminal: looked at, said yes or no to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.imports.accepting import Answered
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Thing:
    """A row that was made or changed."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """Which questions were answered, what that made, and to how many contacts of before it led."""

    offers: tuple[str, ...]
    made: tuple[Thing, ...]
    joined: int


@command(
    "offers",
    examples=("acquaint imports offers", "acquaint imports offers 7f3kx2m9pq"),
    see=("acquaint imports accept", "acquaint imports decline"),
)
@click.argument("batch", metavar="[ID]", required=False)
@scoped
def offers(ctx: click.Context, scope: Scope, batch: str | None) -> None:
    """List whom and what imports found and left to you: people, introductions, meetings; nothing presses."""
    from acquaint.queries import offers as asking

    found = asking.waiting(scope, batch=batch)
    rows = [[one.id, one.on, one.what, ", ".join(one.reach), one.why] for one in found]
    emit(
        ctx,
        "imports.offers",
        found,
        table=Table(("id", "on", "offer", "reach", "why"), rows, _("Nothing waits.")),
    )


@command(
    "accept",
    examples=(
        "acquaint imports accept 3hd7wq9tzk 8km2nvx4rp",
        "acquaint imports accept 3hd7wq9tzk --as ana",
        'acquaint imports accept 3hd7wq9tzk --name "Ana Duarte"',
    ),
    see=("acquaint imports offers", "acquaint undo"),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--as", "who", metavar="WHO", help=_("It is somebody who is here already."))
@click.option("--name", default="", help=_("What to call them."))
@scoped
def accept(ctx: click.Context, scope: Scope, ids: tuple[str, ...], who: str | None, name: str) -> None:
    """Say yes to what an import offered; whoever is added is joined to their meetings and chats of before."""
    from acquaint.actions.imports import accepting
    from acquaint.queries import finding

    key = finding.person(scope, who) if who else None
    _told(ctx, "imports.accept", accepting.accept(scope, offers=ids, who=key, name=name))


@command(
    "decline",
    examples=("acquaint imports decline 3hd7wq9tzk",),
    see=("acquaint imports offers", "acquaint undo"),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@scoped
def decline(ctx: click.Context, scope: Scope, ids: tuple[str, ...]) -> None:
    """Say no to what an import offered; it is not asked again."""
    from acquaint.actions.imports import accepting

    _told(ctx, "imports.decline", accepting.decline(scope, offers=ids))


def _told(ctx: click.Context, name: str, done: Answered) -> None:
    made = tuple(Thing(noun, key) for noun, key in done.made)
    words = ngettext("Answered.", "Answered {count}.", len(done.offers)).format(count=len(done.offers))
    if done.joined:
        joined = ngettext(
            "Joined to a contact of before.", "Joined to {count} contacts of before.", done.joined
        )
        words = f"{words} {joined.format(count=done.joined)}"
    emit(ctx, name, Said(done.offers, made, done.joined), undo=done.undo, text=words)
