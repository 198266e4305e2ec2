"""Organizations, and the positions people hold there."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.actions import fields
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Field, Introduction, Opening, Organization, Person, Position
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
        for row in _standing(w, person, kind):
            same_place = row.organization_id == (place.pk if place else None)
            if same_place and normalise(row.title) == normalise(title):
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


def move(w: Writer, person: Person, *, organization: str | None, title: str | None) -> None:
    """Change where a person works now; what is None stays, and an empty organization means nowhere."""
    now = _standing(w, person, "work").select_related("organization").last()
    if organization is None:
        organization = now.organization.name if now and now.organization else ""
    elif not organization.strip():
        for row in _standing(w, person, "work"):
            w.edit(row, ended_seen_on=w.scope.today)
    if title is None:
        same = now and now.organization and now.organization.normal == normalise(organization)[:300]
        title = now.title if now and same else ""
    hold(w, person, organization=organization, title=title)


def _standing(w: Writer, person: Person, kind: str) -> QuerySet[Position]:
    rows = Position.objects.of(w.scope).filter(person=person, kind=kind, ended="", ended_seen_on=None)
    return rows.order_by("id")


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
    """Delete an organization that nothing stands on; Invalid when something does."""
    with writing(scope, "organization.remove") as w:
        row = w.get(Organization, organization)
        w.about = row.name
        used = (Position, Opening, Introduction)
        if any(model.objects.of(scope).filter(organization=row).exists() for model in used):
            raise Invalid(
                _(
                    "People, openings or introductions lead to {name}; `organization close` sets it aside."
                ).format(name=row.name)
            )
        w.remove(row)
        return w.result()
