"""Fields: industries and lines of work, explored, parked or ruled out, always reversibly."""

from __future__ import annotations

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import DebriefLine, Field, Organization, Question
from acquaint.models.errors import Invalid
from acquaint.models.organizations import FIELD_STATES
from acquaint.models.scope import Scope
from acquaint.text.names import normalise, storable


def write(w: Writer, name: str) -> Field:
    """The field of that name, made as a candidate if it is new."""
    words = " ".join(storable(name).split())[:200]
    normal = normalise(words)[:200]
    if not normal:
        raise Invalid(_("A field needs a name."))
    row = Field.objects.of(w.scope).filter(normal=normal).first()
    if row is None:
        row = w.add(Field, name=words, normal=normal, state_on=w.scope.today)
        w.note("field", row)
    return row


def add(scope: Scope, *, name: str, state: str = "candidate", notes: str = "") -> Made:
    """Add a field, or move the one of that name."""
    with writing(scope, "field.add", about=name) as w:
        row = write(w, name)
        w.note("field", row)
        _move(w, row, state)
        if notes:
            w.edit(row, notes=notes)
        return w.result()


def edit(
    scope: Scope,
    *,
    field: str,
    name: str | None = None,
    state: str | None = None,
    notes: str | None = None,
) -> Made:
    """Change what is said of a field; every state can be taken back."""
    with writing(scope, "field.edit") as w:
        row = w.get(Field, field)
        w.about = row.name
        if name is not None:
            normal = normalise(name)[:200]
            if not normal or Field.objects.of(scope).filter(normal=normal).exclude(pk=row.pk).exists():
                raise Invalid(_("A field needs a name of its own."))
            w.edit(row, name=" ".join(storable(name).split())[:200], normal=normal)
        if state is not None:
            _move(w, row, state)
        if notes is not None:
            w.edit(row, notes=notes)
        return w.result()


def _move(w: Writer, row: Field, state: str) -> None:
    if state not in FIELD_STATES:
        raise Invalid(_("A field is one of: {states}.").format(states=", ".join(FIELD_STATES)))
    if row.state != state:
        w.edit(row, state=state, state_on=w.scope.today)


def remove(scope: Scope, *, field: str) -> Made:
    """Delete a field that nothing stands in; Invalid otherwise (park it or rule it out instead)."""
    with writing(scope, "field.remove") as w:
        row = w.get(Field, field)
        w.about = row.name
        used = (Organization, DebriefLine, Question)
        if any(model.objects.of(scope).filter(field=row).exists() for model in used):
            raise Invalid(_("{name} is in use; park it or rule it out instead.").format(name=row.name))
        w.remove(row)
        return w.result()
