"""Promises as a reader wants them: whose, to whom, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from acquaint.models import Promise
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """One promise: `by` is mine or theirs, `checks` counts gentle check-backs on theirs."""

    id: str
    person: Named
    by: str
    text: str
    state: str
    made_on: date
    due: date | None
    kept_on: date | None
    released_on: date | None
    checks: int
    interview: str | None


def listed(
    scope: Scope, *, by: str | None = None, person: str | None = None, closed: bool = False
) -> tuple[PromiseCard, ...]:
    """Return open promises, the soonest due first, the undated last; `closed` adds kept and released ones."""
    rows = _rows(scope).order_by(F("due_on").asc(nulls_last=True), "made_on", "id")
    if by:
        rows = rows.filter(by=by)
    if person:
        rows = rows.filter(person__key=person)
    if not closed:
        rows = rows.filter(kept_on=None, released_on=None)
    return tuple(_card(row) for row in rows)


def show(scope: Scope, promise: str) -> PromiseCard:
    """Return one promise; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=promise).first()
    if row is None:
        raise NotFound(_("There is no promise {key}.").format(key=promise))
    return _card(row)


def _rows(scope: Scope) -> QuerySet[Promise]:
    return Promise.objects.of(scope).select_related("person", "interview")


def _card(row: Promise) -> PromiseCard:
    return PromiseCard(
        id=row.key,
        person=Named(row.person.key, row.person.name),
        by=row.by,
        text=row.text,
        state=row.state,
        made_on=row.made_on,
        due=row.due_on,
        kept_on=row.kept_on,
        released_on=row.released_on,
        checks=row.checks,
        interview=row.interview.key if row.interview else None,
    )
