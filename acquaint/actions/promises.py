"""Promises, mine and theirs: made, checked on, renegotiated, kept or released."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Interview, Person, Promise
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text.lines import one_line


def write(
    w: Writer,
    *,
    person: Person,
    text: str,
    by: str = "mine",
    made_on: date | None = None,
    due_on: date | None = None,
    interview: Interview | None = None,
) -> Promise:
    """Add a promise inside a wider deed; Invalid without words."""
    words = one_line(text)
    if not words:
        raise Invalid(_("A promise needs words: say what was promised."))
    row = w.add(
        Promise,
        person=person,
        text=words,
        by=by,
        made_on=made_on or w.scope.today,
        due_on=due_on,
        interview=interview,
    )
    w.note("promise", row)
    return row


def add(
    scope: Scope,
    *,
    person: str,
    text: str,
    theirs: bool = False,
    due_on: date | None = None,
    made_on: date | None = None,
) -> Made:
    """Record what I promised to a person, or what they promised to me."""
    with writing(scope, "promise.add", about=one_line(text)) as w:
        by = "theirs" if theirs else "mine"
        write(w, person=w.get(Person, person), text=text, by=by, made_on=made_on, due_on=due_on)
        return w.result()


def keep(scope: Scope, *, promise: str, on: date | None = None) -> Made:
    """Record that a promise was kept; one that is kept already stays as it is."""
    with _about(scope, "promise.keep", promise) as (w, row):
        if row.kept_on is None:
            fulfil(w, row, on or scope.today)
        return w.result()


def release(scope: Scope, *, promise: str, on: date | None = None) -> Made:
    """Let a promise go: it is no longer expected, and nobody is blamed."""
    with _about(scope, "promise.release", promise) as (w, row):
        if row.released_on is None:
            w.edit(row, released_on=on or scope.today, kept_on=None)
        return w.result()


def renegotiate(scope: Scope, *, promise: str, due_on: date | None) -> Made:
    """Give a promise another day (or none); one that was closed is open again."""
    with _about(scope, "promise.renegotiate", promise) as (w, row):
        w.edit(row, due_on=due_on, kept_on=None, released_on=None)
        return w.result()


def checked(scope: Scope, *, promise: str, on: date | None = None) -> Made:
    """Record a gentle check-back on a promise of theirs."""
    with _about(scope, "promise.check", promise) as (w, row):
        check(w, row, on or scope.today)
        return w.result()


def fulfil(w: Writer, row: Promise, on: date) -> None:
    """Mark a promise as kept inside a wider deed."""
    w.edit(row, kept_on=on, released_on=None)


def check(w: Writer, row: Promise, on: date) -> None:
    """Count a check-back inside a wider deed."""
    w.edit(row, checked_on=on, checks=row.checks + 1)


@contextmanager
def _about(scope: Scope, what: str, key: str) -> Iterator[tuple[Writer, Promise]]:
    """Open a Change about one promise and count the promise among what was made."""
    with writing(scope, what) as w:
        row = w.get(Promise, key)
        w.about = row.text
        w.note("promise", row)
        yield w, row
