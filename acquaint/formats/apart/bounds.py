"""How much the process that reads may ask for, and how it binds itself; the figures are chosen in limits.md.

Time counts from one sign of life to the next, never in total: a mailbox of many gigabytes may take hours, but
no five hundred rows of anything take a minute.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from typing import Final

MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes of memory, seconds of work without a sign of life, seconds on the wall without one.

    The wall counts where work cannot be measured, or where none is done.
    """

    memory: int = 1024 * MIB
    processor: int = 60
    silence: float = 180


ROWS: Final = 500  # of one message
WEIGHT: Final = MIB  # characters of long texts after which a message goes out with fewer rows
STEP: Final = 8 * MIB  # bytes of input that count as a sign of life
MESSAGE: Final = 128 * MIB  # bytes that one message may have

try:
    import resource
except ImportError:  # Windows: the watch on the wall is what is left
    _can_bind = False
else:
    _can_bind = True


def bind(memory: int) -> None:
    """Limit the memory of this process, and let it leave no image of itself when it is ended."""
    if not _can_bind:
        return
    _set(resource.RLIMIT_CORE, 0, for_good=True)
    if sys.platform != "darwin":  # there the figure is not kept to, and asking for it may fail
        _set(resource.RLIMIT_AS, memory, for_good=True)


def rearm(processor: int) -> None:
    """Begin to count the time of this process anew."""
    if _can_bind:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + processor)


def was_time(code: int) -> bool:
    """Whether a process that left with this code was ended by the limit on its time."""
    return os.name == "posix" and code == -signal.SIGXCPU


def _set(which: int, most: int, *, for_good: bool = False) -> None:
    """Lower the limit that acts; `for_good` also the one up to which it could be raised again."""
    _soft, hard = resource.getrlimit(which)
    if hard not in (resource.RLIM_INFINITY, -1):
        most = min(most, hard)
    try:
        resource.setrlimit(which, (most, most if for_good else hard))
    except (ValueError, OSError):
        return  # a system that does not take it; the watch on the wall stays
