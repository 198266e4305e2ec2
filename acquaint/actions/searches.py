"""The search put to rest and taken up again: while it rests only what I owe somebody is suggested."""

from __future__ import annotations

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Search
from acquaint.models.scope import Scope


def pause(scope: Scope) -> Made:
    """Put the search to rest; one that rests already stays as it is."""
    with writing(scope, "search.pause") as w:
        row = current(w)
        if row is None:
            w.add(Search, started_on=scope.today, paused_on=scope.today)
        elif row.paused_on is None:
            w.edit(row, paused_on=scope.today)
        return w.result()


def resume(scope: Scope) -> Made:
    """Take the search up again, where it left off."""
    with writing(scope, "search.resume") as w:
        row = current(w)
        if row is not None:
            w.edit(row, paused_on=None)
        return w.result()


def current(w: Writer) -> Search | None:
    """The search that goes on, if one was ever begun."""
    return Search.objects.of(w.scope).filter(ended_on=None).first()
