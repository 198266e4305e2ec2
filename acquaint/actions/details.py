"""Facts about a person that have no noun of their own: said, corrected, and taken away again."""

from __future__ import annotations

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Detail, Person
from acquaint.models.details import DAY
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text import names
from acquaint.text.partial_dates import PartialDate


def born(w: Writer, person: Person, on: str) -> None:
    """Say on which day somebody was born, as far as it is known; an empty day takes it away. Invalid."""
    held = Detail.objects.of(w.scope).filter(person=person, kind="birthday", normal=DAY).first()
    if not on.strip():
        if held is not None:
            w.remove(held)
        return
    try:
        day = PartialDate.parse(on)
    except ValueError as wrong:
        raise Invalid(str(wrong)) from None
    if held is None:
        w.add(Detail, person=person, kind="birthday", normal=DAY, on=day.text, lower=day.lower)
    else:
        w.edit(held, on=day.text, lower=day.lower)


def belongs(w: Writer, person: Person, groups: list[str]) -> None:
    """Count somebody among these groups of the owner's."""
    for text in groups:
        normal = names.normalise(text)[:300]
        held = Detail.objects.of(w.scope).filter(person=person, kind="category", normal=normal)
        if normal and not held.exists():
            kept = " ".join(names.storable(text).split())
            w.add(Detail, person=person, kind="category", text=kept, normal=normal)


def matching(w: Writer, person: Person, value: str) -> list[Detail]:
    """The facts about somebody that say these very words, or were said for this day."""
    rows = Detail.objects.of(w.scope).filter(person=person)
    wanted = names.normalise(value)
    return [row for row in rows if wanted and wanted in {names.normalise(row.text), row.on, row.normal}]


def remove(scope: Scope, *, detail: str) -> Made:
    """Take a fact about somebody away. NotFound."""
    with writing(scope, "detail.remove") as w:
        row = w.get(Detail, detail)
        w.about = row.person.name
        w.note("person", row.person)
        w.remove(row)
        return w.result()
