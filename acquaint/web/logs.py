"""What the program writes of its own faults: where, never what; a value may be somebody's name (TESTS 83)."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Bare(logging.Formatter):
    """A line with the time, and the frames of a fault with its type; no message, no address, no value."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record without the words that came with it."""
        told = f"{self.formatTime(record)} {record.levelname} {record.name}"
        return f"{told}\n{self.formatException(record.exc_info)}" if record.exc_info else told

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (the name is logging's)
        """Return where it happened and the type of each fault in the chain, innermost first."""
        lines: list[str] = []
        problem = ei[1]
        while problem is not None:
            frames = traceback.extract_tb(problem.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            lines.append(type(problem).__name__)
            problem = problem.__cause__ or problem.__context__
        return "\n".join(lines)
