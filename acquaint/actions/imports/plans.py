"""What a chunk is going to write: collected while its rows are judged, written at once, or thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from acquaint.actions.imports.brought import Brought
from acquaint.actions.imports.known import Known, Told, Who, kept
from acquaint.actions.imports.things import Dated, Here
from acquaint.formats.records import Direction
from acquaint.models.scope import Scope
from acquaint.text.match_keys import match_key


@dataclass(slots=True)
class Post:
    """A position to open."""

    who: Who
    organization: str
    title: str
    kind: str = "work"
    started: str = ""
    ended: str = ""
    department: str = ""


@dataclass(slots=True)
class Contact:
    """An interaction to record; `at` is the instant as the column takes it, or None."""

    people: tuple[Who, ...]
    on: str
    at: str | None
    direction: Direction
    channel: str
    text: str
    body: str
    message_kind: str
    key: str


@dataclass(slots=True)
class Plan:
    """All writes of a chunk, by kind; `edits` are (model, id, what it held, what it shall hold)."""

    people: list[Who] = field(default_factory=list)
    points: list[tuple[Who, str, str, str, str]] = field(
        default_factory=list
    )  # kind, value, match key, label
    posts: list[Post] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    interests: list[tuple[Who, str, str, str]] = field(default_factory=list)  # text, match key, kind
    told: list[Told] = field(default_factory=list)
    edits: list[tuple[type[models.Model], int, Mapping[str, Any], Mapping[str, Any]]] = field(
        default_factory=list
    )
    reworded: set[int] = field(default_factory=set)  # people whose search words changed
    dated: Dated = field(default_factory=Dated)
    brought: Brought = field(default_factory=Brought)

    def __bool__(self) -> bool:
        """Whether anything is to be written."""
        return any(
            (
                self.people,
                self.points,
                self.posts,
                self.contacts,
                self.interests,
                self.told,
                self.edits,
                self.dated,
                self.brought,
            )
        )


@dataclass(slots=True)
class Desk:
    """Where a chunk is judged: whose data, what kind of source as of when, what is here, what to write."""

    scope: Scope
    kind: str
    as_of: date
    known: Known
    bodies: bool
    plan: Plan = field(default_factory=Plan)
    here: Here = field(default_factory=Here)

    def make(self, name: str, points: Sequence[tuple[str, str, str]], **facts: Any) -> Who:
        """Plan somebody new; `points` are (kind, value, match key)."""
        who = Who(" ".join(kept(name).split())[:400], fresh=True, **facts)
        self.plan.people.append(who)
        for kind, value, normal in points:
            if normal and (kind, normal) not in who.points:
                self.known.learn(who, kind, normal)
                self.plan.points.append((who, kind, kept(value), normal, ""))
        return who

    def reach(self, who: Who, kind: str, value: str, normal: str, label: str = "") -> None:
        """Plan a way to reach somebody, once."""
        if normal and (kind, normal) not in who.points:
            self.known.learn(who, kind, normal)
            self.plan.points.append((who, kind, kept(value), normal, label))
            self.reword(who)

    def say(self, key: str, record: dict[str, Any], who: Who | None, base: Told | None = None) -> None:
        """Plan to remember what the source says now."""
        told = Told(key, record, who, seen_on=self.as_of)
        if base is not None:
            told.pk, told.last_change, told.before = base.pk, base.last_change, base
        self.plan.told.append(told)
        self.known.say(told)

    def edit(
        self,
        model: type[models.Model],
        pk: int | None,
        last_change: int,
        held: Mapping[str, Any],
        **wanted: Any,
    ) -> None:
        """Plan to set columns of a row that is here; nothing is planned for one that a preview invented."""
        if pk is not None:
            self.plan.edits.append((model, pk, {**held, "last_change": last_change}, wanted))

    def reword(self, who: Who) -> None:
        """Have somebody's search words brought up to date."""
        if who.pk is not None:
            self.plan.reworded.add(who.pk)


def same(one: str, other: str) -> bool:
    """Whether a reader takes both for the same."""
    return one == other or match_key(one) == match_key(other)
