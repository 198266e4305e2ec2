"""The desk that all rules share: the clock, the owner's settings, and rows that several rules read, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q

from acquaint.maths import calendar
from acquaint.models import Ask, DebriefLine, Interview, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import settings
from acquaint.queries.settings import Settings

MANY = 200  # no plan needs more rows of one kind
RIPE = 3  # business days until a colleague may be asked
NUDGE_AFTER = 7  # business days, and as many again until an ask rests
EXPIRE_AFTER = 7

Row = dict[str, Any]


class Desk:
    """One reader's view of one moment; every set of rows is read at most once."""

    def __init__(self, scope: Scope, *, limit: int | None = MANY) -> None:
        self.scope = scope
        self.today: date = scope.today
        self.limit = limit

    @cached_property
    def settings(self) -> Settings:
        """The owner's choices."""
        return settings.read(self.scope)

    def business(self, day: date, count: int) -> date:
        """The count-th business day after a day."""
        return calendar.add(day, count, self.settings.weekend)

    def reachable(self, prefix: str = "person__") -> Q:
        """Those who are neither closed nor at rest; a contact after the rest began ends it."""
        today = self.today

        def at(**lookups: Any) -> Q:
            return Q(**{f"{prefix}{name}": value for name, value in lookups.items()})

        still = at(last_contact__isnull=True) | ~at(last_contact__gt=F(f"{prefix}rested_on"))
        resting = at(rested_on__isnull=False) & (at(rest_until=None) | at(rest_until__gt=today)) & still
        return at(closed_on=None, me_since=None) & ~resting

    @cached_property
    def me(self) -> int | None:
        """The owner's own row."""
        return Person.objects.me(self.scope).values_list("id", flat=True).first()

    @cached_property
    def booked(self) -> list[Row]:
        """Interviews that are booked and neither held, called off nor missed."""
        rows = Interview.objects.of(self.scope).filter(held_on=None, cancelled_on=None, no_show_on=None)
        return list(rows.filter(person__closed_on=None).order_by("at_utc", "id").values(*TALK)[: self.limit])

    @cached_property
    def unfinished(self) -> list[Row]:
        """Interviews held whose debrief or thanks are still open, the latest first."""
        held = Interview.objects.of(self.scope).filter(
            self.reachable(), held_on__isnull=False, unsafe_on=None
        )
        rows = held.filter(Q(debriefed_on=None) | Q(thanked_on=None)).order_by("-on", "-id")
        return list(rows.values(*TALK)[: self.limit])

    @cached_property
    def asks(self) -> list[Row]:
        """Each person's last ask, where something still hangs on it."""
        every = Ask.objects.of(self.scope)
        later = every.filter(person_id=OuterRef("person_id"), id__gt=OuterRef("id"))
        held = Interview.objects.of(self.scope).filter(person_id=OuterRef("person_id"))
        open_ = Q(outcome__in=("", "deferred", "bounced")) | (Q(outcome="accepted") & ~Exists(held))
        rows = every.filter(self.reachable(), open_, ~Exists(later)).order_by("-id")
        return list(rows.values(*ASK)[: self.limit])

    @cached_property
    def silent(self) -> list[Row]:
        """Asks that were sent and not answered, and have not come to rest by themselves."""
        return [row for row in self.asks if self.is_waiting(row)]

    def is_waiting(self, ask: Row) -> bool:
        """Whether an ask still waits for an answer."""
        if ask["outcome"] or ask["sent_on"] is None or self.expires(ask) <= self.today:
            return False
        answered = ask["person__answered_on"]
        return answered is None or answered < ask["sent_on"]

    def expires(self, ask: Row) -> date:
        """The day on which an unanswered ask rests by itself."""
        if ask["nudged_on"]:
            return self.business(ask["nudged_on"], EXPIRE_AFTER)
        return self.business(ask["sent_on"], NUDGE_AFTER + EXPIRE_AFTER)

    def lines(self, people: Iterable[int], kind: str) -> dict[int, str]:
        """The last debrief line of a kind for each of these people."""
        rows = DebriefLine.objects.of(self.scope).filter(person_id__in=list(people), kind=kind)
        return dict(rows.order_by("id").values_list("person_id", "text"))

    def places(self, people: Iterable[int]) -> dict[int, tuple[int, str, str]]:
        """Where each of these people works now: (organization, its name, their title)."""
        rows = Position.objects.of(self.scope).filter(
            person_id__in=list(people), kind="work", ended="", ended_seen_on=None, organization__isnull=False
        )
        found = rows.order_by("id").values_list("person_id", "organization_id", "organization__name", "title")
        return {person: (place, name, title) for person, place, name, title in found}

    def my_clock(self, at_utc: datetime) -> datetime:
        """A moment as the owner's wall clock shows it, without its zone."""
        return at_utc.astimezone(ZoneInfo(self.scope.zone)).replace(tzinfo=None)


def by_person(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """Group texts by the person they belong to."""
    found: dict[int, list[str]] = defaultdict(list)
    for person, text in rows:
        found[person].append(text)
    return found


WHO = ("person_id", "person__key", "person__name")
TALK = (
    *WHO,
    *("id", "key", "on", "at_local", "zone", "at_utc", "minutes", "mode", "place", "moves"),
    *("booked_on", "confirmed_on", "held_on", "debriefed_on", "thanked_on"),
)
ASK = (
    *WHO,
    *("id", "key", "made_on", "sent_on", "nudged_on", "answered_on", "outcome", "until", "words"),
    "person__answered_on",
)
