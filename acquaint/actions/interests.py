"""What people care about; common ground is where two people's interests meet."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Interest, Interview, Person
from acquaint.models.contacts import INTEREST_KINDS
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text.names import normalise, storable


def write(
    w: Writer,
    person: Person,
    text: str,
    *,
    kind: str = "interest",
    on: date | None = None,
    interview: Interview | None = None,
) -> Interest:
    """The person's interest of those words, recorded if it is new."""
    words = " ".join(storable(text).split())[:300]
    normal = normalise(words)[:300]
    if not normal:
        raise Invalid(_("An interest needs words."))
    if kind not in INTEREST_KINDS:
        raise Invalid(_("An interest is one of: {kinds}.").format(kinds=", ".join(INTEREST_KINDS)))
    row = Interest.objects.of(w.scope).filter(person=person, kind=kind, normal=normal).first()
    if row is None:
        row = w.add(
            Interest, person=person, text=words, normal=normal, kind=kind, heard_on=on, interview=interview
        )
        w.note("interest", row)
    return row


def add(scope: Scope, *, person: str, text: str, kind: str = "interest") -> Made:
    """Record what a person cares about."""
    with writing(scope, "interest.add", about=text) as w:
        w.note("interest", write(w, w.get(Person, person), text, kind=kind, on=scope.today))
        return w.result()


def edit(scope: Scope, *, interest: str, text: str) -> Made:
    """Say it in other words."""
    with writing(scope, "interest.edit", about=text) as w:
        row = w.get(Interest, interest)
        normal = normalise(text)[:300]
        same = Interest.objects.of(scope).filter(person_id=row.person_id, kind=row.kind, normal=normal)
        if not normal or same.exclude(pk=row.pk).exists():
            raise Invalid(_("An interest needs words of its own."))
        w.edit(row, text=" ".join(storable(text).split())[:300], normal=normal)
        return w.result()


def remove(scope: Scope, *, interest: str) -> Made:
    """Take an interest away."""
    with writing(scope, "interest.remove") as w:
        row = w.get(Interest, interest)
        w.about = row.text
        w.remove(row)
        return w.result()
