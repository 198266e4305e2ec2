"""What other programs keep beside people: dated contacts, notes, promises, and who knows whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from acquaint.formats.records import Direction, Origin, Party

ContactKind = Literal["email", "call", "message", "coffee", "event", "meeting", "letter", "other"]


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A contact with the people named that is no letter: a call, a coffee, a visit. Becomes an Interaction.

    `on` is an ISO date or, where the source knows no more, a partial one; `key` is the same each time.
    """

    origin: Origin
    key: str
    on: str
    people: tuple[Party, ...]
    kind: ContactKind = "other"
    direction: Direction = "both"
    title: str = ""
    text: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """Something written down, of the people named or of nobody. Becomes a JournalEntry; `on` may be empty."""

    origin: Origin
    key: str
    on: str
    text: str
    people: tuple[Party, ...] = ()
    title: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """Something to do, by me unless `by` says otherwise. Becomes a Promise.

    `due` and `done_on` are ISO dates or empty; `done` where the source knows only that. `every` says in plain
    words how often it comes again ("3 weeks"), "" for once: a promise comes once, so that must be shown.
    """

    origin: Origin
    key: str
    text: str
    people: tuple[Party, ...] = ()
    due: str = ""
    done: bool = False
    done_on: str = ""
    every: str = ""
    by: Literal["mine", "theirs"] = "mine"
    notes: str = ""


@dataclass(frozen=True, slots=True)
class TieRecord:
    """Two people who know each other: what `one` is to `other` in lower case ("sister"). Becomes a Tie."""

    origin: Origin
    key: str
    one: Party
    other: Party
    kind: str
    notes: str = ""
