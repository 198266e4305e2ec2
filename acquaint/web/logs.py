"""What the program writes of its own faults: where, never what, for a value may be somebody's name.

A fault is one line: a reference that the page shows as well, the type, and the place in our own code.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from types import TracebackType

OURS = "acquaint"
SIGNS = 6  # of a reference: enough to find a line by, short enough to read out

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def reference() -> str:
    """A new reference for a fault: it tells nothing but which line of the log is meant."""
    return secrets.token_hex(SIGNS // 2)


class Bare(logging.Formatter):
    """A line with the time, the reference, and of each fault its type and place; no message, no value."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record in one line, without the words that came with it."""
        request = getattr(record, "request", None)
        marked = getattr(record, "reference", "") or getattr(request, "fault", "")
        told = [self.formatTime(record), record.levelname, record.name, marked and f"fault {marked}"]
        if record.exc_info:
            told.append(self.formatException(record.exc_info))
        return " ".join(filter(None, told))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (the name is logging's)
        """Return the type and the place of each fault in the chain, the last one first."""
        said: list[str] = []
        problem = ei[1]
        while problem is not None:
            said.append(f"{type(problem).__name__} at {_place(problem)}")
            problem = problem.__cause__ or problem.__context__
        return ", after ".join(said)


def _place(problem: BaseException) -> str:
    """Where it was raised, and by which line of ours where that is another: `module:line in function`."""
    frames = [
        (str(frame.f_globals.get("__name__", "?")), line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(problem.__traceback__)
    ]
    if not frames:
        return "an unknown place"
    ours = [one for one in frames if one[0].split(".")[0] == OURS]
    places = [frames[-1], *([ours[-1]] if ours and ours[-1] != frames[-1] else [])]
    return " from ".join(f"{module}:{line} in {function}" for module, line, function in places)
