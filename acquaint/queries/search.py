"""Search over everything that was written down: people, notes, talks, promises, organizations, the journal.

Each word is the start of a word; who is found by nothing may still be found by a slip of the hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from acquaint.models import InteractionPerson, SearchText
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.cards import Named, named
from acquaint.text.names import normalise

UNRANKED = 3  # signs under which a word starts too many words to be worth ranking
COMMON, EVERYWHERE = 5_000, 20_000  # lines: more take too long to rank, and more even to look through titles
SNIPPET = 110  # signs of a snippet
LIKE = 5  # people who are offered for a slip of the hand
_SIGNS = re.compile(r"[^\W_]+")
# What a line is called outside: the noun of its row.
NOUNS = {"journal_entry": "journalentry", "debrief_line": "debrief"}

_COLUMNS = "s.id, s.noun, s.row_id, s.key, s.title, s.body, p.key, p.name, p.closed_on IS NOT NULL"
_SQLITE = (
    "SELECT {columns} FROM search_index JOIN search_text s ON s.id = search_index.rowid"
    " LEFT JOIN person p ON p.id = s.person_id"
    " WHERE search_index MATCH %s AND s.owner_id = %s ORDER BY {order} LIMIT %s"
)
_POSTGRES = (
    "SELECT {columns} FROM search_text s LEFT JOIN person p ON p.id = s.person_id"
    " WHERE s.document @@ to_tsquery('simple', %s) AND s.owner_id = %s ORDER BY {order} LIMIT %s"
)
# A line's folded words begin with those of its title, which folding leaves nearly as long as it was.
_TITLED = "left(s.folded, length(s.title)) ~ %s"
_PEOPLE_SQLITE = (
    "SELECT s.row_id FROM search_index JOIN search_text s ON s.id = search_index.rowid"
    " WHERE search_index MATCH %s AND s.owner_id = %s AND s.noun = 'person'"
)
_PEOPLE_POSTGRES = (
    "SELECT s.row_id FROM search_text s"
    " WHERE s.document @@ to_tsquery('simple', %s) AND s.owner_id = %s AND s.noun = 'person'"
)
_MORE_SQLITE = "SELECT 1 FROM search_index WHERE search_index MATCH %s LIMIT 1 OFFSET %s"
_MORE_POSTGRES = "SELECT 1 FROM search_text s WHERE s.document @@ to_tsquery('simple', %s) LIMIT 1 OFFSET %s"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its noun and id, its title, the words that were meant, and whom it is about."""

    type: str
    id: str
    title: str
    snippet: str
    person: Named | None
    closed: bool


def who(scope: Scope, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """What the words lead to: people first, and those named so before those of whom it is said.

    `limit` 0 for all; nothing for words without a letter.
    """
    words = _SIGNS.findall(normalise(query))
    if not words:
        return ()
    rows = _matching(scope, words, limit) or _holding(scope, query, limit) or _alike(scope, query)
    party = _party(scope, [row[2] for row in rows if row[1] == "interaction"])
    hits = [_hit(row, words, party) for row in rows]
    return tuple(sorted(hits, key=lambda hit: (hit.type != "person", _at(hit.title, words) is None)))


def mentioning(scope: Scope, text: str) -> list[int] | None:
    """The primary keys of the people in whose line each word of the text starts a word, in no order.

    None where the index is no help: for words without a letter, and for words that stand in very many lines.
    """
    words = _SIGNS.findall(normalise(text))
    is_sqlite = connection.vendor == "sqlite"
    more, people = (_MORE_SQLITE, _PEOPLE_SQLITE) if is_sqlite else (_MORE_POSTGRES, _PEOPLE_POSTGRES)
    query = _for_sqlite(words) if is_sqlite else _for_postgres(words)
    if not words or _holds_more(more, query, COMMON):
        return None
    with connection.cursor() as cursor:
        cursor.execute(people, [query, scope.owner_id])
        return [row[0] for row in cursor.fetchall()]


def _for_sqlite(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def _for_postgres(words: Sequence[str]) -> str:
    return " & ".join(f"{word}:*" for word in words)


def _matching(scope: Scope, words: Sequence[str], limit: int) -> list[Any]:
    """Lines in which each word starts a word; ranked, unless so many hold them that it would take long."""
    find = _in_sqlite if connection.vendor == "sqlite" else _in_postgres
    return find(scope, words, limit, is_ranked=max(map(len, words)) >= UNRANKED)


def _in_sqlite(scope: Scope, words: Sequence[str], limit: int, *, is_ranked: bool) -> list[Any]:
    """Of a common word, the lines whose title holds it come first; the rest as they were written."""
    query = _for_sqlite(words)
    told, by_rank = [scope.owner_id, limit or -1], "bm25(search_index, 8.0, 1.0, 1.0), s.id"
    if is_ranked and not _holds_more(_MORE_SQLITE, query, COMMON):
        return _asked(_SQLITE, by_rank, [query, *told])
    titled, first = f"{{title}} : ({query})", []
    if is_ranked and not (
        _holds_more(_MORE_SQLITE, query, EVERYWHERE) or _holds_more(_MORE_SQLITE, titled, COMMON)
    ):
        first = _asked(_SQLITE, by_rank, [titled, *told])
    known = {row[0] for row in first}
    rest = _asked(_SQLITE, "search_index.rowid", [query, *told])  # its own order: it stops at the limit
    return [*first, *(row for row in rest if row[0] not in known)][: limit or None]


def _in_postgres(scope: Scope, words: Sequence[str], limit: int, *, is_ranked: bool) -> list[Any]:
    """As in SQLite; titles are no column of this index, but lines begin with them."""
    query = _for_postgres(words)
    if is_ranked and not _holds_more(_MORE_POSTGRES, query, COMMON):
        by_rank = "ts_rank(s.document, to_tsquery('simple', %s)) DESC, s.id"
        return _asked(_POSTGRES, by_rank, [query, scope.owner_id, query, limit or None])
    if is_ranked and not _holds_more(_MORE_POSTGRES, query, EVERYWHERE):
        titled = " AND ".join([_TITLED] * len(words))
        starts = [rf"\m{word}" for word in words]  # letters and figures only, as `who` cut them
        return _asked(_POSTGRES, f"({titled}) DESC, s.id", [query, scope.owner_id, *starts, limit or None])
    return _asked(_POSTGRES, "s.id", [query, scope.owner_id, limit or None])


def _holds_more(statement: str, query: str, lines: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [query, lines])
        return cursor.fetchone() is not None


def _asked(statement: str, order: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(columns=_COLUMNS, order=order), values)
        return list(cursor.fetchall())


def _holding(scope: Scope, query: str, limit: int) -> list[Any]:
    """Lines that hold the words anywhere: scripts without spaces between words need it."""
    if query.isascii():
        return []
    rows = SearchText.objects.filter(owner_id=scope.owner_id, folded__contains=normalise(query))
    return _lines(rows.order_by("id")[: limit or None])


def _alike(scope: Scope, query: str) -> list[Any]:
    """The lines of people whose names are like the words, nearest first."""
    near = [pk for _score, pk in finding.near(scope, query)[:LIKE]]
    rows = SearchText.objects.filter(owner_id=scope.owner_id, noun="person", row_id__in=near)
    return sorted(_lines(rows), key=lambda row: near.index(row[2]))


def _lines(rows: Any) -> list[Any]:
    columns = ("id", "noun", "row_id", "key", "title", "body", "person__key", "person__name")
    return [(*row, closed is not None) for *row, closed in rows.values_list(*columns, "person__closed_on")]


def _party(scope: Scope, interactions: list[int]) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = defaultdict(list)
    there = InteractionPerson.objects.of(scope).filter(interaction__in=interactions).order_by("id")
    for pk, key, name in there.values_list("interaction_id", "person__key", "person__name"):
        found[pk].append(Named(key, name))
    return found


def _hit(row: Any, words: Sequence[str], party: dict[int, list[Named]]) -> Hit:
    _pk, noun, row_id, key, title, body, person_key, person_name, closed = row
    who_else = party.get(row_id, []) if noun == "interaction" else []
    about = named(person_key, person_name) or (who_else[0] if who_else else None)
    lines = [line for line in (body if title else body.partition("\n")[2]).splitlines() if line.strip()]
    shown = _snippet(lines, words)
    names = ", ".join(one.name for one in who_else) or (about.name if about and noun != "person" else "")
    return Hit(
        type=NOUNS.get(noun, noun),
        id=key,
        title=_cut(title or body, words),
        snippet=" · ".join(filter(None, (names, shown))),
        person=about,
        closed=bool(closed),
    )


def _snippet(lines: Sequence[str], words: Sequence[str]) -> str:
    """The first line that holds one of the words, else the beginning."""
    held = next((line for line in lines if _at(line, words) is not None), None)
    return _cut(held if held is not None else " · ".join(lines), words)


def _cut(text: str, words: Sequence[str]) -> str:
    """One line of at most SNIPPET signs, around the first word that was meant."""
    line = " ".join(text.split())
    if len(line) <= SNIPPET:
        return line
    start = max(0, min((_at(line, words) or 0) - SNIPPET // 3, len(line) - SNIPPET))
    start = line.rfind(" ", 0, start) + 1 if start else 0
    end = start + SNIPPET
    return ("…" if start else "") + line[start:end].rstrip() + ("…" if end < len(line) else "")


def _at(text: str, words: Sequence[str]) -> int | None:
    """Where the first word that was meant begins."""
    for found in _SIGNS.finditer(text):
        key = normalise(found[0])
        if any(key.startswith(word) for word in words):
            return found.start()
    return None
