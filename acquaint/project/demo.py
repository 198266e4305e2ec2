"""`acquaint demo`: the app on a generated sample network, in a throw-away folder that is nobody's data."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from acquaint.cli.grammar import command
from acquaint.cli.options import Options, options_of
from acquaint.cli.output import emit, say
from acquaint.cli.sessions import open_scope
from acquaint.cli.words import _, ngettext
from acquaint.project import serve


@dataclass(frozen=True, slots=True)
class Sample:
    """What was made, and where it lies."""

    folder: str
    people: int
    interviews: int
    seed: int


@command(
    "demo",
    examples=("acquaint demo", "acquaint demo --people 5000 --no-open", "acquaint --data D demo --no-serve"),
    see=("acquaint serve --help",),
    help=_("Try everything on a generated sample network; your own data is not touched."),
)
@click.option("--people", type=click.IntRange(1, 1_000_000), default=60, help=_("How many people."))
@click.option("--interviews", type=click.IntRange(0, 5000), default=25, help=_("How many interviews."))
@click.option("--seed", type=int, default=7, help=_("Another seed tells another story."))
@click.option("--serve/--no-serve", "serves", default=True, help=_("Open the app, or only make the sample."))
@click.option("--port", type=click.IntRange(0, 65535), default=None, help=_("A port; a free one by default."))
@click.option("--open/--no-open", "opens", default=True, help=_("Open a browser, or only print the address."))
@click.pass_context
def demo(
    ctx: click.Context, people: int, interviews: int, seed: int, serves: bool, port: int | None, opens: bool
) -> None:
    """Make the sample and serve it until interrupted; only a folder named with --data is kept."""
    options = options_of(ctx)
    signal.signal(signal.SIGTERM, lambda *_seen: sys.exit(0))  # so that the folder is thrown away then too
    with _folder(options, keep=not serves) as folder:
        sample = _filled(ctx, folder, people, interviews, seed)
        if not serves:
            emit(ctx, "demo", sample, text=sample.folder)
            return
        said = ngettext(
            "A sample network of {count} person; it is gone when you close it.",
            "A sample network of {count} people; it is gone when you close it.",
            people,
        )
        say(ctx, said.format(count=people))
        serve.run(options, host="127.0.0.1", port=port, opens=opens, read_only=False)


@contextmanager
def _folder(options: Options, *, keep: bool) -> Iterator[Path]:
    """The folder named with --data, else a new one that is thrown away in the end unless it is to be kept.

    ACQUAINT_DATA is left alone on purpose: it names somebody's own data.
    """
    if options.data:
        yield Path(options.data).expanduser().absolute()
        return
    made = Path(tempfile.mkdtemp(prefix="acquaint-demo-"))
    options.data = str(made)
    try:
        yield made
    finally:
        if not keep:
            shutil.rmtree(made, ignore_errors=True)


def _filled(ctx: click.Context, folder: Path, people: int, interviews: int, seed: int) -> Sample:
    os.environ.pop("DATABASE_URL", None)  # the sample never goes into a server's database
    said = ngettext(
        "Making up {count} person and what they told you …",
        "Making up {count} people and what they told you …",
        people,
    )
    say(ctx, said.format(count=people))
    scope = open_scope(ctx)
    from acquaint.actions.samples import filling

    filling.fill(scope, count=people, interviews=interviews, seed=seed)
    return Sample(str(folder), people, interviews, seed)
