"""The plan at the terminal: suggestions with their reasons, putting one off, letting a person rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.moments import DAY, Day
from acquaint.cli.options import options_of
from acquaint.cli.output import Table, emit
from acquaint.cli.plans import Shown, shown
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.cli.planned import Today
    from acquaint.models.scope import Scope
    from acquaint.queries.plan import Plan

COLUMNS = ("id", "what", "why", "due")


@dataclass(frozen=True, slots=True)
class PutOff:
    """A suggestion that waits until a day."""

    id: str
    until: date


@dataclass(frozen=True, slots=True)
class Resting:
    """A person at rest, with thanks; `until` is open where no day was named."""

    id: str
    name: str
    rested_on: date
    until: date | None


@command(
    "today",
    examples=("acquaint today", "acquaint today --week", "acquaint today --on 2025-03-03 --json"),
    see=("acquaint draft", "acquaint later", "acquaint settings"),
)
@click.option("--week", is_flag=True, help=_("What is good to do until the week is over."))
@scoped
def today(ctx: click.Context, scope: Scope, week: bool) -> None:
    """Show the plan for today, within your capacity."""
    from acquaint.queries import plan

    found = plan.today(scope, week=week)
    options = options_of(ctx)
    told = _worded(scope, found, whole=options.json or options.format == "jsonl")
    table = Table(COLUMNS, [(one.id, one.headline, one.reason, one.due.latest) for one in told.suggestions])
    emit(ctx, "today", told, table=table, text=lambda: "\n".join(_page(told, waiting=len(found.later))))


@command(
    "later",
    examples=("acquaint later drifted:7f3kx2abcd", "acquaint later nudge:7f3kx2abcd --until 2025-03-10"),
    see=("acquaint today", "acquaint rest"),
)
@click.argument("suggestion", metavar="ID")
@click.option("--until", type=DAY, metavar="DATE", help=_("The day it comes back."))
@scoped
def later(ctx: click.Context, scope: Scope, suggestion: str, until: Day | None) -> None:
    """Put a suggestion off: what is owed until tomorrow, anything else for a week, or until a day."""
    from acquaint.actions import touches

    made = touches.later(scope, suggestion=suggestion, until=until.in_scope(scope) if until else None)
    put = PutOff(made.id, made.until)
    emit(ctx, "later", put, undo=made.undo, text=_("Put off until {day}.").format(day=put.until))


@command(
    "rest",
    examples=("acquaint rest ada", "acquaint rest ada --until 2025-09-01"),
    see=("acquaint today", "acquaint person close"),
)
@click.argument("who")
@click.option("--until", type=DAY, metavar="DATE", help=_("Until when; without it, until they are in touch."))
@click.option("--why", default="", help=_("A word for yourself."))
@scoped
def rest(ctx: click.Context, scope: Scope, who: str, until: Day | None, why: str) -> None:
    """Let a person rest, with thanks: nothing is suggested until then, and nothing counts as missed."""
    from acquaint.actions import touches
    from acquaint.queries import finding

    key = finding.person(scope, who)
    day = until.in_scope(scope) if until else None
    made = touches.rest(scope, who=key, until=day, why=why)
    resting = Resting(made.id, made.name, made.rested_on, made.until)
    said = _("{name} rests, with thanks.").format(name=resting.name)
    emit(ctx, "rest", resting, undo=made.undo, text=said)


def _worded(scope: Scope, found: Plan, *, whole: bool) -> Today:
    """Word a plan; of what can wait a page only needs the first."""
    from acquaint.cli.planned import Today
    from acquaint.messages.reasons import word

    return Today(
        on=found.on,
        capacity=found.capacity,
        touched=found.touched,
        greeting=word(found.greeting, today=found.on) if found.greeting else None,
        suggestions=shown(scope, found.suggestions),
        later=shown(scope, found.later if whole else found.later[:1]),
        interviews=found.interviews,
        promises=found.promises,
    )


def _page(told: Today, *, waiting: int) -> Iterator[str]:
    yield f"{told.on:%A}, {told.on.day} {told.on:%B}"
    if told.greeting:
        yield told.greeting
    if not told.suggestions:
        yield _("Nothing is waiting today. Who did you talk to last?")
    for one in told.suggestions:
        yield from _thing(told.on, one)
    for talk in told.interviews[:3]:
        yield ""
        said = ngettext(
            "{at}  {name}, {mode}, {minutes} minute", "{at}  {name}, {mode}, {minutes} minutes", talk.minutes
        )
        yield said.format(
            at=f"{talk.at:%a %Y-%m-%d %H:%M}", name=talk.person.name, mode=talk.mode, minutes=talk.minutes
        )
    if told.later:
        yield ""
        said = ngettext(
            "{count} more can wait, until {day}.", "{count} more can wait; the first on {day}.", waiting
        )
        yield said.format(count=waiting, day=told.later[0].due.from_)


def _thing(on: date, one: Shown) -> Iterator[str]:
    from textwrap import fill

    from acquaint.messages.days import best

    yield ""
    yield f"• {one.headline}"
    yield fill(one.reason, 78, initial_indent="  ", subsequent_indent="  ")
    draft = f"   acquaint draft {one.draft} {one.person.id}" if one.draft and one.person else ""
    yield f"  [{one.id}]  {best(one.due.latest, on)}{draft}"
