"""Turn whatever went wrong into one sentence or one JSON object, and an exit code; never a traceback."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Any

import click

from acquaint.cli.words import _

# The exit codes of the outside contract, by the code that an error carries.
EXITS = {
    "failed": 1,
    "usage": 2,
    "not_found": 3,
    "ambiguous": 4,
    "invalid": 5,
    "needs_confirmation": 6,
    "remote": 7,
}
SCHEMA = "acquaint/error/1"


@dataclass(frozen=True, slots=True)
class Failure:
    """What is told about something that went wrong."""

    code: str
    message: str
    candidates: tuple[Any, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def exit(self) -> int:
        """Return the exit code."""
        return EXITS.get(self.code, 1)


def failure_of(problem: BaseException) -> Failure:
    """Read any exception as a Failure."""
    errors = sys.modules.get("acquaint.models.errors")  # if it was raised, it is loaded
    if errors is not None and isinstance(problem, errors.AcquaintError):
        return Failure(problem.code, str(problem), tuple(problem.candidates), tuple(problem.details))
    if isinstance(problem, click.UsageError):
        return Failure("usage", problem.format_message(), details=_way_out(problem))
    if isinstance(problem, click.ClickException):
        return Failure("failed", problem.format_message())
    if isinstance(problem, (click.Abort, KeyboardInterrupt)):
        return Failure("failed", _("Stopped."))
    return Failure("failed", _plain(problem))


def _way_out(problem: click.UsageError) -> tuple[str, ...]:
    if problem.ctx is None:
        return ()
    return (_("Try: {path} --help").format(path=problem.ctx.command_path),)


def _plain(problem: BaseException) -> str:
    words = " ".join(str(problem).split()) or type(problem).__name__
    if isinstance(problem, OSError) and problem.strerror:
        named = f": {problem.filename}" if problem.filename else ""
        return _("That did not work: {words}.").format(words=problem.strerror + named)
    return _("Something went wrong here, and nothing was half done: {kind}: {words}").format(
        kind=type(problem).__name__, words=words
    )


def report(problem: BaseException, *, as_json: bool) -> int:
    """Tell what went wrong, on stdout as JSON or on stderr as a sentence; return the exit code."""
    if os.environ.get("ACQUAINT_DEBUG"):
        import traceback

        traceback.print_exception(problem)
    failure = failure_of(problem)
    if as_json:
        _report_json(failure)
    else:
        _report_words(failure)
    return failure.exit


def _report_json(failure: Failure) -> None:
    from acquaint.cli.output import plain, write_json

    error = {
        "code": failure.code,
        "message": failure.message,
        "candidates": plain(failure.candidates),
        "details": list(failure.details),
    }
    write_json({"schema": SCHEMA, "error": error})


def _report_words(failure: Failure) -> None:
    from acquaint.cli.output import tame

    click.echo(tame(failure.message, lines=True), err=True)
    for one in failure.candidates:
        parts = [part for part in (one.id, one.title, one.hint) if part]
        click.echo("  " + tame("  ".join(parts)), err=True)
    for line in failure.details:
        click.echo("  " + tame(line), err=True)
