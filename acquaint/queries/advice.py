"""Advice as a reader wants it: who gave it, what I would do about it, whether I did and they know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.models import DebriefLine
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class AdviceCard:
    """One piece of advice."""

    id: str
    person: Named
    on: date
    text: str
    will: str
    done_on: date | None
    told_on: date | None


def listed(scope: Scope, *, person: str | None = None, told: bool = False) -> tuple[AdviceCard, ...]:
    """Return advice, the latest first; `told` adds what was followed and told already."""
    rows = _rows(scope).order_by("-interview__on", "-id")
    if person:
        rows = rows.filter(person__key=person)
    if not told:
        rows = rows.filter(told_on=None, person__closed_on=None)
    return tuple(_card(row) for row in rows)


def show(scope: Scope, line: str) -> AdviceCard:
    """Return one piece of advice; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=line).first()
    if row is None:
        raise NotFound(_("There is no advice {key}.").format(key=line))
    return _card(row)


def _rows(scope: Scope) -> QuerySet[DebriefLine]:
    return DebriefLine.objects.of(scope).filter(kind="advice").select_related("person", "interview")


def _card(row: DebriefLine) -> AdviceCard:
    return AdviceCard(
        id=row.key,
        person=Named(row.person.key, row.person.name),
        on=row.interview.on,
        text=row.text,
        will=row.will,
        done_on=row.done_on,
        told_on=row.told_on,
    )
