"""Drafts at the terminal: a message to read, copy or open elsewhere, and the note that it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from acquaint.cli.choices import CHANNELS
from acquaint.cli.grammar import command
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _
from acquaint.messages.registry import KINDS

if TYPE_CHECKING:
    from acquaint.messages.contract import Draft
    from acquaint.models.scope import Scope

STYLES = ("plain", "short", "spoken")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as a command shows it; `offers` are the kinds of message that had better come first."""

    kind: str
    style: str
    to: str
    subject: str
    body: str
    blanks: tuple[str, ...]
    blocked: bool
    warnings: tuple[str, ...]
    offers: tuple[str, ...]
    ready: bool
    mailto: str


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that a message moved: its noun and its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class SentNote:
    """A message that went out, and what it moved."""

    kind: str
    person: str
    on: date
    made: tuple[Moved, ...]


@command(
    "draft",
    examples=(
        "acquaint draft thank-you ada",
        "acquaint draft request ada --style short",
        "acquaint draft update ada --eml update.eml",
    ),
    see=("acquaint sent", "acquaint today"),
)
@click.argument("kind", type=click.Choice(tuple(KINDS)), metavar="KIND")
@click.argument("who")
@click.option("--about", default="", metavar="ID", help=_("The talk, ask or introduction it is about."))
@click.option(
    "--style", type=click.Choice(STYLES), default="plain", help=_("A mail, a short message, a call.")
)
@click.option(
    "--eml", type=click.Path(path_type=Path, dir_okay=False), help=_("Write a mail file that opens unsent.")
)
@scoped
def draft(
    ctx: click.Context,
    scope: Scope,
    kind: str,
    who: str,
    about: str,
    style: Literal["plain", "short", "spoken"],
    eml: Path | None,
) -> None:
    """Draft a message from what is recorded; nothing is ever sent."""
    from acquaint.queries import drafts, finding

    found = drafts.draft(scope, kind=kind, who=finding.person(scope, who), about=about, style=style)
    if eml is not None:
        _write(scope, found, eml)
    told = _told(found)
    emit(ctx, "draft", told, text=_page(told))
    for warning in told.warnings:
        say(ctx, _("Before you send it: {warning}").format(warning=warning))


@command(
    "sent",
    examples=("acquaint sent thank-you ada", "acquaint sent nudge ada --on 2025-03-03 --channel linkedin"),
    see=("acquaint draft", "acquaint today"),
)
@click.argument("kind", type=click.Choice(tuple(KINDS)), metavar="KIND")
@click.argument("who")
@click.option("--on", "day", type=DAY, metavar="DATE", help=_("When it went out; today unless told."))
@click.option("--channel", type=CHANNELS, default="", help=_("How it went out."))
@click.option("--about", default="", metavar="ID", help=_("The talk, ask or introduction it was about."))
@scoped
def sent(
    ctx: click.Context, scope: Scope, kind: str, who: str, day: Day | None, channel: str, about: str
) -> None:
    """Log that you sent a message: it moves what it belongs to."""
    from acquaint.actions import touches
    from acquaint.queries import finding

    key = finding.person(scope, who)
    on = day.in_scope(scope) if day else scope.today
    made = touches.sent(scope, kind=kind, who=key, on=on, channel=channel, about=about)
    note = SentNote(kind, key, on, tuple(Moved(noun, row) for noun, row in made.items))
    emit(ctx, "sent", note, undo=made.undo, text=_("Noted."))


def _write(scope: Scope, found: Draft, path: Path) -> None:
    from acquaint.messages import eml
    from acquaint.queries import settings

    me = settings.myself(scope)
    path.write_bytes(eml.write(found, at=scope.local_now, me=me.name, my_email=me.email))
    path.chmod(0o600)


def _told(found: Draft) -> Drafted:
    from acquaint.messages import links

    name, email = found.to.name, found.to.email
    return Drafted(
        kind=found.kind,
        style=found.style,
        to=f"{name} <{email}>" if email else name,
        subject=found.subject,
        body=found.body,
        blanks=found.blanks,
        blocked=found.blocked,
        warnings=tuple(one.text for one in found.warnings),
        offers=tuple(dict.fromkeys(one.offer for one in found.warnings if one.offer)),
        ready=found.ready,
        mailto=links.mailto(found).href if email else "",
    )


def _page(told: Drafted) -> str:
    head = [_("To: {name}").format(name=told.to)]
    if told.subject:
        head.append(_("Subject: {subject}").format(subject=told.subject))
    tail = []
    if told.blanks:
        tail = ["", _("Still to fill in: {blanks}.").format(blanks=", ".join(told.blanks))]
    return "\n".join([*head, "", told.body, *tail])
