"""Introductions, received and given: offered, agreed to, made, met, the loops closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Literal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.actions import letters, ties
from acquaint.actions.changes import Made, Writer, writing
from acquaint.actions.mentions import organization_named, person_named
from acquaint.models import Interview, Introduction, Organization, Person
from acquaint.models.errors import Invalid
from acquaint.models.givings import INTRODUCTION_MODES
from acquaint.models.scope import Scope
from acquaint.text.lines import one_line

Loop = Literal["connected", "met", "outcome"]
LOOPS: tuple[Loop, ...] = ("connected", "met", "outcome")


def write_received(
    w: Writer,
    *,
    introducer: Person,
    introduced: Person | None,
    organization: Organization | None = None,
    interview: Interview | None = None,
    mode: str = "",
    why: str = "",
    named_on: date | None = None,
    check_back_on: date | None = None,
) -> Introduction:
    """Add an introduction that somebody offers me, inside a wider deed; the two are tied from now on."""
    if mode not in INTRODUCTION_MODES:
        message = _("“{mode}” is not a way to be introduced: use-my-name, ask-first or joint.")
        raise Invalid(message.format(mode=mode))
    if introduced is None and organization is None:
        raise Invalid(_("An introduction leads to somebody: name the person or the organization."))
    on = named_on or w.scope.today
    row = _same_offer(w, introducer, introduced, organization)
    if row is None:
        row = w.add(
            Introduction,
            direction="received",
            introducer=introducer,
            introduced=introduced,
            organization=organization,
            interview=interview,
            mode=mode,
            why=why,
            named_on=on,
            check_back_on=check_back_on,
        )
    else:
        kept = {"mode": mode, "why": why, "check_back_on": check_back_on}
        w.edit(row, **{name: value for name, value in kept.items() if value})
    if introduced is not None:
        if introduced.introduced_by_id is None and introduced.stage == "known":
            w.edit(introduced, introduced_by=introducer)
        ties.write(w, introducer, introduced, on=on, source="introduction")
    w.note("introduction", row)
    return row


def _same_offer(
    w: Writer, introducer: Person, introduced: Person | None, organization: Organization | None
) -> Introduction | None:
    """Return an offer of the same person by the same person that is still under way."""
    return (
        Introduction.objects.of(w.scope)
        .filter(
            direction="received",
            introducer=introducer,
            introduced=introduced,
            organization=organization,
            met_on=None,
            declined_on=None,
            silent_on=None,
        )
        .order_by("id")
        .last()
    )


def offered(
    scope: Scope,
    *,
    introducer: str,
    name: str = "",
    person: str | None = None,
    organization: str = "",
    mode: str = "",
    why: str = "",
    on: date | None = None,
    check_back_on: date | None = None,
) -> Made:
    """Record that somebody offers to introduce me to a person (by name or key) or to an organization."""
    with writing(scope, "introduction.offered", about=one_line(name or organization)) as w:
        by = w.get(Person, introducer)
        target: Person | None = None
        if person:
            target = w.get(Person, person)
        elif name:
            target = person_named(w, name, introduced_by=by).person
        write_received(
            w,
            introducer=by,
            introduced=target,
            organization=organization_named(w, organization),
            mode=mode,
            why=why,
            named_on=on,
            check_back_on=check_back_on,
        )
        return w.result()


def give(scope: Scope, *, one: str, other: str, why: str = "", on: date | None = None) -> Made:
    """Note the idea to bring two people together; each is asked privately before anything is made."""
    with writing(scope, "introduction.give") as w:
        first, second = w.get(Person, one), w.get(Person, other)
        if first.pk == second.pk:
            raise Invalid(_("An introduction joins two different people."))
        w.about = f"{first.name}, {second.name}"
        write_given(w, first, second, why=why, on=on)
        return w.result()


def write_given(
    w: Writer, one: Person, other: Person, *, why: str = "", on: date | None = None
) -> Introduction:
    """Add an introduction that I may give, inside a wider deed."""
    row = w.add(
        Introduction,
        direction="given",
        introduced=one,
        other=other,
        why=why,
        named_on=on or w.scope.today,
    )
    w.note("introduction", row)
    return row


def asked(scope: Scope, *, introduction: str, of: str | None = None, on: date | None = None) -> Made:
    """Record that consent was asked for; of one given, `of` says which of the two (else the next one)."""
    with _about(scope, "introduction.asked", introduction) as (w, row):
        w.edit(row, **{_side(w, row, "asked_on", of): on or scope.today})
        return w.result()


def agreed(scope: Scope, *, introduction: str, of: str | None = None, on: date | None = None) -> Made:
    """Record a yes; of one given, `of` says whose (else the one still missing)."""
    with _about(scope, "introduction.agreed", introduction) as (w, row):
        w.edit(row, **{_side(w, row, "agreed_on", of): on or scope.today})
        return w.result()


def declined(scope: Scope, *, introduction: str, on: date | None = None) -> Made:
    """Record a no, privately: it ends the introduction and stands on nobody's page."""
    with _about(scope, "introduction.declined", introduction) as (w, row):
        w.edit(row, declined_on=row.declined_on or on or scope.today)
        return w.result()


def silent(scope: Scope, *, introduction: str, on: date | None = None) -> Made:
    """Let an introduction end because the new person never answered; the introducer is still thanked."""
    with _about(scope, "introduction.silent", introduction) as (w, row):
        w.edit(row, silent_on=row.silent_on or on or scope.today)
        return w.result()


def made(scope: Scope, *, introduction: str, on: date | None = None) -> Made:
    """Record that the two were brought into contact."""
    with _about(scope, "introduction.made", introduction) as (w, row):
        connect(w, row, on or scope.today)
        if row.direction == "given" and row.introduced and row.other:
            ties.write(w, row.introduced, row.other, on=row.made_on, source="introduction")
        return w.result()


def met(scope: Scope, *, introduction: str, on: date | None = None) -> Made:
    """Record that the new person was met."""
    with _about(scope, "introduction.met", introduction) as (w, row):
        w.edit(row, met_on=row.met_on or on or scope.today, declined_on=None, silent_on=None)
        return w.result()


def loop(
    scope: Scope,
    *,
    introduction: str,
    at: Loop | None = None,
    on: date | None = None,
    channel: str = "",
) -> Made:
    """Record that the introducer was told: at connected, met or outcome (else the next one due)."""
    with _about(scope, "introduction.loop", introduction) as (w, row):
        day = on or scope.today
        if close_loop(w, row, at, day) and row.introducer:
            about = f"introduction:{row.key}"
            letters.log(
                w, row.introducer, on=day, direction="out", channel=channel, message_kind="loop", about=about
            )
        return w.result()


def connect(w: Writer, row: Introduction, on: date) -> None:
    """Mark an introduction as made, inside a wider deed."""
    if row.made_on is None:
        w.edit(row, made_on=on, declined_on=None, silent_on=None)


def close_loop(w: Writer, row: Introduction, at: Loop | None, on: date) -> bool:
    """Mark one loop as closed, inside a wider deed; False if it was closed before."""
    which = at or next_loop(row)
    if getattr(row, f"loop_{which}_on"):
        return False
    return w.edit(row, **{f"loop_{which}_on": on})


def next_loop(row: Introduction) -> Loop:
    """Return the loop that is due next: what happened and the introducer does not know yet."""
    if row.met_on:
        return "outcome" if row.loop_met_on else "met"
    return "outcome" if row.loop_connected_on else "connected"


def follow_reply(w: Writer, person: Person, on: date) -> None:
    """Connect the introductions that led to this person: they have answered."""
    for row in _leading_to(w, person).filter(made_on=None):
        connect(w, row, on)
        w.note("introduction", row)


def follow_meeting(w: Writer, person: Person, on: date) -> None:
    """Mark the introductions that led to this person as met."""
    for row in _leading_to(w, person):
        w.edit(row, met_on=on, made_on=row.made_on or on, silent_on=None)
        w.note("introduction", row)


def _leading_to(w: Writer, person: Person) -> QuerySet[Introduction]:
    rows = Introduction.objects.of(w.scope).filter(direction="received", introduced=person)
    return rows.filter(met_on=None, declined_on=None).order_by("id")


def _side(w: Writer, row: Introduction, column: str, of: str | None) -> str:
    """Return the column of the side that is meant: the introduced person's, or the other one's."""
    if row.direction == "received":
        return column
    if of is None:
        return column if getattr(row, column) is None else f"other_{column}"
    person = w.get(Person, of)
    if person.pk not in (row.introduced_id, row.other_id):
        raise Invalid(_("{name} is not part of this introduction.").format(name=person.name))
    return column if person.pk == row.introduced_id else f"other_{column}"


@contextmanager
def _about(scope: Scope, what: str, key: str) -> Iterator[tuple[Writer, Introduction]]:
    """Open a Change about one introduction and count it among what was made."""
    with writing(scope, what) as w:
        row = w.get(Introduction, key)
        target = row.introduced or row.organization
        w.about = str(target.name) if target else ""
        w.note("introduction", row)
        yield w, row
