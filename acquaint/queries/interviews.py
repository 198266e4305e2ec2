"""Interviews as a reader wants them: when, how, with whom, and how each stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.models import Interview, InterviewGuest, Person
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared

JOINED = ("person__key", "person__name", "ask__key")  # what a card says of the others
THIRD = 3  # the third time a talk slips, the initiative is theirs


@dataclass(frozen=True, slots=True)
class InterviewCard:
    """One interview; `at` carries the offset of the zone that it was booked in."""

    id: str
    person: Named
    guests: tuple[Named, ...]
    state: str
    at: datetime
    ends: datetime
    zone: str
    minutes: int
    minutes_actual: int | None
    mode: str
    place: str
    phone: str
    ask: str | None
    moves: int
    initiative: Literal["me", "them"]
    booked_on: date | None
    confirmed_on: date | None
    held_on: date | None
    debriefed_on: date | None
    thanked_on: date | None
    cancelled_on: date | None
    cancelled_by: str
    no_show_on: date | None
    no_show_by: str


@dataclass(frozen=True, slots=True)
class Which:
    """What a word on the command line means: a person, and an interview if one was named."""

    person: str
    interview: str | None


def listed(
    scope: Scope, *, person: str | None = None, upcoming: bool = False, limit: int = 0
) -> tuple[InterviewCard, ...]:
    """Return interviews, the latest first; `upcoming` are those booked and still to come, the next first."""
    return _cards(scope, _listed(scope, bool(person), upcoming, limit or None, person=person))


def show(scope: Scope, interview: str) -> InterviewCard:
    """Return one interview; NotFound if there is none of that id."""
    rows = _of_key(scope, key=interview)
    if not rows:
        raise NotFound(_("There is no interview {key}.").format(key=interview))
    return _cards(scope, rows)[0]


def between(scope: Scope, start: date, end: date) -> tuple[InterviewCard, ...]:
    """Return the booked interviews of these days, both included, in order."""
    rows = _rows(scope).filter(on__gte=start, on__lte=end, held_on=None, cancelled_on=None, no_show_on=None)
    return _cards(scope, list(rows.order_by("at_utc", "id")))


def which(scope: Scope, who: str) -> Which:
    """Read WHO as an interview's id or as a person; NotFound, Ambiguous."""
    row = Interview.objects.of(scope).filter(key=who.strip()).select_related("person").first()
    if row is not None:
        return Which(row.person.key, row.key)
    from acquaint.queries import finding  # a plan lists interviews and looks for nobody

    return Which(finding.person(scope, who), None)


def last(scope: Scope, which: Which) -> str:
    """Return the id of the interview named, else of the last one held with the person; NotFound."""
    if which.interview:
        return which.interview
    held = Interview.objects.of(scope).filter(person__key=which.person, held_on__isnull=False)
    row = held.order_by("at_utc", "id").last()
    if row is None:
        raise NotFound(_("No talk with this person has been held yet."))
    return row.key


def whom(scope: Scope, which: Which) -> Named:
    """Return the person who was meant."""
    return Named(which.person, Person.objects.of(scope).get(key=which.person).name)


@prepared
def _listed(told: Any, of_one: bool, upcoming: bool, limit: int | None) -> Any:  # noqa: FBT001 (wordings)
    rows = _rows(told)
    if of_one:
        rows = rows.filter(person__key=told.person)
    if upcoming:
        ahead = rows.filter(held_on=None, cancelled_on=None, no_show_on=None, at_utc__gte=told.now)
        return ahead.order_by("at_utc", "id")[:limit]
    return rows.order_by("-at_utc", "-id")[:limit]


@prepared
def _of_key(told: Any) -> Any:
    return _rows(told).filter(key=told.key)


@prepared
def _guests(told: Any) -> Any:
    there = InterviewGuest.objects.of(told).filter(interview_id__in=told.talks).order_by("id")
    return there.values_list("interview_id", "person__key", "person__name")


def _rows(told: Any) -> QuerySet[Interview]:
    rows = Interview.objects.of(told).select_related("person", "ask")
    return rows.only(*(field.name for field in Interview._meta.concrete_fields), *JOINED)


def _cards(scope: Scope, rows: list[Interview]) -> tuple[InterviewCard, ...]:
    guests: dict[int, list[Named]] = {}
    for at, key, name in _guests(scope, talks=[row.pk for row in rows]):
        guests.setdefault(at, []).append(Named(key, name))
    return tuple(_card(row, tuple(guests.get(row.pk, ()))) for row in rows)


def _card(row: Interview, guests: tuple[Named, ...]) -> InterviewCard:
    at = row.at_utc.replace(tzinfo=UTC).astimezone(ZoneInfo(row.zone))
    return InterviewCard(
        id=row.key,
        person=Named(row.person.key, row.person.name),
        guests=guests,
        state=row.state,
        at=at,
        ends=at + timedelta(minutes=row.minutes_actual or row.minutes),
        zone=row.zone,
        minutes=row.minutes,
        minutes_actual=row.minutes_actual,
        mode=row.mode,
        place=row.place,
        phone=row.phone,
        ask=row.ask.key if row.ask else None,
        moves=row.moves,
        initiative="them" if _slips(row) >= THIRD else "me",
        booked_on=row.booked_on,
        confirmed_on=row.confirmed_on,
        held_on=row.held_on,
        debriefed_on=row.debriefed_on,
        thanked_on=row.thanked_on,
        cancelled_on=row.cancelled_on,
        cancelled_by=row.cancelled_by,
        no_show_on=row.no_show_on,
        no_show_by=row.no_show_by,
    )


def _slips(row: Interview) -> int:
    """Count how often this talk has slipped: moves, and the call-off or no-show that stands now."""
    lost = row.held_on is None and (row.cancelled_by == "them" or row.no_show_by == "them")
    return row.moves + bool(lost)
