"""My questions as a reader wants them: the open ones, must-asks first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from acquaint.models import Question
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """One question; without a field it is for everybody."""

    id: str
    text: str
    category: str
    field: Named | None
    must: bool
    asked_in: str | None
    answer: str


def listed(scope: Scope, *, field: str | None = None, answered: bool = False) -> tuple[QuestionCard, ...]:
    """Return questions, must-asks first; `field` is a key, `answered` adds those that were asked already."""
    rows = _rows(scope).order_by(F("must_since").asc(nulls_last=True), "id")
    if field:
        rows = rows.filter(field__key=field)
    if not answered:
        rows = rows.filter(asked_in=None)
    return tuple(card(row) for row in rows)


def show(scope: Scope, question: str) -> QuestionCard:
    """Return one question; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=question).first()
    if row is None:
        raise NotFound(_("There is no question {key}.").format(key=question))
    return card(row)


def _rows(scope: Scope) -> QuerySet[Question]:
    return Question.objects.of(scope).select_related("field", "asked_in")


def card(row: Question) -> QuestionCard:
    """Return the card of a row."""
    return QuestionCard(
        id=row.key,
        text=row.text,
        category=row.category,
        field=Named(row.field.key, row.field.name) if row.field else None,
        must=row.must_since is not None,
        asked_in=row.asked_in.key if row.asked_in else None,
        answer=row.answer,
    )
