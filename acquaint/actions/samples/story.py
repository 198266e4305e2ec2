"""What happened, as deeds on days: each becomes one Change, so that the sample has a real history."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from acquaint.actions.samples.cast import Member

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
FRIDAY = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ref:
    """A row that the sample makes, before it has a primary key."""

    table: str
    number: int


@dataclass(slots=True)
class Deed:
    """One thing done on one day: the code and words that history shows, and the rows it writes."""

    on: date
    what: str
    about: str
    rows: list[tuple[Ref, dict[str, Any]]] = field(default_factory=list)


class Story:
    """Collects deeds; knows the cast, today, and one random generator."""

    def __init__(self, rng: random.Random, today: date, cast: list[Member]) -> None:
        self.rng = rng
        self.today = today
        self.cast = cast
        self.deeds: list[Deed] = []
        self.known: set[int] = set()
        self.names: dict[str, Ref] = {}
        self._numbers: dict[str, int] = defaultdict(int)
        self._turn: dict[str, int] = defaultdict(int)

    def day(self, offset: int) -> date:
        """The day `offset` days from today; a past one that falls on a weekend is the Friday before."""
        on = self.today + timedelta(days=offset)
        return on - timedelta(days=max(0, on.weekday() - FRIDAY)) if offset < -2 else on

    def deed(self, offset: int, what: str, about: str = "") -> Deed:
        """Open a deed on that day."""
        made = Deed(self.day(offset), what, about)
        self.deeds.append(made)
        return made

    def add(self, deed: Deed, table: str, **values: Any) -> Ref:
        """One more row in a deed; values are columns, links hold a Ref."""
        self._numbers[table] += 1
        ref = Ref(table, self._numbers[table])
        deed.rows.append((ref, values))
        return ref

    def key(self) -> str:
        """A public key from the seed, for rows that others name."""
        return "".join(self.rng.choices(ALPHABET, k=10))

    def next(self, name: str, choices: Sequence[T]) -> T:
        """Take the choices of a table in turn, so that nothing repeats before it must."""
        found = choices[self._turn[name] % len(choices)]
        self._turn[name] += 1
        return found

    def contact(self, deed: Deed, who: int, direction: str, text: str, **more: Any) -> Ref:
        """An interaction with one person on the day of the deed."""
        values = {"kind": "email", "channel": "email", **more}
        contact = self.add(deed, "interaction", on=deed.on, direction=direction, text=text, **values)
        self.add(deed, "interaction_person", interaction_id=contact, person_id=Ref("person", who))
        return contact

    def step(self, deed: Deed, who: int, stage: str, why: str) -> None:
        """A step in the relationship on the day of the deed."""
        self.add(deed, "stage_step", person_id=Ref("person", who), stage=stage, on=deed.on, why=why)
