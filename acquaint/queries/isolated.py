"""Talks held that nothing has followed, and how many were carried on: a contact, a promise, a day, or rest.

Only what is recorded counts: a suggestion is no next step yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from acquaint.messages.reasons import Reason
from acquaint.models import Interaction, InteractionPerson, Interview, Promise
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import COUNT, prepared

BEFORE = ("request", "request-referral", "nudge", "confirm", "schedule")  # messages that lead up to a talk
COLUMNS = ("id", "key", "on", "at_utc", "zone", "person_id", "person__key", "person__name")


@dataclass(frozen=True, slots=True)
class Alone:
    """A talk that stands alone so far."""

    interview: str
    person: Named
    at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """How many talks were held and how many of them led on; the others, the latest first."""

    held: int
    carried: int
    headline: Reason
    isolated: tuple[Alone, ...]


def talks(scope: Scope) -> CarriedOn:
    """All talks held with people who are not closed, in two queries."""
    held = int(_count(scope)[0])
    found = tuple(_alone(scope, row) for row in _waiting(scope))
    carried = held - len(found)
    headline = Reason("carried-on", {"carried": carried, "count": held})
    return CarriedOn(held, carried, headline, found)


@prepared
def _count(told: Any) -> Any:
    return _held(told).values_list(COUNT, flat=True)


@prepared
def _waiting(told: Any) -> Any:
    return _not_followed(told).order_by("-on", "-id").values(*COLUMNS)


def _held(told: Any) -> QuerySet[Interview]:
    return Interview.objects.of(told).filter(held_on__isnull=False, unsafe_on=None, person__closed_on=None)


def _not_followed(told: Any) -> QuerySet[Interview]:
    promised = Promise.objects.of(told).filter(
        person_id=OuterRef("person_id"), kept_on=None, released_on=None
    )
    booked = Interview.objects.of(told).filter(
        person_id=OuterRef("person_id"), held_on=None, cancelled_on=None, no_show_on=None
    )
    followed = (
        Q(thanked_on__isnull=False)
        | Q(person__last_contact__gt=F("on"))
        | Q(person__next_touch_on__gte=F("on"))
        | Q(person__rhythm_on__gte=F("on"))
        | Q(person__rested_on__gte=F("on"))
        | Exists(promised)
        | Exists(booked)
        | Exists(_same_day(told))
    )
    return _held(told).exclude(followed)


def _same_day(told: Any) -> QuerySet[InteractionPerson]:
    """A message written on the day of the talk, after it: entered later than the talk itself was."""
    talk = Interaction.objects.of(told).filter(interview_id=OuterRef(OuterRef("id"))).values("id")[:1]
    party = InteractionPerson.objects.of(told).filter(
        person_id=OuterRef("person_id"),
        interaction__on=OuterRef("on"),
        interaction__interview=None,
        interaction_id__gt=talk,
    )
    return party.exclude(interaction__message_kind__in=BEFORE)


def _alone(scope: Scope, row: dict[str, Any]) -> Alone:
    at = row["at_utc"].replace(tzinfo=UTC).astimezone(ZoneInfo(row["zone"]))
    person = Named(row["person__key"], row["person__name"])
    return Alone(row["key"], person, at, (scope.today - row["on"]).days)
