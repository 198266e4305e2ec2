"""Keep the words of each row findable: one line of search_text a row, indexed by the database's own means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from acquaint.actions import images, inserting
from acquaint.models import (
    Alias,
    ContactPoint,
    Debrief,
    DebriefLine,
    Detail,
    Field,
    Interaction,
    Interest,
    Introduction,
    JournalEntry,
    Opening,
    Organization,
    Person,
    Position,
    Promise,
    Question,
    SearchText,
    Tie,
)
from acquaint.text.names import normalise

# Rows whose words stand in their person's line.
OF_A_PERSON = (Alias, ContactPoint, Position, Interest, Detail)


@dataclass(frozen=True, slots=True)
class Words:
    """Which columns of a model are its title, its body, and whose line it is."""

    model: type[models.Model]
    title: str
    body: tuple[str, ...] = ()
    person: str = ""


TABLE: Mapping[str, Words] = {
    "organization": Words(Organization, "name", ("notes",)),
    "field": Words(Field, "name", ("notes",)),
    "interaction": Words(Interaction, "text", ("body", "place")),
    "debrief": Words(Debrief, "repeat", ("change", "ease"), "person_id"),
    "debrief_line": Words(DebriefLine, "text", ("will",), "person_id"),
    "promise": Words(Promise, "text", (), "person_id"),
    "introduction": Words(Introduction, "why", (), "introduced_id"),
    "opening": Words(Opening, "role", ("notes",), "source_id"),
    "journal_entry": Words(JournalEntry, "text", ("url",), "person_id"),
    "question": Words(Question, "text", ("answer",)),
    "tie": Words(Tie, "how", (), "a_id"),
}

COLUMNS = ("id", "noun", "row_id", "key", "person_id", "title", "body", "folded", "owner_id")
_SIGNS = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Line:
    """The words of one row."""

    row: int
    key: str
    person: int | None
    title: str
    body: str

    def folded(self, *, plainly: bool) -> str:
        """The words as match keys; `plainly`: nothing where all letters are plain, the index folds those."""
        if plainly and self.title.isascii() and self.body.isascii():
            return ""
        parts = (self.title, *self.body.split("\n"))
        keys = (part.casefold() if part.isascii() else normalise(part) for part in parts)
        return " ".join(_SIGNS.findall(" ".join(keys)))


def refresh(owner_id: int, rows: Mapping[str, Iterable[int]]) -> None:
    """Rewrite the lines of these rows (table name → ids); rows that are gone lose theirs."""
    for noun, ids in rows.items():
        if noun != "person" and noun not in TABLE:
            continue
        for batch in images.batches(ids):
            lines = _people(owner_id, batch) if noun == "person" else _rows(owner_id, TABLE[noun], batch)
            _forget(owner_id, noun, batch)
            write(owner_id, noun, lines)


def rebuild() -> None:
    """Build the index anew from search_text (after a restore, and to scrub what was erased)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")


def _rows(owner_id: int, words: Words, ids: list[int]) -> list[Line]:
    names = ["id", "key", *([words.person] if words.person else []), words.title, *words.body]
    found: list[Line] = []
    for row in words.model._default_manager.filter(owner_id=owner_id, id__among=ids).values(*names):
        body = "\n".join(row[name] for name in words.body if row[name])
        if row[words.title] or body:
            found.append(Line(row["id"], row["key"], row.get(words.person), row[words.title], body))
    return found


def _people(owner_id: int, ids: list[int]) -> list[Line]:
    """A person's line: the name; then positions, aliases, interests, ways to reach them, notes."""
    names = ("id", "key", "name", "credentials", "notes", "how_met")
    people = list(Person.objects.filter(owner_id=owner_id, id__among=ids, me_since=None).values_list(*names))
    more = _more(owner_id, ids) if people else {}
    return [
        Line(pk, key, pk, name, "\n".join(filter(None, (*more[pk], *rest))))
        for pk, key, name, *rest in people
    ]


def _more(owner_id: int, ids: list[int]) -> dict[int, list[str]]:
    mine = {"owner_id": owner_id, "person_id__among": ids}
    found: dict[int, list[str]] = defaultdict(list)
    sources: tuple[Iterable[tuple[Any, ...]], ...] = (
        Position.objects.filter(**mine)
        .order_by("id")
        .values_list("person_id", "title", "organization__name"),
        Alias.objects.filter(**mine).order_by("id").values_list("person_id", "text"),
        Interest.objects.filter(**mine).order_by("id").values_list("person_id", "text"),
        ContactPoint.objects.filter(**mine).order_by("id").values_list("person_id", "value"),
        Detail.objects.filter(**mine).order_by("id").values_list("person_id", "label", "text"),
    )
    for source in sources:
        for person, *texts in source:
            found[person].append(", ".join(filter(None, texts)))
    return found


def _forget(owner_id: int, noun: str, ids: list[int]) -> None:
    held = SearchText.objects.filter(owner_id=owner_id, noun=noun, row_id__among=ids)
    if connection.vendor == "sqlite":
        old = list(held.values_list("id", "title", "body", "folded"))
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_index (search_index, rowid, title, body, folded)"
                " VALUES ('delete', %s, %s, %s, %s)",
                old,
            )
    held._raw_delete(held.db)  # nothing points at search_text


def write(owner_id: int, noun: str, lines: list[Line]) -> None:
    """Write the lines of rows that have none yet, and index them."""
    is_sqlite = connection.vendor == "sqlite"  # whose index folds plain letters itself; PostgreSQL's does not
    pks = inserting.reserve(SearchText, len(lines)) if lines else []
    words = [(line, line.folded(plainly=is_sqlite)) for line in lines]
    rows = [
        (pk, noun, line.row, line.key, line.person, line.title, line.body, folded, owner_id)
        for pk, (line, folded) in zip(pks, words, strict=True)
    ]
    inserting.insert(SearchText, COLUMNS, rows)
    if is_sqlite and pks:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_index (rowid, title, body, folded) VALUES (%s, %s, %s, %s)",
                [(pk, line.title, line.body, folded) for pk, (line, folded) in zip(pks, words, strict=True)],
            )
