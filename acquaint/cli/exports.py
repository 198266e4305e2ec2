"""Take everything out again at the terminal: address book, calendar, table, story, or the whole account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquaint.cli.choices import one_of
from acquaint.cli.files import Exported, put
from acquaint.cli.grammar import command
from acquaint.cli.output import emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

KINDS = ("vcf", "vcf4", "ics", "csv", "md", "json")
PLACE = click.Path(path_type=Path)


@command(
    "export",
    examples=(
        "acquaint export vcf people.vcf",
        "acquaint export csv people.csv --bom",
        "acquaint export json account.json",
    ),
    see=("acquaint backup --help", "acquaint person export --help"),
)
@click.argument("kind", type=one_of(*KINDS))
@click.argument("file", type=PLACE)
@click.option("--bom", is_flag=True, help=_("Begin a CSV with the mark by which Excel knows UTF-8."))
@scoped
def export(ctx: click.Context, scope: Scope, kind: str, file: Path, bom: bool) -> None:
    """Write people (vcf, vcf4, csv), the calendar (ics), the story (md) or everything (json) to FILE."""
    from acquaint.queries.exports import whole

    found = whole.export(scope, kind, mark=bom)
    show(ctx, "export", put(ctx, file, kind=kind, name=found.name, pieces=found.pieces))


def show(ctx: click.Context, name: str, made: Exported) -> None:
    """Say what was written, and where."""
    emit(ctx, name, made, text=_("{path}: {kib} KiB.").format(path=made.path, kib=-(-made.bytes // 1024)))
