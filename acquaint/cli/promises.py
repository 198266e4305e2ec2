"""Promises at the terminal: made, kept, released and listed."""

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
    from acquaint.queries.promises import PromiseCard

COLUMNS = ("id", "by", "person", "promise", "due", "state")


@group(
    "promise",
    examples=('acquaint promise add ada "send the paper" --by 2025-03-07', "acquaint promise list"),
    see=("acquaint today",),
)
def promise() -> None:
    """Promises, yours and theirs."""


@promise.command(
    "add",
    examples=(
        'acquaint promise add ada "send the paper" --by 2025-03-07',
        'acquaint promise add ada "ask her director" --theirs',
    ),
    see=("acquaint promise keep",),
)
@click.argument("who")
@click.argument("text")
@click.option("--by", "due", type=DAY, metavar="DATE", help=_("Until when."))
@click.option("--theirs", is_flag=True, help=_("They promised it to you."))
@scoped
def add(ctx: click.Context, scope: Scope, who: str, text: str, due: Day | None, theirs: bool) -> None:
    """Record what you promised to somebody, or what they promised to you."""
    from acquaint.actions import promises
    from acquaint.queries import finding

    day = due.in_scope(scope) if due else None
    person = finding.person(scope, who)
    made = promises.add(scope, person=person, text=text, theirs=theirs, due_on=day)
    _show(ctx, scope, "promise.add", made)


@promise.command("keep", examples=("acquaint promise keep 7f3kx2",), see=("acquaint promise list",))
@click.argument("promise_id", metavar="ID")
@scoped
def keep(ctx: click.Context, scope: Scope, promise_id: str) -> None:
    """Record that a promise was kept."""
    from acquaint.actions import promises

    _show(ctx, scope, "promise.keep", promises.keep(scope, promise=_whole(scope, promise_id)))


@promise.command("release", examples=("acquaint promise release 7f3kx2",), see=("acquaint promise list",))
@click.argument("promise_id", metavar="ID")
@scoped
def release(ctx: click.Context, scope: Scope, promise_id: str) -> None:
    """Let a promise go: it is no longer expected."""
    from acquaint.actions import promises

    _show(ctx, scope, "promise.release", promises.release(scope, promise=_whole(scope, promise_id)))


@promise.command(
    "move", examples=("acquaint promise move 7f3kx2 --by 2025-03-14",), see=("acquaint promise list",)
)
@click.argument("promise_id", metavar="ID")
@click.option("--by", "due", type=DAY, metavar="DATE", help=_("The new day; without it, none."))
@scoped
def move(ctx: click.Context, scope: Scope, promise_id: str, due: Day | None) -> None:
    """Agree on another day for a promise."""
    from acquaint.actions import promises

    made = promises.renegotiate(
        scope, promise=_whole(scope, promise_id), due_on=due.in_scope(scope) if due else None
    )
    _show(ctx, scope, "promise.move", made)


@promise.command("check", examples=("acquaint promise check 7f3kx2",), see=("acquaint promise release",))
@click.argument("promise_id", metavar="ID")
@scoped
def check(ctx: click.Context, scope: Scope, promise_id: str) -> None:
    """Record that you gently asked after a promise of theirs."""
    from acquaint.actions import promises

    _show(ctx, scope, "promise.check", promises.checked(scope, promise=_whole(scope, promise_id)))


@promise.command(
    "list", examples=("acquaint promise list", "acquaint promise list --theirs"), see=("acquaint today",)
)
@click.option("--mine", is_flag=True, help=_("Only yours."))
@click.option("--theirs", is_flag=True, help=_("Only theirs."))
@click.option("--with", "who", metavar="WHO", help=_("Only with this person."))
@click.option("--all", "everything", is_flag=True, help=_("Kept and released ones as well."))
@scoped
def list_promises(
    ctx: click.Context, scope: Scope, mine: bool, theirs: bool, who: str | None, everything: bool
) -> None:
    """List the promises that are open."""
    from acquaint.queries import finding, promises

    by = None if mine == theirs else ("mine" if mine else "theirs")
    person = finding.person(scope, who) if who else None
    found = promises.listed(scope, by=by, person=person, closed=everything)
    table = Table(COLUMNS, [_row(one) for one in found], _("No promise is open."))
    emit(ctx, "promise.list", found, table=table)


def _whole(scope: Scope, said: str) -> str:
    from acquaint.queries import keys

    return keys.whole(scope, "promise", said)


def _show(ctx: click.Context, scope: Scope, name: str, made: Made) -> None:
    from acquaint.queries import promises

    card = promises.show(scope, made.items[0][1])
    emit(ctx, name, card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: PromiseCard) -> tuple[object, ...]:
    return (one.id, one.by, one.person.name, one.text, one.due, one.state)
