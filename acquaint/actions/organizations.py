"""Organizations, and the positions people hold there."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions import fields
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Field, Opening, Organization, Person, Position
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text.names import normalise, storable


def write(w: Writer, name: str, *, field: Field | None = None) -> Organization:
    """The organization of that name, made if it is new; unlike people, they join by an equal name."""
    words = " ".join(storable(name).split())
    normal = normalise(words)[:300]
    if not normal:
        raise Invalid(_("An organization needs a name."))
    row = Organization.objects.of(w.scope).filter(normal=normal).first()
    if row is None:
        row = w.add(Organization, name=words[:300], normal=normal, field=field)
        w.note("organization", row)
    elif field is not None and row.field_id is None:
        w.edit(row, field=field)
    return row


def hold(
    w: Writer,
    person: Person,
    *,
    organization: str = "",
    title: str = "",
    kind: str = "work",
    started: str = "",
    ended: str = "",
) -> Position | None:
    """Record a position; the current one of the same kind that says the same stays, another one is closed.

    None when neither an organization nor a title is given.
    """
    title = " ".join(storable(title).split())[:400]
    place = write(w, organization) if organization.strip() else None
    if place is None and not title:
        return None
    today = w.scope.today
    if not ended:
        standing = Position.objects.of(w.scope).filter(person=person, kind=kind, ended="", ended_seen_on=None)
        for row in standing:
            if row.organization_id == (place.pk if place else None) and normalise(row.title) == normalise(
                title
            ):
                return row
            if kind == "work":
                w.edit(row, ended_seen_on=today)
    row = w.add(
        Position,
        person=person,
        organization=place,
        kind=kind,
        title=title,
        started=started,
        ended=ended,
        seen_on=today,
        ended_seen_on=today if ended else None,
    )
    w.note("position", row)
    return row


def add(scope: Scope, *, name: str, field: str = "", notes: str = "") -> Made:
    """Add an organization, in a field if one is named; the one of that name is kept if it stands."""
    with writing(scope, "organization.add", about=name) as w:
        row = write(w, name, field=fields.write(w, field) if field.strip() else None)
        w.note("organization", row)
        if notes:
            w.edit(row, notes=notes)
        return w.result()


def edit(
    scope: Scope,
    *,
    organization: str,
    name: str | None = None,
    field: str | None = None,
    notes: str | None = None,
) -> Made:
    """Change what is said of an organization; an empty field takes it out of its field."""
    with writing(scope, "organization.edit") as w:
        row = w.get(Organization, organization)
        w.about = row.name
        if name is not None:
            _rename(w, row, name)
        if field is not None:
            w.edit(row, field=fields.write(w, field) if field.strip() else None)
        if notes is not None:
            w.edit(row, notes=notes)
        return w.result()


def _rename(w: Writer, row: Organization, name: str) -> None:
    words = " ".join(storable(name).split())[:300]
    normal = normalise(words)[:300]
    if not normal:
        raise Invalid(_("An organization needs a name."))
    other = Organization.objects.of(w.scope).filter(normal=normal).exclude(pk=row.pk).first()
    if other is not None:
        raise Invalid(_("{name} is there already.").format(name=other.name))
    w.edit(row, name=words, normal=normal)


def close(scope: Scope, *, organization: str, on: date | None = None) -> Made:
    """Set an organization aside: no suggestion leads there until it is opened again."""
    with writing(scope, "organization.close") as w:
        row = w.get(Organization, organization)
        w.about = row.name
        w.edit(row, closed_on=on or scope.today)
        return w.result()


def reopen(scope: Scope, *, organization: str) -> Made:
    """Take an organization up again."""
    with writing(scope, "organization.reopen") as w:
        row = w.get(Organization, organization)
        w.about = row.name
        w.edit(row, closed_on=None)
        return w.result()


def remove(scope: Scope, *, organization: str) -> Made:
    """Delete an organization that nothing stands on; Invalid when positions or openings do."""
    with writing(scope, "organization.remove") as w:
        row = w.get(Organization, organization)
        w.about = row.name
        held = Position.objects.of(scope).filter(organization=row).count()
        if held or Opening.objects.of(scope).filter(organization=row).exists():
            raise Invalid(
                _("People or openings stand at {name}; `organization close` sets it aside.").format(
                    name=row.name
                )
            )
        w.remove(row)
        return w.result()
