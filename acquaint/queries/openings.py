"""Openings as a reader wants them: the role, where, who told me, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.models import Opening
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named

OVER = ("no", "withdrawn")


@dataclass(frozen=True, slots=True)
class OpeningCard:
    """One opening; what was told in confidence carries since when."""

    id: str
    role: str
    organization: Named | None
    source: Named | None
    state: str
    state_on: date | None
    heard_on: date
    confidential: bool
    notes: str
    interview: str | None


def listed(scope: Scope, *, over: bool = False, confidential: bool = True) -> tuple[OpeningCard, ...]:
    """Return openings, the latest heard first; those that are over and confidential ones on demand."""
    rows = _rows(scope).order_by("-heard_on", "-id")
    if not over:
        rows = rows.exclude(state__in=OVER)
    if not confidential:
        rows = rows.filter(confidential_since=None)
    return tuple(_card(row) for row in rows)


def show(scope: Scope, opening: str) -> OpeningCard:
    """Return one opening; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=opening).first()
    if row is None:
        raise NotFound(_("There is no opening {key}.").format(key=opening))
    return _card(row)


def _rows(scope: Scope) -> QuerySet[Opening]:
    return Opening.objects.of(scope).select_related("organization", "source", "interview")


def _card(row: Opening) -> OpeningCard:
    place = row.organization
    return OpeningCard(
        id=row.key,
        role=row.role,
        organization=Named(place.key, place.name) if place else None,
        source=Named(row.source.key, row.source.name) if row.source else None,
        state=row.state,
        state_on=row.state_on,
        heard_on=row.heard_on,
        confidential=row.confidential_since is not None,
        notes=row.notes,
        interview=row.interview.key if row.interview else None,
    )
