"""Introductions at the terminal: offered to me and given by me, step by step; and the tree they grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.choices import CHANNELS, INTRODUCTION_MODES
from acquaint.cli.grammar import command, group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.changes import Made
    from acquaint.models.scope import Scope
    from acquaint.queries.introductions import IntroductionCard
    from acquaint.queries.trees import Tree

COLUMNS = ("id", "direction", "through", "to", "state", "next", "by")


@group(
    "intro",
    examples=(
        'acquaint intro offered ada "Cleo Ober" --mode use-my-name',
        "acquaint intro give ada ben",
        "acquaint intro list",
    ),
    see=("acquaint tree",),
)
def intro() -> None:
    """Introductions you receive and give."""


def _when(function: Any) -> Any:
    text = _("The day it happened [today].")
    return click.option("--when", "when", type=DAY, metavar="DATE", help=text)(function)


@intro.command(
    "offered",
    examples=(
        'acquaint intro offered ada "Cleo Ober" --mode ask-first --check-back 2025-03-10',
        'acquaint intro offered ada --at "Harbor Clinic"',
    ),
    see=("acquaint intro list",),
)
@click.argument("introducer")
@click.argument("name", required=False, default="")
@click.option("--mode", type=INTRODUCTION_MODES, default="")
@click.option("--at", "organization", default="", help=_("The organization it leads to."))
@click.option("--why", default="", help=_("Why the two of you should meet."))
@click.option("--check-back", type=DAY, metavar="DATE", help=_("The day you agreed to ask again."))
@_when
@scoped
def offered(
    ctx: click.Context,
    scope: Scope,
    introducer: str,
    name: str,
    mode: str,
    organization: str,
    why: str,
    check_back: Day | None,
    when: Day | None,
) -> None:
    """Record that somebody offers to introduce you; a new name becomes a new person."""
    from acquaint.actions import introductions
    from acquaint.queries import finding

    made = introductions.offered(
        scope,
        introducer=finding.person(scope, introducer),
        name=name,
        organization=organization,
        mode=mode,
        why=why,
        check_back_on=check_back.in_scope(scope) if check_back else None,
        on=when.in_scope(scope) if when else None,
    )
    _show(ctx, scope, "intro.offered", made)


@intro.command(
    "give",
    examples=('acquaint intro give ada ben --why "both build clinics"',),
    see=("acquaint intro asked",),
)
@click.argument("one")
@click.argument("other")
@click.option("--why", default="", help=_("Why the two should meet."))
@_when
@scoped
def give(ctx: click.Context, scope: Scope, one: str, other: str, why: str, when: Day | None) -> None:
    """Note the idea to bring two people together; each is asked privately first."""
    from acquaint.actions import introductions
    from acquaint.queries import finding

    first, second = finding.person(scope, one), finding.person(scope, other)
    day = when.in_scope(scope) if when else None
    _show(ctx, scope, "intro.give", introductions.give(scope, one=first, other=second, why=why, on=day))


@intro.command(
    "asked",
    examples=("acquaint intro asked 7f3kx2", "acquaint intro asked 7f3kx2 --of ben"),
    see=("acquaint intro agreed",),
)
@click.argument("intro_id", metavar="ID")
@click.option("--of", "side", metavar="WHO", help=_("Whom of the two, in one you give."))
@_when
@scoped
def asked(ctx: click.Context, scope: Scope, intro_id: str, side: str | None, when: Day | None) -> None:
    """Record that consent was asked for."""
    _consent(ctx, scope, "asked", intro_id, side, when)


@intro.command(
    "agreed",
    examples=("acquaint intro agreed 7f3kx2", "acquaint intro agreed 7f3kx2 --of ben"),
    see=("acquaint intro made",),
)
@click.argument("intro_id", metavar="ID")
@click.option("--of", "side", metavar="WHO", help=_("Whose yes it is, in one you give."))
@_when
@scoped
def agreed(ctx: click.Context, scope: Scope, intro_id: str, side: str | None, when: Day | None) -> None:
    """Record a yes."""
    _consent(ctx, scope, "agreed", intro_id, side, when)


@intro.command("declined", examples=("acquaint intro declined 7f3kx2",), see=("acquaint intro loop",))
@click.argument("intro_id", metavar="ID")
@_when
@scoped
def declined(ctx: click.Context, scope: Scope, intro_id: str, when: Day | None) -> None:
    """Record a no; it stays private."""
    _do(ctx, scope, "declined", intro_id, when)


@intro.command("silent", examples=("acquaint intro silent 7f3kx2",), see=("acquaint intro loop",))
@click.argument("intro_id", metavar="ID")
@_when
@scoped
def silent(ctx: click.Context, scope: Scope, intro_id: str, when: Day | None) -> None:
    """Let an introduction end because the new person never answered."""
    _do(ctx, scope, "silent", intro_id, when)


@intro.command("made", examples=("acquaint intro made 7f3kx2",), see=("acquaint intro loop",))
@click.argument("intro_id", metavar="ID")
@_when
@scoped
def made(ctx: click.Context, scope: Scope, intro_id: str, when: Day | None) -> None:
    """Record that the two are in contact."""
    _do(ctx, scope, "made", intro_id, when)


@intro.command("met", examples=("acquaint intro met 7f3kx2",), see=("acquaint intro loop",))
@click.argument("intro_id", metavar="ID")
@_when
@scoped
def met(ctx: click.Context, scope: Scope, intro_id: str, when: Day | None) -> None:
    """Record that the new person was met."""
    _do(ctx, scope, "met", intro_id, when)


@intro.command(
    "loop",
    examples=("acquaint intro loop 7f3kx2", "acquaint intro loop 7f3kx2 --at outcome"),
    see=("acquaint draft",),
)
@click.argument("intro_id", metavar="ID")
@click.option(
    "--at", type=click.Choice(("connected", "met", "outcome")), help=_("Which news [the next due].")
)
@click.option("--channel", type=CHANNELS, default="")
@_when
@scoped
def loop(ctx: click.Context, scope: Scope, intro_id: str, at: Any, channel: str, when: Day | None) -> None:
    """Record that you told the introducer how it went."""
    _do(ctx, scope, "loop", intro_id, when, at=at, channel=channel)


@intro.command(
    "list", examples=("acquaint intro list", "acquaint intro list --given"), see=("acquaint tree",)
)
@click.option("--received", is_flag=True, help=_("Only those you receive."))
@click.option("--given", is_flag=True, help=_("Only those you give."))
@click.option("--with", "who", metavar="WHO", help=_("Only those that this person is part of."))
@click.option("--all", "everything", is_flag=True, help=_("Declined and silent ones as well."))
@scoped
def list_introductions(
    ctx: click.Context, scope: Scope, received: bool, given: bool, who: str | None, everything: bool
) -> None:
    """List introductions with the step that comes next."""
    from acquaint.queries import finding, introductions

    direction = None if received == given else ("received" if received else "given")
    person = finding.person(scope, who) if who else None
    found = introductions.listed(scope, direction=direction, person=person, over=everything)
    table = Table(
        COLUMNS, [_row(one) for one in found], _("No introduction yet. Ask your last talk for a name.")
    )
    emit(ctx, "intro.list", found, table=table)


@command("tree", examples=("acquaint tree", "acquaint tree --json"), see=("acquaint intro list",))
@scoped
def tree(ctx: click.Context, scope: Scope) -> None:
    """Show who came to you through whom, by generation."""
    from acquaint.queries import trees

    found = trees.tree(scope)
    emit(ctx, "tree", found, text=lambda: _drawn(found))


def _drawn(found: Tree) -> str:
    lines: list[str] = []
    for number, people in enumerate(found.generations, start=1):
        lines.append(_("Generation {number}").format(number=number))
        for one in people:
            through = _("through {name}").format(name=one.through.name) if one.through else ""
            lines.append("  " + "  ".join(filter(None, (one.name, through))))
    news = found.reproduction
    met = ngettext(
        "{count} person met through introductions", "{count} people met through introductions", news.met
    )
    held = ngettext("{count} talk held", "{count} talks held", news.held)
    return "\n".join([*lines, f"{met.format(count=news.met)}, {held.format(count=news.held)}."])


def _consent(
    ctx: click.Context, scope: Scope, verb: str, intro_id: str, side: str | None, when: Day | None
) -> None:
    from acquaint.queries import finding

    _do(ctx, scope, verb, intro_id, when, of=finding.person(scope, side) if side else None)


def _do(ctx: click.Context, scope: Scope, verb: str, intro_id: str, when: Day | None, **more: Any) -> None:
    from acquaint.actions import introductions
    from acquaint.queries import keys

    act = getattr(introductions, verb)
    key = keys.whole(scope, "introduction", intro_id)
    day = when.in_scope(scope) if when else None
    _show(ctx, scope, f"intro.{verb}", act(scope, introduction=key, on=day, **more))


def _show(ctx: click.Context, scope: Scope, name: str, done: Made) -> None:
    from acquaint.queries import introductions

    card = introductions.show(scope, next(key for noun, key in done.items if noun == "introduction"))
    emit(ctx, name, card, undo=done.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: IntroductionCard) -> tuple[object, ...]:
    through = one.introducer or one.introduced
    to = one.introduced if one.direction == "received" else one.other
    target = to or one.organization
    best = one.next.due.ideal if one.next.due else ""
    return (
        one.id,
        one.direction,
        through.name if through else "",
        target.name if target else "",
        one.state,
        one.next.step,
        best,
    )
