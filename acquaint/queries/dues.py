"""When something is due: a range, never a single day that can be missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """From when it makes sense, the best day, and the last good one."""

    from_: date
    ideal: date
    latest: date
