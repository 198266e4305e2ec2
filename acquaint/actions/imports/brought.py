"""What a chunk of an address book is going to write beside people, points and positions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from acquaint.actions.imports.known import Told, Who
from acquaint.formats.pictures import MIME, Small
from acquaint.formats.records import Origin, Reason

__all__ = ["MIME", "Brought", "Fact", "columns", "worded"]


@dataclass(slots=True)
class Fact:
    """A detail to add; `normal` is what makes it the same, `lower` the day by which it is sorted."""

    who: Who
    kind: str
    normal: str
    label: str = ""
    text: str = ""
    on: str = ""
    lower: str | None = None
    ref: str = ""


@dataclass(slots=True)
class Brought:
    """All of it, by kind; `raws` are whole cards by the source record that they belong to."""

    aliases: list[tuple[Who, str, str]] = field(default_factory=list)  # text, match key
    facts: list[Fact] = field(default_factory=list)
    ties: list[tuple[Who, Who, str]] = field(default_factory=list)
    introducers: list[tuple[Who, Who]] = field(default_factory=list)  # whom, by whom
    photos: list[tuple[Who, Small | None]] = field(default_factory=list)  # None: taken away
    firms: list[tuple[str, str, str]] = field(default_factory=list)  # name, notes before, notes now
    gone: list[tuple[type[models.Model], int]] = field(default_factory=list)
    raws: list[tuple[Told, str]] = field(default_factory=list)
    warnings: list[tuple[Origin, Reason]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is to be written."""
        return any(
            (self.aliases, self.facts, self.ties, self.introducers, self.photos, self.firms, self.gone)
        )

    def words(self) -> Sequence[tuple[Who, str]]:
        """What search finds of the people concerned."""
        named = [(who, text) for who, text, _normal in self.aliases]
        return [*named, *((fact.who, said) for fact in self.facts if (said := worded(fact.label, fact.text)))]


def worded(label: str, text: str) -> str:
    """A detail as search keeps it."""
    return ", ".join(filter(None, (label, text)))


def columns(fact: Fact, source: str) -> tuple[Any, ...]:
    """The values of a detail's row, in the order in which they are written."""
    return (
        fact.who.pk, fact.kind, fact.label[:60], fact.text, fact.normal[:300], fact.on, fact.lower,
        source[:40], fact.ref[:300],
    )  # fmt: skip
