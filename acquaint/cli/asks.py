"""Asking somebody to talk, at the terminal: `ask WHO`, and `ask sent|accepted|… WHO` for what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.choices import CHANNELS
from acquaint.cli.grammar import VerbOrName
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.actions.changes import Made
    from acquaint.models.scope import Scope


@click.group(
    "ask",
    cls=VerbOrName,
    default="to",
    examples=(
        'acquaint ask "Ada Moss" --via ben --channel email',
        "acquaint ask sent ada",
        'acquaint ask deferred ada --until 2025-06-01 --words "after the fair"',
        "acquaint ask -- sent",
    ),
    see=("acquaint interview book", "acquaint draft"),
)
def ask() -> None:
    """Ask somebody to talk, and record what came of it; a first word that is a state is the verb."""


def _on(function: Any) -> Any:
    return click.option("--when", "when", type=DAY, metavar="DATE", help=_("The day it happened [today]."))(
        function
    )


@ask.command("to", hidden=True, examples=("acquaint ask ada --channel email",), see=("acquaint ask sent",))
@click.argument("who")
@click.option("--via", metavar="WHO2", help=_("Who brings you together."))
@click.option("--channel", type=CHANNELS, default="", help=_("How you will ask."))
@click.option("--link", default="", help=_("What links you: the first words of a good request."))
@_on
@scoped
def to(
    ctx: click.Context, scope: Scope, who: str, via: str | None, channel: str, link: str, when: Day | None
) -> None:
    """Set out to ask a person for a talk; nothing is sent."""
    from acquaint.actions import asks
    from acquaint.queries import finding

    made = asks.ask(
        scope,
        person=finding.person(scope, who),
        via=finding.person(scope, via) if via else None,
        channel=channel,
        link=link,
        on=when.in_scope(scope) if when else None,
    )
    _show(ctx, scope, "ask", made)


@ask.command("sent", examples=("acquaint ask sent ada --channel email",), see=("acquaint ask",))
@click.argument("who")
@click.option("--channel", type=CHANNELS, default="", help=_("How it went out."))
@_on
@scoped
def sent(ctx: click.Context, scope: Scope, who: str, channel: str, when: Day | None) -> None:
    """Record that the request went out."""
    _do(ctx, scope, "sent", who, when, channel=channel)


@ask.command("nudged", examples=("acquaint ask nudged ada",), see=("acquaint ask expired",))
@click.argument("who")
@click.option("--channel", type=CHANNELS, default="", help=_("How it went out."))
@_on
@scoped
def nudged(ctx: click.Context, scope: Scope, who: str, channel: str, when: Day | None) -> None:
    """Record that the one nudge went out."""
    _do(ctx, scope, "nudged", who, when, channel=channel)


@ask.command("accepted", examples=("acquaint ask accepted ada",), see=("acquaint interview book",))
@click.argument("who")
@click.option("--words", default="", help=_("What they wrote."))
@_on
@scoped
def accepted(ctx: click.Context, scope: Scope, who: str, words: str, when: Day | None) -> None:
    """Record a yes."""
    _do(ctx, scope, "accepted", who, when, words=words)


@ask.command(
    "deferred",
    examples=('acquaint ask deferred ada --until 2025-06-01 --words "after the fair"',),
    see=("acquaint ask",),
)
@click.argument("who")
@click.option("--until", type=DAY, metavar="DATE", help=_("When to ask again."))
@click.option("--words", default="", help=_("What they wrote, to cite when you ask again."))
@_on
@scoped
def deferred(
    ctx: click.Context, scope: Scope, who: str, until: Day | None, words: str, when: Day | None
) -> None:
    """Record a "not now", with the day to come back and their words."""
    _do(ctx, scope, "deferred", who, when, until=until.in_scope(scope) if until else None, words=words)


@ask.command(
    "redirected", examples=('acquaint ask redirected ada "Cleo Ober"',), see=("acquaint intro list",)
)
@click.argument("who")
@click.argument("name", required=False, default="")
@click.option("--to", "to_who", metavar="WHO2", help=_("Somebody you have recorded already."))
@click.option("--words", default="", help=_("What they wrote."))
@_on
@scoped
def redirected(
    ctx: click.Context,
    scope: Scope,
    who: str,
    name: str,
    to_who: str | None,
    words: str,
    when: Day | None,
) -> None:
    """Record that they named somebody else instead."""
    from acquaint.queries import finding

    to = finding.person(scope, to_who) if to_who else ""
    _do(ctx, scope, "redirected", who, when, to=to, to_name=name, words=words)


@ask.command("answered", examples=("acquaint ask answered ada",), see=("acquaint debrief",))
@click.argument("who")
@click.option("--words", default="", help=_("What they wrote."))
@_on
@scoped
def answered(ctx: click.Context, scope: Scope, who: str, words: str, when: Day | None) -> None:
    """Record that they answered in writing: it counts as a talk held."""
    from acquaint.actions import interviews
    from acquaint.queries import finding

    person = finding.person(scope, who)
    made = interviews.written(scope, person=person, words=words, on=when.in_scope(scope) if when else None)
    _show(ctx, scope, "ask.answered", made)


@ask.command("declined", examples=("acquaint ask declined ada",), see=("acquaint draft",))
@click.argument("who")
@click.option("--words", default="", help=_("What they wrote."))
@_on
@scoped
def declined(ctx: click.Context, scope: Scope, who: str, words: str, when: Day | None) -> None:
    """Record a no: the person is kept, and thanked."""
    _do(ctx, scope, "declined", who, when, words=words)


@ask.command("bounced", examples=("acquaint ask bounced ada",), see=("acquaint person edit",))
@click.argument("who")
@_on
@scoped
def bounced(ctx: click.Context, scope: Scope, who: str, when: Day | None) -> None:
    """Record that the message never arrived; it is no refusal."""
    _do(ctx, scope, "bounced", who, when)


@ask.command("expired", examples=("acquaint ask expired ada",), see=("acquaint ask",))
@click.argument("who")
@_on
@scoped
def expired(ctx: click.Context, scope: Scope, who: str, when: Day | None) -> None:
    """Let an unanswered ask rest, without a mark."""
    _do(ctx, scope, "expired", who, when)


@ask.command("list", examples=("acquaint ask list", "acquaint ask list --all"), see=("acquaint today",))
@click.option("--all", "everything", is_flag=True, help=_("Those that were answered as well."))
@scoped
def list_asks(ctx: click.Context, scope: Scope, everything: bool) -> None:
    """List the asks that are open."""
    from acquaint.queries import asks

    found = asks.listed(scope, open_only=not everything)
    rows = [(one.id, one.person.name, one.state, one.channel, one.sent_on, one.until) for one in found]
    columns = ("id", "person", "state", "channel", "sent", "until")
    emit(ctx, "ask.list", found, table=Table(columns, rows, _("No ask is open.")))


def _do(ctx: click.Context, scope: Scope, verb: str, who: str, when: Day | None, **more: Any) -> None:
    from acquaint.actions import asks
    from acquaint.queries import finding

    act = getattr(asks, verb)
    day = when.in_scope(scope) if when else None
    _show(ctx, scope, f"ask.{verb}", act(scope, person=finding.person(scope, who), on=day, **more))


def _show(ctx: click.Context, scope: Scope, name: str, made: Made) -> None:
    from acquaint.queries import asks

    card = asks.show(scope, next(key for noun, key in made.items if noun == "ask"))
    for line in card.warnings:
        say(ctx, line)
    rows = [(card.id, card.person.name, card.state, card.channel, card.sent_on, card.until)]
    columns = ("id", "person", "state", "channel", "sent", "until")
    emit(ctx, name, card, undo=made.undo, table=Table(columns, rows))
