"""The program `acquaint`: the terminal's door, with the settings named before anything can want them."""

from __future__ import annotations

import os
import sys

from acquaint.cli.root import main as terminal


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acquaint.project.settings")
    sys.exit(terminal())
