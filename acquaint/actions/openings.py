"""Openings heard of, credited to the person who told me."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.actions.mentions import organization_named
from acquaint.models import Interview, Opening, Organization, Person
from acquaint.models.errors import Invalid
from acquaint.models.givings import OPENING_STATES
from acquaint.models.scope import Scope
from acquaint.text.lines import one_line


def write(
    w: Writer,
    *,
    role: str,
    organization: Organization | None = None,
    source: Person | None = None,
    interview: Interview | None = None,
    heard_on: date | None = None,
    confidential: bool = False,
    notes: str = "",
) -> Opening:
    """Add an opening inside a wider deed; a confidential one stays out of drafts and exports."""
    words = one_line(role)
    if not words:
        raise Invalid(_("An opening needs a role, such as “data engineer”."))
    on = heard_on or w.scope.today
    row = w.add(
        Opening,
        role=words,
        organization=organization,
        source=source,
        interview=interview,
        heard_on=on,
        confidential_since=on if confidential else None,
        state_on=on,
        notes=notes,
    )
    w.note("opening", row)
    return row


def add(
    scope: Scope,
    *,
    role: str,
    organization: str = "",
    source: str | None = None,
    confidential: bool = False,
    heard_on: date | None = None,
    notes: str = "",
) -> Made:
    """Record a job I heard of: the role, the organization by name, and the person who told me."""
    with writing(scope, "opening.add", about=one_line(role)) as w:
        write(
            w,
            role=role,
            organization=organization_named(w, organization),
            source=w.get(Person, source) if source else None,
            heard_on=heard_on,
            confidential=confidential,
            notes=notes,
        )
        return w.result()


def move(scope: Scope, *, opening: str, state: str, on: date | None = None) -> Made:
    """Move an opening to another state, in any order; Invalid if there is no such state."""
    if state not in OPENING_STATES:
        message = _("“{state}” is not a state of an opening: {states}.")
        raise Invalid(message.format(state=state, states=", ".join(OPENING_STATES)))
    with writing(scope, "opening.move") as w:
        row = w.get(Opening, opening)
        w.about = row.role
        if row.state != state or on:
            w.edit(row, state=state, state_on=on or scope.today)
        w.note("opening", row)
        return w.result()


def edit(
    scope: Scope,
    *,
    opening: str,
    role: str | None = None,
    notes: str | None = None,
    confidential: bool | None = None,
) -> Made:
    """Change the words of an opening, or whether it was told in confidence."""
    with writing(scope, "opening.edit") as w:
        row = w.get(Opening, opening)
        w.about = row.role
        wanted = {"role": role, "notes": notes}
        fields: dict[str, str | date | None] = {name: v for name, v in wanted.items() if v is not None}
        if confidential is not None:
            fields["confidential_since"] = (row.confidential_since or scope.today) if confidential else None
        w.edit(row, **fields)
        w.note("opening", row)
        return w.result()
