"""Print the script that teaches a shell to complete acquaint's commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from acquaint.cli.grammar import command

SHELLS = ("bash", "zsh", "fish")


@command(
    "completion",
    examples=(
        'eval "$(acquaint completion bash)"',
        "acquaint completion zsh > ~/.acquaint.zsh",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for your shell."""
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"No completion for {shell}.", ctx)
    click.echo(made(ctx.find_root().command, {}, "acquaint", "_ACQUAINT_COMPLETE").source())
