"""Questions I want to ask: written, marked as a must, asked in a talk and answered."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Field, Interview, Question
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text.lines import one_line


def write(
    w: Writer, *, text: str, category: str = "", field: Field | None = None, must: bool = False
) -> Question:
    """Add a question inside a wider deed."""
    words = one_line(text)
    if not words:
        raise Invalid(_("A question needs words."))
    since = w.scope.today if must else None
    row = w.add(Question, text=words, category=category, field=field, must_since=since)
    w.note("question", row)
    return row


def add(scope: Scope, *, text: str, category: str = "", field: str | None = None, must: bool = False) -> Made:
    """Write down a question, for one field or for everybody; `must` puts it first in the brief."""
    with writing(scope, "question.add", about=one_line(text)) as w:
        write(w, text=text, category=category, field=w.get(Field, field) if field else None, must=must)
        return w.result()


def edit(
    scope: Scope,
    *,
    question: str,
    text: str | None = None,
    category: str | None = None,
    field: str | None = None,
    must: bool | None = None,
) -> Made:
    """Change a question; what is None stays as it is, an empty `field` means everybody."""
    with writing(scope, "question.edit") as w:
        row = w.get(Question, question)
        w.about = text or row.text
        fields: dict[str, str | date | Field | None] = {}
        if text is not None:
            fields["text"] = one_line(text) or row.text
        if category is not None:
            fields["category"] = category
        if field is not None:
            fields["field"] = w.get(Field, field) if field else None
        if must is not None:
            fields["must_since"] = (row.must_since or scope.today) if must else None
        w.edit(row, **fields)
        w.note("question", row)
        return w.result()


def asked(scope: Scope, *, question: str, interview: str, answer: str = "") -> Made:
    """Record in which interview a question was asked, and what was answered."""
    with writing(scope, "question.ask") as w:
        row = w.get(Question, question)
        w.about = row.text
        w.edit(row, asked_in=w.get(Interview, interview), answer=answer or row.answer)
        w.note("question", row)
        return w.result()


def remove(scope: Scope, *, question: str) -> Made:
    """Drop a question."""
    with writing(scope, "question.remove") as w:
        row = w.get(Question, question)
        w.about = row.text
        w.remove(row)
        return w.result()
