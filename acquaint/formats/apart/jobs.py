"""What the two processes tell each other of a source: its names, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A file of a source: where it stands inside, and how the person would name it."""

    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class Source:
    """What was handed over, by its name, and its files by theirs."""

    shown: str
    entries: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A source, the kind of importer that reads it, as of when it speaks (an ISO date or nothing).

    `asks` if the importer takes the meanings of tables.
    """

    kind: str
    source: Source
    exported_on: str
    asks: bool
