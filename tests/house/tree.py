"""The files of this project as the house rules see them: what is tracked or about to be."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def tracked() -> tuple[Path, ...]:
    """All files that git tracks, or the whole tree where this is no checkout (a source archive)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    found = [ROOT / name for name in listed if name] or [path for path in ROOT.rglob("*") if path.is_file()]
    return tuple(path for path in found if path.is_file())


def sources(*suffixes: str, under: str = "") -> list[Path]:
    """Tracked files with one of the suffixes, below a folder."""
    return [path for path in tracked() if path.suffix in suffixes and path.is_relative_to(ROOT / under)]


def name(path: Path) -> str:
    """How a failure names a file."""
    return path.relative_to(ROOT).as_posix()
