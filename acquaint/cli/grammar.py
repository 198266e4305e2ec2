"""Commands and groups as Acquaint speaks them: global options anywhere, lazy loading, help with examples.

Help reads: one sentence, usage, options, two or three real examples, see also.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from acquaint.cli.choices import one_of
from acquaint.cli.options import GLOBAL
from acquaint.cli.table import Row, Section
from acquaint.cli.words import _

C = TypeVar("C", bound="Command | Group")


class _Spoken(click.Command):
    """What commands and groups share: the global options, the examples and the see-also."""

    def __init__(
        self,
        *args: Any,
        examples: Sequence[str] = (),
        see: Sequence[str] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.examples = tuple(examples)
        self.see = tuple(see)
        for param in self.params:  # an option left empty by default may be left empty
            if isinstance(param.type, click.Choice) and param.default == "":
                param.type = one_of(*param.type.choices)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters and the global options that it does not replace."""
        own = super().get_params(ctx)
        taken = {text for param in own for text in param.opts}
        return own + [option for option in GLOBAL if not taken & set(option.opts)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take out of what was typed what no database holds; the names of files stay as they are."""
        rest = super().parse_args(ctx, args)
        words = {
            str(param.name) for param in self.params if isinstance(param.type, click.types.StringParamType)
        }
        for name in words & set(ctx.params):
            ctx.params[name] = _storable(ctx.params[name])
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List a command's own options; the global ones are listed once, by the root."""
        shown = [param for param in self.get_params(ctx) if ctx.parent is None or param not in GLOBAL]
        records = [record for param in shown if (record := param.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(_("Options")):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Close the help with the examples and the see-also."""
        if self.examples:
            with formatter.section(_("Examples")):
                for line in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
        also = [*self.see, *(() if ctx.parent is None else ("acquaint --help",))]
        if also:
            formatter.write_paragraph()
            formatter.write_text(_("See also:") + " " + ", ".join(also))


class Command(_Spoken):
    """A command with examples and the global options."""


class Group(_Spoken, click.Group):
    """A group whose commands may be listed by name only and are loaded when called."""

    command_class = Command

    def __init__(self, *args: Any, sections: Sequence[Section] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.sections = tuple(sections)
        self.rows: dict[str, Row] = {row.name: row for part in self.sections for row in part.rows}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every name: those of the table first, in its order."""
        return [*self.rows, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, loading its module if the table tells where it lives."""
        if (row := self.rows.get(cmd_name)) is None:
            return super().get_command(ctx, cmd_name)
        module, _colon, attribute = row.target.partition(":")
        found: click.Command = getattr(import_module(module), attribute)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the words name; an unknown name is told with the nearest known ones."""
        name = args[0]
        if ctx.resilient_parsing or name.startswith("-") or name in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        message = _("There is no command '{name}'.").format(name=name)
        if near := get_close_matches(name, self.list_commands(ctx), n=3):
            message += " " + _("Did you mean {names}?").format(names=", ".join(near))
        raise click.UsageError(message, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands under their headings, from the table."""
        for part in self.sections:
            with formatter.section(_(part.heading)):
                formatter.write_dl([(row.name, _(row.help)) for row in part.rows])
        own = [(name, one.get_short_help_str(90)) for name, one in self.commands.items() if not one.hidden]
        if own:
            with formatter.section(_("Commands")):
                formatter.write_dl(own)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete from the table, so that pressing Tab loads no command."""
        named = [
            CompletionItem(row.name, help=row.help)
            for row in self.rows.values()
            if row.name.startswith(incomplete)
        ]
        own = [
            CompletionItem(name, help=one.get_short_help_str())
            for name, one in self.commands.items()
            if name.startswith(incomplete) and not one.hidden
        ]
        return [*named, *own, *click.Command.shell_complete(self, ctx, incomplete)]


class VerbOrName(Group):
    """A group whose first word is a verb if it equals one, and otherwise belongs to the command `default`."""

    def __init__(self, *args: Any, default: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of a first word that is no verb."""
        at = _first_own_word(args)
        helped = at < len(args) and args[at] in ctx.help_option_names
        if at < len(args) and not helped and args[at] not in self.commands:
            args = [*args[:at], self.default, *args[at:]]
        return super().parse_args(ctx, args)


def _storable(value: Any) -> Any:
    """Return a text, or several, without NUL and without bytes that were no text."""
    if isinstance(value, tuple):
        return tuple(_storable(one) for one in value)
    if not isinstance(value, str):
        return value
    return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _first_own_word(args: Sequence[str]) -> int:
    """Return the place of the first word that is no global option nor the value of one."""
    flags = {text for option in GLOBAL if option.is_flag or option.count for text in option.opts}
    valued = {text for option in GLOBAL for text in option.opts} - flags
    at = 0
    while at < len(args):
        word = args[at]
        if word in valued:
            at += 2
        elif word in flags or word.partition("=")[0] in valued:
            at += 1
        else:
            break
    return at


def command(
    name: str | None = None, *, examples: Sequence[str], see: Sequence[str] = (), **more: Any
) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command of the root; `examples` are shown in its help and run by no one else."""
    return click.command(name, cls=Command, examples=examples, see=see, **more)


def group(
    name: str | None = None, *, examples: Sequence[str], see: Sequence[str] = (), **more: Any
) -> Callable[[Callable[..., Any]], Group]:
    """Make a function a group; its commands are added with `@thegroup.command(name, examples=…)`."""
    return click.group(name, cls=Group, examples=examples, see=see, **more)
