"""Whoever uses the data holds its folder, shared; whoever replaces the data must be alone with it.

The locks are the operating system's, so a process that died holds nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from acquaint.actions import locks

FILE = "in-use.lock"

_held: dict[Path, ExitStack] = {}


def hold(folder: Path) -> bool:
    """Hold the folder until this process ends or lets go; False while somebody replaces the data.

    A folder that cannot be written to (a read-only medium) cannot be replaced either: it needs no holding.
    Windows knows no shared locks of this kind, and itself refuses to replace a file that is open.
    """
    if folder in _held or os.name == "nt":
        return True
    stack = ExitStack()
    try:
        taken = stack.enter_context(locks.attempt(folder / FILE, shared=True))
    except OSError:
        return True
    if taken:
        _held[folder] = stack
    else:
        stack.close()
    return taken


def let_go(folder: Path) -> None:
    """Stop holding the folder; a second call does nothing."""
    if stack := _held.pop(folder, None):
        stack.close()


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether nobody else, in this process or another, uses the folder; nobody comes in meanwhile."""
    let_go(folder)
    with locks.attempt(folder / FILE) as free:
        yield free
