"""The small facts that several pages show of a person: a promise, an introduction, a position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Where somebody works, studies or belongs; `current` unless it ended."""

    id: str
    kind: str
    title: str
    organization: str | None
    started: str
    ended: str
    current: bool
    seen_on: date | None


@dataclass(frozen=True, slots=True)
class PointRow:
    """One way to reach a person."""

    id: str
    kind: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class InterestRow:
    """What somebody cares about."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A fact without a noun of its own: `text` says it, `label` in which sense, `on` (partial) when."""

    id: str
    kind: str
    label: str
    text: str
    on: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Common ground: what both of us have, and in what sense."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where what is known comes from, and when it was last said."""

    kind: str
    seen_on: date


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise between us."""

    id: str
    text: str
    due: date | None
    state: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Promises:
    """Both ways."""

    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """An introduction that this person made, received or is the subject of."""

    id: str
    direction: str
    introducer: Named | None
    introduced: Named | None
    other: Named | None
    organization: str | None
    mode: str
    why: str
    state: str
    on: date | None


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A job this person told me of."""

    id: str
    role: str
    organization: str | None
    state: str
    heard_on: date
    confidential: bool
