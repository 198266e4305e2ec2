"""The debrief at the terminal: lines from stdin or the editor become promises, people, openings and notes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.options import options_of
from acquaint.cli.output import emit
from acquaint.cli.plans import Shown, shown
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _, ngettext

if TYPE_CHECKING:
    from acquaint.actions.debriefs import Kept
    from acquaint.models.scope import Scope

TEMPLATE = """\
# One line each, in any order; leave out what does not fit. Lines without a key become notes.
# liked: yes | mixed | no          Did you enjoy talking with them?
# learned:                         One thing you did not know.
# promise: … by Friday             What you promised.
# theirs: …                        What they promised.
# name: Name at Place, why (use my name | ask first | joint)
# advice: …  then  will: …         What they advised, and what you will do about it.
# opening: role at Place (confidential)
# interest: …  want: …  notwant: …  ease: …  energy: -2..2  next: date, why
"""


@dataclass(frozen=True, slots=True)
class MadeItem:
    """One thing that the debrief made: its noun and its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Debriefed:
    """What came of a debrief: the interview, all that was made, and what comes next with these people."""

    interview: str
    made: tuple[MadeItem, ...]
    plan: tuple[Shown, ...]


COUNTED: dict[str, Callable[[int], str]] = {
    "interview": lambda n: ngettext("{count} talk", "{count} talks", n),
    "promise": lambda n: ngettext("{count} promise", "{count} promises", n),
    "introduction": lambda n: ngettext("{count} introduction", "{count} introductions", n),
    "opening": lambda n: ngettext("{count} opening", "{count} openings", n),
    "interest": lambda n: ngettext("{count} interest", "{count} interests", n),
    "person": lambda n: ngettext("{count} person", "{count} people", n),
    "organization": lambda n: ngettext("{count} organization", "{count} organizations", n),
}


@command(
    "debrief",
    examples=(
        "acquaint debrief ada",
        "acquaint debrief ada - < notes.txt",
        "printf 'liked: yes\\npromise: send the paper by Friday\\n' | acquaint debrief ada -",
    ),
    see=("acquaint interview hold", "acquaint draft", "acquaint today"),
)
@click.argument("who")
@click.argument("source", type=click.Choice(("-",)), required=False, metavar="[-]")
@scoped
def debrief(ctx: click.Context, scope: Scope, who: str, source: str | None) -> None:
    """Write down what a conversation gave you, in the editor or from stdin (-)."""
    from acquaint.actions import debriefs
    from acquaint.queries import debriefs as reading
    from acquaint.queries import interviews, plan

    which = interviews.which(scope, who)

    def keep(text: str) -> Kept:
        return debriefs.keep(scope, person=which.person, interview=which.interview, text=text)

    kept = keep(sys.stdin.read()) if _is_piped(ctx, source) else _edited(keep)
    people = reading.touched(scope, kept.items)
    coming = [one for one in plan.every(scope).values() if one.person and one.person.id in people]
    coming.sort(key=lambda one: (not one.owed, one.due.latest, one.id))
    made = tuple(MadeItem(noun, key) for noun, key in kept.items)
    answer = Debriefed(kept.interview, made, shown(scope, coming))
    emit(ctx, "debrief", answer, undo=kept.undo, text=lambda: _page(answer))


def _is_piped(ctx: click.Context, source: str | None) -> bool:
    """Tell whether the words come from stdin: asked for by -, or nobody is there to type."""
    options = options_of(ctx)
    return source == "-" or options.no_input or options.json or not sys.stdin.isatty()


def _edited(keep: Callable[[str], Kept]) -> Kept:
    """Keep what is written in the editor; what cannot be read is shown there again, so nothing is lost."""
    from acquaint.models.errors import AcquaintError

    text, said = TEMPLATE, ""
    while True:
        again = click.edit(said + text, extension=".txt")
        if again is None:
            raise click.Abort
        text = "".join("\n" if line.startswith("#") else f"{line}\n" for line in again.splitlines())
        try:
            return keep(text)
        except AcquaintError as problem:
            if not text.strip():
                raise
            said = "".join(f"# {line}\n" for line in (problem.message, *problem.details))


def _page(answer: Debriefed) -> str:
    counts: dict[str, int] = {}
    for item in answer.made:
        counts[item.type] = counts.get(item.type, 0) + 1
    told = {noun: count for noun, count in counts.items() if noun in COUNTED}
    kept = ", ".join(COUNTED[noun](count).format(count=count) for noun, count in told.items())
    lines = [
        _("Kept."),
        *([kept] if kept else []),
        *(f"→ {one.headline} {one.reason}" for one in answer.plan),
    ]
    return "\n".join(lines)
