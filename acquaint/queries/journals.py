"""The journal of the search as a reader wants it: what was written down, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.models import JournalEntry
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named, named


@dataclass(frozen=True, slots=True)
class JournalCard:
    """One entry: an experience, a captured line or a saved page."""

    id: str
    on: date
    kind: str
    text: str
    url: str
    person: Named | None


def listed(
    scope: Scope, *, kind: str = "", person: str | None = None, limit: int = 0
) -> tuple[JournalCard, ...]:
    """Entries, newest first; `person` is a key, `limit` 0 for all."""
    rows = _rows(scope).order_by("-on", "-id")
    if kind:
        rows = rows.filter(kind=kind)
    if person:
        rows = rows.filter(person__key=person)
    return tuple(card(row) for row in rows[: limit or None])


def show(scope: Scope, entry: str) -> JournalCard:
    """One entry; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=entry).first()
    if row is None:
        raise NotFound(_("There is no journal entry {key}.").format(key=entry))
    return card(row)


def _rows(scope: Scope) -> QuerySet[JournalEntry]:
    return JournalEntry.objects.of(scope).select_related("person")


def card(row: JournalEntry) -> JournalCard:
    """The card of a row."""
    who = named(row.person.key, row.person.name) if row.person else None
    return JournalCard(row.key, row.on, row.kind, row.text, row.url, who)
