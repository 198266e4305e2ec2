"""The options that every command takes, before or after its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import click

from acquaint.cli.words import _

FORMATS = ("table", "jsonl", "csv", "md")
_KEY = "acquaint.options"


@dataclass(slots=True)
class Options:
    """What was asked of the program as a whole."""

    data: str | None = None
    on: str | None = None
    json: bool = False
    format: Literal["table", "jsonl", "csv", "md"] | None = None
    yes: bool = False
    no_input: bool = False
    quiet: int = 0
    verbose: int = 0


def options_of(ctx: click.Context) -> Options:
    """Return the options shared by the whole command line."""
    found: Options = ctx.meta.setdefault(_KEY, Options())
    return found


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Remember an option wherever it stood; one that was not written leaves the other place alone."""
    name = str(param.name)
    if ctx.get_parameter_source(name) is not click.core.ParameterSource.COMMANDLINE:
        return
    options = options_of(ctx)
    setattr(options, name.removeprefix("global_"), value)
    if options.json and options.format:
        raise click.UsageError(
            _("--json and --format exclude each other: --json says the format already."), ctx
        )


def read_clock(text: str) -> date | datetime:
    """Read `2025-03-01` or `2025-03-01T14:30[+01:00]`; ValueError if it is neither."""
    return date.fromisoformat(text) if len(text) <= len("2025-03-01") else datetime.fromisoformat(text)


def _keep_clock(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        try:
            read_clock(value)
        except ValueError:
            message = _("'{value}' is neither a date like 2025-03-01 nor a time like 2025-03-01T14:30.")
            raise click.BadParameter(message.format(value=value), ctx, param) from None
    _keep(ctx, param, value)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from acquaint import __version__

    click.echo(f"acquaint {__version__}")
    ctx.exit()


def _option(name: str, *declared: str, **more: Any) -> click.Option:
    more.setdefault("callback", _keep)
    return click.Option([f"global_{name}", *declared], expose_value=False, is_eager=True, **more)


GLOBAL: tuple[click.Option, ...] = (
    _option("data", "--data", metavar="DIR", help=_("Folder that holds your data [env: ACQUAINT_DATA].")),
    _option(
        "on",
        "--on",
        metavar="DATE",
        callback=_keep_clock,
        help=_("Set the clock to a date or date-time [env: ACQUAINT_ON]."),
    ),
    _option("json", "--json", is_flag=True, help=_("Answer with one JSON object.")),
    _option("format", "--format", type=click.Choice(FORMATS), help=_("Answer as a table, jsonl, csv or md.")),
    _option("yes", "--yes", is_flag=True, help=_("Confirm beforehand what cannot be undone.")),
    _option("no_input", "--no-input", is_flag=True, help=_("Never ask anything back.")),
    _option("quiet", "-q", "--quiet", count=True, help=_("Say less.")),
    _option("verbose", "-v", "--verbose", count=True, help=_("Say more.")),
    _option("version", "--version", is_flag=True, callback=_print_version, help=_("Print the version.")),
)


def wants_json(args: list[str]) -> bool:
    """Tell from the raw words whether JSON was asked for: needed when the words cannot be parsed."""
    return "--json" in (args[: args.index("--")] if "--" in args else args)
