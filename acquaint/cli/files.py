"""Put what goes out into a file of its user's only: whole or not at all, and never over another unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from acquaint.cli.options import options_of
from acquaint.cli.words import _


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: of which kind, where, how large."""

    kind: str
    path: str
    bytes: int


def put(ctx: click.Context, file: Path, *, kind: str, name: str, pieces: Iterable[bytes]) -> Exported:
    """Write the pieces to `file`, or under `name` into a folder; the file can be read by its user only.

    Errors: Invalid when the place is taken (`--yes` takes it) or is none; nothing is left half written.
    """
    from acquaint.models.errors import Invalid

    path = file.expanduser()
    path = path / name if path.is_dir() else path
    if path.exists() and (not options_of(ctx).yes or not path.is_file()):
        raise Invalid(_("{path} is there already; say --yes to replace it.").format(path=path))
    if not path.parent.is_dir():
        raise Invalid(_("There is no folder {path}.").format(path=path.parent))
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            for piece in pieces:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        size = part.stat().st_size
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return Exported(kind, str(path), size)
