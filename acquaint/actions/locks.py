"""Locks between processes, held by the operating system: a dead holder's lock is free at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl

    POSIX = True
except ImportError:  # Windows
    POSIX = False


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait for the file's lock and hold it."""
    with _opened(path) as handle:
        _take(handle, shared=False, wait=True)
        yield


@contextmanager
def attempt(path: Path, *, shared: bool = False) -> Iterator[bool]:
    """Take the file's lock if it is free; whether it was."""
    with _opened(path) as handle:
        yield _take(handle, shared=shared, wait=False)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def _take(handle: int, *, shared: bool, wait: bool) -> bool:
    if not POSIX:
        return _take_on_windows(handle, wait=wait)
    how = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(handle, how if wait else how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _take_on_windows(handle: int, *, wait: bool) -> bool:
    import msvcrt

    mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK  # type: ignore[attr-defined]
    try:
        msvcrt.locking(handle, mode, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
