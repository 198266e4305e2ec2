"""Any dated contact: log it, correct it, take it away; every one resets the clock of everybody in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from acquaint.actions import stages
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Interaction, InteractionPerson, Interview, Person
from acquaint.models.contacts import DIRECTIONS, INTERACTION_KINDS
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope

MUTUAL = ("call", "coffee", "event", "meeting", "interview")


def write(
    w: Writer,
    people: Sequence[Person],
    *,
    kind: str,
    on: date,
    direction: str = "",
    text: str = "",
    place: str = "",
    channel: str = "",
    at_utc: datetime | None = None,
    message_kind: str = "",
    about: str = "",
    interview: Interview | None = None,
) -> Interaction:
    """Record a contact with these people; a direction left out follows from the kind."""
    _check(kind, direction, on, w.scope)
    if not people:
        raise Invalid(_("A contact needs at least one person."))
    row = w.add(
        Interaction,
        kind=kind,
        direction=direction or ("both" if kind in MUTUAL else "out"),
        on=on,
        at_utc=at_utc,
        text=text,
        place=place,
        channel=channel,
        message_kind=message_kind,
        about=about,
        interview=interview,
    )
    w.note("interaction", row)
    for person in dict.fromkeys(people):
        w.add(InteractionPerson, interaction=row, person=person)
        if row.direction == "both" and kind != "event":
            stages.reach(w, person, "acquainted", on, kind)
        stages.after_contact(w, person, on)
    return row


def log(
    scope: Scope,
    *,
    people: Sequence[str],
    kind: str,
    on: date | None = None,
    direction: str = "",
    text: str = "",
    place: str = "",
    channel: str = "",
) -> Made:
    """Log a contact with one or several people (keys)."""
    with writing(scope, "interaction.log") as w:
        rows = [w.get(Person, key) for key in people]
        w.about = ", ".join(row.name for row in rows)
        on = on or scope.today
        write(w, rows, kind=kind, on=on, direction=direction, text=text, place=place, channel=channel)
        return w.result()


def edit(
    scope: Scope,
    *,
    interaction: str,
    on: date | None = None,
    kind: str | None = None,
    direction: str | None = None,
    text: str | None = None,
    place: str | None = None,
) -> Made:
    """Correct a contact; what is not given stays."""
    with writing(scope, "interaction.edit") as w:
        row = w.get(Interaction, interaction)
        w.about = _names(w, row)
        said = {"on": on, "kind": kind, "direction": direction, "text": text, "place": place}
        given = {name: value for name, value in said.items() if value is not None}
        _check(kind or row.kind, direction or row.direction, on or row.on, scope)
        w.edit(row, **given)
        w.note("interaction", row)
        return w.result()


def remove(scope: Scope, *, interaction: str) -> Made:
    """Take a contact away, for everybody in it."""
    with writing(scope, "interaction.remove") as w:
        row = w.get(Interaction, interaction)
        w.about = _names(w, row)
        for member in InteractionPerson.objects.of(scope).filter(interaction=row):
            w.remove(member)
        w.remove(row)
        return w.result()


def _names(w: Writer, row: Interaction) -> str:
    party = InteractionPerson.objects.of(w.scope).filter(interaction=row).order_by("id")
    return ", ".join(party.values_list("person__name", flat=True))


def _check(kind: str, direction: str, on: date, scope: Scope) -> None:
    if kind not in INTERACTION_KINDS:
        raise Invalid(_("A contact is one of: {kinds}.").format(kinds=", ".join(INTERACTION_KINDS)))
    if direction and direction not in DIRECTIONS:
        raise Invalid(_("A direction is in (they), out (you) or both."))
    if on > scope.today:
        raise Invalid(
            _("{on} is still to come; book a conversation instead, or log it when it was.").format(on=on)
        )
