"""The program `acquaint`: the terminal's door, with the settings named before anything can want them."""

from __future__ import annotations

import gc
import os
import sys

from acquaint.cli.root import main as terminal


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acquaint.project.settings")
    code = terminal()
    if database := sys.modules.get("django.db"):
        database.connections.close_all()  # the last one out leaves the whole of it in one file
    gc.freeze()  # nothing is left to search for garbage: a short command is quicker by a sixth
    sys.exit(code)
