"""Who knows whom: stated by the owner or heard in a talk, never guessed."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Person, Tie
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope


def write(
    w: Writer, one: Person, two: Person, *, how: str = "", on: date | None = None, source: str = ""
) -> Tie:
    """Record that two people know each other; a pair stands once, later words replace empty ones."""
    if one.pk == two.pk:
        raise Invalid(_("A tie joins two different people."))
    a, b = sorted((one, two), key=lambda person: person.pk)
    row = Tie.objects.of(w.scope).filter(a=a, b=b).first()
    if row is None:
        row = w.add(Tie, a=a, b=b, how=how, heard_on=on or w.scope.today, source=source)
    elif how and not row.how:
        w.edit(row, how=how)
    w.note("tie", row)
    return row


def add(scope: Scope, *, one: str, two: str, how: str = "", on: date | None = None) -> Made:
    """Record that two people know each other, and how."""
    with writing(scope, "tie.add") as w:
        first, second = w.get(Person, one), w.get(Person, two)
        w.about = f"{first.name}, {second.name}"
        write(w, first, second, how=how, on=on, source="told")
        return w.result()


def remove(scope: Scope, *, tie: str) -> Made:
    """Take a tie back that turned out not to be one."""
    with writing(scope, "tie.remove") as w:
        row = w.get(Tie, tie)
        w.about = f"{row.a.name}, {row.b.name}"
        w.remove(row)
        return w.result()
