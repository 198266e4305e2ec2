"""At the terminal: who is likely to think of you, and who knows what you are looking for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.options import options_of
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.cli.remembered import Remembered
    from acquaint.models.scope import Scope


SHOWN = 60  # more is a list nobody reads


@command(
    "recall",
    examples=("acquaint recall", 'acquaint recall --role "data analyst" --limit 10'),
    see=("acquaint back", "acquaint today", "acquaint path --help"),
    help=_("Who is likely to think of you, by how you have been in touch."),
)
@click.option("--role", default="", help=_("Who would think of you for this role."))
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=_("How many; 0 for all. On a screen 60 if not told."),
)
@scoped
def recall(ctx: click.Context, scope: Scope, role: str, limit: int | None) -> None:
    """List people by band, each with what it rests on."""
    from acquaint.cli.remembered import worded
    from acquaint.queries import recall as query

    options = options_of(ctx)
    most = limit if limit is not None else 0 if options.json or options.format else SHOWN
    found = worded(scope, query.people(scope, role=role, chances=options.json, limit=most))
    rows = [(one.person.name, one.band, " ".join(one.facts)) for one in found]
    table = Table(("person", "band", "because"), rows, note=_("Nobody yet."))
    emit(ctx, "recall", found, table=table, text=lambda: "\n".join(_told(found, role)))
    if limit is None and most and len(found) == most:
        say(ctx, _("These are the first {count}; --limit 0 shows everybody.").format(count=most))


def _told(found: tuple[Remembered, ...], role: str) -> Iterator[str]:
    if not found:
        yield _("Nobody yet. Whoever you talk with may think of you.")
    elif role:
        yield _("Who knows what you are looking for:")
        yield from (line for one in found for line in _lines(one))
        return
    words = {"hot": _("Lately"), "warm": _("Warm"), "fading": _("Fading"), "quiet": _("Quiet")}
    for band, several in groupby(found, key=lambda one: one.band):
        yield f"{words[band]}:"
        for one in several:
            yield from _lines(one)


def _lines(one: Remembered) -> Iterator[str]:
    yield f"• {one.person.name}"
    yield from (f"  {fact}" for fact in one.facts)
