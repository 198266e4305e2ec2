"""All that stands here of the people whom a chunk of an address book may be about, row by row.

A preview writes nothing, so what the import would add is noted here as well; rows that were written are read
again with the next chunk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from acquaint.actions.imports import telling
from acquaint.actions.imports.known import BESIDE, Known, Who
from acquaint.actions.imports.telling import Id, Said
from acquaint.formats.pictures import Small, UnusablePictureError
from acquaint.models import (
    Alias,
    Change,
    ContactPoint,
    Detail,
    Interest,
    Person,
    Position,
    SourceRecord,
    Tie,
)
from acquaint.text.match_keys import match_key

Draw = Callable[[bytes], Small]  # a picture drawn anew; errors: UnusablePictureError


def undrawn(data: bytes) -> Small:  # noqa: ARG001 - one shape for whoever draws
    """Draw nothing. Raises UnusablePictureError."""
    raise UnusablePictureError("picture_unreadable")


@dataclass(slots=True)
class Held:
    """A row that stands here, or that is about to (`pk` is None)."""

    values: dict[str, Any]
    pk: int | None = None
    last_change: int = 0


@dataclass(slots=True)
class Book:
    """One person's rows, by what makes each the same; `sources` hold what each source said last."""

    points: dict[Id, Held] = field(default_factory=dict)
    positions: list[Held] = field(default_factory=list)
    aliases: dict[Id, Held] = field(default_factory=dict)
    interests: dict[Id, Held] = field(default_factory=dict)
    details: dict[Id, Held] = field(default_factory=dict)
    ties: set[int] = field(default_factory=set)  # the people to whom they are tied
    sources: dict[tuple[str, str], Said] = field(default_factory=dict)
    notes: str = ""
    pronouns: str = ""
    introduced_by: int | None = None
    introducer: Who | None = None  # who is about to be written as such
    photo: int | None = None
    photo_change: int = 0
    photo_coming: bool = False

    @property
    def birthday(self) -> str:
        """The day, as far as it is known."""
        held = self.details.get(telling.BIRTHDAY)
        return held.values["on"] if held else ""

    def said_elsewhere(self, kind: str, key: str) -> list[Said]:
        """What all other sources say of this person."""
        return [said for source, said in self.sources.items() if source != (kind, key)]


class Shelf:
    """The books that a chunk needs; `begin` before each chunk."""

    def __init__(self, known: Known, draw: Draw) -> None:
        self.known = known
        self.draw = draw
        self.imports: frozenset[int] = frozenset()  # the numbers of Changes that imports made
        self._books: dict[int, tuple[Who, Book]] = {}
        self._called: dict[str, list[Who]] = {}
        self._uids: dict[str, Who] = {}

    def begin(self) -> None:
        """Forget what the database holds by now; what a preview invented stays."""
        changes = Change.objects.filter(owner_id=self.known.scope.owner_id, what="import.apply")
        self.imports = frozenset(changes.values_list("number", flat=True))
        self._books = {key: told for key, told in self._books.items() if told[0].pk is None}
        self._called = {
            name: left
            for name, people in self._called.items()
            if (left := [who for who in people if who.pk is None])
        }
        self._uids = {}

    def of(self, who: Who) -> Book:
        """The book of somebody: read before, or begun with this import."""
        return self._books.setdefault(id(who), (who, Book()))[1]

    def is_touched(self, held: Held) -> bool:
        """Whether anybody but an import wrote this row last."""
        return held.pk is not None and held.last_change not in self.imports

    def called(self, name: str) -> list[Who]:
        """Everybody of this very name."""
        return self._called.get(match_key(name)[:400], [])

    def call(self, who: Who) -> None:
        """Somebody of this name is about to be here."""
        people = self._called.setdefault(match_key(who.name)[:400], [])
        if who not in people:
            people.append(who)

    def with_uid(self, key: str) -> Who | None:
        """Whose card this is, if it once went out from here."""
        return self._uids.get(key)

    # ── Reading ──────────────────────────────────────────────────────────────────────────────────

    def load_uids(self, keys: Iterable[str]) -> None:
        """Whose cards with these keys are, by our own UIDs."""
        wanted = [key.removeprefix("uid:") for key in keys if key.startswith("uid:")]
        if wanted and not self.known.is_empty:
            rows = Person.objects.filter(owner_id=self.known.scope.owner_id, uid__among=wanted)
            for pk, uid in rows.values_list("id", "uid"):
                self._uids[f"uid:{uid}"] = self.known.person(pk)

    def load_called(self, names: Iterable[str]) -> None:
        """Everybody of these very names."""
        wanted = {match_key(name)[:400] for name in names}
        if not wanted or self.known.is_empty:
            return
        rows = Person.objects.filter(owner_id=self.known.scope.owner_id, normal__among=list(wanted))
        for pk, name in rows.values_list("id", "name"):
            who = self.known.person(pk)
            who.name = who.name or name
            self.call(who)

    def load(self, people: Iterable[Who]) -> None:
        """Read the books of these people."""
        told = [(who.pk, who) for who in people if id(who) not in self._books]
        new: dict[int, Who] = {pk: who for pk, who in told if pk is not None}
        if not new:
            return
        for who in new.values():
            self._books[id(who)] = (who, Book())
        ids = list(new)
        mine = {"owner_id": self.known.scope.owner_id, "person_id__among": ids}
        books = {pk: self._books[id(who)][1] for pk, who in new.items()}
        self._people(books)
        _rows(books, ContactPoint, mine, ("kind", "normal"), ("value", "label", "ended_on"), "points")
        _rows(books, Alias, mine, ("normal",), ("text",), "aliases")
        interests = {**mine, "kind": "interest"}
        _rows(books, Interest, interests, ("normal",), ("text",), "interests")
        columns = ("kind", "label", "text", "on", "lower", "ref")
        _rows(books, Detail, mine, ("kind", "normal"), columns, "details")
        self._positions(books, mine)
        for pk, kind, key, record in SourceRecord.objects.filter(**mine).values_list(
            "person_id", "kind", "external_key", "record"
        ):
            if not key.startswith(BESIDE):
                books[pk].sources[kind, key] = record
        ties = Tie.objects.filter(owner_id=self.known.scope.owner_id)
        for a, b in ties.filter(a_id__among=ids).values_list("a_id", "b_id"):
            books[a].ties.add(b)
        for a, b in ties.filter(b_id__among=ids).values_list("a_id", "b_id"):
            books[b].ties.add(a)

    def _people(self, books: dict[int, Book]) -> None:
        rows = Person.objects.filter(owner_id=self.known.scope.owner_id, id__among=list(books))
        names = ("id", "notes", "pronouns", "introduced_by_id", "photo_id", "photo__last_change")
        for pk, notes, pronouns, introducer, photo, change in rows.values_list(*names):
            book = books[pk]
            book.notes, book.pronouns, book.introduced_by = notes, pronouns, introducer
            book.photo, book.photo_change = photo, change or 0

    def _positions(self, books: dict[int, Book], mine: dict[str, Any]) -> None:
        names = ("title", "department", "kind", "started", "ended", "ended_seen_on")
        rows = Position.objects.filter(**mine).order_by("id")
        for pk, person, change, normal, *values in rows.values_list(
            "id", "person_id", "last_change", "organization__normal", *names
        ):
            told = {"organization": normal or "", **dict(zip(names, values, strict=True))}
            books[person].positions.append(Held(told, pk, change))


def _rows(
    books: dict[int, Book],
    model: type[Any],
    mine: dict[str, Any],
    same: tuple[str, ...],
    columns: tuple[str, ...],
    into: str,
) -> None:
    rows = model._default_manager.filter(**mine).order_by("id")
    for pk, person, change, *rest in rows.values_list("id", "person_id", "last_change", *same, *columns):
        key, values = tuple(rest[: len(same)]), dict(zip(columns, rest[len(same) :], strict=True))
        getattr(books[person], into)[key] = Held(values, pk, change)
