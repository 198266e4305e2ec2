"""Interviews at the terminal: booked, confirmed, moved, called off, missed, held and listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from acquaint.cli.choices import MODES, SIDES
from acquaint.cli.grammar import group
from acquaint.cli.moments import DAY, MOMENT, Day
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.actions.changes import Made
    from acquaint.models.scope import Scope
    from acquaint.queries.interviews import InterviewCard

F = TypeVar("F", bound=Callable[..., Any])

COLUMNS = ("id", "at", "person", "mode", "minutes", "state")


@group(
    "interview",
    examples=(
        "acquaint interview book ada --at 2025-03-04T10:00 --mode coffee",
        "acquaint interview hold ada",
        "acquaint interview list",
    ),
    see=("acquaint ask", "acquaint prep", "acquaint debrief"),
)
def interview() -> None:
    """Interviews: book, confirm, move, call off, hold and list them."""


def _at(*, required: bool) -> Callable[[F], F]:
    text = _("When, as 2025-03-04T10:00 in your zone.")
    return click.option("--at", type=MOMENT, metavar="TIME", required=required, help=text)


def _when(function: F) -> F:
    text = _("The day it happened [today].")
    return click.option("--when", "when", type=DAY, metavar="DATE", help=text)(function)


@interview.command(
    "book",
    examples=(
        "acquaint interview book ada --at 2025-03-04T10:00 --minutes 20",
        'acquaint interview book ada --at 2025-03-04T10:00 --mode coffee --place "Café Anton"',
    ),
    see=("acquaint prep",),
)
@click.argument("who")
@_at(required=True)
@click.option("--minutes", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--mode", type=MODES, default="call", show_default=True)
@click.option("--place", default="", help=_("Where, or the link to join."))
@click.option("--phone", default="", help=_("The number to call."))
@click.option("--zone", default="", help=_("Time zone of --at, such as Europe/Berlin [yours]."))
@click.option("--with", "guests", metavar="WHO", multiple=True, help=_("Somebody else who joins."))
@scoped
def book(ctx: click.Context, scope: Scope, who: str, guests: tuple[str, ...], **more: Any) -> None:
    """Book an interview; the ask is thereby accepted, and a past time is fine."""
    from acquaint.actions import interviews
    from acquaint.queries import finding

    there = [finding.person(scope, guest) for guest in guests]
    made = interviews.book(scope, person=finding.person(scope, who), guests=there, **more)
    _show(ctx, scope, "interview.book", made)


@interview.command(
    "confirm", examples=("acquaint interview confirm ada --phone 555-0100",), see=("acquaint prep",)
)
@click.argument("who")
@click.option("--phone", default="", help=_("The number to call."))
@_when
@scoped
def confirm(ctx: click.Context, scope: Scope, who: str, phone: str, when: Day | None) -> None:
    """Record that the time was confirmed."""
    _do(ctx, scope, "confirm", who, phone=phone, on=when.in_scope(scope) if when else None)


@interview.command(
    "reschedule",
    examples=("acquaint interview reschedule ada --at 2025-03-06T10:00",),
    see=("acquaint draft",),
)
@click.argument("who")
@_at(required=True)
@click.option("--minutes", type=click.IntRange(min=1), default=None)
@click.option("--mode", type=MODES, default="")
@click.option("--place", default="", help=_("Where, or the link to join."))
@click.option("--zone", default="", help=_("Time zone of --at [that of the booking]."))
@scoped
def reschedule(ctx: click.Context, scope: Scope, who: str, **more: Any) -> None:
    """Move an interview to another time; the third time, the next move is theirs."""
    _do(ctx, scope, "reschedule", who, **more)


@interview.command("cancel", examples=("acquaint interview cancel ada --by them",), see=("acquaint draft",))
@click.argument("who")
@click.option("--by", type=SIDES, default="", help=_("Who called it off."))
@_when
@scoped
def cancel(ctx: click.Context, scope: Scope, who: str, by: str, when: Day | None) -> None:
    """Record that an interview was called off."""
    _do(ctx, scope, "cancel", who, by=by, on=when.in_scope(scope) if when else None)


@interview.command(
    "no-show",
    examples=("acquaint interview no-show ada", "acquaint interview no-show ada --by me"),
    see=("acquaint draft",),
)
@click.argument("who")
@click.option("--by", type=SIDES, default="them", show_default=True, help=_("Who did not come."))
@_when
@scoped
def no_show(ctx: click.Context, scope: Scope, who: str, by: str, when: Day | None) -> None:
    """Record that somebody did not come; if it was you, an apology is promised."""
    _do(ctx, scope, "no_show", who, by=by, on=when.in_scope(scope) if when else None)


@interview.command(
    "hold",
    examples=(
        "acquaint interview hold ada",
        "acquaint interview hold ada --at 2025-03-04T10:00 --minutes 40",
    ),
    see=("acquaint debrief",),
)
@click.argument("who")
@_at(required=False)
@click.option("--minutes", type=click.IntRange(min=1), default=None, help=_("How long it really took."))
@click.option("--mode", type=MODES, default="")
@click.option("--place", default="")
@click.option("--with", "guests", metavar="WHO", multiple=True, help=_("Somebody else who was there."))
@scoped
def hold(
    ctx: click.Context, scope: Scope, who: str, at: datetime | None, guests: tuple[str, ...], **more: Any
) -> None:
    """Record that an interview took place, booked or not."""
    from acquaint.queries import finding

    _do(ctx, scope, "hold", who, at=at, guests=[finding.person(scope, guest) for guest in guests], **more)


@interview.command("unsafe", examples=("acquaint interview unsafe ada",), see=("acquaint person close",))
@click.argument("who")
@click.option("--why", default="", help=_("A private note."))
@_when
@scoped
def unsafe(ctx: click.Context, scope: Scope, who: str, why: str, when: Day | None) -> None:
    """Close a person at once after a talk that felt unsafe: no thanks, no debrief, no reminder."""
    from acquaint.actions import interviews
    from acquaint.queries import interviews as reading

    which = reading.which(scope, who)
    day = when.in_scope(scope) if when else None
    made = interviews.unsafe(scope, person=which.person, interview=which.interview, why=why, on=day)
    note = _("Closed. Nothing will remind you of this person.")
    emit(ctx, "interview.unsafe", reading.whom(scope, which), undo=made.undo, text=note)


@interview.command(
    "list",
    examples=("acquaint interview list", "acquaint interview list --upcoming"),
    see=("acquaint today",),
)
@click.option("--upcoming", is_flag=True, help=_("Only those that are booked and still to come."))
@click.option("--with", "who", metavar="WHO", help=_("Only those with this person."))
@click.option("--limit", type=int, default=0, help=_("At most so many; 0 for all."))
@scoped
def list_interviews(ctx: click.Context, scope: Scope, upcoming: bool, who: str | None, limit: int) -> None:
    """List interviews, the latest first."""
    from acquaint.queries import finding, interviews

    person = finding.person(scope, who) if who else None
    found = interviews.listed(scope, person=person, upcoming=upcoming, limit=limit)
    table = Table(COLUMNS, [_row(one) for one in found], _("No interview yet. Who could you ask?"))
    emit(ctx, "interview.list", found, table=table)


def _do(ctx: click.Context, scope: Scope, verb: str, who: str, **more: Any) -> None:
    from acquaint.actions import interviews
    from acquaint.queries import interviews as reading

    which = reading.which(scope, who)
    act = getattr(interviews, verb)
    made = act(scope, person=which.person, interview=which.interview, **more)
    _show(ctx, scope, f"interview.{verb.replace('_', '-')}", made)


def _show(ctx: click.Context, scope: Scope, name: str, made: Made) -> None:
    from acquaint.queries import interviews

    card = interviews.show(scope, next(key for noun, key in made.items if noun == "interview"))
    if card.initiative == "them" and card.held_on is None:
        say(ctx, _("This talk has slipped three times: thank them, and let them name the next time."))
    emit(ctx, name, card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: InterviewCard) -> tuple[object, ...]:
    at = one.at.strftime("%Y-%m-%d %H:%M")
    return (one.id, at, one.person.name, one.mode, one.minutes_actual or one.minutes, one.state)
