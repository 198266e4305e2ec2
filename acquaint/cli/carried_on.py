"""What `isolated` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from dataclasses import dataclass

from acquaint.queries.isolated import Alone


@dataclass(frozen=True, slots=True)
class Isolated:
    """How many talks were held, how many were carried on, and the others."""

    held: int
    carried: int
    headline: str
    isolated: tuple[Alone, ...]
