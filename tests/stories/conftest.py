"""Stories run at the terminal, as a person would, on an empty store of their own."""

from __future__ import annotations

from tests.cli.conftest import cli, meet, shell

__all__ = ["cli", "meet", "shell"]
