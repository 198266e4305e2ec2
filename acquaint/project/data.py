"""Where the data lies: the folder, the database file, the secret beside it; for its user only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def folder() -> Path:
    """The data folder: ACQUAINT_DATA, else the platform's place for application data."""
    named = os.environ.get("ACQUAINT_DATA")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("acquaint", appauthor=False)


def ensure(path: Path) -> Path:
    """Make the folder for its user only (0700)."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret(path: Path, name: str = "secret.key") -> str:
    """The secret in a 0600 file of the folder, made at first need; two processes agree on the first one."""
    file = ensure(path) / name
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_urlsafe(48))
    return file.read_text().strip()
