"""The command `acquaint`: global options, the table of commands, and one place where failures are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from acquaint.cli.grammar import Group
from acquaint.cli.options import options_of, wants_json
from acquaint.cli.table import ROOT
from acquaint.cli.words import _


@click.group(
    cls=Group,
    sections=ROOT,
    invoke_without_command=True,
    no_args_is_help=False,
    help=_("Turn every conversation in your job search into a relationship you keep."),
    examples=(
        'acquaint add "met @Ana Ruiz at the library talk, she offered to introduce me"',
        "acquaint ask ana --channel email",
        "acquaint today",
    ),
)
@click.pass_context
def acquaint(ctx: click.Context) -> None:
    """Open the app where there is nothing yet and somebody is looking; else show the plan of the day."""
    if ctx.invoked_subcommand is None:
        _start(ctx)


def _start(ctx: click.Context) -> None:
    from acquaint.cli.sessions import has_data

    options = options_of(ctx)
    talking = sys.stdin.isatty() and sys.stdout.isatty() and not options.no_input and not options.json
    name = "serve" if talking and not has_data(options) else "today"
    command = acquaint.get_command(ctx, name)
    if command is None:  # pragma: no cover - the table holds both
        raise click.UsageError(_("There is no command '{name}'.").format(name=name), ctx)
    with command.make_context(name, [], parent=ctx) as inner:
        command.invoke(inner)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the words after the program's name) and return the exit code."""
    args = list(sys.argv[1:] if argv is None else argv)
    for stream, errors in (
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
        (sys.stdin, "replace"),
    ):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)  # what is no text stops nothing
    try:
        code = acquaint.main(args, prog_name="acquaint", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001 - the one place where failures are told
        return _told(problem, args)
    return code if isinstance(code, int) else 0


def _told(problem: BaseException, args: list[str]) -> int:
    from acquaint.cli import failures

    try:
        code = failures.report(problem, as_json=wants_json(args))
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    return code


def _closed_pipe() -> int:
    """Let a reader stop reading (`acquaint history | head`): no error, and nothing more to flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
