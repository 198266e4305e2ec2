"""At the terminal: how you liked the people of each field, with names, and what that may mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.fit import FieldFit


@command(
    "fit",
    examples=("acquaint fit", 'acquaint fit "Health software"'),
    see=("acquaint field list", "acquaint debrief"),
    help=_("How you liked the people of each field, with names first."),
)
@click.argument("field", default="")
@scoped
def fit(ctx: click.Context, scope: Scope, field: str) -> None:
    """Show each field: whom you met, whom you liked, and whether that settles anything."""
    from acquaint.queries import fit as query

    found = query.of(scope, field)
    rows = [(one.field, one.met, one.liked, one.mixed, one.disliked, _meaning(one)) for one in found]
    note = _("No field yet. A field belongs to an organization: acquaint organization edit NAME --field Care")
    table = Table(("field", "met", "liked", "mixed", "disliked", "so far"), rows, note=note)
    emit(ctx, "fit", found, table=table, text=lambda: "\n".join(_told(found)) or note)


def _told(found: tuple[FieldFit, ...]) -> Iterator[str]:
    for one in found:
        yield f"{one.field}: {_counts(one.met, one.liked)}"
        groups = (("yes", _("liked")), ("mixed", _("mixed")), ("no", _("not liked")), ("", _("not said yet")))
        for liked, words in groups:
            names = [voice.name for voice in one.names if voice.liked == liked]
            if names:
                yield f"  {words}: {', '.join(names)}"
        if one.introduced.met and one.found.met:
            yield "  " + _("introduced to you: {some}; found by you: {others}").format(
                some=_counts(one.introduced.met, one.introduced.liked),
                others=_counts(one.found.met, one.found.liked),
            )
        for part in one.slices:
            yield f"  {part.name}: {_counts(part.met, part.liked)}"
        yield f"  {_meaning(one)}"
        if one.wants:
            yield "  " + _("you want: {what}").format(what="; ".join(one.wants))
        if one.notwants:
            yield "  " + _("you do not want: {what}").format(what="; ".join(one.notwants))


def _counts(met: int, liked: int) -> str:
    if not met:
        return _("nobody met yet")
    return _("you liked {liked} of {met}").format(liked=liked, met=met)


def _meaning(one: FieldFit) -> str:
    if one.verdict == "likes":
        return _("You like most of the people you have met here so far.")
    if one.verdict == "dislikes":
        return _("You do not like most of the people met here so far; hear one more before you let it go.")
    words = ngettext(
        "Not decided: {count} more talk could settle it.",
        "Not decided: {count} more talks could settle it.",
        one.more_needed,
    )
    return words.format(count=one.more_needed)
