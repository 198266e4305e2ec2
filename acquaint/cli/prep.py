"""The brief at the terminal: one page to read before a conversation, or to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.briefs import Brief, Logistics, Role

PAGE = 78


@command(
    "prep",
    examples=("acquaint prep ada", "acquaint prep ada --print | lp"),
    see=("acquaint interview list", "acquaint question add", "acquaint debrief"),
)
@click.argument("who")
@click.option(
    "--print", "paper", is_flag=True, help=_("Lay it out for one sheet of paper, with boxes to tick.")
)
@scoped
def prep(ctx: click.Context, scope: Scope, who: str, paper: bool) -> None:
    """Show the one-page brief for your next conversation with a person."""
    from acquaint.queries import briefs, interviews

    which = interviews.which(scope, who)
    found = briefs.brief(scope, which.person, interview=which.interview)
    emit(ctx, "prep", found, text=lambda: "\n".join(_page(found, paper=paper)))


def _page(brief: Brief, *, paper: bool) -> Iterator[str]:
    box = "[ ] " if paper else "- "
    yield from _head(brief)
    yield from _part(_("How you are connected"), _connection(brief))
    yield from _part(_("Last time"), _last_time(brief))
    yield from _part(_("Promised"), _promised(brief))
    yield from _part(_("News you saved"), brief.news)
    yield from _part(_("You know already"), brief.known)
    yield from _part(_("What you most need to learn"), brief.learn)
    asked = [f"{one.text}{'  ★' if one.must else ''}" for one in brief.questions]
    yield from _part(_("Questions, the must-ask first"), asked, mark=box)
    yield from _part(_("Your story"), [brief.story] if brief.story else [])
    yield from _part(_("Something you can offer"), brief.offer)
    yield from _part(_("They may ask you"), brief.reverse)
    yield from _part(_("Better not"), brief.avoid)
    if not paper:
        yield from _part(_("Not recorded yet"), brief.missing)


def _head(brief: Brief) -> Iterator[str]:
    who = brief.who
    said = f"  [{who.pronunciation}]" if who.pronunciation else ""
    yield "  ".join(filter(None, (who.name + said, who.credentials, who.pronouns)))
    for role in who.roles[:4]:
        yield "  " + _role(role)
    if brief.logistics:
        yield "  " + _logistics(brief.logistics)


def _role(role: Role) -> str:
    place = ", ".join(filter(None, (role.title, role.organization)))
    years = "–".join(filter(None, (role.started, role.ended)))
    return f"{place} ({years})" if years else place


def _logistics(when: Logistics) -> str:
    span = f"{when.at:%a %Y-%m-%d %H:%M}–{when.ends:%H:%M} {when.zone}"
    there = [one.name for one in when.guests]
    stop = _("stop at {time}").format(time=f"{when.ends:%H:%M}")
    return ", ".join(filter(None, (span, stop, when.mode, when.place, when.phone, *there)))


def _connection(brief: Brief) -> Iterator[str]:
    link = brief.connection
    if link.introduced_by:
        yield _("Through {name}").format(name=link.introduced_by.name)
    if link.how_met:
        yield link.how_met
    yield from link.introducer_said
    for one in link.common_ground:
        yield _("Both: {text}").format(text=one.text)


def _last_time(brief: Brief) -> Iterator[str]:
    last = brief.last_time
    if last is None:
        return
    yield last.on.isoformat()
    yield from last.recap
    for one in last.advice:
        did = _("done") if one.done_on else one.will
        yield _("They advised: {text}").format(text=one.text) + (f" → {did}" if did else "")


def _promised(brief: Brief) -> Iterator[str]:
    for heading, rows in ((_("You"), brief.promises.mine), (_("They"), brief.promises.theirs)):
        for one in rows:
            yield f"{heading}: {one.text}" + (f" ({one.due.isoformat()})" if one.due else "")


def _part(heading: str, lines: Iterable[str], mark: str = "- ") -> Iterator[str]:
    from textwrap import fill

    found = [" ".join(line.split()) for line in lines if line.strip()]
    if found:
        yield ""
        yield heading
        for line in found:
            indent = " " * (len(mark) + 2)
            yield fill(line, PAGE, initial_indent=f"  {mark}", subsequent_indent=indent)
