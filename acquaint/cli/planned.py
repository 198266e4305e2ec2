"""What the commands of the plan show as data; loaded only when one runs, for it needs the queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquaint.cli.plans import Shown
from acquaint.queries.interviews import InterviewCard
from acquaint.queries.plan import Open


@dataclass(frozen=True, slots=True)
class Today:
    """A plan in words: what is owed first, then what the week holds; `greeting` is said after a pause."""

    on: date
    capacity: int
    touched: int
    greeting: str | None
    suggestions: tuple[Shown, ...]
    later: tuple[Shown, ...]
    interviews: tuple[InterviewCard, ...]
    promises: Open
