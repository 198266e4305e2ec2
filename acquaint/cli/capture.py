"""Quick capture at the terminal: one line, kept word for word, and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import command
from acquaint.cli.output import emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.actions.capture import Captured
    from acquaint.models.scope import Scope
    from acquaint.text.capture import Chip

WHO = {
    "exact": _("known by this name"),
    "alias": _("known by this alias"),
    "start": _("the only one whose name starts so"),
    "id": _("known by this id"),
    "new": _("new"),
}


KEPT = {"debrief": _("kept with the talk"), "note": _("kept in the note")}


@command(
    "add",
    examples=(
        'acquaint add "met @Noor Haddad at PyCon, send her the paper by Friday"',
        'acquaint add "coffee with @noor, she offered to intro me to #Harbor Clinic"',
        'acquaint add --dry-run "interviewed @Noor Haddad yesterday :)"',
    ),
    see=("acquaint today", "acquaint undo", "acquaint debrief"),
)
@click.argument("line")
@click.option("--dry-run", is_flag=True, help=_("Only show what would be understood; write nothing."))
@scoped
def add(ctx: click.Context, scope: Scope, line: str, dry_run: bool) -> None:
    """Write down in one line what just happened; your words are always kept."""
    from acquaint.actions import capture

    answer = capture.add(scope, line=line, dry_run=dry_run)
    emit(ctx, "add", answer, undo=answer.undo, text=lambda: _page(answer))


def _page(answer: Captured) -> str:
    lines = [_("Kept.") if answer.undo else _("Nothing was written; this is what I understand:")]
    lines += [f"  {chip.kind:<14} {chip.text}{_told(chip)}" for chip in answer.chips]
    if not answer.chips:
        lines.append(_("  only text"))
    return "\n".join(lines)


def _told(chip: Chip) -> str:
    """Say what a chip is beyond its words: who a person is, which day a date is."""
    value = chip.value
    if chip.kind == "person":
        told = WHO[value["match"]] if value["name"] else _("nobody is named before it")
    elif value.get("kept"):
        told = KEPT[value["kept"]]
    elif chip.kind in ("due", "date"):
        told = str(value["on"])
    elif value.get("due"):
        told = _("due {day}").format(day=value["due"])
    else:
        told = ""
    return f"  → {told}" if told else ""
