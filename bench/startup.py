"""What it costs to start: help, version and completion, which never load Django."""

from __future__ import annotations

from bench import measuring

COMMANDS = {
    "acquaint --help": ("--help",),
    "acquaint --version": ("--version",),
    "acquaint completion bash": ("completion", "bash"),
    "acquaint promise add --help": ("promise", "add", "--help"),
}


def run() -> str:
    """The table of start-up."""
    rows = measuring.against_unit({name: measuring.acquaint(*words) for name, words in COMMANDS.items()}, 15)
    return measuring.as_table(rows, dict.fromkeys(COMMANDS, 5))


if __name__ == "__main__":
    print(run())
