"""Asks as a reader wants them: what was asked of whom, how it stands, and what speaks for waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.maths import calendar
from acquaint.models import Ask, Interview, Person, Position, Promise
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named

SERIAL = 3  # business days between two asks at one employer
OPEN = ("draft", "sent", "nudged")


@dataclass(frozen=True, slots=True)
class AskCard:
    """One request to talk; `warnings` say what might come first, and stop nothing."""

    id: str
    person: Named
    state: str
    channel: str
    via: Named | None
    link: str
    made_on: date
    sent_on: date | None
    nudged_on: date | None
    answered_on: date | None
    until: date | None
    words: str
    redirected_to: Named | None
    warnings: tuple[str, ...] = ()


def listed(scope: Scope, *, open_only: bool = False, limit: int = 0) -> tuple[AskCard, ...]:
    """Return asks, newest first; `open_only` leaves out those that were answered or rest."""
    rows = _rows(scope).order_by("-made_on", "-id")
    if open_only:
        rows = rows.filter(outcome="")
    return tuple(_card(row) for row in rows[: limit or None])


def show(scope: Scope, ask: str) -> AskCard:
    """Return one ask with its warnings; NotFound if there is none of that id."""
    row = _rows(scope).filter(key=ask).first()
    if row is None:
        raise NotFound(_("There is no ask {key}.").format(key=ask))
    return _card(row, tuple(_warnings(scope, row)) if row.state in OPEN else ())


def latest(scope: Scope, person: str) -> AskCard:
    """Return a person's last ask, by the person's key; NotFound if they were never asked."""
    row = _rows(scope).filter(person__key=person).order_by("made_on", "id").last()
    if row is None:
        raise NotFound(_("This person has not been asked for a talk yet."))
    return _card(row)


def _rows(scope: Scope) -> QuerySet[Ask]:
    return Ask.objects.of(scope).select_related("person", "via", "redirected_to")


def _card(row: Ask, warnings: tuple[str, ...] = ()) -> AskCard:
    return AskCard(
        id=row.key,
        person=Named(row.person.key, row.person.name),
        state=row.state,
        channel=row.channel,
        via=_who(row.via),
        link=row.link,
        made_on=row.made_on,
        sent_on=row.sent_on,
        nudged_on=row.nudged_on,
        answered_on=row.answered_on,
        until=row.until,
        words=row.words,
        redirected_to=_who(row.redirected_to),
        warnings=warnings,
    )


def _who(person: Person | None) -> Named | None:
    return Named(person.key, person.name) if person else None


def _warnings(scope: Scope, row: Ask) -> list[str]:
    """Say what might come first: a promise of mine, thanks, an ask that rests, a colleague just asked."""
    return [*_owed(scope, row), *_resting(scope, row), *_colleagues(scope, row)]


def _owed(scope: Scope, row: Ask) -> list[str]:
    mine = Promise.objects.of(scope).filter(person=row.person, by="mine", kept_on=None, released_on=None)
    due = mine.filter(due_on__lte=scope.today)
    found = [_("You promised {name}: {text}.").format(name=row.person.name, text=one.text) for one in due]
    talks = Interview.objects.of(scope).filter(person=row.person, held_on__isnull=False, unsafe_on=None)
    if talks.filter(thanked_on=None).exists():
        found.append(_("{name} has not been thanked for the last talk.").format(name=row.person.name))
    return found


def _resting(scope: Scope, row: Ask) -> list[str]:
    before = Ask.objects.of(scope).filter(person=row.person, until__gt=row.made_on).exclude(pk=row.pk)
    texts = {
        "expired": _("An earlier ask was left unanswered: a new one needs a new reason before {until}."),
        "deferred": _("{name} asked you to come back on {until}."),
    }
    return [
        texts[one.outcome].format(name=row.person.name, until=one.until)
        for one in before
        if one.outcome in texts
    ]


def _colleagues(scope: Scope, row: Ask) -> list[str]:
    """Name whoever was asked at the same employer within the last business days and has not answered."""
    here = Position.objects.of(scope).filter(kind="work", ended="", ended_seen_on=None)
    places = here.filter(person=row.person).exclude(organization=None).values("organization_id")
    beside = here.filter(organization_id__in=places).exclude(person=row.person).values("person_id")
    since = calendar.add(scope.today, -SERIAL) - timedelta(days=1)
    rows = Ask.objects.of(scope).filter(person_id__in=beside, outcome="", sent_on__gt=since)
    text = _("{name} works at the same place and was asked on {on}; give them time to answer.")
    return [text.format(name=one.person.name, on=one.sent_on) for one in rows.select_related("person")]
