"""What people care about, as a reader wants it: one person's, or everybody's who shares a topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from acquaint.models import Interest
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.text.names import normalise


@dataclass(frozen=True, slots=True)
class InterestCard:
    """One interest, skill, language or place of one person."""

    id: str
    person: Named
    kind: str
    text: str
    heard_on: date | None


def listed(
    scope: Scope, *, person: str | None = None, kind: str = "", about: str = ""
) -> tuple[InterestCard, ...]:
    """Interests by topic; `person` is a key, `about` words that the topic holds."""
    rows = _rows(scope).filter(person__me_since=None).order_by("normal", "person__sort_name", "id")
    if person:
        rows = rows.filter(person__key=person)
    if kind:
        rows = rows.filter(kind=kind)
    for word in normalise(about).split():
        rows = rows.filter(Q(normal__startswith=word) | Q(normal__contains=f" {word}"))
    return tuple(card(row) for row in rows)


def show(scope: Scope, interest: str) -> InterestCard:
    """One interest; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=interest).first()
    if row is None:
        raise NotFound(_("There is no interest {key}.").format(key=interest))
    return card(row)


def _rows(scope: Scope) -> QuerySet[Interest]:
    return Interest.objects.of(scope).select_related("person")


def card(row: Interest) -> InterestCard:
    """The card of a row."""
    return InterestCard(row.key, Named(row.person.key, row.person.name), row.kind, row.text, row.heard_on)
